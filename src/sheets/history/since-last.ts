// What changed since the newest snapshot of an earlier day?

import { lastDay, stateOn } from "../../metrics/deal-log";
import { changesBetween, type Changes } from "../../metrics/changes";
import type { Day } from "../../values";
import type { SheetContext } from "../context";
import { ratesOf, worthBy } from "../rates";

export interface SinceLast {
  readonly from: Day;
  readonly to: Day;
  readonly changes: Changes;
}

/** Null at the first snapshot. A refresh of the same day compares with the day before it again, so that the week's changes stay. */
export function sinceLast(context: SheetContext): SinceLast | null {
  const { snapshots, model } = context;
  if (!snapshots) return null;
  const { log, deals } = snapshots;
  const to = deals ? model.settings.asOf.value : lastDay(log);
  if (to === null) return null;
  const from = log.reduce<Day | null>((latest, { day }) => (day < to && (latest === null || day > latest) ? day : latest), null);
  if (from === null) return null;
  return { from, to, changes: changesBetween(stateOn(log, from), deals ?? stateOn(log, to), { stages: model.stages.rows, worth: worthOf(context) }) };
}

/** Amounts of any snapshot in the reporting currency at the rates of now. */
export function worthOf({ snapshots, currency, memory, rates }: SheetContext): (amount: number | null, currency: string | null) => number | null {
  const states = [...(snapshots?.log ?? []).map(({ state }) => state), ...(snapshots?.deals?.values() ?? [])];
  return worthBy(ratesOf(states.map((state) => state.currency), currency, memory, rates));
}
