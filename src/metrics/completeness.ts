// How much of what could be filled is filled?

import { countifs } from "../formula/aggregate";
import { is, isEmpty } from "../formula/criteria";
import { add, call, literal, ratio, subtract, type Figure, type Term } from "../formula/term";
import type { CompletenessColumn, Model } from "./model";

/** Empty cells of a column. */
export function missingCells({ column }: CompletenessColumn): Term<number> {
  let empty = 0;
  for (const value of column.values) if (value === null || value === "") empty += 1;
  return call(`COUNTBLANK(${column.text})`, empty);
}

/** Cells of a column. */
export function allCells({ column }: CompletenessColumn): Term<number> {
  return call(`ROWS(${column.text})`, column.values.length);
}

/** Cells that cannot be filled yet: the deal's stage comes before what the column tells (no close date before the close). */
export function notYetCells(model: Model, { column, notYetStages }: CompletenessColumn): Term<number> {
  const { deals } = model;
  if (!deals || notYetStages.length === 0) return literal(0);
  const counts = notYetStages.map((stage) => countifs(is(deals.columns.stage, literal(stage)), isEmpty(column)));
  return add(...counts);
}

/** Filled cells ÷ cells that could be filled, over all named columns of all exports read, from rows of a table with these parts. */
export function completenessOf(all: Term<number>, missing: Term<number>, notYet: Term<number>): Term<Figure> {
  return ratio(subtract(all, missing), subtract(all, notYet));
}
