/** What directions and statuses of goals are called, on the Goals sheet and by the functions on goals. */
export const goalWords = {
  directions: {
    raiseTo: "raise to", reduceTo: "reduce to", raiseBy: "raise by", raiseByPercent: "raise by %", reduceByPercent: "reduce by %", keepWithin: "keep within",
  },
  statuses: { achieved: "Achieved", onTrack: "On track", atRisk: "At risk", offTrack: "Off track", overdue: "Overdue", noData: "No data" },
};
