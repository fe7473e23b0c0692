// The rollup of survey answers: a score is grouped by, so its sum is score × records.

import { named, type RollupDefinition } from "./definition";

export const surveyRollup: RollupDefinition = {
  object: "survey",
  dimensions: [
    ...named("kind", "score", "on", "touchpoint", "segment", "product", "owner", "account", "contact"),
  ],
  beside: ["kind", "score"],
  measures: [],
  keepsOpen: null,
  customer: null,
};
