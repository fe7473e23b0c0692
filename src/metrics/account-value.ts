// What do accounts pay a month, how many of them left, and how long did they stay?

import { averageifs, countifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, type Criterion } from "../formula/criteria";
import { add, call, literal, operand, ratio, type Figure, type Term } from "../formula/term";

/** Columns of the Accounts table; null where the export has none. `churned` holds yes or no in words. */
export interface AccountColumns {
  readonly monthly: Column | null;
  readonly total: Column | null;
  readonly tenure: Column | null;
  readonly churned: Column | null;
  readonly yes: string;
  readonly no: string;
}

/** Mean monthly revenue of an account (ARPA), over accounts that have one. */
export function revenuePerMonth({ monthly }: AccountColumns, ...criteria: readonly Criterion[]): Term<Figure> {
  return monthly ? averageifs(monthly, ...criteria) : literal("");
}

/** Accounts that left, and all that say whether they did. */
export function leftOf({ churned, yes, no }: AccountColumns, ...criteria: readonly Criterion[]): { readonly left: Term<number>; readonly all: Term<number> } | null {
  if (!churned) return null;
  const left = countifs(is(churned, literal(yes)), ...criteria);
  return { left, all: add(left, countifs(is(churned, literal(no)), ...criteria)) };
}

/** Left ÷ all: the share lost over the time the flags cover. */
export function lostShare(columns: AccountColumns, ...criteria: readonly Criterion[]): Term<Figure> {
  const counts = leftOf(columns, ...criteria);
  return counts ? ratio(counts.left, counts.all) : literal("");
}

/** The monthly share that gives this one over so many months: 1 − (1 − share)^(1 ÷ months). */
export function perMonth(share: Term<Figure>, months: Term<number>): Term<Figure> {
  const value = share.value === "" || months.value <= 0 ? "" : 1 - (1 - share.value) ** (1 / months.value);
  return call(`IF(OR(NOT(ISNUMBER(${share.text})),${months.text}<=0),"",1-(1-${operand(share)})^(1/${operand(months)}))`, value, share, months);
}

/** Left ÷ months all accounts stayed together: churn of a customer-month, whatever time the flags cover. */
export function lostPerCustomerMonth(columns: AccountColumns): Term<Figure> {
  const counts = leftOf(columns);
  return counts && columns.tenure ? ratio(counts.left, sumifs(columns.tenure)) : literal("");
}

/** Mean months of those who left; of all where nobody did. */
export function monthsStayed(columns: AccountColumns): Term<Figure> {
  const { tenure, churned, yes } = columns;
  if (!tenure) return literal("");
  const all = averageifs(tenure);
  if (!churned) return all;
  const gone = averageifs(tenure, is(churned, literal(yes)));
  return call(`IF(ISNUMBER(${gone.text}),${gone.text},${all.text})`, gone.value === "" ? all.value : gone.value, gone, all);
}
