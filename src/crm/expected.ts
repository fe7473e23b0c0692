// What a record of each object should have.

import type { ObjectKind } from "./reading";

/** What a record of an object should have, and what tells records apart that have no id. */
interface Expected {
  readonly fields: readonly string[];
  readonly identity: readonly string[];
  /** Amount fields, the most telling first: a record that has one of them is in a currency. */
  readonly amounts: readonly string[];
}

export const expected: Readonly<Record<ObjectKind, Expected>> = {
  deal: { fields: ["name", "account", "owner", "stage", "amount", "created"], identity: ["name", "account", "owner", "amount", "created"], amounts: ["amount", "wonAmount", "weightedAmount"] },
  lead: { fields: ["name", "company", "owner", "source", "status", "created"], identity: ["name", "company", "email", "phone", "created"], amounts: ["amount", "annualRevenue"] },
  account: { fields: ["name", "owner"], identity: ["name", "city", "website"], amounts: ["monthlyRevenue", "totalRevenue", "annualRevenue"] },
  activity: { fields: ["owner", "type", "on"], identity: ["subject", "type", "owner", "account", "deal", "on", "due", "description"], amounts: [] },
  stageMove: { fields: ["to", "on"], identity: [], amounts: ["amount"] },
  spend: { fields: ["cost", "budget", "start"], identity: [], amounts: ["cost", "budget", "revenue"] },
  order: { fields: ["account", "on", "amount"], identity: [], amounts: ["amount", "price", "paid"] },
  survey: { fields: ["score"], identity: [], amounts: [] },
  rep: { fields: ["name", "quota"], identity: ["name", "team"], amounts: ["quota", "sales", "bonusBase"] },
};
