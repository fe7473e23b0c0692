// The rollup of a stage history.

import { named, type RollupDefinition } from "./definition";

export const stageMoveRollup: RollupDefinition = {
  object: "stageMove",
  dimensions: [
    ...named("to", "from", "on", "owner", "by", "left"),
    { field: "currency" },
    ...named("closeDate"),
  ],
  beside: ["to", "on"],
  measures: [
    { name: "days" },
    { name: "amount" },
  ],
  paths: ["moved", "reached", "entered", "stays"],
  keepsOpen: null,
  customer: null,
};
