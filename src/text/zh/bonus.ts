import type { SheetText } from "../whole";

export const bonus: SheetText["bonus"] = {
  title: "奖金",
  definitions: [],
};
