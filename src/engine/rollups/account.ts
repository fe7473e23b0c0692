// The rollup of accounts.

import { named, type RollupDefinition } from "./definition";

export const accountRollup: RollupDefinition = {
  object: "account",
  dimensions: [
    ...named("churned", "status", "type", "segment", "industry", "owner", "created", "contractStart", "renewal", "contract", "region", "country", "source", "product"),
    { field: "currency" },
    ...named("lastActivity", "city", "parent"),
  ],
  beside: ["churned", "status"],
  measures: [
    ...["monthlyRevenue", "totalRevenue", "annualRevenue", "tenureMonths", "healthScore", "usage", "tickets", "csat", "nps", "companySize"].map((name) => ({ name })),
  ],
  keepsOpen: null,
  customer: null,
};
