// What records are grouped by, in SQL: texts as written, days by month cut at the breaks.

import { sql } from "kysely";
import type { Day } from "../values";
import type { Sql } from "./dialect";
import type { FieldSql, Fields } from "./field-sql";
import { outputOf, type Output, type Source } from "./records-sql";

/** One field records are grouped by. */
export interface Key {
  readonly field: string;
  readonly shape: FieldSql["shape"];
  readonly outputs: readonly Output[];
  /** Columns of the records to group by: one, and for a currency also whether there is an amount. */
  readonly groupBy: readonly string[];
}

/** Makes the keys of fields that have a column; `hasAmount` where a record without a currency is in the usual one. */
export function keyMaker(source: Source, fields: Fields, breaks: readonly Day[], hasAmount: Output | null): (field: string) => Key | null {
  return (field) => {
    const found = fields(field);
    if (!found) return null;
    const plain = outputOf(source, field, found);
    if (found.shape === "day") {
      const part: Output = { name: `${field}_part`, inner: found.inner, sql: bucket(source, found.sql, breaks) };
      return { field, shape: found.shape, outputs: [plain, part], groupBy: [part.name] };
    }
    const outputs = field === "currency" && hasAmount ? [plain, hasAmount] : [plain];
    return { field, shape: found.shape, outputs, groupBy: outputs.map(({ name }) => name) };
  };
}

/** A number for each piece of a month between two breaks; a break is a piece of its own. */
function bucket({ read: { engine: { dialect } } }: Source, date: Sql, breaks: readonly Day[]): Sql {
  const cuts = [...new Set(breaks.flatMap((day) => [day, day + 1]))].sort((left, right) => left - right);
  const month = dialect.monthNumber(date);
  return cuts.length === 0 ? month : sql`${month} * 1000 + ${piece(dialect.dayNumber(date), cuts, 0, cuts.length)}`;
}

/** How many cuts are at or before the day, found by halves: with a hundred cuts seven comparisons a record. */
function piece(day: Sql, cuts: readonly number[], from: number, to: number): Sql {
  if (from === to) return sql.lit(from);
  const middle = (from + to) >> 1;
  return sql`case when ${day} < ${sql.lit(cuts[middle]!)} then ${piece(day, cuts, from, middle)} else ${piece(day, cuts, middle + 1, to)} end`;
}
