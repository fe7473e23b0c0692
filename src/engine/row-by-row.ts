// A table that is small enough is read row by row: its cells as a CSV export has them, then by the readers of files.

import { sql } from "kysely";
import { expected } from "../crm/expected";
import { isFigureKind } from "../crm/fields";
import { kindOf } from "../crm/objects/tables";
import type { CrmTable, ObjectKind } from "../crm/reading";
import { importsIn, readExport, type Known } from "../read-exports";
import type { Import } from "../sheets/data/import";
import { isoOf, type Day } from "../values";
import { EngineProblem, type EngineCell, type EngineColumn } from "./engine";
import { unreadable } from "./issues";
import { inOrder } from "./merge-groups";
import { importTable, textTable, type TableRead } from "./read-sample";
import { turnSql } from "./stage-history";
import { asked, cellText, tableSql, textOf } from "./table-sql";

/** Tables of at most so many records are read row by row. */
export const mostRowsRead = 100_000;
/** Of these objects every record is looked at by itself: always row by row, up to as many as a sheet is good for. */
const single: ReadonlySet<ObjectKind> = new Set(["account", "survey", "rep"]);
const mostSingle = 200_000;

/** The table's records, and the stage history its columns tell; null where there are more than `most`. Throws an EngineProblem where they must be read one by one and are too many. */
export async function readRowByRow(read: TableRead, known: Known, most: number): Promise<readonly Import[] | null> {
  const { table, recognition: { object } } = read;
  const [[found] = []] = await asked(read, sql`select count(*) from ${tableSql(table)}`, 1);
  const count = Number(found);
  const isSingle = single.has(object);
  if (isSingle && count > mostSingle) throw new EngineProblem("too-many-rows", table.name, `${count.toLocaleString("en")} > ${mostSingle.toLocaleString("en")}`);
  if (count === 0 || (!isSingle && count > most)) return null;
  const whole = await cellsOf(read, count);
  return importsIn(whole, readExport(whole, known)).map(({ table: { header, rowsRead }, recognition, reading }, at) => ({
    table: { ...importTable(table, rowsRead), header },
    recognition,
    // A line of a database's table is nowhere to be looked up.
    reading: { ...reading, issues: [...(at === 0 ? [...(table.issues ?? []), ...unreadable(table)] : []), ...reading.issues.map((issue) => ({ ...issue, row: null }))] },
  }) as Import);
}

/** All cells, in an order that is the same each time. */
async function cellsOf(read: TableRead, count: number): Promise<CrmTable> {
  const { table } = read;
  const currency = table.amountCurrency === undefined ? [] : [sql.id(table.amountCurrency)];
  const cells = [...table.columns.map((column) => cellOf(read, column)), ...currency, ...orderOf(read)].map((cell, at) => sql`${cell} as ${sql.id(`cell_${at}`)}`);
  const found = await asked(read, sql`select ${sql.join(cells)} from ${tableSql(table)}`, count);
  const figures = new Set([...read.columns].filter(([field]) => isFigureKind(kindOf(read.recognition.object, field))).map(([, { name }]) => name));
  const amounts = expected[read.recognition.object].amounts.map((field) => table.columns.findIndex((column) => column === read.columns.get(field))).filter((at) => at >= 0);
  const rows = found.map((row) => {
    const texts = table.columns.map((column, at) => writtenAs(column, row[at] ?? null, figures.has(column.name)));
    const amount = amounts.find((at) => texts[at] !== "");
    const named = textOf(row[table.columns.length]);
    if (amount !== undefined && named !== "") texts[amount] = `${named} ${texts[amount]}`;
    return { texts, key: [...row.slice(table.columns.length + currency.length), ...texts] };
  }).sort((left, right) => inOrder(left.key, right.key)).map(({ texts }) => texts);
  return { ...textTable(table.name, table.columns.map(({ name }) => name), rows), rowsRead: table.rowsRead ?? rows.length };
}

/** Of stage moves, which are told apart by what came first: their place in the file, else their time. */
function orderOf(read: TableRead) {
  if (read.recognition.object !== "stageMove") return [];
  const column = read.columns.get("on");
  const { dialect } = read.engine;
  if (read.table.rowOrder !== undefined || !column) return [turnSql(read)];
  const day = dialect.dayNumber(dialect.date(sql.id(column.name)));
  return [sql`${day} * ${sql.lit(86_400_000_000)} + ${turnSql(read)}`];
}

function cellOf(read: TableRead, column: EngineColumn) {
  const { dialect } = read.engine;
  if (column.type === "day") return dialect.dayNumber(dialect.date(sql.id(column.name)));
  return column.type === "number" ? sql.id(column.name) : cellText(read, column);
}

/** Three decimals could be thousands to a reader of files; four cannot. */
function writtenAs({ type }: EngineColumn, cell: EngineCell, isFigureCell: boolean): string {
  if (cell === null || cell === "") return "";
  if (type === "day") return isoOf(Number(cell) as Day);
  if (typeof cell === "number" && Number.isInteger(cell) && !Number.isSafeInteger(cell)) return BigInt(cell).toString();
  return type === "number" && isFigureCell ? String(cell).replace(/(\.\d{3})$/, "$10") : String(cell);
}
