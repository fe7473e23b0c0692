// A column in a file: a value that is everywhere once, texts that come again by their place in a list, numbers as they are.

import type { CellValue } from "../values";
import { Damaged, isObject, type Part } from "./parts";

export type Packed = readonly CellValue[] | { readonly all: CellValue } | { readonly of: readonly CellValue[]; readonly at: readonly number[] };

/** The column as it stands in the file. */
export function packed(column: ArrayLike<CellValue>): Packed {
  const values = Array.from(column);
  const places = new Map<CellValue, number>();
  let hasText = false;
  for (const value of values) {
    hasText ||= typeof value === "string";
    if (!places.has(value)) places.set(value, places.size);
  }
  const [first] = values;
  if (first !== undefined && places.size === 1) return { all: first };
  if (!hasText || places.size > values.length / 2) return values;
  return { of: [...places.keys()], at: values.map((value) => places.get(value)!) };
}

/** The values of a packed column of so many rows. Throws a Damaged. */
export function unpacked(part: Part, count: number): readonly CellValue[] {
  const { value, where } = part;
  if (isObject(value) && "all" in value) return Array.from<CellValue>({ length: count }).fill(cellOf(value["all"], where));
  if (isObject(value)) return listed(value["of"], value["at"], where, count);
  if (!Array.isArray(value)) throw new Damaged(where);
  if (value.length !== count) throw new Damaged(where, "lengths");
  return value.map((one: unknown) => cellOf(one, where));
}

/** The same where each value must be a number. */
export function unpackedNumbers(part: Part, count: number): readonly number[] {
  return unpacked(part, count).map((value) => {
    if (typeof value !== "number") throw new Damaged(part.where);
    return value;
  });
}

/** The same where each value must be a number or nothing. */
export function unpackedFigures(part: Part, count: number): readonly (number | null)[] {
  return unpacked(part, count).map((value) => {
    if (value !== null && typeof value !== "number") throw new Damaged(part.where);
    return value;
  });
}

function listed(of: unknown, at: unknown, where: string, count: number): readonly CellValue[] {
  if (!Array.isArray(of) || !Array.isArray(at)) throw new Damaged(where);
  if (at.length !== count) throw new Damaged(where, "lengths");
  const values = of.map((one: unknown) => cellOf(one, where));
  return at.map((place: unknown) => {
    const value = typeof place === "number" ? values[place] : undefined;
    if (value === undefined) throw new Damaged(where);
    return value;
  });
}

function cellOf(value: unknown, where: string): CellValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Damaged(where);
}
