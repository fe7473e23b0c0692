import type { goalWords as english } from "../en/goal-words";

/** What directions and statuses of goals are called. */
export const goalWords: typeof english = {
  directions: {
    raiseTo: "提升至", reduceTo: "降低至", raiseBy: "提升", raiseByPercent: "按 % 提升", reduceByPercent: "按 % 降低", keepWithin: "保持在区间",
  },
  statuses: { achieved: "已达成", onTrack: "正常推进", atRisk: "有风险", offTrack: "偏离", overdue: "已逾期", noData: "无数据" },
};
