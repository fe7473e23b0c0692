// What was kept aside goes back into the memory before anything is planned, where its place is there and empty.

import { wholeTextIn, type WholeText } from "../text/whole";
import { languages } from "../text/language";
import type { CellValue } from "../values";
import { isTyped } from "./any-language";
import { placeOfAddress } from "./address";
import { recordOf } from "./match-rows";
import type { Memory, RememberedTable, Stray } from "./memory";
import { sameWords, type SameWords } from "./same-words";
import { sheetNamesOf } from "./sheet-names";
import { asidesIn, type Aside } from "./unmatched";

/** The memory with what could go back; the rest waits. */
export function putBack(memory: Memory, text: WholeText): { readonly memory: Memory; readonly waiting: readonly Aside[] } {
  const words = sameWords(text);
  const inputs = new Map(memory.inputs);
  const inputFormulas = new Map(memory.inputFormulas ?? []);
  const opened = new Map<string, Filling>();
  const strays = [...(memory.strays ?? [])];
  const waiting = asidesIn(memory).filter((aside) => {
    const stray = strayIn(aside, memory);
    if (stray) strays.push(stray);
    if (stray) return false;
    if (aside.record === null && aside.column === null) return !backInput(aside, inputs, inputFormulas);
    const table = memory.tables.get(aside.where);
    const filling = opened.get(aside.where) ?? (table && fillingOf(table));
    if (filling) opened.set(aside.where, filling);
    return !filling || !backCell(aside, filling, words);
  });
  const tables = new Map([...memory.tables].map(([name, table]) => [name, filled(table, opened.get(name))]));
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
  return now ?? languages.flatMap((language) => [...sheetNamesOf(wholeTextIn(language))]).find(([, one]) => one === name)?.[0] ?? null;
}

function backInput({ where, value, formula }: Aside, inputs: Map<string, CellValue>, formulas: Map<string, string>): boolean {
  if (where === "" || isTyped(inputs.get(where) ?? null) || formulas.has(where)) return false;
  inputs.set(where, value);
  if (formula !== null) formulas.set(where, formula);
  return true;
}

/** A table while cells go back into it: the row of each record, and rows that got something. */
interface Filling {
  readonly table: RememberedTable;
  readonly keys: readonly number[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Map<number, CellValue[]>;
  readonly formulas: Map<number, (string | null)[]>;
}

function fillingOf(table: RememberedTable): Filling {
  const keys = table.columns.flatMap((name, at) => ((table.ours ? table.ours.find((one) => one.name === name)?.owner === "key" : at === 0) ? [at] : []));
  const rowOf = new Map<string, number>();
  if (keys.length > 0) {
    for (const [row, cells] of table.rows.entries()) {
      const record = recordOf(keys.map((at) => cells[at] ?? null)).toLowerCase();
      if (!rowOf.has(record)) rowOf.set(record, row);
    }
  }
  return { table, keys, rowOf, rows: new Map(), formulas: new Map() };
}

/** Fills the cell; false where the table has no such row or column, or something stands there. */
function backCell({ record, column, value, formula }: Aside, { table, keys, rowOf, rows, formulas }: Filling, words: SameWords): boolean {
  const place = table.columns.findIndex((name) => column !== null && isSame(name, column, words));
  const row = record === null || record.trim() === "" ? undefined : rowOf.get(record.toLowerCase());
  if (row === undefined || place < 0 || keys.includes(place)) return false;
  const cells = rows.get(row) ?? [...(table.rows[row] ?? [])];
  const texts = formulas.get(row) ?? table.columns.map((_, at) => table.formulas?.[row]?.[at] ?? null);
  if (isTyped(cells[place] ?? null) || (texts[place] ?? null) !== null) return false;
  cells[place] = value;
  rows.set(row, cells);
  if (formula === null) return true;
  texts[place] = formula;
  formulas.set(row, texts);
  return true;
}

function filled(table: RememberedTable, filling: Filling | undefined): RememberedTable {
  if (!filling || filling.rows.size === 0) return table;
  const rows = table.rows.map((line, row) => filling.rows.get(row) ?? line);
  if (filling.formulas.size === 0) return { ...table, rows };
  return { ...table, rows, formulas: table.rows.map((line, row) => filling.formulas.get(row) ?? table.formulas?.[row] ?? line.map(() => null)) };
}

function isSame(left: string, right: string, words: SameWords): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a === b || words(left).some((word) => word.toLowerCase() === b) || words(right).some((word) => word.toLowerCase() === a);
}
