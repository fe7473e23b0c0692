// A run that died left a journal: what of it is no longer in the workbook?

import type { CellValue } from "../values";
import { isTyped } from "./any-language";
import type { Memory, NamedThere, RememberedTable, Stray } from "./memory";

/** What the workbook holds now, and from the journal what only that holds. */
export function mergedMemory(now: Memory, left: Memory): Memory {
  const names = new Set([...now.tables.keys(), ...left.tables.keys()]);
  const tables = [...names].map((name): [string, RememberedTable] => [name, mergedTable(now.tables.get(name), left.tables.get(name))]);
  const strays = [...(now.strays ?? []), ...onlyIn(left.strays ?? [], now.strays ?? [])];
  const { inputs, inputFormulas } = mergedInputs(now, left);
  const { carriesTwins, sheets, language, inserted } = { ...left, ...now };
  const named = mergedNamed(now.named, left.named);
  return {
    inputs, tables: new Map(tables),
    ...(carriesTwins === undefined ? {} : { carriesTwins }),
    ...(sheets ? { sheets } : {}),
    ...(named ? { named } : {}),
    ...(language ? { language } : {}),
    ...(inserted ? { inserted } : {}),
    ...(inputFormulas.size > 0 ? { inputFormulas } : {}),
    ...(strays.length > 0 ? { strays } : {}),
  };
}

/** The user's own things are as they are now; ours may be gone since. */
function mergedNamed(now: NamedThere | undefined, left: NamedThere | undefined): NamedThere | undefined {
  if (!now || !left) return now ?? left;
  return { ...now, tables: [...new Set([...now.tables, ...left.tables])], names: [...new Map([...left.names, ...now.names])] };
}

function mergedInputs(now: Memory, left: Memory): Required<Pick<Memory, "inputs" | "inputFormulas">> {
  const inputs = new Map(now.inputs);
  const inputFormulas = new Map(now.inputFormulas ?? []);
  for (const [name, value] of left.inputs) {
    const formula = left.inputFormulas?.get(name);
    if (isTyped(inputs.get(name) ?? null) || inputFormulas.has(name)) continue;
    inputs.set(name, value);
    if (formula !== undefined) inputFormulas.set(name, formula);
  }
  return { inputs, inputFormulas };
}

interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
}

const blank: Cell = { value: null, formula: null };

function mergedTable(now: RememberedTable | undefined, left: RememberedTable | undefined): RememberedTable {
  if (!now || !left) return now ?? left ?? { columns: [], rows: [] };
  const added = left.columns.filter((name) => !now.columns.some((one) => isSame(one, name)));
  const columns = [...now.columns, ...added];
  const keys = keysOf(now, left);
  const before = rowsByKey(left, columns, keys);
  const lines = cellsOf(now, columns).map((line, row) => {
    const old = before.get(keyOf(now, row, keys))?.shift();
    return old === undefined ? line : line.map((cell, at) => (isEmpty(cell) ? (old[at] ?? blank) : cell));
  });
  const more = [...before.values()].flat();
  return tableOf(columns, [...lines, ...more], oursOf(now.ours, left.ours, added));
}

/** A column of ours that the run which died took away is not the user's. */
function oursOf(now: RememberedTable["ours"], left: RememberedTable["ours"], added: readonly string[]): RememberedTable["ours"] {
  if (!now || !left) return now ?? left;
  return [...now, ...left.filter(({ name }) => added.some((one) => isSame(one, name)))];
}

/** The rows that hold anything. */
function rowsByKey(table: RememberedTable, columns: readonly string[], keys: readonly string[]): ReadonlyMap<string, Cell[][]> {
  const rows = new Map<string, Cell[][]>();
  cellsOf(table, columns).forEach((line, row) => {
    if (line.every(isEmpty)) return;
    const key = keyOf(table, row, keys);
    rows.set(key, [...(rows.get(key) ?? []), line]);
  });
  return rows;
}

function tableOf(columns: readonly string[], lines: readonly (readonly Cell[])[], ours: RememberedTable["ours"]): RememberedTable {
  const hasFormulas = lines.some((line) => line.some(({ formula }) => formula !== null));
  return {
    columns, rows: lines.map((line) => line.map(({ value }) => value)),
    ...(hasFormulas ? { formulas: lines.map((line) => line.map(({ formula }) => formula)) } : {}),
    ...(ours ? { ours } : {}),
  };
}

/** The columns that identify a row: its key, else all that both have. */
function keysOf(now: RememberedTable, left: RememberedTable): readonly string[] {
  const shared = now.columns.filter((name) => left.columns.some((one) => isSame(one, name)));
  const keys = (now.ours ?? left.ours ?? []).filter(({ owner }) => owner === "key").map(({ name }) => name);
  return keys.length > 0 && keys.every((name) => shared.some((one) => isSame(one, name))) ? keys : shared;
}

function keyOf(table: RememberedTable, row: number, keys: readonly string[]): string {
  const at = (name: string) => table.columns.findIndex((one) => isSame(one, name));
  return keys.map((name) => String(table.rows[row]?.[at(name)] ?? "").toLowerCase()).join("\u0000");
}

/** The table's cells in the order of other columns. */
function cellsOf({ columns, rows, formulas }: RememberedTable, wanted: readonly string[]): Cell[][] {
  const places = wanted.map((name) => columns.findIndex((one) => isSame(one, name)));
  return rows.map((cells, row) => places.map((place) => ({ value: cells[place] ?? null, formula: formulas?.[row]?.[place] ?? null })));
}

/** A cell that was moved already is not there twice. */
function onlyIn(strays: readonly Stray[], there: readonly Stray[]): readonly Stray[] {
  const rest = there.map(contentOf);
  return strays.filter((stray) => {
    const at = rest.indexOf(contentOf(stray));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function contentOf({ sheet, value, formula }: Stray): string {
  return JSON.stringify([sheet, value, formula]);
}

function isEmpty({ value, formula }: Cell): boolean {
  return !isTyped(value) && formula === null;
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
