// Sheets made in this run carry a mark until it is done: a run that dies leaves none behind.

import { quoteSheet } from "../../sheets/address";
import { markPrefix } from "../../sheets/marks";
import { readBook, type ReadBook, type ReadName } from "./read";
import { costs, operation, send, type Operation } from "./request";

/** Other than those of finished sheets. */
const prefix = "_salesbookmade.";

export function isMadeMark(name: string): boolean {
  return name.toLowerCase().startsWith(prefix);
}

/** Makes a sheet that nobody sees yet. Until it has its mark its name says what it is. */
export function makeSheet(sheet: string, number: number): Operation {
  return operation(costs.object * 5 + costs.property * 3, (context) => {
    const made = context.workbook.worksheets.add(`${prefix}${number}`);
    made.visibility = "Hidden";
    context.workbook.names.add(`${prefix}${number}`, `=${quoteSheet(`${prefix}${number}`)}!$A$1`).visible = false;
    made.name = sheet;
  });
}

/** Shows the sheets made, in their places; then takes the marks away, that of the first sheet first: without it they are whole. */
export function showSheets(sheets: readonly string[], order: readonly string[]): readonly Operation[] {
  return [
    ...sheets.map((sheet) => operation(costs.object * 2 + costs.property * 2, (context) => {
      const made = context.workbook.worksheets.getItem(sheet);
      made.visibility = "Visible";
      made.position = order.indexOf(sheet);
    })),
    ...sheets.map((_, number) => operation(costs.object * 2, (context) => {
      context.workbook.names.getItem(`${prefix}${number}`).delete();
    })),
  ];
}

/** Sheets a run that died left half made. */
export function halfMade({ names, sheets }: Pick<ReadBook, "names" | "sheets">): readonly string[] {
  const begun = sheets.map(({ name }) => name).filter(isMadeMark);
  if (!names.some(({ name }) => isFirstMark(name))) return begun;
  return [...new Set([...begun, ...names.flatMap(({ name, place }) => (isMadeMark(name) && place ? [place.sheet] : []))])];
}

/** The workbook as it is without them. */
export function withoutHalfMade(book: ReadBook): ReadBook {
  const made = halfMade(book);
  return {
    ...book, sheets: book.sheets.filter(({ name }) => !made.includes(name)), tables: book.tables.filter(({ sheet }) => !made.includes(sheet)),
    names: book.names.filter(({ place }) => !place || !made.includes(place.sheet)),
  };
}

/** Removes sheets that are half made with the names that stand on them; `added` are other names of the run. */
export function dropHalfMade({ names }: Pick<ReadBook, "names">, sheets: readonly string[], added: ReadonlySet<string> = new Set()): readonly Operation[] {
  const isLost = ({ name, place, formula }: ReadName) =>
    isMadeMark(name) || (place && sheets.includes(place.sheet)) || added.has(name) || (name.startsWith(markPrefix) && formula.includes("#REF!"));
  const lost = names.filter(isLost).map(({ name }) => name);
  const inOrder = [...lost.filter((name) => !isFirstMark(name)), ...lost.filter(isFirstMark)];
  return [
    ...sheets.map((sheet) => operation(costs.object, (context) => context.workbook.worksheets.getItem(sheet).delete())),
    ...inOrder.map((name) => operation(costs.object, (context) => context.workbook.names.getItem(name).delete())),
  ];
}

function isFirstMark(name: string): boolean {
  return name.toLowerCase() === `${prefix}0`;
}

/** The sheets of a workbook with new ones where the plan has them: after the one that goes before. */
export function orderWith(there: readonly string[], planned: readonly string[], made: readonly string[]): readonly string[] {
  const order = [...there];
  planned.forEach((sheet, at) => {
    if (!made.includes(sheet)) return;
    const before = order.indexOf(planned[at - 1] ?? "");
    const after = planned.slice(at + 1).map((one) => order.indexOf(one)).find((place) => place >= 0);
    order.splice(before >= 0 ? before + 1 : (after ?? order.length), 0, sheet);
  });
  return order;
}

/** The workbook without what a run that died left half made. */
export async function readWhole(context: Excel.RequestContext): Promise<ReadBook> {
  const book = await readBook(context);
  const left = dropHalfMade(book, halfMade(book));
  if (left.length === 0) return book;
  await send(context, left);
  return readBook(context);
}
