// What is made of a formula that has to be entered as an array has to be entered so too.

import { literal, type Figure, type Term } from "../../src/formula/term";
import { perMonth } from "../../src/metrics/account-value";
import { attainmentOr, attainmentStatus } from "../../src/metrics/attainment";
import { scoreOf, weighedScore } from "../../src/metrics/balance";
import { runRateForecast } from "../../src/metrics/forecast";
import { forecastBias, overallAccuracy } from "../../src/metrics/forecast-error";
import { ofClosed } from "../../src/metrics/period";
import { winRateByAmount } from "../../src/metrics/win-rate";
import { dealModel } from "./deal-model";

const plain = literal(1);
const array: Term<number> = { ...literal(1), array: true };
const figure: Term<Figure> = array;
const limits = { atRisk: plain, offTrack: plain };
const words = { achieved: "", onTrack: "", atRisk: "", offTrack: "", missed: "", noSales: "", noQuota: "" };

it.each<[string, (term: Term<number>) => Term]>([
  ["months", (term) => perMonth(plain, term)],
  ["an attainment exported", (term) => attainmentOr(term, plain, plain)],
  ["sales", (term) => attainmentOr(plain, term, plain)],
  ["an attainment", (term) => attainmentStatus(plain, term, plain, plain, limits, words)],
  ["a limit", (term) => attainmentStatus(plain, plain, plain, plain, { ...limits, atRisk: term }, words)],
  ["a measure", (term) => scoreOf(term, plain, "higher")],
  ["a weight", (term) => weighedScore([{ score: plain, weight: term }])],
  ["an error", (term) => overallAccuracy(term, plain)],
  ["a forecast", (term) => forecastBias(term, plain)],
])("an array stays one in what is made of %s", (_, made) => {
  expect([made(array).array, made(plain).array]).toEqual([true, undefined]);
});

it("a figure over groups that is looked up for each cell stays an array in what is made of it", () => {
  const column = { text: "Deals[Amount]", values: [1], grouping: { count: () => array, knownSum: () => figure } as never };
  const made = dealModel({ deals: [{ stage: "New" }], stages: [["New", "open"]], asOf: "2026-11-23" });
  const columns = { ...made.deals.columns, amount: column, outcome: column, closed: column };
  const model = { ...made, deals: { ...made.deals, columns } };
  expect([runRateForecast(model), winRateByAmount(model), ofClosed(model, { from: plain, to: plain }, () => plain)].map((term) => term.array)).toEqual([true, true, true]);
});
