// The rollup of leads.

import { always, named, type RollupDefinition } from "./definition";

export const leadRollup: RollupDefinition = {
  object: "lead",
  dimensions: [
    { field: "isConverted", from: [always] },
    ...named("created", "owner", "source", "status", "channel", "campaign", "rating", "convertedOn", "region", "country", "industry", "product"),
    { field: "currency" },
    ...named("lastActivity", "score", "city", "jobTitle", "company"),
  ],
  beside: ["isConverted", "created"],
  measures: [
    ...["amount", "annualRevenue", "companySize"].map((name) => ({ name })),
  ],
  keepsOpen: { field: "isConverted", is: false },
  customer: null,
};
