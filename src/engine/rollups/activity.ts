// The rollup of activities.

import { named, type RollupDefinition } from "./definition";

export const activityRollup: RollupDefinition = {
  object: "activity",
  dimensions: [
    { field: "day", from: ["on", "doneOn", "due", "created"] },
    ...named("type", "owner", "isDone", "status", "outcome", "direction", "priority", "created", "due", "doneOn", "account", "deal", "lead", "contact"),
  ],
  beside: ["type", "day"],
  measures: [
    { name: "minutes" },
  ],
  keepsOpen: null,
  amounts: [],
  customer: null,
};
