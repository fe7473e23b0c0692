// The rollup of representatives.

import { named, type RollupDefinition } from "./definition";

export const repRollup: RollupDefinition = {
  object: "rep",
  dimensions: [
    ...named("id", "name", "firstName", "lastName", "team", "region", "role", "manager", "isActive", "hired"),
    { field: "currency" },
    ...named("email"),
  ],
  beside: ["name"],
  measures: [
    ...["quota", "sales", "bonusBase", "attainment", "csat", "process"].map((name) => ({ name })),
  ],
  keepsOpen: null,
  customer: null,
};
