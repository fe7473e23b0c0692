// What does a product line bring in, and what is left of it?

import { countifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isFilled, type Criterion } from "../formula/criteria";
import { call, choose, compare, literal, subtract, type Figure, type Term } from "../formula/term";

/** Columns of orders (or won deals); cost and margin are null where the export has none. */
export interface SaleColumns {
  readonly amount: Column;
  /** Of the whole order line. */
  readonly cost: Column | null;
  /** A share of the amount. */
  readonly margin: Column | null;
  /** Amount × margin, where rows are groups of lines. */
  readonly earned: Column | null;
}

/** Margin, and the sales it was made on: only lines whose cost (or margin) is known count, or unknown cost would look like profit. */
interface Earned {
  readonly margin: Term<Figure>;
  readonly on: Term<number>;
}

/** Amount − cost, else amount × margin, over lines that tell; "" where none does. */
export function earned({ amount, cost, margin, earned: made }: SaleColumns, ...criteria: readonly Criterion[]): Earned | null {
  if (cost) {
    const known = [...criteria, isFilled(cost)];
    const on = sumifs(amount, ...known);
    return { on, margin: ifAny(countifs(...known), subtract(on, sumifs(cost, ...criteria, isFilled(amount)))) };
  }
  if (!margin) return null;
  const known = [...criteria, isFilled(margin)];
  return { on: sumifs(amount, ...known), margin: ifAny(countifs(...known), made ? sumifs(made, ...criteria) : shares(amount, margin, known)) };
}

/** Amount × margin line by line. */
function shares(amount: Column, margin: Column, known: readonly Criterion[]): Term<number> {
  const rows = known.map((criterion) => criterion.array).join("*");
  const kept = amount.values.flatMap((value, row) => (typeof value === "number" && known.every(({ column, test }) => test(column.values[row] ?? null)) ? [value * Number(margin.values[row])] : []));
  return call(`SUMPRODUCT(${rows}*1,${amount.text},${margin.text})`, kept.reduce((total, one) => total + one, 0));
}

function ifAny(count: Term<number>, then: Term<number>): Term<Figure> {
  return choose(compare(count, ">", literal(0)), then, literal(""));
}
