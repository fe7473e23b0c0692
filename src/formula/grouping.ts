// How a table whose rows stand for groups of records is counted and added up: what aggregate.ts asks instead of counting rows.

import type { CellValue } from "../values";
import type { Column } from "./column";
import type { Criterion } from "./criteria";
import type { Figure, Term } from "./term";

export interface Grouping {
  /** How many records there are. */
  rows(): Term<number>;
  /** Records that meet every criterion. */
  count(criteria: readonly Criterion[]): Term<number>;
  /** Sum of a column over them; what is not a number adds nothing. */
  sum(column: Column, criteria: readonly Criterion[]): Term<number>;
  /** As `sum`, but "" where there are such records and none of them has a number. */
  knownSum(column: Column, criteria: readonly Criterion[]): Term<Figure>;
  /** Mean of the numbers; "" when there are none. */
  mean(column: Column, criteria: readonly Criterion[]): Term<Figure>;
  median(column: Column, criteria: readonly Criterion[]): Term<Figure>;
  /** The highest number of a column over the records that meet every criterion; "" when there is none. */
  highest(column: Column, criteria: readonly Criterion[]): Term<Figure>;
  /** Whether every group is wholly before this day, or from it on. */
  isCutAt(day: number): boolean;
  /** Columns side by side in one table that has them all, for a look at each row; null where no table does. */
  together(columns: readonly Column[]): Together | null;
}

/** Rows of one table. A measured column holds sums over the records of a row. */
export interface Together {
  readonly columns: readonly (readonly CellValue[])[];
  /** How many records each row stands for. */
  readonly records: readonly number[];
}
