// Periods, targets and limits: what was typed before, else ours.

import { reference, type Term } from "../../formula/term";
import type { CohortPeriod } from "../../metrics/customers/cohort";
import { keyOfWord } from "../any-language";
import { grid, input, show, type Allowed, type Block } from "../block";
import type { SheetContext } from "../context";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { inputNames } from "./names";

export interface LoyaltySettings {
  /** The word for month or quarter. */
  readonly period: Term<string>;
  readonly isMonth: boolean;
  readonly fewAnswers: Term<number>;
  readonly npsTarget: Term<number>;
  readonly topTarget: Term<number>;
  readonly churnTarget: Term<number>;
  readonly months: number;
  readonly cohort: CohortPeriod;
  /** What stands in the cells of the two: null where they follow from the orders. */
  readonly typed: { readonly months: number | null; readonly cohort: CohortPeriod | null };
  /** What counts while they are empty. */
  readonly first: { readonly months: number; readonly cohort: CohortPeriod };
}

/** `firstMonths` and `firstCohort` suit the orders there are. The targets are the article's: NPS 50, top customers 90 %, churn 10 %. */
export function loyaltySettings({ memory, text }: SheetContext, firstMonths: number, firstCohort: CohortPeriod): LoyaltySettings {
  const number = (name: string, first: number, least: number, most: number) => reference(name, typedNumber(memory, name, least, most) ?? first);
  const chosen = (name: string) => keyOfWord(memory.inputs.get(name), ({ loyalty }) => loyalty.periods);
  const isMonth = chosen(inputNames.period) === "month";
  const typed = { months: typedMonths(memory), cohort: chosen(inputNames.cohort) };
  return {
    isMonth, period: reference(inputNames.period, text.loyalty.periods[isMonth ? "month" : "quarter"]),
    fewAnswers: number(inputNames.fewAnswers, 30, 0, 1e6), npsTarget: number(inputNames.npsTarget, 50, -100, 100), topTarget: number(inputNames.topTarget, 0.9, 0, 1),
    churnTarget: number(inputNames.churnTarget, 0.1, 0, 1), months: typed.months ?? firstMonths, cohort: typed.cohort ?? firstCohort,
    typed, first: { months: firstMonths, cohort: firstCohort },
  };
}

/** The months typed to compare; null where none fit. */
export function typedMonths(memory: Memory): number | null {
  const typed = typedNumber(memory, inputNames.months, 1, 36);
  return typed === null ? null : Math.trunc(typed);
}

function typedNumber({ inputs }: Memory, name: string, least: number, most: number): number | null {
  const typed = inputs.get(name);
  return typeof typed === "number" && typed >= least && typed <= most ? typed : null;
}

export function settingsBlock({ text }: SheetContext, settings: LoyaltySettings): Block {
  const { settings: labels, periods, prompts, settingsTitle, whenEmpty } = text.loyalty;
  const between = (min: number, max: number, whole: boolean, prompt: string): Allowed => ({ kind: "number", min, max, whole, prompt });
  const line = (key: keyof typeof inputNames, value: string | number | null, format: Format, allowed: Allowed, first?: string) =>
    [show("label", labels[key]), { ...input(inputNames[key], value, { format, allowed }), look: allowed.kind === "list" ? "choice" as const : "input" as const }, ...(first === undefined ? [] : [show("note", whenEmpty(first))])];
  return grid([
    [show("section", settingsTitle, { across: 2 })],
    line("period", settings.period.value, "text", { kind: "list", items: [periods.month, periods.quarter] }),
    line("fewAnswers", settings.fewAnswers.value, "count", between(0, 1e6, true, prompts.few)),
    line("npsTarget", settings.npsTarget.value, "score", between(-100, 100, false, prompts.score)),
    line("topTarget", settings.topTarget.value, "percent", between(0, 1, false, prompts.share)),
    line("churnTarget", settings.churnTarget.value, "percent", between(0, 1, false, prompts.share)),
    line("months", settings.typed.months, "count", between(1, 36, true, prompts.months), String(settings.first.months)),
    line("cohort", settings.typed.cohort && periods[settings.typed.cohort], "text", { kind: "list", items: Object.values(periods), prompt: prompts.cohort }, periods[settings.first.cohort]),
  ], [24]);
}
