// Workbooks built from texts of exports, and what stands in them.

import { readFileSync } from "node:fs";
import type { ObjectKind } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { ChosenSheet } from "../../src/sheets/chosen";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { sharedData } from "../shared-data";
import { sheetOf } from "./made";

export interface Building {
  /** Texts by what their rows are. */
  readonly texts: Readonly<Partial<Record<ObjectKind, string>>>;
  readonly asOf: string;
  readonly language?: Language;
  readonly memory?: Memory;
  readonly sheets: readonly ChosenSheet[];
  readonly products?: readonly string[];
}

export function built({ texts, asOf, language = "en", memory = emptyMemory, sheets, products = [] }: Building): WorkbookPlan {
  return report({ imports: importsOf(texts, memory, products), memory, asOf: dayOfIso(asOf) as Day, language, sheets });
}

/** The texts, read and joined. */
export function importsOf(texts: Building["texts"], memory = emptyMemory, products: readonly string[] = []): readonly Import[] {
  const imports = Object.entries(texts).map(([object, text]) => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(`${object}: ${table.problem}`);
    return readExport(table, { object: object as ObjectKind, memory });
  });
  return linkImports(imports, products);
}

/** The text of a shared file. */
export function sharedText(path: string): string {
  return readFileSync(sharedData(path) ?? "", "utf8");
}

/** What stands in the row of a sheet that begins with a label, by column from 1. */
export function besideLabel(plan: WorkbookPlan, sheet: string, label: string, column = 1): CellValue {
  const { cells } = sheetOf(plan, sheet);
  const row = cells.find((one) => one.column === 0 && one.value === label)?.row;
  if (row === undefined) throw new Error(`no such row: ${label}`);
  return cells.find((one) => one.row === row && one.column === column)?.value ?? null;
}

/** A memory of input cells. */
export function typed(inputs: Readonly<Record<string, CellValue>>): Memory {
  return { ...emptyMemory, inputs: new Map(Object.entries(inputs)) };
}
