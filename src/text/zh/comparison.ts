import type { SheetText } from "../whole";

export const comparison: SheetText["comparison"] = {
  title: "口径对比",
  definitions: [],
};
