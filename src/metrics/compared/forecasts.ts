// What will be won, and does the pipeline cover the quota? Each forecast looks at other deals and another time.

import { countifs } from "../../formula/aggregate";
import { isFilled, than, type Criterion } from "../../formula/criteria";
import { call, dayTerm, literal, multiply, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount, dealCount, deals, outcomeIs, weightedAmount, type DealModel } from "../deals";
import { runRateDeals, runRateForecast } from "../forecast";
import type { Period } from "../period";
import { averageWon, winRate } from "../win-rate";
import { quotient, single, within, type Compared } from "./definition";

export const forecastIds = ["weighted", "weightedDue", "commit", "open", "simple", "runRate"] as const;
export type ForecastId = (typeof forecastIds)[number];

/** `dueBy` is the last day of the quarter; deals past their date are due by then too. Source: product research §8; Salesforce's ExpectedRevenue. */
export function forecasts(model: DealModel, dueBy: Term<number>): readonly Compared<ForecastId>[] {
  const due = than(model.deals.columns.due, "<=", dueBy);
  return [
    single("weighted", weightedAmount(model), openRows(model)),
    single("weightedDue", weightedAmount(model, due), openRows(model, due)),
    single("commit", known(amount(model, "open", due), openRows(model, isFilled(model.deals.columns.due))), openRows(model, due)),
    single("open", amount(model, "open"), openRows(model)),
    single("simple", whenNumbers([deals(model, "open"), winRate(model), averageWon(model)], multiply), dealCount(model)),
    single("runRate", runRateForecast(model), runRateDeals(model)),
  ];
}

export const coverageIds = ["openLeft", "dueLeft", "weightedLeft", "openWhole"] as const;
export type CoverageId = (typeof coverageIds)[number];

/** Open pipeline ÷ what is left of the year's quota; "" without a quota, or once it is reached. Source: product research §8 (coverage ratio). */
export function coverages(model: DealModel, quota: Term<Figure>, year: Period): readonly Compared<CoverageId>[] {
  const won = amount(model, "won", ...within(model.deals.columns.closed, { from: year.from, to: dayTerm(model.settings.asOf) }));
  const rest = whenNumbers([quota, won], (all, done) => subtract(all ?? literal(0), done ?? literal(0)));
  const left: Term<Figure> = call(`IF(N(${rest.text})>0,${rest.text},"")`, rest.value !== "" && rest.value > 0 ? rest.value : "", rest);
  const due = than(model.deals.columns.due, "<=", year.to);
  return [
    quotient("openLeft", amount(model, "open"), left, openRows(model)),
    quotient("dueLeft", known(amount(model, "open", due), openRows(model, isFilled(model.deals.columns.due))), left, openRows(model, due)),
    quotient("weightedLeft", weightedAmount(model), left, openRows(model)),
    quotient("openWhole", amount(model, "open"), quota, openRows(model)),
  ];
}

/** Open deals with an amount. */
function openRows(model: DealModel, ...criteria: readonly Criterion[]): Term<number> {
  return countifs(outcomeIs(model, "open"), isFilled(model.deals.columns.amount), ...criteria);
}

/** "" where nothing is dated: no date is not "later". */
function known(figure: Term<Figure>, dated: Term<number>): Term<Figure> {
  return call(`IF(${dated.text}=0,"",${figure.text})`, dated.value === 0 ? "" : figure.value, dated, figure);
}
