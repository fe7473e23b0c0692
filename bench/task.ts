// One measurement in a process of its own: `task.js TASK ROWS` prints JSON; `run.ts` bundles it.

import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as SheetJs from "@e965/xlsx";
import ExcelJs from "exceljs";
import Papa from "papaparse";
import { isProblem, parseTable } from "../src/crm/table";
import { saveXlsx } from "../src/hosts/xlsx/node";
import { recallXlsx } from "../src/hosts/xlsx/recall";
import { readExport } from "../src/read-exports";
import { report, type ReportInput } from "../src/report";
import { chosenSheets } from "../src/sheets/chosen";
import { emptyMemory } from "../src/sheets/memory";
import { remembered } from "../src/sheets/remembered";
import { dayOf } from "../src/values";
import { everythingAsOf, exportTexts, importsOf, large } from "../test/everything";
import { firstSheets } from "../test/first-sheets";
import { header, madeRows, madeText } from "./made";

export const tasks = ["papaparse", "read", "build", "exceljs", "sheetjs", "report", "write", "refresh", "catalogue", "catalogue-exceljs", "catalogue-sheetjs"] as const;
export type Task = (typeof tasks)[number];

/** Milliseconds of the task; memory in MB, of the whole process at its highest and what the task added. */
export interface Measured {
  readonly ms: number;
  readonly peak: number;
  readonly added: number;
}

const folder = mkdtempSync(join(tmpdir(), "salesbook-bench-"));
const target = join(folder, "book.xlsx");

void main(process.argv[2] as Task, Number(process.argv[3]));

async function main(task: Task, rows: number): Promise<void> {
  try {
    const run = await prepared(task, rows);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const started = performance.now();
    await run();
    const ms = performance.now() - started;
    const peak = process.resourceUsage().maxRSS / 1024;
    const measured: Measured = { ms, peak, added: peak - before / 2 ** 20 };
    console.log(JSON.stringify(measured));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is measured, with its input made beforehand. */
async function prepared(task: Task, rows: number): Promise<() => unknown> {
  switch (task) {
    case "papaparse": {
      const text = madeText(rows);
      return () => Papa.parse(text, { delimiter: "," });
    }
    case "read": {
      const text = madeText(rows);
      return () => importOf(text);
    }
    case "build": {
      const text = madeText(rows);
      return () => saveXlsx(target, report(inputOf(text)));
    }
    case "report": {
      const input = inputOf(madeText(rows));
      return () => report(input);
    }
    case "write": {
      const plan = report(inputOf(madeText(rows)));
      return () => saveXlsx(target, plan);
    }
    case "refresh": {
      const text = madeText(rows);
      await saveXlsx(target, report(inputOf(text)));
      return async () => saveXlsx(target, report({ ...inputOf(text), memory: recallXlsx(await readFile(target), remembered) }));
    }
    case "catalogue": {
      const texts = exportTexts("en", large);
      return () => saveXlsx(target, report({ imports: importsOf(texts), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: chosenSheets }));
    }
    case "catalogue-exceljs": {
      const sheets = cutTexts();
      return () => writeByExcelJs(sheets);
    }
    case "catalogue-sheetjs": {
      const sheets = cutTexts();
      return () => writeBySheetJs(sheets);
    }
    case "exceljs": {
      const cells = typedRows(rows);
      return () => writeByExcelJs([cells]);
    }
    case "sheetjs": {
      const cells = typedRows(rows);
      return () => writeBySheetJs([cells]);
    }
  }
}

function importOf(text: string) {
  const table = parseTable({ file: "deals.csv", text });
  if (isProblem(table)) throw new Error(table.problem);
  return readExport(table);
}

function inputOf(text: string): ReportInput {
  return { imports: [importOf(text)], memory: emptyMemory, asOf: dayOf(2026, 11, 20)!, language: "en", sheets: firstSheets };
}

/** The same rows as numbers, dates and texts, as a caller of the other writers has them. */
function typedRows(count: number): Rows {
  return [[...header], ...[...madeRows(count)].map((row) => row.map((cell, at) => (cell === "" ? null : at === 6 || at === 8 ? Number(cell) : at >= 9 ? new Date(cell) : cell)))];
}

type Rows = (string | number | Date | null)[][];

/** The exports of a full workbook as cells, numbers as numbers. */
function cutTexts(): readonly Rows[] {
  return Object.values(exportTexts("en", large)).map((text) => Papa.parse<string[]>(text).data.map((row) => row.map((cell) => (cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell === "" ? null : cell))));
}

async function writeByExcelJs(sheets: readonly Rows[]): Promise<void> {
  const book = new ExcelJs.Workbook();
  sheets.forEach((rows, at) => book.addWorksheet(`Sheet ${at + 1}`).addRows(rows));
  await book.xlsx.writeFile(target);
}

function writeBySheetJs(sheets: readonly Rows[]): void {
  const book = SheetJs.utils.book_new();
  sheets.forEach((rows, at) => SheetJs.utils.book_append_sheet(book, SheetJs.utils.aoa_to_sheet(rows), `Sheet ${at + 1}`));
  SheetJs.writeFile(book, target, { compression: true });
}
