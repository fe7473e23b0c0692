// What was typed and has no place just now: kept in a table of its own, and put back as soon as its place is there.

import type { WholeText } from "../text/whole";
import { languages, textIn } from "../text/language";
import type { CellValue, Day } from "../values";
import { isTyped, readTable } from "./any-language";
import { relative } from "./address";
import { grid, show, type ColumnSpec, type SheetSpec, type TableSpec } from "./block";
import type { Memory, Stray } from "./memory";
import { tabColours } from "./tabs";

export const unmatchedTableName = "Unmatched";

/** The sheet it stands on. */
export const keptSheetId = "kept";

/** One cell that has no place. */
export interface Aside {
  /** The table; `Dashboard!F12` for a cell on a sheet; the name of an input cell, which has no row and column. */
  readonly where: string;
  /** What identifies its row. */
  readonly record: string | null;
  readonly column: string | null;
  readonly value: CellValue;
  /** As `kept-formula.ts` keeps it. */
  readonly formula: string | null;
  /** The day it was put aside; absent for one put aside now. */
  readonly since?: CellValue;
}

/** The cells kept aside before; rows that say nothing are left out. */
export function asidesIn(memory: Memory): readonly Aside[] {
  const table = readTable(memory.tables.get(unmatchedTableName), ({ kept }) => kept.columns);
  const text = (value: CellValue) => (isTyped(value) ? String(value) : null);
  return table.rows.filter((row) => row.some(isTyped)).map((row) => ({
    where: text(table.value(row, "where")) ?? "",
    record: text(table.value(row, "record")),
    column: text(table.value(row, "column")),
    value: table.value(row, "content"),
    formula: text(table.value(row, "formula")),
    since: table.value(row, "since"),
  }));
}

/** Kept aside now, each with the day it was first, in the order of before; what is new follows. */
export function withDays(asides: readonly Aside[], before: readonly Aside[], today: Day): readonly Aside[] {
  const known = new Map(before.map((aside, at) => [placeOf(aside), { at, since: aside.since ?? today }] as const));
  const dated = asides.map((aside) => ({ ...aside, since: aside.since ?? known.get(placeOf(aside))?.since ?? today }));
  const orderOf = (aside: Aside) => known.get(placeOf(aside))?.at ?? before.length;
  return dated.sort((a, b) => orderOf(a) - orderOf(b));
}

/** Those that stood in columns a user added to the table itself. */
export function ownCellsOf(asides: readonly Aside[]): readonly Aside[] {
  const ours = languages.flatMap((language): (string | null)[] => Object.values(textIn(language).kept.columns));
  return asides.filter(({ where, column }) => where === unmatchedTableName && !ours.includes(column));
}

/** A cell on a sheet that lost its place. */
export function asideOfStray({ row, column, value, formula }: Stray, sheetName: string): Aside {
  return { where: `${sheetName}!${relative({ row, column })}`, record: null, column: null, value, formula: formula ?? null };
}

/** The sheet with the table; null where nothing is kept aside and the user neither typed beside the table nor mentions it (`isMentioned`). */
export function keptSheet(asides: readonly Aside[], { strays }: Pick<Memory, "strays">, isMentioned: boolean, text: WholeText): SheetSpec | null {
  if (asides.length === 0 && !isMentioned && !strays?.some(({ sheet }) => sheet === keptSheetId)) return null;
  const words = text.kept;
  const across = 6;
  return {
    id: keptSheetId, name: words.sheet, tab: tabColours.settings, columnWidths: [24, 58, 24, 40, 30, 13], gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across })], [show("wrapped", words.note, { across })]], [null, 34]),
      { kind: "table", table: unmatchedTable(asides, text) },
    ],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

function unmatchedTable(asides: readonly Aside[], { kept: { columns } }: WholeText): TableSpec {
  const typed = (name: string, of: (aside: Aside) => CellValue, format: ColumnSpec["format"] = "text"): ColumnSpec => ({ name, owner: "user", format, look: "inputWrapped", contents: asides.length > 0 ? asides.map(of) : [null] });
  return {
    name: unmatchedTableName, kind: "form", key: [], filter: false, style: "form",
    columns: [
      typed(columns.where, ({ where }) => where || null), typed(columns.record, ({ record }) => record), typed(columns.column, ({ column }) => column),
      typed(columns.content, ({ value }) => value, "general"), typed(columns.formula, ({ formula }) => formula), typed(columns.since, ({ since }) => since ?? null, "day"),
    ],
  };
}

function placeOf({ where, record, column }: Aside): string {
  return [where, record, column].join("\u0000").toLowerCase();
}
