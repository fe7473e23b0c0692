import type { SheetText } from "../whole";

export const scoringReview: SheetText["scoringReview"] = {
  title: "评分复盘",
  definitions: [],
};
