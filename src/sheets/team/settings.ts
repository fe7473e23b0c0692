// Which period, whose sales, and for how long is a quota stated?

import { call, choose, compare, literal, literalText, reference, type Term } from "../../formula/term";
import type { Period } from "../../metrics/period";
import { addMonths, calendarOf, dayOf, type Day } from "../../values";
import { keyOfWord } from "../any-language";
import { gap, grid, input, show, stack, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";

/** Names of the cells the user chooses in. */
export const teamChoices = { period: "TeamPeriod", actual: "TeamActual", quotaPer: "TeamQuotaPer" } as const;

/** Names of the cells that follow from them. */
const follows = { from: "TeamFrom", to: "TeamTo", gone: "TeamGone", share: "TeamQuotaShare" } as const;

const periods = {
  thisYear: { months: 12, back: 0 }, thisQuarter: { months: 3, back: 0 }, thisMonth: { months: 1, back: 0 },
  lastYear: { months: 12, back: 1 }, lastQuarter: { months: 3, back: 1 }, lastMonth: { months: 1, back: 1 },
} as const;
type PeriodKey = keyof typeof periods;

const quotaMonths = { year: 12, quarter: 3, month: 1 } as const;

/** Where sales can come from. */
export type ActualKey = "deals" | "export";

export interface TeamSettings extends Period {
  readonly period: PeriodKey;
  /** Share of the period's days gone, above 0 to 1. */
  readonly gone: Term<number>;
  /** Months of the period ÷ months the quota is stated for. */
  readonly quotaShare: Term<number>;
  readonly quotaPer: keyof typeof quotaMonths;
  /** What the cell says; null where there is nothing to choose. */
  readonly actual: { readonly word: Term<string>; readonly key: ActualKey } | null;
  /** What there is. */
  readonly sources: readonly ActualKey[];
}

/** The settings as formulas see them. */
export function teamSettings({ memory, model }: SheetContext, sources: readonly ActualKey[]): TeamSettings {
  const period = keyOfWord(memory.inputs.get(teamChoices.period), ({ team }) => team.periods) ?? "thisYear";
  const quotaPer = keyOfWord(memory.inputs.get(teamChoices.quotaPer), ({ team }) => team.quotaPers) ?? "year";
  const typed = keyOfWord(memory.inputs.get(teamChoices.actual), ({ team }) => team.actuals);
  const asOf = model.settings.asOf.value;
  const { from, to } = periodDays(asOf, model.settings.fiscalYearStart.value, period);
  const gone = Math.min(1, (asOf - from + 1) / (to - from + 1));
  const key = typed !== null && sources.includes(typed) ? typed : sources[0];
  return {
    period, quotaPer, sources,
    from: reference(follows.from, from as number), to: reference(follows.to, to as number), gone: reference(follows.gone, gone),
    quotaShare: reference(follows.share, periods[period].months / quotaMonths[quotaPer]),
    actual: key === undefined ? null : { key, word: reference(teamChoices.actual, key) },
  };
}

/** First and last day of a period, counted from the month the fiscal year starts in. */
export function periodDays(asOf: Day, fiscalYearStart: number, period: PeriodKey): { readonly from: Day; readonly to: Day } {
  const { months, back } = periods[period];
  const { year, month } = calendarOf(asOf);
  const into = (((month - fiscalYearStart) % months) + months) % months;
  const first = addMonths(addMonths(dayOf(year, 1, 1) as Day, month - 1 - into), -months * back);
  return { from: first, to: (addMonths(first, months) - 1) as Day };
}

/** The cells: choices on the left, what follows from them on the right. */
export function settingsBlock(context: SheetContext, settings: TeamSettings): Block {
  const words = context.text.team;
  const { settings: labels, periods: names, actuals, quotaPers } = words;
  const list = (items: Readonly<Record<string, string>>) => ({ allowed: { kind: "list" as const, items: Object.values(items) }, look: "choice" as const, format: "text" as const, across: 2 });
  const row = (label: string, cell: Cell, right: string, value: Term<number>, name: string, format: "day" | "percent"): readonly (Cell | null)[] =>
    [show("label", label), cell, null, show("label", right, { across: 3 }), show("value", value, { name, format })];
  const { actual, sources } = settings;
  const source = actual === null ? null : actuals[actual.key];
  const chosen = sources.length > 1 && source !== null ? input(teamChoices.actual, source, list(actuals)) : show("value", source ?? "", { across: 2, format: "text" });
  const note = sources.length > 1 ? words.actualNotes.both : actual ? words.actualNotes[actual.key] : words.actualNotes.none;
  return stack(
    grid([
      [show("section", words.settingsTitle, { across: 7 })],
      row(labels.period, input(teamChoices.period, names[settings.period], list(names)), labels.from, fromTerm(context, settings), follows.from, "day"),
      row(labels.actual, chosen, labels.to, toTerm(context, settings), follows.to, "day"),
      row(labels.quotaPer, input(teamChoices.quotaPer, quotaPers[settings.quotaPer], list(quotaPers)), labels.gone, goneTerm(settings), follows.gone, "percent"),
      [null, null, null, null, show("label", labels.share, { across: 3 }), show("value", shareTerm(context, settings), { name: follows.share, format: "percent" })],
      [show("note", note, { across: 8 })],
    ], [24, null, null, null, null, 16]),
    gap(),
  );
}

/** Sales by the chosen source; "" where there is none. */
export function bySource<V extends string | number>({ actual, sources }: TeamSettings, { team }: SheetContext["text"], deals: Term<V>, exported: Term<V>): Term<V> {
  if (actual === null) return literal("" as V);
  if (sources.length === 1) return actual.key === "deals" ? deals : exported;
  return choose(compare({ ...actual.word, value: team.actuals[actual.key] }, "=", literal(team.actuals.export)), exported, deals);
}

function monthsText(words: SheetContext["text"]["team"]): string {
  const is = (key: PeriodKey) => `${teamChoices.period}=${literalText(words.periods[key])}`;
  return `IF(OR(${is("thisMonth")},${is("lastMonth")}),1,IF(OR(${is("thisQuarter")},${is("lastQuarter")}),3,12))`;
}

function fromTerm({ text, model }: SheetContext, { from }: TeamSettings): Term<number> {
  const { asOf, fiscalYearStart } = model.settings;
  const words = text.team;
  const months = monthsText(words);
  const isLast = (["lastYear", "lastQuarter", "lastMonth"] as const).map((key) => `${teamChoices.period}=${literalText(words.periods[key])}`).join(",");
  const first = `DATE(YEAR(${asOf.text}),MONTH(${asOf.text})-MOD(MONTH(${asOf.text})-${fiscalYearStart.text},${months}),1)`;
  return call(`EDATE(${first},IF(OR(${isLast}),-${months},0))`, from.value);
}

function toTerm({ text }: SheetContext, { from, to }: TeamSettings): Term<number> {
  return call(`EDATE(${from.text},${monthsText(text.team)})-1`, to.value);
}

function goneTerm({ from, to, gone }: TeamSettings): Term<number> {
  return call(`MIN(1,(AsOf-${from.text}+1)/(${to.text}-${from.text}+1))`, gone.value);
}

function shareTerm({ text }: SheetContext, { quotaShare }: TeamSettings): Term<number> {
  const words = text.team.quotaPers;
  const stated = `IF(${teamChoices.quotaPer}=${literalText(words.month)},1,IF(${teamChoices.quotaPer}=${literalText(words.quarter)},3,12))`;
  return call(`${monthsText(text.team)}/${stated}`, quotaShare.value);
}
