// What records are grouped by, in SQL: texts as written, days by month cut at the breaks.

import { sql } from "kysely";
import type { Day } from "../values";
import type { Sql } from "./dialect";
import type { FieldSql, Fields } from "./field-sql";
import { outputOf, type Output, type Source } from "./records-sql";
import type { Dimension } from "./rollups/definition";

/** One field records are grouped by. */
export interface Key {
  readonly field: string;
  readonly shape: FieldSql["shape"];
  readonly outputs: readonly Output[];
  /** Columns of the records to group by: one, and for a currency also whether there is an amount. */
  readonly groupBy: readonly string[];
  readonly ofOpen: boolean;
}

/** Makes the keys of dimensions that have a column; `hasAmount` where a record without a currency is in the usual one. */
export function keyMaker(source: Source, fields: Fields, breaks: readonly Day[], hasAmount: Output | null): (dimension: Dimension) => Key | null {
  return ({ field, ofOpen }) => {
    const found = ofOpen ? whileOpen(fields(field), fields("outcome")) : fields(field);
    if (!found) return null;
    const plain = outputOf(source, field, found);
    if (found.shape === "day") {
      const part: Output = { name: `${field}_part`, inner: found.inner, sql: bucket(source, found.sql, breaks) };
      return { field, shape: found.shape, outputs: [plain, part], groupBy: [part.name], ofOpen: ofOpen ?? false };
    }
    const outputs = field === "currency" && hasAmount ? [plain, hasAmount] : [plain];
    return { field, shape: found.shape, outputs, groupBy: outputs.map(({ name }) => name), ofOpen: ofOpen ?? false };
  };
}

/** Nothing for deals won and lost. */
function whileOpen(field: FieldSql | null, outcome: FieldSql | null): FieldSql | null {
  if (!field || !outcome) return null;
  const none = field.shape === "text" || field.shape === "flag" ? sql` else ''` : sql``;
  return { ...field, inner: new Map([...field.inner, ...outcome.inner]), sql: sql`case when ${outcome.sql} = 'open' then ${field.sql}${none} end` };
}

/** A number for each piece of a month: a piece is before a break, or on it and after. */
function bucket({ read: { engine: { dialect } } }: Source, date: Sql, breaks: readonly Day[]): Sql {
  const cuts = [...new Set(breaks)].sort((left, right) => left - right);
  const month = dialect.monthNumber(date);
  return cuts.length === 0 ? month : sql`${month} * 1000 + ${piece(dialect.dayNumber(date), cuts, 0, cuts.length)}`;
}

/** How many cuts are at or before the day, found by halves: with a hundred cuts seven comparisons a record. */
export function piece(day: Sql, cuts: readonly number[], from: number, to: number): Sql {
  if (from === to) return sql.lit(from);
  const middle = (from + to) >> 1;
  return sql`case when ${day} < ${sql.lit(cuts[middle]!)} then ${piece(day, cuts, from, middle)} else ${piece(day, cuts, middle + 1, to)} end`;
}
