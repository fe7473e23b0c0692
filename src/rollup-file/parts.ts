// Parts of a JSON document, each with the way to it: what is not as it must be says where it is.

import { mostRows } from "../values";

/** A part that is not as it must be. */
export class Damaged extends Error {
  constructor(readonly where: string, readonly problem: "damaged" | "lengths" = "damaged") {
    super(`${problem}: ${where}`);
  }
}

export interface Part {
  readonly value: unknown;
  /** `tables[0].columns`. */
  readonly where: string;
}

/** A member of an object; undefined where there is none. */
export function memberOf({ value, where }: Part, name: string): Part {
  const inner = where === "" ? name : `${where}.${name}`;
  return { value: isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined, where: inner };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts of an array. Throws a Damaged. */
export function partsOf({ value, where }: Part): readonly Part[] {
  if (!Array.isArray(value)) throw new Damaged(where);
  return value.map((one: unknown, index) => ({ value: one, where: `${where}[${index}]` }));
}

/** The members of an object, with their names. Throws a Damaged. */
export function membersOf(part: Part): readonly (readonly [string, Part])[] {
  if (!isObject(part.value)) throw new Damaged(part.where);
  return Object.keys(part.value).map((name) => [name, memberOf(part, name)]);
}

export function textOf({ value, where }: Part): string {
  if (typeof value !== "string") throw new Damaged(where);
  return value;
}

export function textOrNull(part: Part): string | null {
  return part.value === null ? null : textOf(part);
}

export function numberOf({ value, where }: Part): number {
  if (typeof value !== "number") throw new Damaged(where);
  return value;
}

export function numberOrNull(part: Part): number | null {
  return part.value === null ? null : numberOf(part);
}

/** A whole number, 0 or more. */
export function countOf(part: Part): number {
  const count = numberOf(part);
  if (!Number.isSafeInteger(count) || count < 0) throw new Damaged(part.where);
  return count;
}

/** A number of rows that a sheet can hold. */
export function rowsOf(part: Part): number {
  const count = countOf(part);
  if (count > mostRows) throw new Damaged(part.where, "lengths");
  return count;
}

export function flagOf({ value, where }: Part): boolean {
  if (typeof value !== "boolean") throw new Damaged(where);
  return value;
}

/** One of a closed set. */
export function choiceOf<T extends string>({ value, where }: Part, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Damaged(where);
  return found;
}
