import type { SheetText } from "../whole";

export const review: SheetText["review"] = {
  title: "复盘会议",
  definitions: [],
};
