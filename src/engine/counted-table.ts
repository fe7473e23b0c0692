// All records counted by some fields together: each value by itself, or numbers between the limits that they are compared with.

import { sql } from "kysely";
import type { Grouped } from "../crm/groups";
import { isPlaceholderFigure } from "../crm/readers/clean";
import { numberIn } from "../crm/readers/sure";
import type { Question, TableField } from "../formula/question";
import type { CellValue } from "../values";
import { caseOf, type Choice } from "./case-of";
import { tellingOutputs, type Currencies } from "./currency";
import type { EngineCell, EngineRow } from "./engine";
import type { FieldSql, Fields } from "./field-sql";
import { inOrder, type ReadKey } from "./merge-groups";
import { pieceOfNumber } from "./pieces";
import { outputOf, recordsSql, type Output, type Source } from "./records-sql";
import { asked, nullIfTooMany, textOf } from "./table-sql";
import { isNumeric, numberSql } from "./values-sql";

/** A field in the statement: what is grouped by, what is shown of a group, and how that is read. */
interface Place {
  readonly field: string;
  readonly groupBy: readonly Output[];
  /** Its lowest is shown. */
  readonly lowest: Output | null;
  readonly read: (cells: readonly EngineCell[], lowest: EngineCell) => CellValue;
}

/** Null where the table would have more rows than asked for, or a text column that is cut too many different texts. */
export async function countedTable(source: Source, fields: Fields, { hasAmount }: Currencies, read: ReadKey, { by = [], most = 0 }: Question): Promise<Grouped | null> {
  const places: Place[] = [];
  for (const one of by) {
    const place = await placeOf(source, fields, hasAmount, read, one);
    if (!place) return null;
    places.push(place);
  }
  const rows = await asked(source.read, statement(source, places, 2 * most), 2 * most).catch(nullIfTooMany);
  return rows && grouped(places, rows, most);
}

function statement(source: Source, places: readonly Place[], most: number) {
  const groupBy = places.flatMap((one) => one.groupBy.map(({ name }) => sql.id(name)));
  const lowest = places.flatMap((one) => (one.lowest ? [sql`min(${sql.id(one.lowest.name)}) as ${sql.id(`lowest_${one.lowest.name}`)}`] : []));
  const outputs = places.flatMap((one) => [...one.groupBy, ...(one.lowest ? [one.lowest] : [])]);
  const by = groupBy.length === 0 ? sql`` : sql` group by ${sql.join(groupBy)}`;
  return sql`select ${sql.join([...groupBy, ...lowest, sql`count(*) as records`])} from ${recordsSql(source, outputs)}${by} limit ${sql.lit(most + 1)}`;
}

/** Null where its texts are too many to say of each what it is. */
async function placeOf(source: Source, fields: Fields, hasAmount: Output | null, read: ReadKey, { field, cuts }: TableField): Promise<Place | null> {
  const found = fields(field);
  if (!found) return { field, groupBy: [], lowest: null, read: () => null };
  if (cuts === null) {
    return { field, groupBy: tellingOutputs(source, field, found, hasAmount), lowest: null, read: ([cell = null, amount]) => read(field, cell, Number(amount) === 1) };
  }
  const number = isNumeric(found) ? numberSql(source, found) : (found.number ?? null);
  return number ? cutNumbers(field, found, number, cuts) : cutTexts(source, field, found, read, cuts);
}

function cutNumbers(field: string, found: FieldSql, number: NonNullable<FieldSql["number"]>, cuts: readonly number[]): Place {
  const piece: Output = { name: `${field}_piece`, inner: found.inner, sql: sql`case when ${number} is not null then ${pieceOfNumber(number, cuts.flatMap((at) => [{ at, isAfter: false }, { at, isAfter: true }]))} end` };
  return { field, groupBy: [piece], lowest: { name: field, inner: found.inner, sql: number }, read: (_, lowest) => (lowest === null ? null : Number(lowest)) };
}

/** Our readers say which number each text is; the engine is told the piece by a CASE. A text that is no number stays itself. */
async function cutTexts(source: Source, field: string, found: FieldSql, read: ReadKey, cuts: readonly number[]): Promise<Place | null> {
  const plain = outputOf(source, field, found);
  const most = Math.min(20_000, source.read.engine.mostParameters - 100);
  const rows = await asked(source.read, sql`select distinct ${sql.id(plain.name)} from ${recordsSql(source, [plain])} limit ${sql.lit(most + 1)}`, most).catch(nullIfTooMany);
  if (!rows) return null;
  const values = new Map<string, CellValue>();
  const choices = rows.map(([raw]): Choice => {
    const value = read(field, raw!, false);
    const number = typeof value === "string" ? (isPlaceholderFigure(value) ? null : numberIn(value)) : value;
    const key = typeof number !== "number" ? `text ${String(value)}` : `piece ${cuts.map((cut) => (number < cut ? "<" : number > cut ? ">" : "=")).join("")}`;
    const before = values.get(key);
    values.set(key, typeof number !== "number" ? value : typeof before === "number" ? Math.min(before, number) : number);
    return { texts: [textOf(raw)], value: key };
  });
  const keys = [...values.keys()];
  const name = `${field}_piece`;
  const [column] = [...found.inner.values()];
  const numbered = choices.map(({ texts, value }) => ({ texts, value: String(keys.indexOf(value)) }));
  return { field, groupBy: [{ name, inner: new Map([[name, caseOf(source.read.engine.dialect, [column!], numbered)]]), sql: sql.id(name) }], lowest: null, read: ([cell]) => values.get(keys[Number(cell)] ?? "") ?? null };
}

/** Texts written in several ways are one; rows in the order of their values, whatever the engine's order of texts. */
function grouped(places: readonly Place[], rows: readonly EngineRow[], most: number): Grouped | null {
  const groups = new Map<string, { readonly values: CellValue[]; records: number }>();
  const width = places.reduce((sum, { groupBy }) => sum + groupBy.length, 0);
  for (const row of rows) {
    let [at, low] = [0, width];
    const cells = places.map((place) => {
      const own = row.slice(at, (at += place.groupBy.length));
      return { key: own.map(String).join("\u0001"), isCut: place.lowest !== null, value: place.read(own, place.lowest ? row[low++]! : null) };
    });
    const key = JSON.stringify(cells.map(({ key: piece, isCut, value }) => (isCut ? piece : value)));
    const known = groups.get(key);
    if (known) known.records += Number(row.at(-1));
    else groups.set(key, { values: cells.map(({ value }) => value), records: Number(row.at(-1)) });
  }
  const sorted = [...groups.values()].sort((left, right) => inOrder(left.values, right.values));
  if (sorted.length > most) return null;
  return { columns: Object.fromEntries(places.map(({ field }, at) => [field, sorted.map(({ values }) => values[at]!)])), records: sorted.map(({ records }) => records), measures: {} };
}
