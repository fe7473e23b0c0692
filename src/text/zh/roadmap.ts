import type { SheetText } from "../whole";

export const roadmap: SheetText["roadmap"] = {
  title: "路线图",
  definitions: [],
};
