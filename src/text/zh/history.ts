import type { SheetText } from "../whole";

export const history: SheetText["history"] = {
  title: "商机变化",
  definitions: [],
};
