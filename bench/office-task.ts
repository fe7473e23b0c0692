// One measurement of an open workbook in a process of its own: `office-task.ts WHAT ROWS` prints JSON. The real office.js speaks with the emulated Excel.

import { isProblem, parseTable } from "../src/crm/table";
import { officeBook } from "../src/hosts/office/book";
import { readExport } from "../src/read-exports";
import { report } from "../src/report";
import { firstSheets } from "../test/first-sheets";
import type { Memory } from "../src/sheets/memory";
import type { WorkbookPlan } from "../src/sheets/plan";
import { remembered } from "../src/sheets/remembered";
import { dayOf, type Day } from "../src/values";
import { startExcel } from "../test/excel-host/node-bridge";
import { header, madeRows } from "./made";

/** What went over the wire in a step, and its milliseconds. */
export interface Spoken {
  readonly ms: number;
  readonly requests: number;
  readonly syncs: number;
  readonly bytes: number;
  readonly largest: number;
  readonly largestAnswer: number;
  readonly answers: number;
}

/** The steps of a week with Salesbook; `sheets` and `cells` are those of the first build. */
export interface Week {
  readonly sheets: number;
  readonly cells: number;
  readonly build: Spoken;
  readonly recall: Spoken;
  readonly refresh: Spoken;
  /** The export of the week before once more, the same day. */
  readonly again: Spoken;
}

const excel = startExcel();
excel.install();
const [first, second] = [dayOf(2026, 11, 20)!, dayOf(2026, 11, 27)!];

void main(process.argv[2] ?? "", Number(process.argv[3]));

async function main(what: string, rows: number): Promise<void> {
  console.log(JSON.stringify(what === "week" ? await week(rows) : await plain(what, rows)));
}

async function week(rows: number): Promise<Week> {
  const deals = [...madeRows(rows)];
  const plan = planOf(deals, first)(await officeBook().recall(remembered));
  const build = await spoken(() => officeBook().render(plan));
  const next = await refreshed(planOf(deals.map((cells, at) => (at % 100 === 7 ? [...cells.slice(0, 6), String(Number(cells[6]) + 1), ...cells.slice(7)] : cells)), second));
  const again = await refreshed(next.planOf);
  return { sheets: plan.sheets.length, cells: cellsIn(plan), build, recall: next.recall, refresh: next.render, again: again.render };
}

async function refreshed(planOf: (memory: Memory) => WorkbookPlan) {
  const office = officeBook();
  let memory: Memory | null = null;
  const recall = await spoken(async () => { memory = await office.recall(remembered); });
  const plan = planOf(memory!);
  return { planOf, recall, render: await spoken(() => office.render(plan)) };
}

function planOf(rows: readonly (readonly string[])[], asOf: Day): (memory: Memory) => WorkbookPlan {
  const table = parseTable({ file: "deals.csv", text: [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n") });
  if (isProblem(table)) throw new Error(table.problem);
  return (memory) => report({ imports: [readExport(table, { memory })], memory, asOf, language: "en", sheets: firstSheets });
}

function cellsIn({ sheets }: WorkbookPlan): number {
  return sheets.reduce((sum, { cells, tables }) => sum + cells.length + tables.reduce((all, table) => all + (table.rows + 1) * table.columns.length, 0), 0);
}

/** What an add-in does that just hands its rows over: to a range in pieces of a megabyte, or to a table. */
async function plain(what: string, count: number): Promise<Spoken> {
  const rows = [...madeRows(count)].map((cells) => cells.map((cell, at) => (cell !== "" && [6, 8].includes(at) ? Number(cell) : cell)));
  return spoken(() => excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Deals");
    const table = what === "table" ? sheet.tables.add("A1:L1", true) : null;
    sheet.getRange("A1:L1").values = [header];
    for (const { from, piece } of pieces(rows)) {
      if (table) table.rows.add(undefined, piece);
      else sheet.getRangeByIndexes(from + 1, 0, piece.length, header.length).values = piece;
      await context.sync();
    }
  }));
}

function pieces<T>(rows: readonly T[]): { from: number; piece: T[] }[] {
  const done: { from: number; piece: T[]; bytes: number }[] = [];
  rows.forEach((row, at) => {
    const [last, bytes] = [done.at(-1), JSON.stringify(row).length + 1];
    if (!last || last.bytes + bytes > 980_000) done.push({ from: at, piece: [row], bytes });
    else {
      last.piece.push(row);
      last.bytes += bytes;
    }
  });
  return done;
}

async function spoken(run: () => Promise<unknown>): Promise<Spoken> {
  excel.traffic.reset();
  const started = performance.now();
  await run();
  const ms = performance.now() - started;
  const { requests, syncs, bytes, largest, largestAnswer, answers } = excel.traffic;
  return { ms, requests, syncs, bytes, largest, largestAnswer, answers };
}
