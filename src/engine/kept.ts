// Which records stay rows of their own: those still open, unless they are too many, and deals won on the newest days.

import { sql } from "kysely";
import { isTechnical } from "../crm/extras";
import type { ExtraColumn } from "../crm/reading";
import type { CellValue } from "../values";
import { cellField, type Fields } from "./field-sql";
import type { Quantity } from "./group-statement";
import { inOrder, type ReadKey } from "./merge-groups";
import { outputOf, recordsSql, type Output, type Source } from "./records-sql";
import type { RollupDefinition, RollupLimits } from "./rollups/definition";
import { asked, numberOf, textOf } from "./table-sql";

/** Which records are kept, as a column of the records that is 1 for them; null where none are. */
interface Keeping {
  readonly output: Output | null;
  readonly eachOpen: boolean;
  /** How many at most. */
  readonly count: number;
}

/** `open` is how many records are still open. */
export async function keepingOf(source: Source, fields: Fields, { keepsOpen }: RollupDefinition, limits: RollupLimits, open: number): Promise<Keeping> {
  const state = keepsOpen && fields(keepsOpen.field);
  if (!keepsOpen || !state) return { output: null, eachOpen: false, count: 0 };
  const eachOpen = open <= limits.open;
  const newest = await newestWon(source, fields, limits.newestWon);
  const closed = fields("closed");
  const isOpen = eachOpen ? [sql`when ${state.sql} = ${sql.lit(String(keepsOpen.is))} then 1`] : [];
  const { dialect } = source.read.engine;
  const isNew = newest && closed ? [sql`when ${state.sql} = 'won' and ${dialect.dayNumber(closed.sql)} >= ${sql.lit(newest.from)} then 1`] : [];
  const cases = [...isOpen, ...isNew];
  const inner = new Map([...state.inner, ...(isNew.length > 0 ? closed!.inner : [])]);
  return {
    eachOpen,
    count: (eachOpen ? open : 0) + (newest?.count ?? 0),
    output: cases.length === 0 ? null : { name: "is_kept", inner, sql: sql`case ${sql.join(cases, sql` `)} else 0 end` },
  };
}

/** The first of the newest days that together have no more deals won than `most`; null where the newest alone has more. */
async function newestWon(source: Source, fields: Fields, most: number): Promise<{ readonly from: number; readonly count: number } | null> {
  const [outcome, closed] = [fields("outcome"), fields("closed")];
  if (!outcome || !closed || most === 0) return null;
  const outputs = [outputOf(source, "outcome", outcome), outputOf(source, "closed", closed)];
  const rows = await asked(source.read, sql`select closed, count(*) as records from ${recordsSql(source, outputs)} where outcome = 'won' and closed is not null group by closed order by closed desc limit ${sql.lit(most + 1)}`, most + 1);
  let found: { from: number; count: number } | null = null;
  for (const [day, records] of rows) {
    const count: number = (found?.count ?? 0) + Number(records);
    if (count > most) break;
    found = { from: Number(day), count };
  }
  return found;
}

/** Records as they are: fields and quantities by name, and what has no field as texts. */
export interface KeptRows {
  readonly count: number;
  readonly columns: ReadonlyMap<string, readonly CellValue[]>;
  readonly quantities: ReadonlyMap<string, readonly (number | null)[]>;
  readonly extras: readonly ExtraColumn[];
}

/** `names` are the fields to show. */
export async function keptRows(source: Source, fields: Fields, names: readonly string[], quantities: readonly Quantity[], keeping: Keeping, hasAmount: Output | null, read: ReadKey): Promise<KeptRows> {
  const shown = names.flatMap((name) => (fields(name) ? [{ name, field: fields(name)! }] : []));
  const extras = extraColumns(source);
  const outputs = [
    ...shown.map(({ name, field }) => outputOf(source, name, field)),
    ...quantities.map(({ name, field }): Output => ({ name: `${name}_each`, inner: field.inner, sql: field.sql })),
    ...extras.map(({ output }) => output),
    ...(hasAmount ? [hasAmount] : []),
  ];
  const rows = keeping.output ? await asked(source.read, sql`select ${sql.join(outputs.map(({ name }) => sql.id(name)))} from ${recordsSql(source, [...outputs, keeping.output])} where is_kept = 1`, keeping.count) : [];
  const sorted = [...rows].sort(inOrder);
  const placeOf = (name: string) => outputs.findIndex((output) => output.name === name);
  const cellsOf = (name: string) => {
    const place = placeOf(name);
    return sorted.map((row) => row[place]);
  };
  const has = hasAmount ? placeOf(hasAmount.name) : -1;
  return {
    count: sorted.length,
    columns: new Map(shown.map(({ name }, place) => [name, sorted.map((row) => read(name, row[place]!, has >= 0 && Number(row[has]) === 1))])),
    quantities: new Map(quantities.map(({ name }) => [name, cellsOf(`${name}_each`).map(numberOf)])),
    extras: extras.map(({ header, output }) => ({ header, values: cellsOf(output.name).map((cell) => source.facts.words.get(header)!.of(textOf(cell))) })),
  };
}

/** The columns without a field that people read. */
export function extraColumns({ read }: Source): readonly { readonly header: string; readonly output: Output }[] {
  const used = new Set([...read.columns.values()].map(({ name }) => name));
  return read.table.columns.flatMap((column, at) => {
    if (used.has(column.name) || isTechnical(column.name)) return [];
    const { inner, sql: value } = cellField(read, column, at);
    return [{ header: column.name, output: { name: `cell_${at}`, inner, sql: value } }];
  });
}
