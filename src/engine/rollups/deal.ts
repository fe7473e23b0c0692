// The rollup of deals.

import { named, type RollupDefinition } from "./definition";

const decidesOutcome = ["stage", "status", "isWon", "isClosed", "probability", "wonOn", "lostOn"] as const;

export const dealRollup: RollupDefinition = {
  object: "deal",
  dimensions: [
    // A table of deals always has an outcome and a currency, if only "open" and none.
    { field: "outcome", from: [""] },
    { field: "stage", from: decidesOutcome },
    { field: "currency", from: [""] },
    { field: "closed", from: ["closeDate", "wonOn", "lostOn"] },
    { field: "owner" },
    { field: "created" },
    { field: "due", from: ["expectedClose", "closeDate"], ofOpen: true },
    ...named("source", "lostReason", "product", "region", "type", "competitor", "team", "pipeline", "status"),
    ...["forecastCategory", "stageSince", "lastActivity", "nextActivity"].map((field) => ({ field, ofOpen: true as const })),
    ...named("account", "contact"),
  ],
  beside: ["outcome", "currency", "closed"],
  besideMore: ["owner"],
  measures: [
    { name: "amount" },
    { name: "weighted", from: ["amount", "probability"] },
    { name: "weightedAmount" },
    { name: "probability" },
    { name: "pushCount" },
    { name: "cycle", from: ["created"] },
    { name: "cycleSquares", from: ["created"] },
  ],
  keepsOpen: { field: "outcome", is: "open" },
  customer: null,
};
