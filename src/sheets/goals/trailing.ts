// What were won amount, cycle and win rate of the last twelve months? Years are compared with years, whatever the month.

import { than } from "../../formula/criteria";
import { call, dayTerm, type Figure, type Term } from "../../formula/term";
import { amount, type DealModel } from "../../metrics/deals";
import { meanCycle } from "../../metrics/sales-cycle";
import { winRate } from "../../metrics/win-rate";
import { addMonths, type Day } from "../../values";

export const trailing = ["won", "cycle", "winRate"] as const;
export type Trailing = (typeof trailing)[number];

/** A measure of the deals closed in the twelve months that end on a day, that day included. */
export function trailingMeasure(model: DealModel, which: Trailing, end: Term<Day>): Term<Figure> {
  const { closed } = model.deals.columns;
  const start = call(`EDATE(${end.text},-12)`, addMonths(end.value, -12) as number);
  const year = [than(closed, ">", start), than(closed, "<=", dayTerm(end))];
  switch (which) {
    case "won": return amount(model, "won", ...year);
    case "cycle": return meanCycle(model, "won", ...year);
    case "winRate": return winRate(model, ...year);
  }
}

/** Whether the deals reach back far enough for the twelve months that end on a day to be whole. */
export function coversYearTo(model: DealModel, end: Day): boolean {
  const start = addMonths(end, -12) + 1;
  return model.deals.columns.closed.values.some((day) => typeof day === "number" && day < start);
}
