// Every KPI of the workbook, once: its id, unit, formula and the rows it uses.

import { countifs } from "../formula/aggregate";
import { isFilled } from "../formula/criteria";
import { add, call, literal, type Figure, type Term } from "../formula/term";
import { allCells, completenessOf, missingCells, notYetCells } from "./completeness";
import { amount, dealCount, deals, outcomeIs, weightedAmount, type DealModel } from "./deals";
import { runRateDeals, runRateForecast, simpleForecast, weightedForecast } from "./forecast";
import { convertedLeads, leadConversion, leadCount, type LeadModel } from "./leads";
import type { CompletenessColumn, Model } from "./model";
import { cycleDeals, meanCycle, medianCycle } from "./sales-cycle";
import { overdueDeals, stalledDeals, whereTold } from "./stalled";
import { velocityOf } from "./velocity";
import { averageWon, winRate, winRateByAmount } from "./win-rate";

export const metricIds = [
  "deals.total", "deals.won", "deals.lost", "deals.open", "amount.won", "amount.open", "amount.weighted", "average-won",
  "win-rate", "win-rate.amount",
  "cycle.mean", "cycle.median", "cycle.mean.lost", "cycle.median.lost", "cycle.mean.closed", "cycle.median.closed",
  "stalled", "overdue", "velocity", "forecast.simple", "forecast.weighted", "forecast.run-rate",
  "leads", "leads.converted", "lead-conversion", "completeness", "completeness.cells",
] as const;
export type MetricId = (typeof metricIds)[number];

export const units = ["deals", "leads", "money", "moneyPerDay", "ratio", "days"] as const;
export type Unit = (typeof units)[number];

/** A KPI computed. `term` is "" where it cannot be computed. */
export interface Metric {
  readonly id: MetricId;
  readonly unit: Unit;
  readonly term: Term<Figure>;
  /** Rows of the tables that went into it. */
  readonly rows: Term<number>;
}

/** Every KPI these data have tables for; Definitions and the command line show them in this order. */
export function catalogue(model: Model): readonly Metric[] {
  return [
    ...(model.deals ? dealMetrics({ ...model, deals: model.deals }) : []),
    ...(model.leads ? leadMetrics({ ...model, leads: model.leads }) : []),
    ...(model.completeness.length > 0 ? completenessMetrics(model) : []),
  ];
}

/** Where the Measures table holds a KPI's value; other KPIs and sheets refer to it. */
export function measureCell(id: MetricId): string {
  return `measure ${id}`;
}

function dealMetrics(model: DealModel): readonly Metric[] {
  const all = dealCount(model);
  const won = deals(model, "won");
  const lost = deals(model, "lost");
  const open = deals(model, "open");
  const closed = add(won, lost);
  const withAmount = (outcome: "open" | "won") => countifs(outcomeIs(model, outcome), isFilled(model.deals.columns.amount));
  const mean = meanCycle(model, "won");
  return [
    { id: "deals.total", unit: "deals", term: all, rows: all },
    { id: "deals.won", unit: "deals", term: won, rows: all },
    { id: "deals.lost", unit: "deals", term: lost, rows: all },
    { id: "deals.open", unit: "deals", term: open, rows: all },
    { id: "amount.won", unit: "money", term: amount(model, "won"), rows: withAmount("won") },
    { id: "amount.open", unit: "money", term: amount(model, "open"), rows: withAmount("open") },
    { id: "amount.weighted", unit: "money", term: weightedAmount(model), rows: withAmount("open") },
    { id: "average-won", unit: "money", term: averageWon(model), rows: withAmount("won") },
    { id: "win-rate", unit: "ratio", term: winRate(model), rows: closed },
    { id: "win-rate.amount", unit: "ratio", term: winRateByAmount(model), rows: closed },
    { id: "cycle.mean", unit: "days", term: mean, rows: cycleDeals(model, "won") },
    { id: "cycle.median", unit: "days", term: medianCycle(model, "won"), rows: cycleDeals(model, "won") },
    { id: "cycle.mean.lost", unit: "days", term: meanCycle(model, "lost"), rows: cycleDeals(model, "lost") },
    { id: "cycle.median.lost", unit: "days", term: medianCycle(model, "lost"), rows: cycleDeals(model, "lost") },
    { id: "cycle.mean.closed", unit: "days", term: meanCycle(model, null), rows: cycleDeals(model, null) },
    { id: "cycle.median.closed", unit: "days", term: medianCycle(model, null), rows: cycleDeals(model, null) },
    { id: "stalled", unit: "deals", term: whereTold(stalledDeals(model), open, agedDeals(model)), rows: agedDeals(model) },
    { id: "overdue", unit: "deals", term: whereTold(overdueDeals(model), open, datedDeals(model)), rows: datedDeals(model) },
    { id: "velocity", unit: "moneyPerDay", term: velocityOf(open, winRate(model), averageWon(model), mean), rows: all },
    { id: "forecast.simple", unit: "money", term: simpleForecast(model), rows: all },
    { id: "forecast.weighted", unit: "money", term: weightedForecast(model), rows: withAmount("open") },
    { id: "forecast.run-rate", unit: "money", term: runRateForecast(model), rows: runRateDeals(model) },
  ];
}

function leadMetrics(model: LeadModel): readonly Metric[] {
  const all = leadCount(model);
  return [
    { id: "leads", unit: "leads", term: all, rows: all },
    { id: "leads.converted", unit: "leads", term: convertedLeads(model), rows: all },
    { id: "lead-conversion", unit: "ratio", term: leadConversion(model), rows: all },
  ];
}

/** Of deals, or of the first export read where there are none: sums over its rows in the Completeness table of the Import report. */
function completenessMetrics(model: Model): readonly Metric[] {
  const { completenessTable: table } = model;
  const object = model.completeness[0]?.object ?? "";
  const columns = model.completeness.filter((column) => column.object === object);
  const sum = (range: string, part: (column: CompletenessColumn) => Term<number>): Term<number> =>
    call(`SUMIFS(${range},${table.object},${literal(object).text})`, columns.reduce((total, column) => total + part(column).value, 0));
  const all = sum(table.cells, allCells);
  const missing = sum(table.missing, missingCells);
  const notYet = sum(table.notYet, (column) => notYetCells(model, column));
  return [
    { id: "completeness", unit: "ratio", term: completenessOf(all, missing, notYet), rows: all },
    { id: "completeness.cells", unit: "ratio", term: completenessOf(all, missing, literal(0)), rows: all },
  ];
}

/** Open deals whose time in stage is known. */
function agedDeals(model: DealModel): Term<number> {
  return countifs(outcomeIs(model, "open"), isFilled(model.deals.columns.stageSince));
}

/** Open deals with an expected close. */
function datedDeals(model: DealModel): Term<number> {
  return countifs(outcomeIs(model, "open"), isFilled(model.deals.columns.due));
}
