import type { SheetText } from "../whole";

export const gates: SheetText["gates"] = {
  title: "阶段准入",
  definitions: [],
};
