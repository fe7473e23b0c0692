// Rectangles of cells and their addresses.

import { parseA1Ref, toCol as columnLetters } from "@borgar/fx";
import type { Rectangle } from "../../src/sheets/plan";

export type { Rectangle };

export const lastRow = 1_048_575;
export const lastColumn = 16_383;
export const wholeSheet: Rectangle = { top: 0, left: 0, bottom: lastRow, right: lastColumn };

export function rowsOf({ top, bottom }: Rectangle): number {
  return bottom - top + 1;
}

export function columnsOf({ left, right }: Rectangle): number {
  return right - left + 1;
}

export function meet(one: Rectangle, other: Rectangle): Rectangle | null {
  const area = { top: Math.max(one.top, other.top), left: Math.max(one.left, other.left), bottom: Math.min(one.bottom, other.bottom), right: Math.min(one.right, other.right) };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

export function holds(outer: Rectangle, inner: Rectangle): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
}

export function isSameArea(one: Rectangle, other: Rectangle): boolean {
  return holds(one, other) && holds(other, one);
}

/** What is left of an area when another is cut out: up to four areas. */
export function without(area: Rectangle, cut: Rectangle): Rectangle[] {
  const common = meet(area, cut);
  if (!common) return [area];
  return [
    { ...area, bottom: common.top - 1 },
    { ...area, top: common.top, bottom: common.bottom, right: common.left - 1 },
    { ...area, top: common.top, bottom: common.bottom, left: common.right + 1 },
    { ...area, top: common.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** `A1`, `A1:B2`, `A:C` or `1:3`; with `$` where asked for. */
export function addressOf({ top, left, bottom, right }: Rectangle, fixed = ""): string {
  const [first, last] = [`${fixed}${columnLetters(left)}`, `${fixed}${columnLetters(right)}`];
  if (top === 0 && bottom === lastRow) return `${first}:${last}`;
  if (left === 0 && right === lastColumn) return `${fixed}${top + 1}:${fixed}${bottom + 1}`;
  const start = `${first}${fixed}${top + 1}`;
  return top === bottom && left === right ? start : `${start}:${last}${fixed}${bottom + 1}`;
}

export function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([a-z]{1,3}\d+|r\d*c\d*)$/i.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** An address with or without its sheet; null where it is none. */
export function parseAddress(text: string): { readonly sheet: string | null; readonly area: Rectangle } | null {
  const found = parseA1Ref(text.trim());
  if (!found || !("range" in found)) return null;
  const { top, left, bottom, right } = found.range;
  const area = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? (top === null ? lastRow : top), right: right ?? (left === null ? lastColumn : left) };
  return { sheet: found.context?.at(-1) ?? null, area };
}
