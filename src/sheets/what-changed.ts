// What changed since the snapshot before: worked out before anything is written, and in sentences for pane and command line.

import { bridgeKinds, changeKinds, changesBetween, type Changes } from "../metrics/changes";
import type { Text } from "../text/en";
import { isoOf, type Day } from "../values";
import type { SheetContext } from "./context";
import { ratesOf, worthBy } from "./rates";

/** Changes with what they are told by. */
export interface WhatChanged {
  /** The day of the snapshot compared with; null where this is the first. */
  readonly since: Day | null;
  /** Null where there is nothing to compare with. */
  readonly changes: Changes | null;
  /** Of all amounts; "" where the export names none. */
  readonly currency: string;
}

/** What this refresh changes, from `contextOf`'s context; null where it has no deals. Amounts of both sides count at the rates of now. */
export function whatChanged({ snapshots, model, currency, memory, rates }: SheetContext): WhatChanged | null {
  if (!snapshots?.deals) return null;
  const { before, deals, since } = snapshots;
  const currencies = [...before.values(), ...deals.values()].map((deal) => deal.currency);
  const worth = worthBy(ratesOf(currencies, currency, memory, rates));
  return { since, currency, changes: since === null ? null : changesBetween(before, deals, { stages: model.stages.rows, worth }) };
}

/** The same in sentences: a title, the open amount before and now with what moved it, then what did not move it. */
export function changeLines({ since, changes, currency }: WhatChanged, { changes: words }: Text): readonly string[] {
  if (since === null || !changes) return [words.first];
  const day = isoOf(since);
  if (changes.list.length === 0) return [words.nothing(day)];
  const money = (amount: number) => `${currency === "" ? "" : `${currency} `}${Math.round(amount).toLocaleString("en")}`;
  const others = changeKinds.filter((kind) => !bridgeKinds.some((one) => one === kind));
  const said = [...bridgeKinds, ...others].filter((kind) => changes.kinds[kind].count > 0).map((kind) => `• ${words.kinds[kind](changes.kinds[kind].count, money(changes.kinds[kind].amount))}`);
  const { before, after } = changes.open;
  return [words.title(day), words.bridge(money(before.amount), money(after.amount)), ...said, ...(changes.unvalued > 0 ? [words.unvalued(changes.unvalued)] : [])];
}
