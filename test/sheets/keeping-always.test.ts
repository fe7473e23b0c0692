// The same, for refreshes made by chance: whatever a user typed is there afterwards, once, and beside its record.

import * as fc from "fast-check";
import { isProblem, parseTable } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { firstSheets } from "../first-sheets";
import { emptyMemory } from "../../src/sheets/memory";
import { memoryOfText, memoryText } from "../../src/sheets/memory-text";
import { recalled } from "../../src/sheets/recall";
import { remembered } from "../../src/sheets/remembered";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import { dayOfIso, type Day } from "../../src/values";
import { addColumn, allValues, bookOfPlan, columnIn, foundIn, insertColumns, insertRows, isFree, put, renameSheet, renameTable, sheetIn, sortTable, tableIn, typeInTable, type Book } from "./found-book";

const asOf = dayOfIso("2026-11-23") as Day;

interface Export { readonly ids: readonly number[]; readonly euro: boolean; readonly region: boolean; readonly language: Language; readonly activities: boolean }

const exported: fc.Arbitrary<Export> = fc.record({
  ids: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }),
  euro: fc.boolean(), region: fc.boolean(), activities: fc.boolean(),
  language: fc.constantFrom<Language>("en", "en", "en", "zh-CN"),
});

/** What a user may do, by numbers that choose where. */
type Edit = { readonly kind: "own" | "cell" | "beside" | "rows" | "columns" | "sheet" | "table" | "sort"; readonly where: number; readonly at: number };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom<Edit["kind"]>("own", "own", "cell", "beside", "beside", "rows", "columns", "sheet", "table", "sort"),
  where: fc.nat(1_000), at: fc.nat(1_000),
});

function tableOf(file: string, text: string) {
  const table = parseTable({ file, text });
  if (isProblem(table)) throw new Error(table.problem);
  return table;
}

function planOf({ ids, euro, region, activities, language }: Export, memory = emptyMemory): WorkbookPlan {
  const deal = (id: number) => [`D-${id}`, `Deal ${id}`, ["Proposal", "Won", "Lost"][id % 3], id * 10, euro && id % 2 ? "EUR" : "USD", "2026-10-01", ...(region ? ["North"] : [])].join(",");
  const deals = tableOf("deals.csv", `Deal ID,Deal Name,Stage,Amount,Currency,Created Date${region ? ",Region" : ""}\n${ids.map(deal).join("\n")}\n`);
  const acts = tableOf("acts.csv", `Activity ID,Type,Account,Date,Subject\n${ids.map((id) => `T-${id},Call,ACME ${id % 3},2026-11-0${id},s`).join("\n")}\n`);
  const imports = [readExport(deals, { object: "deal" }), ...(activities ? [readExport(acts, { object: "activity" })] : [])];
  return report({ imports, memory, asOf, language, sheets: firstSheets });
}

const ownIn = ["Deals", "Goals", "CheckIns", "Stages", "FunnelStages", "Activities", "Journey", "JourneyTouchpoints", "Measures", "Files"] as const;

/** Does the edit where it is possible; `word` is what is typed, if anything is. */
function doEdit(book: Book, { kind, where, at }: Edit, word: string, typed: Map<string, string | null>): void {
  const tables = book.sheets.flatMap((sheet) => sheet.tables).filter(({ name }) => ownIn.some((one) => one === name));
  const table = tables[where % tables.length];
  const sheet = book.sheets[where % book.sheets.length];
  if (!table || !sheet) return;
  const rows = table.area.bottom - table.area.top - table.totals;
  switch (kind) {
    case "own": {
      const header = `Mine ${at % 2}`;
      if (!table.columns.includes(header)) addColumn(book, table.name, header);
      typeOver(book, table.name, at % rows, header, word, typed);
      return;
    }
    case "cell": {
      if (tables.some(({ name, columns }) => name === "Goals" && columns.includes("Owner"))) typeOver(book, "Goals", at % 3, "Owner", word, typed);
      return;
    }
    case "beside": {
      const [row, column] = [at % 45, (at * 7) % 26];
      if (!isFree(book, sheet.name, row, column) || isUnderMark(book, sheet.name, row, column)) return;
      put(sheet, row, column, word);
      typed.set(word, null);
      return;
    }
    case "rows": return insertRows(book, sheet.name, rowOutside(book, sheet.name, at % 50), 1 + (at % 2));
    case "columns": return insertColumns(book, sheet.name, at % 3 === 0 ? 0 : 40, 1);
    case "sheet": return renameSheet(book, sheet.name, `Sheet ${word}`);
    case "table": return renameTable(book, table.name, `${table.name}_${word}`);
    case "sort": if (table.name === "Deals") sortTable(book, "Deals", Array.from({ length: rows }, (_, row) => (row + at) % rows));
  }
}

/** Types over what is there, which is then gone by the user's own will. */
function typeOver(book: Book, name: string, row: number, header: string, word: string, typed: Map<string, string | null>): void {
  const { sheet, table } = tableIn(book, name);
  const before = sheet.cells.get(table.area.top + 1 + row)?.get(table.area.left + table.columns.indexOf(header))?.value;
  typed.delete(String(before));
  typeInTable(book, name, row, header, word);
  typed.set(word, name === "Deals" ? String(sheet.cells.get(table.area.top + 1 + row)?.get(table.area.left)?.value) : null);
}

/** Inputs may be empty, and what is typed over them is theirs. */
function isUnderMark(book: Book, sheet: string, row: number, column: number): boolean {
  return book.names.some(({ name, sheet: on, area }) => !name.startsWith("_") && on?.name === sheet && area.top === row && area.left === column);
}

/** Excel does not insert rows through a table beside another; above the tables or below them it does. */
function rowOutside(book: Book, sheet: string, row: number): number {
  const tables = sheetIn(book, sheet).tables;
  const inside = tables.find(({ area }) => row > area.top && row <= area.bottom);
  return inside ? inside.area.top : row;
}

/** Each word in the workbook once; words beside a deal beside that deal, or kept aside under its id. */
function missing(book: Book, typed: ReadonlyMap<string, string | null>): readonly string[] {
  const values = allValues(book);
  return [...typed].flatMap(([word, deal]) => {
    const count = values.filter((value) => value === word).length;
    if (count !== 1) return [`${word}: ${count} times`];
    return deal === null || recordOf(book, word) === deal ? [] : [`${word}: not beside ${deal} but ${recordOf(book, word)}`];
  });
}

function recordOf(book: Book, word: string): string {
  for (const { cells, tables } of book.sheets) {
    for (const [row, line] of cells) {
      if (![...line.values()].some(({ value }) => value === word)) continue;
      const table = tables.find(({ area }) => row >= area.top && row <= area.bottom);
      const aside = table?.name === "Unmatched" ? 1 : 0;
      return String(line.get((table?.area.left ?? 0) + aside)?.value);
    }
  }
  return "nowhere";
}

it("nothing typed is lost or doubled by any row of refreshes", () => {
  const steps = fc.array(fc.record({ edits: fc.array(edit, { maxLength: 5 }), next: exported }), { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(exported, steps, (first, rounds) => {
    let book = bookOfPlan(planOf(first));
    const typed = new Map<string, string | null>();
    rounds.forEach(({ edits, next }, round) => {
      edits.forEach((one, at) => doEdit(book, one, `w${round}x${at}`, typed));
      const memory = recalled(foundIn(book), remembered);
      expect(memoryOfText(memoryText(memory))).toEqual(memory);
      const plan = planOf(next, memory);
      book = bookOfPlan(plan);
      expect(missing(book, typed)).toEqual([]);
      expect(planOf(next, recalled(foundIn(book), remembered))).toEqual(withoutMoves(plan));
    });
  }), { numRuns: 90, seed: 3 });
}, 240_000);

/** A plan read back from its own workbook has all cells of the user's where they stand. */
function withoutMoves(plan: WorkbookPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.strays ? { ...sheet, strays: sheet.strays.map((one) => ({ ...one, from: { row: one.row, column: one.column } })) } : sheet)) };
}

it("words beside deals are found beside them", () => {
  const book = bookOfPlan(planOf({ ids: [1, 2], euro: false, region: false, activities: false, language: "en" }));
  addColumn(book, "Deals", "Mine 0");
  typeInTable(book, "Deals", 1, "Mine 0", "word");
  expect([recordOf(book, "word"), columnIn(book, "Deals", "Mine 0")]).toEqual(["D-2", [null, "word"]]);
});
