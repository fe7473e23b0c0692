// Areas of cells: their addresses in Excel's words, and what is left of one beside another.

import { parseA1Ref } from "@borgar/fx/xlsx";
import { areaReference } from "../../sheets/address";
import type { Rectangle } from "../../sheets/plan";

/** A sheet and an area of it; a side that has no end has the sheet's. */
export interface Place {
  readonly sheet: string;
  readonly area: Rectangle;
}

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** The place `'Set-up'!$B$4` or `Set-up!B:C` says; null for anything that is not one area. */
export function placeOf(address: string): Place | null {
  const reference = parseA1Ref(address.replace(/^=/, ""));
  if (!reference || !("range" in reference)) return null;
  const { top, left, bottom, right } = reference.range;
  return { sheet: reference.sheetName ?? "", area: { top: top ?? 0, left: left ?? 0, bottom: bottom ?? lastRow, right: right ?? lastColumn } };
}

export function cellCount({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

export function holds(outer: Rectangle, inner: Rectangle): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;
}

export function meet(one: Rectangle, other: Rectangle): Rectangle | null {
  const common = { top: Math.max(one.top, other.top), left: Math.max(one.left, other.left), bottom: Math.min(one.bottom, other.bottom), right: Math.min(one.right, other.right) };
  return common.top <= common.bottom && common.left <= common.right ? common : null;
}

/** What is left of areas when others are cut out of them. */
export function without(areas: readonly Rectangle[], cuts: readonly Rectangle[]): readonly Rectangle[] {
  return cuts.reduce((rest, cut) => rest.flatMap((area) => cutOut(area, cut)), areas);
}

function cutOut(area: Rectangle, cut: Rectangle): readonly Rectangle[] {
  const common = meet(area, cut);
  if (!common) return [area];
  return [
    { ...area, bottom: common.top - 1 },
    { ...area, top: common.top, bottom: common.bottom, right: common.left - 1 },
    { ...area, top: common.top, bottom: common.bottom, left: common.right + 1 },
    { ...area, top: common.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** Areas that touch and are as wide, or as high, become one. */
export function joined(areas: readonly Rectangle[]): readonly Rectangle[] {
  const lying = merge(areas, (one) => `${one.top} ${one.bottom}`, (a, b) => a.left - b.left, (a, b) => (a.right + 1 === b.left ? { ...a, right: b.right } : null));
  return merge(lying, (one) => `${one.left} ${one.right}`, (a, b) => a.top - b.top, (a, b) => (a.bottom + 1 === b.top ? { ...a, bottom: b.bottom } : null));
}

function merge(
  areas: readonly Rectangle[], key: (area: Rectangle) => string, order: (a: Rectangle, b: Rectangle) => number,
  join: (a: Rectangle, b: Rectangle) => Rectangle | null,
): readonly Rectangle[] {
  const groups = new Map<string, Rectangle[]>();
  for (const area of areas) groups.set(key(area), [...(groups.get(key(area)) ?? []), area]);
  return [...groups.values()].flatMap((group) => group.sort(order).reduce((done: Rectangle[], area) => {
    const last = done.at(-1);
    const one = last ? join(last, area) : null;
    if (one) done[done.length - 1] = one;
    else done.push(area);
    return done;
  }, []));
}

/** Excel cuts an address of more than 8,192 characters short; this is what fits. */
const longest = 8_000;

/** Many areas as few addresses of the kind `A1:B2,D4`. */
export function addressesOf(areas: readonly Rectangle[]): readonly string[] {
  return areas.map(areaReference).reduce((texts: string[], address) => {
    const last = texts.at(-1);
    if (last !== undefined && last.length + address.length < longest) texts[texts.length - 1] = `${last},${address}`;
    else texts.push(address);
    return texts;
  }, []);
}
