// What our readers conclude from several columns together: they read each combination of texts once, and the engine is told by a CASE.

import { sql } from "kysely";
import type { FieldMapping } from "../crm/fields";
import { isLifecycle, readLeads } from "../crm/read";
import { outcomesOf, readDeals } from "../crm/read-deals";
import type { CrmTable, Issue } from "../crm/reading";
import { caseOf, type Choice } from "./case-of";
import type { Sql } from "./dialect";
import type { EngineColumn, EngineRow } from "./engine";
import { notDeleted, type Facts } from "./facts";
import type { Decided } from "./field-sql";
import { textTable, type TableRead } from "./read-sample";
import { asked, cellText, tableSql, textOf } from "./table-sql";

/** What was decided, in SQL, and how many records have each word of it. */
interface Decision {
  readonly decided: Decided;
  readonly counts: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
}

/** More combinations than this are no stages and flags any more. */
const mostCombinations = 20_000;

/** Outcomes of deals, conversions of leads; nothing for other objects. */
export async function decide(read: TableRead, facts: Facts): Promise<Decision> {
  switch (read.recognition.object) {
    case "deal": return decideOutcomes(read, facts);
    case "lead": return decideConversions(read, facts);
    default: return { decided: new Map(), counts: new Map(), issues: [] };
  }
}

/** A column of the combinations: its field or header, how the engine says it, and the cell our readers take for it. */
interface Part {
  readonly field: string;
  readonly header: string;
  readonly sql: Sql;
}

async function decideOutcomes(read: TableRead, facts: Facts): Promise<Decision> {
  const parts = [
    ...textParts(read, ["stage", "status", "isWon", "isClosed"]),
    ...columnParts(read, "probability", (column) => chance(column, facts.divisors.get("probability") ?? 1)),
    ...columnParts(read, "wonOn", (column) => hasDay(read, column)),
    ...columnParts(read, "lostOn", (column) => hasDay(read, column)),
  ];
  const { rows, table, mapping } = await combinations(read, facts, parts);
  const reading = readDeals(table, mapping, read.recognition.crm);
  const found = outcomesOf(reading.columns, mapping);
  const all = rows.map((row, at) => ({ ...found(at), count: countOf(row) }));
  const column = mapping["stage"] ?? mapping["status"] ?? null;
  const many = (kind: "outcome-contradicts-stage" | "unknown-stage", some: readonly { readonly count: number }[]): Issue[] => {
    const count = some.reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ kind, row: null, column, found: null, count }];
  };
  return {
    ...decisionOf(read, "outcome", parts, rows, all.map(({ outcome }) => outcome)),
    issues: [...many("outcome-contradicts-stage", all.filter(({ isContradicted }) => isContradicted)), ...many("unknown-stage", all.filter(({ isUnknown }) => isUnknown))],
  };
}

async function decideConversions(read: TableRead, facts: Facts): Promise<Decision> {
  const used = new Set([...read.columns.values()]);
  const lifecycle = read.table.columns.filter((column) => !used.has(column) && isLifecycle(column.name)).slice(0, 1);
  const parts = [
    ...textParts(read, ["converted", "status"]),
    ...columnParts(read, "convertedOn", (column) => hasDay(read, column)),
    ...lifecycle.map((column): Part => ({ field: "", header: column.name, sql: cellText(read, column) })),
  ];
  const { rows, table, mapping } = await combinations(read, facts, parts);
  const { isConverted } = readLeads(table, mapping, read.recognition.crm).columns;
  return { ...decisionOf(read, "isConverted", parts, rows, isConverted.map(String)), issues: [] };
}

function decisionOf({ engine: { dialect } }: TableRead, field: string, parts: readonly Part[], rows: readonly EngineRow[], values: readonly string[]): Pick<Decision, "decided" | "counts"> {
  const choices = rows.map((row, at): Choice => ({ texts: parts.map((_, place) => textOf(row[place])), value: values[at]! }));
  const counts = new Map<string, number>();
  rows.forEach((row, at) => counts.set(values[at]!, (counts.get(values[at]!) ?? 0) + countOf(row)));
  return { decided: new Map([[field, caseOf(dialect, parts.map((part) => part.sql), choices)]]), counts };
}

/** Each combination with how many records have it, and all of them as the table of a file. */
async function combinations(read: TableRead, facts: Facts, parts: readonly Part[]): Promise<{ readonly rows: readonly EngineRow[]; readonly table: CrmTable; readonly mapping: FieldMapping }> {
  const columns = parts.map((part, at) => sql`${part.sql} as ${sql.id(`part_${at}`)}`);
  const names = parts.map((_, at) => sql.id(`part_${at}`));
  const source = sql`(select ${columns.length === 0 ? sql`1 as one` : sql.join(columns)} from ${tableSql(read.table)}${notDeleted(read, facts.deleted)}) as parts`;
  const grouped = names.length === 0 ? sql`` : sql` group by ${sql.join(names)} order by ${sql.join(names)}`;
  const rows = await asked(read, sql`select ${sql.join([...names, sql`count(*) as records`])} from ${source}${grouped}`, mostCombinations);
  return {
    rows,
    table: textTable(read.table.name, parts.map(({ header }) => header), rows.map((row) => parts.map((_, at) => textOf(row[at])))),
    mapping: Object.fromEntries(parts.flatMap(({ field, header }) => (field === "" ? [] : [[field, header]]))),
  };
}

function textParts(read: TableRead, fields: readonly string[]): readonly Part[] {
  return fields.flatMap((field) => columnParts(read, field, (column) => cellText(read, column)));
}

function columnParts(read: TableRead, field: string, make: (column: EngineColumn) => Sql): readonly Part[] {
  const column = read.columns.get(field);
  return column ? [{ field, header: column.name, sql: make(column) }] : [];
}

/** Only certain and impossible matter. */
function chance({ name }: EngineColumn, divisor: number): Sql {
  return sql`case when ${sql.id(name)} = ${sql.lit(divisor)} then '100%' when ${sql.id(name)} = 0 then '0%' when ${sql.id(name)} is null then '' else '50%' end`;
}

function hasDay({ engine }: TableRead, { name }: EngineColumn): Sql {
  return sql`case when ${engine.dialect.date(sql.id(name))} is null then '' else '2020-02-02' end`;
}

function countOf(row: EngineRow): number {
  return Number(row.at(-1));
}
