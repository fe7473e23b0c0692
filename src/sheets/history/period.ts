// Which days are moves and slips counted for: what the user typed, else the newest 90.

import { call, reference } from "../../formula/term";
import type { Period } from "../../metrics/period";
import type { CellValue, Day } from "../../values";
import { grid, input, show, type Block } from "../block";
import type { Memory } from "../memory";
import { earliestTyped, typedDay } from "../typed-days";
import type { HistoryParts } from "./parts";

/** Names of the cells the user types in. */
export const historyInputs = { days: "HistoryDays", from: "HistoryFrom", to: "HistoryTo" } as const;

const derived = { from: "HistoryStart", to: "HistoryEnd" } as const;
const daysAtFirst = 90;

export function countedPeriod({ context, words }: HistoryParts): { readonly period: Period; readonly block: Block } {
  const { memory, model } = context;
  const { days, from, to } = typedIn(memory);
  const { start, end } = countedDays(memory, model.settings.asOf.value);
  const terms = {
    from: call(`IF(N(${historyInputs.from})>=${earliestTyped},${historyInputs.from},${derived.to}-IF(ISNUMBER(${historyInputs.days}),MAX(1,INT(${historyInputs.days})),${daysAtFirst})+1)`, start),
    to: call(`IF(N(${historyInputs.to})>=${earliestTyped},${historyInputs.to},AsOf)`, end),
  };
  const day = { format: "day" } as const;
  return {
    period: { from: reference<number>(derived.from, start), to: reference<number>(derived.to, end) },
    block: grid([
      [show("label", words.days), input(historyInputs.days, days ?? daysAtFirst, { allowed: { kind: "number", min: 1, max: 36_500, whole: true, prompt: words.daysPrompt } })],
      [show("label", words.from), input(historyInputs.from, from, { ...day, allowed: { kind: "day", prompt: words.fromPrompt } }), show("note", words.fromNote, { across: 3 })],
      [show("label", words.to), input(historyInputs.to, to, { ...day, allowed: { kind: "day", prompt: words.toPrompt } }), show("note", words.toNote, { across: 3 })],
      [show("label", words.countedFrom), show("value", terms.from, { ...day, name: derived.from })],
      [show("label", words.countedTo), show("value", terms.to, { ...day, name: derived.to })],
    ]),
  };
}

/** The first and the last day counted. */
export function countedDays(memory: Memory, asOf: Day): Readonly<Record<"start" | "end", number>> {
  const { days, from, to } = typedIn(memory);
  const end = typedDay(to) ?? asOf;
  return { start: typedDay(from) ?? end - (typeof days === "number" ? Math.max(1, Math.floor(days)) : daysAtFirst) + 1, end };
}

function typedIn({ inputs }: Memory): Readonly<Record<keyof typeof historyInputs, CellValue>> {
  const of = (name: string): CellValue => {
    const found = inputs.get(name);
    return found === undefined || found === "" ? null : found;
  };
  return { days: of(historyInputs.days), from: of(historyInputs.from), to: of(historyInputs.to) };
}
