// The user's own things of a file, ready to go into a new one: all of them, or those that can with the consent of the user.

import type { WorkbookPlan } from "../../sheets/plan";
import { carriedFrom, type Carried } from "./carried";
import { withoutLost } from "./lost-references";
import { openXlsx } from "./open";
import { refusalsOf, type Refusal } from "./refusals";

/** Thrown before anything is written. */
export class CannotCarry extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ sheet, why, what }) => [sheet ?? "workbook", why, what].filter((text) => text !== "").join(": ")).join("; "));
  }
}

/** What goes into the new file, the plan that goes with it, and what stays behind. */
interface Carriage {
  readonly carried: Carried;
  readonly plan: WorkbookPlan;
  readonly left: readonly Refusal[];
}

/** Throws CannotCarry where something would be lost; with `mayDrop` what cannot go stays behind, and `left` says what. */
export function carry(before: Uint8Array, plan: WorkbookPlan, mayDrop = false): Carriage {
  const book = openXlsx(before);
  const drop = new Set<string>();
  const left: Refusal[] = [];
  for (;;) {
    const carried = carriedFrom(book, plan, drop);
    const refusals = refusalsOf(book, carried, plan).filter((refusal) => refusal.drop === null || !drop.has(refusal.drop));
    if (refusals.length === 0) return { carried, plan: left.length > 0 ? withoutLost(book, carried, plan) : plan, left };
    if (!mayDrop || refusals.some((refusal) => refusal.drop === null)) throw new CannotCarry(refusals);
    left.push(...refusals);
    for (const refusal of refusals) if (refusal.drop !== null) drop.add(refusal.drop);
  }
}
