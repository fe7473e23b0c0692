// The rollup of marketing and sales spend.

import { named, type RollupDefinition } from "./definition";

export const spendRollup: RollupDefinition = {
  object: "spend",
  dimensions: [
    ...named("channel", "type", "start", "end", "status", "owner", "name"),
    { field: "currency" },
  ],
  beside: ["channel", "start"],
  measures: [
    { name: "amount", from: ["cost", "budget"], any: true },
    ...["cost", "budget", "leads", "deals", "customers", "expectedRevenue", "revenue"].map((name) => ({ name })),
  ],
  keepsOpen: null,
  customer: null,
};
