// What must be known of a whole table before its records can be grouped: one look at all its columns.

import { sql } from "kysely";
import { leastForOneCreated } from "../crm/findings";
import { longestOf } from "../crm/fields";
import { fieldTables, kindOf } from "../crm/objects/tables";
import { headerUnit } from "../crm/readers/money";
import { flagOf } from "../crm/readers/flag";
import { nothingWords } from "../crm/readers/clean";
import { areHundredths } from "../crm/readers/percent";
import type { WordKind } from "../crm/readers/text";
import { mostCellText } from "../values";
import { isAmong } from "./case-of";
import { vast, type Sql } from "./dialect";
import type { EngineCell, EngineColumn, EngineRow } from "./engine";
import type { TableRead } from "./read-sample";
import { asked, cellText, tableSql, textOf } from "./table-sql";
import { wordsOf, type Words } from "./words";

export interface Facts {
  /** Rows of the table, and how many of them are no deleted records. */
  readonly rowsRead: number;
  readonly records: number;
  /** The texts of the column for deleted records that say so. */
  readonly deleted: readonly string[];
  /** What a rate is divided by to be a ratio, and an amount is multiplied by: `金额（万元）` by 10,000. */
  readonly divisors: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** By header, for columns of texts and flags. */
  readonly words: ReadonlyMap<string, Words>;
  /** All records were created on one day: when they were loaded. */
  readonly hasOneCreated: boolean;
  /** Fields with amounts too large for fast decimals. */
  readonly wide: ReadonlySet<string>;
  /** By field, how many amounts are below zero. */
  readonly negatives: ReadonlyMap<string, number>;
}

/** How many different texts our readers look at to decide what the records of a table are. */
const mostDeleted = 1000;
const mostCandidates = 5000;

export async function factsOf(read: TableRead): Promise<Facts> {
  const { rowsRead, deleted } = await deletedOf(read);
  const facts = await profileOf(read, deleted);
  const words = new Map<string, Words>();
  for (const column of read.table.columns) {
    const candidates = column.type === "text" ? await candidatesOf(read, column, deleted) : new Map<string, number>();
    words.set(column.name, wordsOf(candidates, facts.records, kindOfWords(read, column)));
  }
  return { ...facts, rowsRead: rowsRead === 0 ? facts.records : rowsRead, deleted, words };
}

async function deletedOf(read: TableRead): Promise<{ rowsRead: number; deleted: readonly string[] }> {
  const column = read.columns.get("isDeleted");
  if (!column) return { rowsRead: 0, deleted: [] };
  const rows = await asked(read, sql`select ${cellText(read, column)}, count(*) from ${tableSql(read.table)} group by ${cellText(read, column)}`, mostDeleted);
  const said = rows.filter(([text]) => flagOf(textOf(text)) === true);
  return { rowsRead: sumOf(rows), deleted: said.map(([text]) => textOf(text)).sort() };
}

/** The rows that are records. */
export function notDeleted(read: TableRead, deleted: readonly string[]): Sql {
  const column = read.columns.get("isDeleted");
  return column && deleted.length > 0 ? sql` where case when ${isAmong(cellText(read, column), deleted)} then 0 else 1 end = 1` : sql``;
}

type Profile = Pick<Facts, "records" | "divisors" | "scales" | "wide" | "negatives" | "hasOneCreated">;

/** One question of the profile and where its answer goes. */
interface Asked {
  readonly sql: Sql;
  readonly take: (answer: EngineCell) => void;
}

async function profileOf(read: TableRead, deleted: readonly string[]): Promise<Profile> {
  const { engine: { dialect }, recognition } = read;
  const counts = new Map<string, number>();
  const note = (key: string) => (answer: EngineCell): void => void counts.set(key, Number(answer ?? NaN));
  const questions: Asked[] = [{ sql: sql`count(*)`, take: note("records") }];
  const [divisors, scales, negatives] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const wide = new Set<string>();
  for (const [field, column] of read.columns) {
    const kind = kindOf(recognition.object, field);
    const value = sql.id(column.name);
    if (kind === "percent") questions.push({ sql: sql`max(${dialect.double(value)})`, take: note(`${field} most`) }, { sql: dialect.countIf(sql`${value} > 0 and ${value} < 1`), take: note(`${field} fractions`) });
    if (kind === "money") {
      const { scale } = headerUnit(column.name);
      scales.set(field, scale);
      questions.push({ sql: dialect.countIf(sql`${value} < 0`), take: (answer) => void negatives.set(field, Number(answer ?? 0)) });
      questions.push({ sql: dialect.countIf(sql`abs(${dialect.double(value)}) >= ${sql.lit(vast / scale)}`), take: (answer) => void (Number(answer ?? 0) > 0 && wide.add(field)) });
    }
    if (field === "created") questions.push({ sql: sql`min(${dialect.dayNumber(dialect.date(value))})`, take: note("first") }, { sql: sql`max(${dialect.dayNumber(dialect.date(value))})`, take: note("last") });
  }
  const [row] = await asked(read, sql`select ${sql.join(questions.map((one) => one.sql))} from ${tableSql(read.table)}${notDeleted(read, deleted)}`, 1);
  questions.forEach(({ take }, at) => take(row?.[at] ?? null));
  for (const [field, column] of read.columns) {
    if (kindOf(recognition.object, field) === "percent") divisors.set(field, areHundredths(column.name, (counts.get(`${field} most`) ?? 0) > 1, (counts.get(`${field} fractions`) ?? 0) > 0) ? 100 : 1);
  }
  const records = counts.get("records") ?? 0;
  return { records, divisors, scales, wide, negatives, hasOneCreated: records >= leastForOneCreated && counts.has("first") && counts.get("first") === counts.get("last") };
}

/** The words for nothing, in full width too, and what a cell of one odd space is. */
function candidateWords(): readonly string[] {
  const wide = (word: string) => word.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).toLowerCase();
  const words = nothingWords();
  return [...new Set(["", ...words, ...words.filter((word) => word.length <= 4).map(wide), "不详", "–", "—", "−", "\u00a0", "\u3000", "\t", "\n", "\r\n", "\u200b"])];
}

/**
 * The texts of a column that may stand for nothing, each with how many cells have it. Where texts repeat they are
 * looked at once each, else only the short ones.
 */
async function candidatesOf(read: TableRead, column: EngineColumn, deleted: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const cells = sql`(select ${cellText(read, column)} as text from ${tableSql(read.table)}${notDeleted(read, deleted)}) as cells`;
  const words = candidateWords();
  const start = commonStart(textsOf(read, column), words);
  const canBe = sql`${start === "" ? sql`` : sql`text not like ${`${start}%`} and `}text <> '' and length(text) <= 16`;
  // A CASE, since an engine may look at both sides of an AND: folding costs most.
  const isCandidate = sql`case when ${canBe} then ${read.engine.dialect.folded(sql`text`)} end in (${sql.join(words)})`;
  const query = repeats(read, column)
    ? sql`select text, cells from (select text, count(*) as cells from ${cells} group by text) as texts where ${isCandidate}`
    : sql`select text, count(*) as cells from ${cells} where ${isCandidate} group by text`;
  return new Map((await asked(read, query, mostCandidates)).map(([raw, count]) => [String(raw), Number(count)]));
}

/** Whether the texts of the sample repeat. */
function repeats(read: TableRead, column: EngineColumn): boolean {
  const texts = textsOf(read, column);
  return new Set(texts).size * 2 <= texts.length;
}

function textsOf({ table }: TableRead, { name }: EngineColumn): readonly string[] {
  const at = table.columns.findIndex((column) => column.name === name);
  return table.sample.map((row) => row[at] ?? "").filter((text) => text !== "");
}

/** The few letters and digits that all these texts start with, as ids do, where no word starts so. */
function commonStart(texts: readonly string[], words: readonly string[]): string {
  const [first = ""] = texts;
  let length = /^[A-Za-z0-9]{0,3}/.exec(first)![0].length;
  for (const text of texts) while (!text.startsWith(first.slice(0, length))) length -= 1;
  const start = first.slice(0, length);
  return words.some((word) => word.startsWith(start.toLowerCase())) ? "" : start;
}

function kindOfWords({ recognition: { object }, columns }: TableRead, { name }: EngineColumn): WordKind {
  const fields = [...columns].flatMap(([field, column]) => (column.name === name ? [field] : []));
  return { isId: fields.some((field) => kindOf(object, field) === "id"), longest: Math.min(mostCellText, ...fields.map((field) => longestOf(fieldTables[object], field))) };
}

function sumOf(rows: readonly EngineRow[]): number {
  return rows.reduce((sum, [, count]) => sum + Number(count), 0);
}
