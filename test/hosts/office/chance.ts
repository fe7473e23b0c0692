// What a user may do to an open workbook between two refreshes, chosen by numbers; and what of it must be there afterwards.

import { utils } from "@e965/xlsx";
import { sameFormula } from "../../../src/hosts/office/same-formula";
import { addressOf } from "../../excel-host/area";
import type { Book } from "../../excel-host/book";
import type { StartedExcel } from "../../excel-host/node-bridge";
import type { Sheet } from "../../excel-host/sheet";
import type { Table } from "../../excel-host/tables";

export interface Edit {
  readonly kind: "note" | "sum" | "cell" | "form" | "beside" | "row" | "column" | "sheet" | "own sheet" | "chart" | "filter" | "sort";
  readonly where: number;
  readonly at: number;
}

/** What was typed and made so far. */
interface Done {
  /** Words by the deal they stand beside; null for those beside none. */
  readonly words: Map<string, string | null>;
  readonly ownSheets: Set<string>;
  charts: number;
  /** Values the table Deals is filtered by. */
  filter: string | null;
  hasSums: boolean;
}

export function nothingDone(): Done {
  return { words: new Map(), ownSheets: new Set(), charts: 0, filter: null, hasSums: false };
}

/** Columns of forms that take any text: of what a team works by, and of deals, which leave the export and come back. */
const forms = [
  ["Milestones", "Resources"], ["Diagnosis", "What we have seen"], ["Battlecards", "Proof"], ["GateCriteria", "Note"], ["SpinDeals", "Problem"], ["SpinQuestions", "Question"], ["GateMisses", "Agreed next step"],
] as const;

const notes = "My notes";
const sums = "My sums";

export function doEdit(excel: StartedExcel, { kind, where, at }: Edit, word: string, done: Done): void {
  const { book, user } = excel;
  const deals = book.table("Deals")!;
  const ours = book.sheets.filter(({ Name }) => Name !== "Sheet1" && !done.ownSheets.has(Name));
  const sheet = ours[where % ours.length]!;
  switch (kind) {
    case "note": {
      if (!hasColumn(deals, notes)) user.addColumn("Deals", notes, [], where % 3 === 0 ? 1 : undefined);
      return noteOn(book, at, word, done);
    }
    case "sum": {
      if (!hasColumn(deals, sums)) user.addColumn("Deals", sums, Array.from({ length: rowsOf(deals) }, () => "=[@Amount]*2"));
      done.hasSums = true;
      return;
    }
    case "cell": {
      const cell = book.table("Goals")!.Columns.GetItem("Owner").GetDataBodyRange().GetCell(at % 3, 0);
      forget(done, cell.Values?.[0]?.[0]);
      cell.Values = [[word]];
      done.words.set(word, null);
      return;
    }
    case "form": {
      const there = forms.flatMap(([name, header]) => (book.table(name) ? [{ table: book.table(name)!, header }] : []));
      const form = there[where % there.length];
      if (!form) return;
      const cell = form.table.Columns.GetItem(form.header).GetDataBodyRange().GetCell(at % rowsOf(form.table), 0);
      forget(done, cell.Values?.[0]?.[0]);
      cell.Values = [[word]];
      done.words.set(word, null);
      return;
    }
    case "beside": {
      // Right of every chart: nobody types under one.
      const [row, column] = [at % 45, 48 + (at % 9)];
      if (!isFree(sheet, row, column)) return;
      user.type(`'${sheet.Name.replaceAll("'", "''")}'!${utils.encode_cell({ r: row, c: column })}`, word);
      done.words.set(word, null);
      return;
    }
    case "row": return insertRow(excel, sheet, at % 50);
    case "column": return user.insert(`'${sheet.Name}'!AZ:AZ`);
    case "sheet": return user.renameSheet(sheet.Name, `Sheet ${word}`);
    case "own sheet": {
      user.addSheet(`Mine ${word}`);
      user.type(`'Mine ${word}'!A1`, word);
      user.type(`'Mine ${word}'!B1`, "=SUM(Deals[Amount])");
      done.ownSheets.add(`Mine ${word}`);
      done.words.set(word, null);
      return;
    }
    case "chart": {
      const own = [...done.ownSheets][0];
      if (own === undefined) return;
      user.addChart(`'${own}'!A1:B1`);
      done.charts += 1;
      return;
    }
    case "filter": {
      const stage = ["Proposal", "Won", "Lost"][at % 3]!;
      user.filter("Deals", "Stage", [stage]);
      done.filter = stage;
      return;
    }
    case "sort": return user.sort("Deals", "Amount", at % 2 === 0);
  }
}

/** All that is not as it must be. */
export function amiss(book: Book, done: Done): readonly string[] {
  const places = placesOf(book);
  const words = [...done.words].flatMap(([word, deal]) => {
    const found = places.get(word) ?? [];
    if (found.length !== 1) return [`${word} is there ${found.length} times: ${found.map((one) => one.at).join(" ")}`];
    return deal === null || found[0]!.records.includes(deal) ? [] : [`${word} is not beside ${deal} but ${found[0]!.records.join(" ")}`];
  });
  const own = [...done.ownSheets].flatMap((name) => (book.sheet(name)?.grid.formula(0, 1) === "=SUM(Deals[Amount])" ? [] : [`the formula on ${name} is ${book.sheet(name)?.grid.formula(0, 1)}`]));
  const charts = [...done.ownSheets].reduce((sum, name) => sum + (book.sheet(name)?.charts.length ?? 0), 0);
  const deals = book.table("Deals")!;
  return [
    ...words, ...own, ...(charts === done.charts ? [] : [`${charts} charts of the user's, not ${done.charts}`]),
    ...(done.filter === null || deals.AutoFilter.IsDataFiltered ? [] : ["the filter is gone"]),
    ...(done.hasSums ? sumsAmiss(deals) : []),
    ...(book.sheets.some(({ Visibility }) => Visibility !== "Visible") ? ["a sheet is hidden"] : []),
  ];
}

/** Formulas stand beside the deals they were typed for and read the amount in their row. */
function sumsAmiss(deals: Table): readonly string[] {
  if (!hasColumn(deals, sums)) return ["the column of formulas is gone"];
  const formulas = deals.Columns.GetItem(sums).GetDataBodyRange().Formulas!.flat();
  return formulas.filter((formula) => formula !== "" && !sameFormula(String(formula), "=Deals[[#This Row],[Amount]]*2")).map((formula) => `a formula is ${String(formula)}`);
}

function noteOn(book: Book, at: number, word: string, done: Done): void {
  const deals = book.table("Deals")!;
  const row = at % rowsOf(deals);
  const cell = deals.Columns.GetItem(notes).GetDataBodyRange().GetCell(row, 0);
  forget(done, cell.Values?.[0]?.[0]);
  cell.Values = [[word]];
  done.words.set(word, String(deals.Columns.GetItem("Record ID").GetDataBodyRange().Values![row]![0]));
}

/** What is typed over is gone by the user's own will. */
function forget({ words }: Done, value: unknown): void {
  words.delete(String(value));
}

/** Above the tables or below them: Excel inserts no row through a table beside another. */
function insertRow({ user }: StartedExcel, sheet: Sheet, row: number): void {
  const inside = sheet.tables.find(({ area }) => row > area.top && row <= area.bottom);
  const at = (inside ? inside.area.top : row) + 1;
  if (sheet.tables.some(({ area }) => at - 1 > area.top && at - 1 <= area.bottom)) return;
  user.insert(`'${sheet.Name}'!${at}:${at}`);
}

function isFree({ grid, tables }: Sheet, row: number, column: number): boolean {
  const near = tables.some(({ area }) => row >= area.top - 1 && row <= area.bottom + 1 && column >= area.left - 1 && column <= area.right + 1);
  return !near && grid.value(row, column) === "" && grid.formula(row, column) === undefined;
}

function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}

function rowsOf({ Rows }: Table): number {
  return Rows.Count;
}

interface Found {
  readonly at: string;
  /** What else stands in the row of its table. */
  readonly records: readonly string[];
}

function placesOf(book: Book): ReadonlyMap<string, readonly Found[]> {
  const places = new Map<string, Found[]>();
  for (const { Name, grid, tables } of book.sheets) {
    for (let row = 0; row < grid.rowCount; row++) {
      const line = grid.rowIfAny(row)?.values ?? [];
      line.forEach((value, column) => {
        if (typeof value !== "string" || !/^w\d/.test(value)) return;
        const table = tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
        const records = table ? line.slice(table.area.left, table.area.right + 1).map(String) : [];
        places.set(value, [...(places.get(value) ?? []), { at: `${Name}!${addressOf({ top: row, left: column, bottom: row, right: column })}`, records }]);
      });
    }
  }
  return places;
}
