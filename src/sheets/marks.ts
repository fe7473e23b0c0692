// Hidden names by which a workbook of ours is known again: they follow renamed sheets and tables, and rows put in between.

import { languages, type Language } from "../text/language";
import type { FoundBook, FoundName } from "./found";
import { keysOfText, rowsOfText, type PlannedRow } from "./mark-text";
import type { Rectangle } from "./plan";

/** What the names of all marks begin with. */
export const markPrefix = "_salesbook.";

/** Where a block stood when it was written, and where it stands now. */
export interface BlockMark {
  /** Known by what it holds, the same in every plan; see `blockKeys`. */
  readonly key: string;
  readonly planned: Rectangle;
  readonly now: Rectangle;
}

/** A sheet of ours under the name it has now. */
export interface SheetMark {
  readonly id: string;
  readonly name: string;
  /** From top to bottom. */
  readonly blocks: readonly BlockMark[];
  /** Which cells were written by row as planned, tables aside; null where the workbook does not say. */
  readonly written: readonly PlannedRow[] | null;
}

/** Who filled a column of a table when it was written, and whether it identifies the row. */
export interface MarkedColumn {
  readonly name: string;
  readonly owner: "key" | "crm" | "formula" | "user";
}

/** A table of ours: the cell its header begins in, and the columns we gave it; either may be lost. */
export interface TableMark {
  readonly place: { readonly sheet: string; readonly area: Rectangle } | null;
  readonly columns: readonly MarkedColumn[] | null;
}

export interface Marks {
  readonly sheets: readonly SheetMark[];
  /** By the name we gave the table. */
  readonly tables: ReadonlyMap<string, TableMark>;
  readonly language: Language | null;
}

/** A name's part for an id: letters and digits. */
export function markPart(id: string): string {
  return id.replace(/[^a-z0-9]/gi, "_");
}

/** The sheets of ours by id, under the names they have now: a host reads the cells of these. */
export function sheetsMarked(names: readonly FoundName[]): ReadonlyMap<string, string> {
  const ids = names.flatMap(({ name, place }): [string, string][] => {
    const id = /^_salesbook\.([a-z0-9_]+)(?:\.[a-z0-9_]+(?:\.\d+){4})?$/i.exec(name)?.[1];
    return id !== undefined && place ? [[id, place.sheet]] : [];
  });
  return new Map(ids);
}

/** Whether we made this workbook, whoever saved it since. */
export function isMarked(names: readonly FoundName[]): boolean {
  return names.some(({ name }) => name.toLowerCase().startsWith(markPrefix));
}

/** The sheets of a workbook that are not ours. */
export function foreignSheetsIn({ sheets, names }: Pick<FoundBook, "sheets" | "names">): readonly string[] {
  const ours = new Set(sheetsMarked(names).values());
  return sheets.filter((name) => !ours.has(name));
}

/** Reads all marks of a workbook. */
export function marksIn(names: readonly FoundName[]): Marks {
  const marks = names.filter(({ name }) => name.toLowerCase().startsWith(markPrefix));
  const tables = new Set(marks.flatMap(({ name }) => /^_salesbook\.(?:table|columns)\.([^.]+)/i.exec(name)?.[1] ?? []));
  return {
    sheets: [...sheetsMarked(names)].map(([id, name]) => sheetMark(id, name, marks)),
    tables: new Map([...tables].map((table) => [table, tableMark(table, marks)])),
    language: languageIn(marks),
  };
}

function sheetMark(id: string, name: string, marks: readonly FoundName[]): SheetMark {
  const blocks = marks.flatMap((mark) => blockMark(mark, id, name));
  const written = textIn(`cells.${id}`, marks);
  return { id, name, blocks: blocks.sort((a, b) => a.now.top - b.now.top), written: written && rowsOfText(written) };
}

function blockMark({ name, place }: FoundName, id: string, sheet: string): readonly BlockMark[] {
  const [, , of, key, ...numbers] = /^(_salesbook)\.([a-z0-9_]+)\.([a-z0-9_]+)\.(\d+)\.(\d+)\.(\d+)\.(\d+)$/i.exec(name) ?? [];
  if (of !== id || key === undefined || place?.sheet !== sheet) return [];
  const [top = 0, left = 0, rows = 0, columns = 0] = numbers.map(Number);
  return [{ key, planned: { top, left, bottom: top + rows - 1, right: left + columns - 1 }, now: place.area }];
}

function tableMark(table: string, marks: readonly FoundName[]): TableMark {
  const place = marks.find(({ name }) => name === `${markPrefix}table.${table}`)?.place ?? null;
  const columns = textIn(`columns.${table}`, marks);
  return { place, columns: columns && columns.flatMap(columnOf) };
}

function columnOf(text: string): readonly MarkedColumn[] {
  const owner = keysOfText[text.charAt(0)];
  return owner ? [{ name: text.slice(1), owner }] : [];
}

function languageIn(marks: readonly FoundName[]): Language | null {
  const said = marks.find(({ name }) => name.toLowerCase() === `${markPrefix}language`);
  return languages.find((language) => said?.formula.includes(language)) ?? null;
}

/** The texts of a constant, which may be in several names; whatever a program puts between them. */
function textIn(constant: string, marks: readonly FoundName[]): readonly string[] | null {
  const start = `${markPrefix}${constant}.`;
  const parts = marks.filter(({ name }) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)));
  if (parts.length === 0) return null;
  const order = (name: string) => Number(name.slice(start.length));
  const inOrder = [...parts].sort((a, b) => order(a.name) - order(b.name));
  return inOrder.flatMap(({ formula }) => [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text.replaceAll('""', '"')));
}
