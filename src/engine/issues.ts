// What is to be said of a table that an engine read: rows left out, cells without a value, days that cannot be.

import { sql } from "kysely";
import { expected } from "../crm/expected";
import type { Filled } from "../crm/groups";
import { isUnnamed } from "../crm/header";
import type { Issue } from "../crm/reading";
import { isStageEntry } from "../crm/stage-entries";
import { isAmong } from "./case-of";
import type { EngineTable } from "./engine";
import { notDeleted } from "./facts";
import { estimateOf, type Fields } from "./field-sql";
import { extraColumns } from "./kept";
import { outputOf, recordsSql, type Source } from "./records-sql";
import type { RollupLimits } from "./rollups/definition";
import { asked, cellText, tableSql } from "./table-sql";

export async function issuesOf(source: Source, fields: Fields, filled: readonly Filled[], limits: Pick<RollupLimits, "doubles">): Promise<readonly Issue[]> {
  const { read, facts } = source;
  const extras = new Set(extraColumns(source).map(({ header }) => header).filter((header) => !isUnnamed(header) || filled.some((one) => one.header === header)));
  return [
    ...(read.table.issues ?? []),
    ...read.issues,
    ...unreadable(read.table),
    ...some("deleted-record", read.columns.get("isDeleted")?.name ?? null, facts.rowsRead - facts.records),
    ...[...facts.negatives].flatMap(([field, count]) => some("negative-amount", read.columns.get(field)!.name, count)),
    ...placeholders(source, (name) => !extras.has(name)),
    ...missing(source, filled),
    ...stageDays(source),
    ...[...extras].flatMap((header) => [...(isStageDay(source, header) || read.issues.some(({ column }) => column === header) ? [] : [said("ungrouped", header, 1)]), ...placeholders(source, (name) => name === header)]),
    ...(await cutTexts(source)),
    ...(await doubles(source, fields, limits.doubles)),
    ...(read.recognition.object === "deal" ? [...(await actualAmounts(source, fields)), ...(await ofDays(source, fields))] : []),
    ...oneCreated(source),
  ];
}

/** Columns that would tell a stage history if their records were read one by one. */
function stageDays(source: Source): readonly Issue[] {
  const columns = source.read.table.columns.filter(({ name }) => isStageDay(source, name));
  return some("stage-days-grouped", columns[0]?.name ?? null, columns.length);
}

function isStageDay({ read }: Source, header: string): boolean {
  return read.recognition.object === "deal" && isStageEntry(header);
}

/** What could not be read on the way to the table. */
export function unreadable(table: EngineTable): readonly Issue[] {
  return table.unreadable.map(({ column, count, example }) => said("unreadable", column, count, example));
}

/** Cells of texts that were cut on their way into groups and rows. */
async function cutTexts({ read, facts }: Source): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const column of read.table.columns) {
    const cut = [...(facts.words.get(column.name)?.cut ?? [])];
    if (cut.length === 0) continue;
    const [row] = await asked(read, sql`select ${read.engine.dialect.countIf(isAmong(cellText(read, column), cut.slice(0, mostCut)))} from ${tableSql(read.table)}${notDeleted(read, facts.deleted)}`, 1);
    issues.push(said("too-long", column.name, Number(row?.[0] ?? 0) + Math.max(0, cut.length - mostCut), cut[0]!.slice(0, 80)));
  }
  return issues;
}

/** Texts looked for in one statement; each of those beyond is counted as one cell. */
const mostCut = 100;

/** Empty cells of the fields a record should have. */
function missing({ read }: Source, filled: readonly Filled[]): readonly Issue[] {
  return expected[read.recognition.object].fields.flatMap((field) => {
    const header = read.columns.get(field)?.name;
    if (header === undefined) return [];
    return some("missing", header, filled.reduce((sum, one) => sum + (one.header === header ? one.records - one.filled : 0), 0));
  });
}

function placeholders({ read, facts }: Source, isWanted: (column: string) => boolean): readonly Issue[] {
  return read.table.columns.flatMap(({ name }) => {
    const words = facts.words.get(name);
    return isWanted(name) && words && words.nothingCells > 0 ? [said("placeholder", name, words.nothingCells, words.nothing.filter((text) => text.trim() !== "").slice(0, 3).join(", "))] : [];
  });
}

/** Orders have many lines, so a repeated number is no double. */
async function doubles(source: Source, fields: Fields, most: number): Promise<readonly Issue[]> {
  const { columns, recognition: { object } } = source.read;
  const id = fields("id");
  const header = columns.get("id")?.name;
  if (object === "order") return [];
  // Readers of files compare records without an id by what else tells them apart.
  const [first = "", ...others] = expected[object].identity;
  if (!id || header === undefined) return others.some((field) => columns.has(field)) ? some("duplicate-unchecked", columns.get(first)?.name ?? null, columns.has(first) ? source.facts.records : 0) : [];
  if (source.facts.records > most) return some("duplicate-unchecked", header, source.facts.records);
  const again = sql`(select id, count(*) as times from ${recordsSql(source, [outputOf(source, "id", id)])} where id <> '' group by id having count(*) > 1) as doubles`;
  const [row] = await asked(source.read, sql`select sum(times - 1), min(id) from ${again}`, 1);
  const count = Number(row?.[0] ?? 0);
  return count > 0 ? [said("duplicate", header, count, String(row?.[1] ?? ""))] : [];
}

/** Won deals that count at another amount than was estimated. */
async function actualAmounts(source: Source, fields: Fields): Promise<readonly Issue[]> {
  const { columns, engine: { dialect } } = source.read;
  const [outcome, actual, estimate] = [fields("outcome"), fields("wonAmount"), estimateOf(source.read, source.facts)];
  if (!outcome || !actual) return [];
  const differs = estimate ? sql`(estimate is null or actual <> estimate)` : sql`1 = 1`;
  const outputs = [outputOf(source, "outcome", outcome), outputOf(source, "actual", actual), ...(estimate ? [outputOf(source, "estimate", estimate)] : [])];
  const [row] = await asked(source.read, sql`select ${dialect.countIf(sql`outcome = 'won' and actual is not null and ${differs}`)} from ${recordsSql(source, outputs)}`, 1);
  return some("actual-amount", columns.get("wonAmount")?.name ?? null, Number(row?.[0] ?? 0));
}

/** Deals won or lost without a day, and those closed before they were created. */
async function ofDays(source: Source, fields: Fields): Promise<readonly Issue[]> {
  const { columns, engine: { dialect } } = source.read;
  const [outcome, closed, created] = [fields("outcome"), fields("closed"), fields("created")];
  if (!outcome) return [];
  const outputs = [outputOf(source, "outcome", outcome), ...(closed ? [outputOf(source, "closed", closed)] : []), ...(created ? [outputOf(source, "created", created)] : [])];
  const over = sql`outcome <> 'open'`;
  const gaps = closed ? dialect.countIf(sql`${over} and closed is null`) : dialect.countIf(over);
  const wrong = closed && created ? dialect.countIf(sql`${over} and closed < created`) : sql`0`;
  const [row] = await asked(source.read, sql`select ${gaps}, ${wrong} from ${recordsSql(source, outputs)}`, 1);
  const [without, before] = [Number(row?.[0] ?? 0), Number(row?.[1] ?? 0)];
  const close = ["closeDate", "wonOn", "lostOn"].map((field) => columns.get(field)?.name).find((name) => name !== undefined) ?? null;
  return [
    ...some(close === null ? "no-close-date" : "missing", close, without),
    ...some("close-before-created", columns.get("closeDate")?.name ?? columns.get("created")?.name ?? null, before),
  ];
}

function oneCreated({ read, facts }: Source): readonly Issue[] {
  const isAsked = ["deal", "lead"].includes(read.recognition.object);
  return isAsked && facts.hasOneCreated ? [said("one-created-date", read.columns.get("created")!.name, facts.records)] : [];
}

function some(kind: Issue["kind"], column: string | null, count: number): readonly Issue[] {
  return count > 0 ? [said(kind, column, count)] : [];
}

function said(kind: Issue["kind"], column: string | null, count: number, found: string | null = null): Issue {
  return { kind, row: null, column, found, count };
}
