// How much was spent, on everything or within a time?

import { sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isEmpty, than, type Criterion } from "../formula/criteria";
import { add, literal, type Term } from "../formula/term";

/** Columns of the Spend table; null where the export has none. */
export interface SpendColumns {
  readonly cost: Column | null;
  readonly budget: Column | null;
  readonly start: Column | null;
  readonly channel: Column | null;
  readonly customers: Column | null;
}

/** Actual cost, else the budget where there is no actual cost. */
export function spent({ cost, budget }: SpendColumns, ...criteria: readonly Criterion[]): Term<number> {
  if (cost && budget) return add(sumifs(cost, ...criteria), sumifs(budget, isEmpty(cost), ...criteria));
  const only = cost ?? budget;
  return only ? sumifs(only, ...criteria) : literal(0);
}

/** After one day, up to another, by the day the spending began. */
export function startedIn(start: Column, after: Term<number>, until: Term<number>): readonly Criterion[] {
  return [than(start, ">", after), than(start, "<=", until)];
}
