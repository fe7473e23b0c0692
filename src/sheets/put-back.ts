// What was kept aside goes back into the memory before anything is planned, where its place is there and empty.

import type { Text } from "../text/en";
import { languages, textIn } from "../text/language";
import type { CellValue } from "../values";
import { isTyped } from "./any-language";
import { placeOfAddress } from "./address";
import { recordOf } from "./match-rows";
import type { Memory, RememberedTable, Stray } from "./memory";
import { sameWords, type SameWords } from "./same-words";
import { sheetNamesOf } from "./sheet-names";
import { asidesIn, type Aside } from "./unmatched";

/** The memory with what could go back; the rest waits. */
export function putBack(memory: Memory, text: Text): { readonly memory: Memory; readonly waiting: readonly Aside[] } {
  const words = sameWords(text);
  const inputs = new Map(memory.inputs);
  const inputFormulas = new Map(memory.inputFormulas ?? []);
  const tables = new Map(memory.tables);
  const strays = [...(memory.strays ?? [])];
  const waiting = asidesIn(memory).filter((aside) => {
    const stray = strayIn(aside, memory);
    if (stray) strays.push(stray);
    if (stray) return false;
    if (aside.record === null && aside.column === null) return !backInput(aside, inputs, inputFormulas);
    const table = tables.get(aside.where);
    const filled = table && backCell(aside, table, words);
    if (filled) tables.set(aside.where, filled);
    return !filled;
  });
  return { memory: { ...memory, inputs, tables, ...(inputFormulas.size > 0 ? { inputFormulas } : {}), ...(strays.length > 0 ? { strays } : {}) }, waiting };
}

function strayIn({ where, value, formula }: Aside, memory: Memory): Stray | null {
  const cut = where.lastIndexOf("!");
  const at = placeOfAddress(where.slice(cut + 1));
  const sheet = cut > 0 && at ? sheetOf(where.slice(0, cut), memory) : null;
  return sheet === null || !at ? null : { sheet, ...at, value, ...(formula === null ? {} : { formula }), isAside: true };
}

function sheetOf(name: string, { sheets }: Memory): string | null {
  const now = [...(sheets ?? [])].find(([, one]) => one === name)?.[0];
  return now ?? languages.flatMap((language) => [...sheetNamesOf(textIn(language))]).find(([, one]) => one === name)?.[0] ?? null;
}

function backInput({ where, value, formula }: Aside, inputs: Map<string, CellValue>, formulas: Map<string, string>): boolean {
  if (where === "" || isTyped(inputs.get(where) ?? null) || formulas.has(where)) return false;
  inputs.set(where, value);
  if (formula !== null) formulas.set(where, formula);
  return true;
}

/** The table with the cell filled; null where it has no such row or column, or something stands there. */
function backCell({ record, column, value, formula }: Aside, table: RememberedTable, words: SameWords): RememberedTable | null {
  const place = table.columns.findIndex((name) => column !== null && isSame(name, column, words));
  const keys = table.columns.flatMap((name, at) => ((table.ours ? table.ours.find((one) => one.name === name)?.owner === "key" : at === 0) ? [at] : []));
  const row = record === null || record.trim() === "" || keys.length === 0 ? -1 : table.rows.findIndex((cells) => recordOf(keys.map((at) => cells[at] ?? null)).toLowerCase() === record.toLowerCase());
  const cells = table.rows[row];
  if (!cells || place < 0 || keys.includes(place) || isTyped(cells[place] ?? null) || (table.formulas?.[row]?.[place] ?? null) !== null) return null;
  const rows = table.rows.map((line, at) => (at === row ? line.map((old, other) => (other === place ? value : old)) : line));
  if (formula === null) return { ...table, rows };
  const before = table.formulas ?? table.rows.map((line) => line.map(() => null));
  return { ...table, rows, formulas: before.map((line, at) => (at === row ? line.map((old, other) => (other === place ? formula : old)) : line)) };
}

function isSame(left: string, right: string, words: SameWords): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a === b || words(left).some((word) => word.toLowerCase() === b) || words(right).some((word) => word.toLowerCase() === a);
}
