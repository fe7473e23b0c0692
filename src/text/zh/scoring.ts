import type { SheetText } from "../whole";

export const scoring: SheetText["scoring"] = {
  title: "线索评分",
  definitions: [],
};
