import type { SheetText } from "../whole";

export const team: SheetText["team"] = {
  title: "团队",
  definitions: [],
};
