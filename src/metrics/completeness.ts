// How much of what could be filled is filled?

import { countifs, sumifs } from "../formula/aggregate";
import { is, isEmpty, type Criterion } from "../formula/criteria";
import { add, call, literal, ratio, subtract, type Figure, type Term } from "../formula/term";
import type { CompletenessColumn, FilledTable, Model } from "./model";

/** Empty cells of a column. */
export function missingCells({ column, header, counted }: CompletenessColumn): Term<number> {
  if (counted) return missingIn(counted, header);
  let empty = 0;
  for (const value of column.values) if (value === null || value === "") empty += 1;
  return call(`COUNTBLANK(${column.text})`, empty);
}

/** Cells of a column. */
export function allCells({ column, header, counted }: CompletenessColumn): Term<number> {
  if (counted) return sumifs(counted.records, is(counted.header, literal(header)));
  return call(`ROWS(${column.text})`, column.values.length);
}

/** Cells that cannot be filled yet: the deal's stage comes before what the column tells (no close date before the close). */
export function notYetCells(model: Model, { column, header, notYetStages, counted }: CompletenessColumn): Term<number> {
  const { deals } = model;
  if (!deals || notYetStages.length === 0) return literal(0);
  const counts = notYetStages.map((stage) => counted ? missingIn(counted, header, is(counted.stage, literal(stage))) : countifs(is(deals.columns.stage, literal(stage)), isEmpty(column)));
  return add(...counts);
}

function missingIn({ header, records, filled }: FilledTable, name: string, ...more: readonly Criterion[]): Term<number> {
  const criteria = [is(header, literal(name)), ...more];
  return subtract(sumifs(records, ...criteria), sumifs(filled, ...criteria));
}

/** Filled cells ÷ cells that could be filled, over all named columns of all exports read, from rows of a table with these parts. */
export function completenessOf(all: Term<number>, missing: Term<number>, notYet: Term<number>): Term<Figure> {
  return ratio(subtract(all, missing), subtract(all, notYet));
}
