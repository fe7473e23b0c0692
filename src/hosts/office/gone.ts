// Sheets of ours the plan no longer has: what was typed on them is in the plan elsewhere, so they go; those with a chart of the user's stay.

import { markPart, markPrefix, sheetsMarked } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import { chartFound } from "./chart";
import { looksIn } from "./looks";
import type { ReadBook } from "./read";
import { costs, operation, type Operation } from "./request";

/** Done when nothing of the plan refers to them any more. */
export function goneOperations(plan: WorkbookPlan, book: ReadBook): readonly Operation[] {
  const gone = goneSheets(plan, book);
  const marks = book.names.filter(({ name }) => name.toLowerCase().startsWith(markPrefix));
  const names = marks.filter((mark) => gone.some(([id, sheet]) => isOn(mark, id, sheet, book))).map(({ name }) => name);
  return [
    ...gone.map(([, sheet]) => operation(costs.object * 2, (context) => context.workbook.worksheets.getItem(sheet).delete())),
    ...names.map((name) => operation(costs.object * 2, (context) => context.workbook.names.getItem(name).delete())),
  ];
}

/** Their ids and the names they have now. */
export function goneSheets({ sheets }: WorkbookPlan, book: ReadBook): readonly (readonly [id: string, sheet: string])[] {
  const planned = new Set(sheets.map(({ id }) => markPart(id)));
  const looks = looksIn(book.looks);
  return [...sheetsMarked(book.names)].filter(([id, name]) => {
    const found = book.sheets.find((sheet) => sheet.name === name);
    const ours = (looks.get(id)?.charts ?? []).flatMap((key) => chartFound(key, found?.charts ?? []) ?? []);
    return found && !planned.has(id) && found.charts.every((chart) => ours.includes(chart));
  });
}

/** Marks of the sheet, of its blocks and of its tables. */
function isOn({ name, place }: ReadBook["names"][number], id: string, sheet: string, { tables }: ReadBook): boolean {
  const [, kind, of] = name.split(".");
  return place?.sheet === sheet || (kind === "cells" && of === id) || (kind === "columns" && tables.some((table) => table.sheet === sheet && table.name === of));
}
