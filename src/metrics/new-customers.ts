// Which deals won a new customer?

import type { Outcome } from "../crm/objects/deal";
import type { CellValue, Day } from "../values";

/** Columns of deals, each as long as the others. */
interface CustomerDeals {
  readonly account: readonly CellValue[];
  readonly outcome: readonly Outcome[];
  readonly closed: readonly (Day | null)[];
}

/**
 * The first won deal of each customer, by close date and then as they stand; customers without regard to case and space around. Nobody can
 * tell of a deal without a customer: it counts by itself. Source: product research §4 (CAC = spend ÷ new customers).
 */
export function newCustomerDeals({ account, outcome, closed }: CustomerDeals): readonly boolean[] {
  const dayOf = (row: number) => closed[row] ?? Infinity;
  const first = new Map<string, number>();
  const keys = account.map((name, row) => (outcome[row] === "won" ? String(name ?? "").trim().toLowerCase() : null));
  keys.forEach((key, row) => {
    if (key === null || key === "") return;
    const known = first.get(key);
    if (known === undefined || dayOf(row) < dayOf(known)) first.set(key, row);
  });
  return keys.map((key, row) => key === "" || (key !== null && first.get(key) === row));
}
