// Exports as text, one after the other, each through a real file: what the next refresh remembers.

import { isProblem, parseTable } from "../../src/crm/table";
import type { CrmTable } from "../../src/crm/reading";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { importsIn, linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { firstSheets } from "../first-sheets";
import { contextOf, type ContextInput } from "../../src/sheets/make-context";
import type { Memory, RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { whatChanged } from "../../src/sheets/what-changed";
import type { Language } from "../../src/text/language";
import { dayOfIso, type CellValue, type Day } from "../../src/values";

export function cut(text: string, file = "deals.csv"): CrmTable {
  const table = parseTable({ file, text });
  if (isProblem(table)) throw new Error(table.problem);
  return table;
}

/** An export read as the workbook of `memory` remembers it, and what is made of it. */
export function inputOf(text: string, asOf: string, memory: Memory, language: Language = "en"): ContextInput {
  const table = cut(text);
  const read = readExport(table, { memory });
  return { imports: linkImports(importsIn(table, read)), memory, asOf: dayOfIso(asOf) as Day, language };
}

export function planOf(input: ContextInput): WorkbookPlan {
  return report({ ...input, sheets: firstSheets });
}

/** What is remembered after a refresh with this export. */
export async function refreshed(text: string, asOf: string, memory: Memory, language: Language = "en"): Promise<Memory> {
  return recallXlsx(await writeXlsxInNode(planOf(inputOf(text, asOf, memory, language))), remembered);
}

export function changesOf(input: ContextInput) {
  return whatChanged(contextOf(input).context);
}

export function tableIn(memory: Memory, name: string): RememberedTable {
  const table = memory.tables.get(name);
  if (!table) throw new Error(`no such table: ${name}`);
  return table;
}

/** Rows of some columns. */
export function cellsIn(memory: Memory, name: string, ...columns: readonly string[]): CellValue[][] {
  const table = tableIn(memory, name);
  return table.rows.map((row) => columns.map((column) => row[table.columns.indexOf(column)] ?? null));
}

/** The memory with a cell typed over, or one in a column of the user's own. */
export function typed(memory: Memory, name: string, row: number, column: string, value: CellValue): Memory {
  const table = tableIn(memory, name);
  const columns = table.columns.includes(column) ? table.columns : [...table.columns, column];
  const rows = table.rows.map((cells, at) => columns.map((header, place) => (at === row && header === column ? value : (cells[place] ?? null))));
  return { ...memory, tables: new Map([...memory.tables, [name, { columns, rows }]]) };
}
