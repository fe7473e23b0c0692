// The rollup of deals.

import { always, named, type RollupDefinition } from "./definition";

const decidesOutcome = ["stage", "status", "isWon", "isClosed", "probability", "wonOn", "lostOn"] as const;

export const dealRollup: RollupDefinition = {
  object: "deal",
  dimensions: [
    { field: "outcome", from: [always] },
    { field: "stage", from: decidesOutcome },
    { field: "currency" },
    { field: "closed", from: ["closeDate", "wonOn", "lostOn"] },
    { field: "owner" },
    { field: "created" },
    { field: "due", from: ["expectedClose", "closeDate"], openOnly: true },
    ...named("source", "lostReason", "product", "region", "type", "competitor", "team", "pipeline", "status", "account", "contact"),
  ],
  beside: ["outcome", "currency", "closed"],
  measures: [
    { name: "amount" },
    { name: "weighted", from: ["amount", "probability"] },
    { name: "weightedAmount" },
    { name: "wonAmount" },
    { name: "probability" },
    { name: "pushCount" },
    { name: "cycle", from: ["created"] },
    { name: "cycleSquares", from: ["created"] },
  ],
  keepsOpen: { field: "outcome", is: "open" },
  customer: { who: ["account"], day: "closed", ofWon: true },
};
