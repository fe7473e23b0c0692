// Sheets of ours the plan no longer has: what was typed on them is in the plan elsewhere, so they go; those with a chart or comment of the user's, or that a formula of the user's needs, stay.

import { markPart, markPrefix, sheetsMarked } from "../../sheets/marks";
import { codeOf, namingSheet, namingWord, type Naming } from "../../sheets/names-in-formula";
import type { WorkbookPlan } from "../../sheets/plan";
import { chartFound } from "./chart";
import { cellsOf } from "./grid";
import { looksIn } from "./looks";
import { readUsed, type ReadBook } from "./read";
import { costs, operation, type Operation } from "./request";

/** A sheet that goes: its id and the name it has now. */
export type Gone = readonly [id: string, sheet: string];

/** Formulas of the user's are read only where a sheet would go; those on sheets of ours are the plan's, which names no sheet it does not have. */
export async function goneSheets(context: Excel.RequestContext, plan: WorkbookPlan, book: ReadBook): Promise<readonly Gone[]> {
  const unplanned = unplannedSheets(plan, book);
  if (unplanned.length === 0) return [];
  const codes = [...new Set(await formulasOfUser(context, book))].map(codeOf);
  return unplanned.filter(([, sheet]) => !namingsOf(sheet, book).some((isNamed) => codes.some(isNamed)));
}

/** By its name, and by those of its tables and cells. */
function namingsOf(sheet: string, { tables, names }: ReadBook): readonly Naming[] {
  const words = [...tables.filter((table) => table.sheet === sheet), ...names.filter(({ name, place }) => place?.sheet === sheet && !name.toLowerCase().startsWith(markPrefix))];
  return [namingSheet(sheet), ...words.map(({ name }) => namingWord(name))];
}

/** Done when nothing of the plan refers to them any more. */
export function goneOperations(gone: readonly Gone[], book: ReadBook): readonly Operation[] {
  const marks = book.names.filter(({ name }) => name.toLowerCase().startsWith(markPrefix));
  const names = marks.filter((mark) => gone.some(([id, sheet]) => isOn(mark, id, sheet, book))).map(({ name }) => name);
  return [
    ...gone.map(([, sheet]) => operation(costs.object * 2, (context) => context.workbook.worksheets.getItem(sheet).delete())),
    ...names.map((name) => operation(costs.object * 2, (context) => context.workbook.names.getItem(name).delete())),
  ];
}

function unplannedSheets({ sheets }: WorkbookPlan, book: ReadBook): readonly Gone[] {
  const planned = new Set(sheets.map(({ id }) => markPart(id)));
  const looks = looksIn(book.looks);
  return [...sheetsMarked(book.names)].filter(([id, name]) => {
    const found = book.sheets.find((sheet) => sheet.name === name);
    const ours = (looks.get(id)?.charts ?? []).flatMap((key) => chartFound(key, found?.charts ?? []) ?? []);
    return found && !planned.has(id) && book.comments.every(({ sheet }) => sheet !== name) && found.charts.every((chart) => ours.includes(chart));
  });
}

/** Those on sheets of the user's, and in names. */
async function formulasOfUser(context: Excel.RequestContext, book: ReadBook): Promise<readonly string[]> {
  const ours = new Set(sheetsMarked(book.names).values());
  const grids = await readUsed(context, book.sheets.map(({ name }) => name).filter((name) => !ours.has(name)));
  const names = book.names.filter(({ name, place }) => !name.toLowerCase().startsWith(markPrefix) && !(place && ours.has(place.sheet)));
  return [...[...grids.values()].flatMap((grid) => [...cellsOf(grid)].flatMap(({ formula }) => formula ?? [])), ...names.map(({ formula }) => formula)];
}

/** Marks of the sheet, of its blocks and of its tables. */
function isOn({ name, place }: ReadBook["names"][number], id: string, sheet: string, { tables }: ReadBook): boolean {
  const [, kind, of] = name.split(".");
  return place?.sheet === sheet || (kind === "cells" && of === id) || (kind === "columns" && tables.some((table) => table.sheet === sheet && table.name === of));
}
