// The rollup of leads.

import { named, type RollupDefinition } from "./definition";

export const leadRollup: RollupDefinition = {
  object: "lead",
  dimensions: [
    { field: "isConverted", from: [""] },
    ...named("created", "owner", "source", "status", "channel", "campaign", "rating", "convertedOn", "region", "country", "industry", "product"),
    { field: "currency", from: ["currency", "amount", "annualRevenue"] },
    ...named("lastActivity", "score", "city", "jobTitle", "company"),
  ],
  beside: ["isConverted", "created"],
  besideMore: ["owner"],
  measures: [
    ...["amount", "annualRevenue", "companySize"].map((name) => ({ name })),
  ],
  keepsOpen: { field: "isConverted", is: false },
  customer: null,
};
