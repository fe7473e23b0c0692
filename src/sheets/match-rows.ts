// Which remembered row is which row of the plan? By key and occurrence; where people type, by all they typed first.

import type { CellValue } from "../values";
import { valueOf, type ColumnSpec, type TableSpec } from "./block";
import type { RememberedTable } from "./memory";
import { plannedNames, type PlannedNames } from "./planned-names";
import type { SameWords } from "./same-words";

/** A table of the plan and what is remembered of it. */
export interface Pair {
  readonly spec: TableSpec;
  readonly table: RememberedTable;
  /** For each column of the plan its place in the remembered table, or -1. */
  readonly places: readonly number[];
  readonly names: PlannedNames;
  readonly words: SameWords;
}

export function pairOf(spec: TableSpec, table: RememberedTable, words: SameWords): Pair {
  const names = plannedNames(table.ours?.map(({ name }) => name) ?? table.columns, spec, words);
  const known = table.columns.map((name) => names.get(name.toLowerCase())?.toLowerCase());
  return { spec, table, places: spec.columns.map(({ name }) => known.indexOf(name.toLowerCase())), names, words };
}

/** For each remembered row its row in the plan, or -1. */
export function matchedRows(pair: Pair): readonly number[] {
  const found = pair.table.rows.map(() => -1);
  const free = new Set(Array.from({ length: rowCount(pair.spec) }, (_, row) => row));
  const identity = identityOf(pair);
  const typed = typedColumns(pair);
  if (typed.length > 0) {
    matchBy([...new Set([...identity, ...typed])], pair, found, free);
    matchAlike(typed, pair, found, free);
  }
  if (identity.length > 0) matchBy(identity, pair, found, free);
  return found;
}

/** What a row is called on Unmatched: the values that identify it. */
export function recordOf(row: readonly CellValue[]): string {
  return row.map((value) => (value === null ? "" : String(value))).join(" · ").slice(0, 1_000);
}

/** The columns of the plan that identify a row and are remembered: its key, else all that is no formula. */
export function identityOf({ spec, places }: Pair): readonly number[] {
  const isKept = (at: number) => (places[at] ?? -1) >= 0;
  const plain = (column: ColumnSpec) => !column.own && column.owner !== "formula";
  const chosen = spec.columns.flatMap((column, at) => (spec.key.length > 0 ? spec.key.includes(column.name) : plain(column)) ? [at] : []);
  return spec.key.length > 0 && !chosen.every(isKept) ? [] : chosen.filter(isKept);
}

/** The columns of the plan that people type in and that are remembered; none in a table of the CRM's rows. */
export function typedColumns({ spec, places }: Pair): readonly number[] {
  if (spec.kind === "mirror") return [];
  return spec.columns.flatMap(({ owner, own }, at) => (owner === "user" && !own && (places[at] ?? -1) >= 0 ? [at] : []));
}

/** A remembered value and a planned one say the same, in whatever language. */
export function saysTheSame(remembered: CellValue, planned: CellValue, words: SameWords): boolean {
  const [before, now] = [textOf(remembered), textOf(planned)];
  return before === now || words(before).some((word) => textOf(word) === now);
}

export function rowCount({ columns }: TableSpec): number {
  return columns[0]?.contents.length ?? 0;
}

function matchBy(columns: readonly number[], pair: Pair, found: number[], free: Set<number>): void {
  const planned = new Map<string, number[]>();
  for (const row of free) {
    const key = signature(columns.map((at) => plannedValue(pair.spec, at, row)));
    const rows = planned.get(key);
    if (rows) rows.push(row);
    else planned.set(key, [row]);
  }
  for (const rows of planned.values()) rows.reverse();
  const inPlan = new Map(columns.map((at) => [at, new Set(pair.spec.columns[at]?.contents.map((content) => textOf(valueOf(content))))]));
  pair.table.rows.forEach((cells, at) => {
    if (found[at] !== -1 || !hasContent(cells)) return;
    const row = planned.get(signature(columns.map((column) => rememberedValue(pair, column, cells, inPlan.get(column)))))?.pop();
    if (row === undefined) return;
    found[at] = row;
    free.delete(row);
  });
}

/** Rows in which all that was typed stands, wherever they are now; looked for one by one, so only in tables of a size people type. */
function matchAlike(typed: readonly number[], pair: Pair, found: number[], free: Set<number>): void {
  if (free.size > 2_000) return;
  pair.table.rows.forEach((cells, at) => {
    if (found[at] !== -1) return;
    const said = typed.filter((column) => textOf(cells[pair.places[column] ?? -1] ?? null) !== "");
    if (said.length === 0) return;
    const row = [...free].find((one) => said.every((column) => saysTheSame(cells[pair.places[column] ?? -1] ?? null, plannedValue(pair.spec, column, one), pair.words)));
    if (row === undefined) return;
    found[at] = row;
    free.delete(row);
  });
}

/** In the language of the plan where the plan has such a value. */
function rememberedValue({ places, words }: Pair, column: number, cells: readonly CellValue[], planned: ReadonlySet<string> = new Set()): CellValue {
  const value = cells[places[column] ?? -1] ?? null;
  if (typeof value !== "string" || words(value).length === 0) return value;
  return planned.has(textOf(value)) ? value : (words(value).find((word) => planned.has(textOf(word))) ?? value);
}

function plannedValue({ columns }: TableSpec, column: number, row: number): CellValue {
  return valueOf(columns[column]?.contents[row] ?? null);
}

function signature(values: readonly CellValue[]): string {
  return values.map(textOf).join("\u0000");
}

function textOf(value: CellValue): string {
  return value === null ? "" : String(value).trim().toLowerCase();
}

function hasContent(cells: readonly CellValue[]): boolean {
  return cells.some((value) => textOf(value) !== "");
}
