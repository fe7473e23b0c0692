// Workbooks made of CSV texts, by object: for sheets about more than deals.

import { isProblem, parseTable } from "../../src/crm/table";
import type { ObjectKind } from "../../src/crm/reading";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { ChosenSheet } from "../../src/sheets/chosen";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import { dayOfIso, type CellValue } from "../../src/values";
import { columnOf, sheetOf } from "./made";

export interface FromCsv {
  readonly csv: Readonly<Partial<Record<ObjectKind, string>>>;
  readonly asOf: string;
  readonly sheet: ChosenSheet;
  readonly language?: Language;
  readonly memory?: Memory;
}

export function planFromCsv({ csv, asOf, sheet, language = "en", memory = emptyMemory }: FromCsv): WorkbookPlan {
  const day = dayOfIso(asOf);
  if (day === null) throw new Error(`no such day: ${asOf}`);
  const imports = linkImports(Object.entries(csv).map(([object, text]): Import => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(`${object}: ${table.problem}`);
    return readExport(table, { object: object as ObjectKind, memory });
  }));
  return report({ imports, memory, asOf: day, language, sheets: [sheet] });
}

/** A row of a table by what a column holds, as header and value. */
export function rowOf(plan: WorkbookPlan, table: string, column: string, value: CellValue): Readonly<Record<string, CellValue>> {
  const at = columnOf(plan, table, column).indexOf(value);
  if (at < 0) throw new Error(`no row ${String(value)} in ${table}[${column}]`);
  const found = plan.sheets.flatMap((sheet) => sheet.tables).find(({ name }) => name === table)!;
  return Object.fromEntries(found.columns.map((one) => [one.name, one.values[at] ?? null]));
}

/** The memory with what was typed into cells and tables. */
export function typedMemory(inputs: Readonly<Record<string, CellValue>>, tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }>> = {}): Memory {
  return { inputs: new Map(Object.entries(inputs)), tables: new Map(Object.entries(tables)) };
}

/** The big figure of a card and what is said below it. */
export function cardOf(plan: WorkbookPlan, sheet: ChosenSheet, label: string): readonly CellValue[] {
  const { cells }: SheetPlan = sheetOf(plan, sheet);
  const top = cells.find((cell) => cell.look === "cardLabel" && cell.value === label);
  if (!top) throw new Error(`no such card: ${label}`);
  const below = (down: number) => cells.find((cell) => cell.column === top.column && cell.row === top.row + down)?.value ?? null;
  return [below(1), below(2)];
}
