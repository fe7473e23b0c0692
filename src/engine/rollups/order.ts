// The rollup of orders.

import { named, type RollupDefinition } from "./definition";

export const orderRollup: RollupDefinition = {
  object: "order",
  dimensions: [
    { field: "currency" },
    ...named("on", "status", "product", "category", "channel", "region", "owner", "account", "contact"),
  ],
  beside: ["currency", "on"],
  measures: [
    ...["amount", "quantity", "cost", "paid", "receivable", "price", "margin", "discount"].map((name) => ({ name })),
    { name: "earned", from: ["amount", "margin"] },
  ],
  keepsOpen: null,
  customer: { who: ["account", "contact"], day: "on" },
};
