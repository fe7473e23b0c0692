// Counts and means over rows that stand for several records each, all of them alike in every column of the table.

import { sumifs } from "./aggregate";
import { ungrouped, type Column } from "./column";
import { isFilled, rowsWhere, type Criterion } from "./criteria";
import type { Grouping } from "./grouping";
import { call, type Figure, type Term } from "./term";

/** The way such a table is counted; `holding` gives `#N/A` instead of a count that its rows can no longer tell. */
export function weightedBy(records: Column<number>, holding: (count: Term<number>) => Term<number>): Grouping {
  const count = (criteria: readonly Criterion[]) => holding(sumifs(records, ...criteria.map(plainly)));
  return {
    rows: () => sumifs(records),
    count,
    sum: (column, criteria) => holding(total(records, column, criteria)),
    knownSum: (column, criteria) => ofKnown(count([...criteria, isFilled(column)]), total(records, column, criteria), false),
    mean: (column, criteria) => ofKnown(count([...criteria, isFilled(column)]), total(records, column, criteria), true),
    median: () => noSuch("median"),
    highest: () => noSuch("highest"),
    isCutAt: () => false,
    together: (columns) => ({ columns: columns.map(({ values }) => values), records: records.values }),
  };
}

/** The number of each row as often as the row has records. */
function total(records: Column<number>, column: Column, criteria: readonly Criterion[]): Term<number> {
  const all = [...criteria, isFilled(column)].map(plainly);
  let sum = 0;
  for (const row of rowsWhere(all)) sum += Number(column.values[row]) * (records.values[row] ?? 0);
  return call(`SUMPRODUCT(${all.map(({ array }) => array).join("*")}*${records.text},${column.text})`, sum);
}

function ofKnown(known: Term<number>, sum: Term<number>, isMean: boolean): Term<Figure> {
  const value = known.value === 0 ? "" : isMean ? sum.value / known.value : sum.value;
  return call<Figure>(`IF(${known.text}=0,"",${sum.text}${isMean ? `/${known.text}` : ""})`, value, known, sum);
}

function plainly(criterion: Criterion): Criterion {
  return criterion.on(ungrouped(criterion.column));
}

function noSuch(what: string): never {
  throw new Error(`rows of several records tell no ${what}`);
}
