import type { ObjectKind } from "../../crm/reading";

/** What the rows of a table are. */
export const objects: Record<ObjectKind, string> = {
  deal: "deals",
  lead: "leads",
  account: "accounts",
  activity: "activities",
  stageMove: "stage changes",
  spend: "marketing spend",
  order: "orders",
  survey: "survey answers",
  rep: "sales reps",
};
