// What would have been forecast on each snapshot day, for the month and the fiscal quarter it lies in?

import { addMonths, calendarOf, monthStart, type Day } from "../values";
import type { DealLog } from "./deal-log";
import type { DealState } from "./deal-state";

export const forecastSpans = ["month", "quarter"] as const;
export type ForecastSpan = (typeof forecastSpans)[number];

/** Amounts in the reporting currency; null where no open deal of that day tells. */
export interface PastForecast {
  readonly day: Day;
  /** Last day of the month or quarter. */
  readonly end: Day;
  readonly open: number | null;
  /** Open amount expected to close by the end, deals past their date included. */
  readonly commit: number | null;
  /** The same × probability, as `weightedAmount` has it: the deals' own where any open deal of that day had one, else their stages' in Setup now. */
  readonly weighted: number | null;
}

/** How a state is valued. */
interface Valuing {
  worth(amount: number | null, currency: string | null): number | null;
  /** Of a stage in lower case; null where Setup has none. */
  probability(stage: string): number | null;
  /** The month the fiscal year starts in, 1 to 12. */
  readonly fiscalYearStart: number;
}

/** One forecast for each of the newest `most` days of the log, oldest first. Source: product research §11.18. */
export function pastForecasts(log: DealLog, span: ForecastSpan, by: Valuing, most: number): readonly PastForecast[] {
  const shown = new Set([...new Set(log.map(({ day }) => day))].sort((a, b) => a - b).slice(-most));
  const deals = new Map<string, DealState>();
  const forecasts: PastForecast[] = [];
  const ordered = [...log].sort((a, b) => a.day - b.day);
  ordered.forEach(({ day, isGone, state }, at) => {
    if (isGone) deals.delete(state.id);
    else deals.set(state.id, state);
    if (ordered[at + 1]?.day !== day && shown.has(day)) forecasts.push(forecastOf(day, deals, span, by));
  });
  return forecasts;
}

/** The last day of the month, or of the fiscal quarter, a day lies in. */
export function spanEnd(day: Day, span: ForecastSpan, fiscalYearStart: number): Day {
  const into = span === "month" ? 0 : (calendarOf(day).month - fiscalYearStart + 12) % 3;
  return (addMonths(monthStart(day), (span === "month" ? 1 : 3) - into) - 1) as Day;
}

function forecastOf(day: Day, deals: ReadonlyMap<string, DealState>, span: ForecastSpan, { worth, probability, fiscalYearStart }: Valuing): PastForecast {
  const end = spanEnd(day, span, fiscalYearStart);
  const hasOwn = [...deals.values()].some(({ outcome, probability: own }) => outcome === "open" && own !== null);
  const sums = { open: null as number | null, commit: null as number | null, weighted: null as number | null };
  for (const { outcome, amount, currency, due, stage, probability: own } of deals.values()) {
    if (outcome !== "open") continue;
    const value = worth(amount, currency);
    if (value === null) continue;
    const isDue = due !== null && due <= end;
    const rate = hasOwn ? own : probability((stage ?? "").trim().toLowerCase());
    sums.open = (sums.open ?? 0) + value;
    if (due !== null) sums.commit = (sums.commit ?? 0) + (isDue ? value : 0);
    if (due !== null && rate !== null) sums.weighted = (sums.weighted ?? 0) + (isDue ? value * rate : 0);
  }
  return { day, end, ...sums };
}
