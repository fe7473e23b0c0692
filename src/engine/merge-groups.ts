// From the rows of a group statement to groups: texts read by our readers, and groups that become the same put together.

import type { Measured } from "../crm/groups";
import type { CellValue } from "../values";
import type { EngineCell, EngineRow } from "./engine";
import type { Quantity } from "./group-statement";
import type { Key } from "./keys";
import { numberOf } from "./table-sql";

/** Groups by column; of a day the first of the group's records. */
export interface MergedGroups {
  readonly columns: Readonly<Record<string, readonly CellValue[]>>;
  readonly records: readonly number[];
  readonly measures: Readonly<Record<string, Measured>>;
  /** Further columns: the least or the greatest is kept where groups are put together. */
  readonly more: Readonly<Record<string, readonly (number | null)[]>>;
}

/** A further column, and how two of its values become one. */
interface More {
  readonly name: string;
  readonly join: (one: number, other: number) => number;
}

/** Reads the text of a field; `has` is whether a record of the group has an amount, where that is a key. */
export type ReadKey = (field: string, cell: EngineCell, has: boolean) => CellValue;

interface Group {
  readonly values: readonly CellValue[];
  /** By day field the first day. */
  readonly days: (number | null)[];
  records: number;
  readonly sums: (number | null)[];
  readonly known: number[];
  readonly more: (number | null)[];
}

/** `rows` as `groupStatement` selects them. The groups come in the order of their keys, whatever the engine's order of texts. */
export function mergeGroups(rows: readonly EngineRow[], keys: readonly Key[], quantities: readonly Quantity[], read: ReadKey, more: readonly More[] = []): MergedGroups {
  const days = keys.filter(({ shape }) => shape === "day");
  const width = keys.reduce((sum, { groupBy }) => sum + groupBy.length, 0);
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const group = groupOf(row, keys, read, days.length, width, quantities.length, more.length);
    // Without keys there is a row even where there is no record.
    if (group.records === 0) continue;
    const key = keyText(group.values);
    const before = groups.get(key);
    if (before) join(before, group, quantities, more);
    else groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((left, right) => inOrder(left.values, right.values));
  return {
    columns: Object.fromEntries(keys.map((key, at) => [key.field, sorted.map((group) => (key.shape === "day" ? group.days[days.indexOf(key)]! : group.values[at]!))])),
    records: sorted.map(({ records }) => records),
    measures: Object.fromEntries(quantities.map(({ name }, at) => [name, { sum: sorted.map(({ sums }) => sums[at]!), known: sorted.map(({ known }) => known[at]!) }])),
    more: Object.fromEntries(more.map(({ name }, at) => [name, sorted.map((group) => group.more[at]!)])),
  };
}

function groupOf(row: EngineRow, keys: readonly Key[], read: ReadKey, days: number, width: number, quantities: number, more: number): Group {
  let at = 0;
  const values = keys.map(({ field, shape, groupBy }): CellValue => {
    const cell = row[at]!;
    const has = groupBy.length > 1 && Number(row[at + 1]) === 1;
    at += groupBy.length;
    return shape === "day" ? numberOf(cell) : read(field, cell, has);
  });
  const numbers = (from: number, count: number, step = 1) => Array.from({ length: count }, (_, place) => numberOf(row[from + place * step]!));
  const first = width + days + 1;
  const known = numbers(first + 1, quantities, 2).map((one) => one ?? 0);
  return {
    values,
    days: numbers(width, days),
    records: Number(row[width + days]),
    // Some engines say 0 where nothing is known.
    sums: numbers(first, quantities, 2).map((sum, place) => (known[place] === 0 ? null : sum)),
    known,
    more: numbers(first + 2 * quantities, more),
  };
}

/** JSON of some values costs ten times as much. */
function keyText(values: readonly CellValue[]): string {
  let text = "";
  for (const value of values) text += value === null ? "\u0000\u0001" : `${typeof value === "string" ? value : `\u0002${String(value)}`}\u0001`;
  return text;
}

function join(into: Group, other: Group, quantities: readonly Quantity[], more: readonly More[]): void {
  into.records += other.records;
  other.days.forEach((day, at) => (into.days[at] = joined(into.days[at]!, day, Math.min)));
  other.sums.forEach((sum, at) => (into.sums[at] = joined(into.sums[at]!, sum, quantities[at]!.field.shape === "money" ? moneySum : plainSum)));
  other.known.forEach((count, at) => (into.known[at]! += count));
  more.forEach((one, at) => (into.more[at] = joined(into.more[at]!, other.more[at]!, one.join)));
}

function joined(one: number | null, other: number | null, make: (one: number, other: number) => number): number | null {
  return one === null ? other : other === null ? one : make(one, other);
}

function plainSum(one: number, other: number): number {
  return one + other;
}

/** In ten-thousandths, as the engine adds them; beyond what these can be exact in, as doubles. */
export function moneySum(one: number, other: number): number {
  const parts = Math.round(one * 10_000) + Math.round(other * 10_000);
  return Number.isSafeInteger(parts) ? parts / 10_000 : one + other;
}

/** By the first value that differs; what is empty last. */
export function inOrder(left: readonly CellValue[], right: readonly CellValue[]): number {
  for (let at = 0; at < left.length; at++) {
    const [one, other] = [left[at]!, right[at]!];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return 0;
}
