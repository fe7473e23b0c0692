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
  also: [
    { by: [{ field: "heldOn", from: ["on", "doneOn"] }, { field: "lag", from: ["created", "modified"] }], may: named("owner") },
    { by: named("owner", "deal"), may: [] },
  ],
  paths: ["ways", "again", "touched"],
  keepsOpen: null,
  customer: null,
};
