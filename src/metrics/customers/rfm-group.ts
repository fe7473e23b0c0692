// What do the scores of a customer say in one word?

/** From the best to those gone, for a list in this order. */
export const rfmGroups = ["best", "loyal", "fresh", "promising", "slipping", "asleep", "none"] as const;
export type RfmGroup = (typeof rfmGroups)[number];

/** By recency and frequency, each from 1 to 5; none without a purchase. A common reading of RFM scores, simplified to six groups. */
export function rfmGroupOf(scores: readonly number[] | null): RfmGroup {
  if (!scores) return "none";
  const [recency = 0, frequency = 0] = scores;
  if (recency >= 4 && frequency >= 4) return "best";
  if (recency >= 3 && frequency >= 3) return "loyal";
  if (recency >= 4) return "fresh";
  if (recency === 3) return "promising";
  return frequency >= 3 ? "slipping" : "asleep";
}
