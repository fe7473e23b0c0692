// The quarter that is paid: typed, else the newest complete one.

import { dayText, sentence } from "../../formula/sentence";
import { call, cell, type Term } from "../../formula/term";
import { lastCompleteQuarter, quarterEnd } from "../../metrics/quarter";
import { grid, input, show, type Block } from "../block";
import type { SheetContext } from "../context";

/** Names of the cells the user types in. */
export const quarterNames = { quarter: "BonusQuarter", months: "BonusQuotaMonths" } as const;

export interface Quarter {
  readonly from: Term<number>;
  readonly to: Term<number>;
  /** Months a quota covers. */
  readonly months: Term<number>;
}

const ids = { from: "bonus quarter from", to: "bonus quarter to" } as const;
const quotaMonths = 3;

export function quarterOf(context: SheetContext): Quarter {
  const { from, to, months } = quarterTerms(context);
  return { from: cell(ids.from, from.value), to: cell(ids.to, to.value), months };
}

function quarterTerms({ model, memory }: SheetContext): Quarter {
  const typed = memory.inputs.get(quarterNames.quarter);
  const months = memory.inputs.get(quarterNames.months);
  const last = lastCompleteQuarter(model.settings);
  const from = call(`IF(ISNUMBER(${quarterNames.quarter}),${quarterNames.quarter},${last.text})`, typeof typed === "number" ? typed : last.value);
  return {
    from, to: quarterEnd(cell(ids.from, from.value)),
    months: call(`MAX(1,${quarterNames.months})`, Math.max(1, typeof months === "number" ? months : quotaMonths)),
  };
}

/** The two inputs, and the quarter they give. */
export function quarterBlock(context: SheetContext): Block {
  const words = context.text.bonus;
  const { memory } = context;
  const { from, to } = quarterTerms(context);
  const typed = memory.inputs.get(quarterNames.quarter) ?? null;
  const months = memory.inputs.get(quarterNames.months);
  const said = sentence(words.quarterNote, { from: dayText(cell(ids.from, from.value)), to: dayText(cell(ids.to, to.value)) });
  return grid([
    [show("label", words.quarter), input(quarterNames.quarter, typed, { format: "day", allowed: { kind: "day", prompt: words.quarterPrompt } }), show("value", from, { format: "day", id: ids.from }), show("value", to, { format: "day", id: ids.to }), show("label", said, { across: 7 })],
    [show("label", words.months), input(quarterNames.months, months ?? quotaMonths, { allowed: { kind: "number", min: 1, max: 12, whole: true, prompt: words.monthsPrompt } }), show("label", words.monthsNote, { across: 9 })],
  ]);
}

