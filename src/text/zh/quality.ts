import type { SheetText } from "../whole";

export const quality: SheetText["quality"] = {
  title: "数据质量",
  definitions: [],
};
