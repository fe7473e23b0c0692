// The rows of a file as our own reader gives them, and as the engine over files does: both as text, in the same order.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { headerUnit } from "../../src/crm/readers/money";
import { kindOf } from "../../src/crm/objects/tables";
import type { Recognition } from "../../src/crm/reading";
import { isProblem } from "../../src/crm/table";
import { EngineProblem, type EngineTable } from "../../src/engine/engine";
import { duckFiles, type FileOptions } from "../../src/engine/duckdb";
import { textTable } from "../../src/engine/read-sample";
import { readExport, type Known } from "../../src/read-exports";
import { isoOf, type Day } from "../../src/values";
import { openTable } from "../crm/open-table";

/** A table as sorted rows of text, or why there is none. */
interface Rows {
  readonly header: readonly string[];
  readonly rows: readonly string[];
  readonly rowsRead: number;
}

/** By our own reader, the whole file in memory. */
export async function ownRows(path: string, known: Known = {}): Promise<Rows | "problem"> {
  const table = await openTable(basename(path), await readFile(path));
  if (isProblem(table)) return "problem";
  const { recognition, reading } = readExport(table, known);
  const fields = new Map(Object.entries(recognition.mapping).map(([field, header]) => [header, field]));
  const at = new Map((reading.columns as unknown as { row: readonly number[] }).row.map((line, place) => [line, place]));
  const rows = table.rows.map((cells, row) =>
    table.header.map((header, column) => {
      const field = fields.get(header);
      const kind = field === undefined ? "text" : kindOf(recognition.object, field);
      const place = at.get(table.lines[row]!);
      if (kind === "text" || kind === "id" || kind === "flag" || place === undefined) return cells[column]!;
      const value = (reading.columns as unknown as Record<string, readonly (number | null)[]>)[field!]![place]!;
      return value === null ? "" : kind === "day" ? isoOf(value as Day) : numberText(value);
    }),
  );
  return { header: table.header, rows: sorted(rows), rowsRead: table.rowsRead };
}

/** By the engine. */
export async function engineRows(paths: readonly string[], options: FileOptions = {}): Promise<(Rows & { readonly table: EngineTable }) | "problem"> {
  let engine;
  try {
    engine = await duckFiles(paths, options);
    const table = await engine.table("");
    const cells = await engine.rows({ sql: `select ${table.columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(", ")} from ${table.path.map((part) => `"${part}"`).join(".")}`, parameters: [] }, 1_000_000);
    const { recognition } = readExport(textTable(table.name, table.columns.map(({ name }) => name), table.sample), options.known);
    const units = table.columns.map(({ name, type }, column) => (type === "number" ? unitOf(name, cells.map((row) => row[column] as number | null), kindIn(recognition, name)) : 1));
    const rows = cells.map((row) => row.map((cell, column) => (cell === null ? "" : typeof cell === "number" ? numberText(cell * units[column]!) : String(cell))));
    return { header: table.columns.map(({ name }) => name), rows: sorted(rows), rowsRead: table.rowsRead ?? 0, table };
  } catch (error) {
    if (error instanceof EngineProblem) return "problem";
    throw error;
  } finally {
    await engine?.close();
  }
}

function kindIn({ object, mapping }: Recognition, header: string): string {
  const field = Object.keys(mapping).find((one) => mapping[one] === header);
  return field === undefined ? "text" : kindOf(object, field);
}

/** As the rollup takes numbers: amounts in the unit of their header, rates above 1 as hundredths. */
function unitOf(header: string, values: readonly (number | null)[], kind: string): number {
  if (kind === "money") return headerUnit(header).scale;
  if (kind !== "percent") return 1;
  const isHundredths = values.some((value) => value !== null && value > 1) || (/[%％]/.test(header) && !values.some((value) => value !== null && value > 0 && value < 1));
  return isHundredths ? 0.01 : 1;
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function sorted(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
