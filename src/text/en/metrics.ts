import type { MetricId, Unit } from "../../metrics/catalogue";

/** What each KPI is called and how it is worked out; Definitions shows it, the command line prints it. */
interface Definition {
  readonly name: string;
  /** How it is worked out, in words. */
  readonly formula: string;
  readonly denominator: string;
  readonly dateField: string;
  /** What to do when it is empty. */
  readonly why: string;
}

const none = "–";
const anyDate = "none: all history";
const noDeals = "The exports hold no deals.";

const names: Record<MetricId, Definition> = {
  "deals.total": { name: "All deals", formula: "Rows of the Deals table", denominator: none, dateField: anyDate, why: noDeals },
  "deals.won": { name: "Won deals", formula: "Deals in a won stage", denominator: none, dateField: anyDate, why: noDeals },
  "deals.lost": { name: "Lost deals", formula: "Deals in a lost stage", denominator: none, dateField: anyDate, why: noDeals },
  "deals.open": { name: "Open deals", formula: "Deals neither won nor lost", denominator: none, dateField: "none: as the export stands", why: noDeals },
  "amount.won": { name: "Won amount", formula: "Sum of the amounts of won deals: the actual amount where the export has one, else the estimate", denominator: none, dateField: anyDate, why: "No won deal has an amount in the reporting currency." },
  "amount.open": { name: "Open amount", formula: "Sum of the amounts of open deals", denominator: none, dateField: "none: as the export stands", why: "No open deal has an amount in the reporting currency." },
  "amount.weighted": { name: "Weighted amount", formula: "Sum of amount × probability of open deals; the probability is the deal's own where the export has one, else its stage's in Setup", denominator: none, dateField: "none: as the export stands", why: "Open deals have no amounts, or neither the export nor Setup has probabilities. Type a probability for each stage in Setup." },
  "average-won": { name: "Average won deal", formula: "Won amount ÷ won deals that have an amount", denominator: "won deals with an amount", dateField: anyDate, why: "No won deal has an amount." },
  "win-rate": { name: "Win rate", formula: "Won deals ÷ (won + lost deals)", denominator: "won + lost deals", dateField: anyDate, why: "No deal is closed yet." },
  "win-rate.amount": { name: "Win rate by amount", formula: "Won amount ÷ (won + lost amount)", denominator: "won + lost amount", dateField: anyDate, why: "No closed deal has an amount." },
  "cycle.mean": { name: "Sales cycle, mean", formula: "Mean of calendar days from created to closed, won deals", denominator: "won deals with both dates", dateField: "created, close date", why: "No won deal has both a created and a close date that make sense." },
  "cycle.median": { name: "Sales cycle, median", formula: "Median of calendar days from created to closed, won deals", denominator: none, dateField: "created, close date", why: "No won deal has both a created and a close date that make sense." },
  "cycle.mean.lost": { name: "Days to lose, mean", formula: "Mean of calendar days from created to closed, lost deals", denominator: "lost deals with both dates", dateField: "created, close date", why: "No lost deal has both a created and a close date that make sense." },
  "cycle.median.lost": { name: "Days to lose, median", formula: "Median of calendar days from created to closed, lost deals", denominator: none, dateField: "created, close date", why: "No lost deal has both a created and a close date that make sense." },
  "cycle.mean.closed": { name: "Days to close, mean", formula: "Mean of calendar days from created to closed, won and lost deals", denominator: "closed deals with both dates", dateField: "created, close date", why: "No closed deal has both a created and a close date that make sense." },
  "cycle.median.closed": { name: "Days to close, median", formula: "Median of calendar days from created to closed, won and lost deals", denominator: none, dateField: "created, close date", why: "No closed deal has both a created and a close date that make sense." },
  stalled: { name: "Stalled deals", formula: "Open deals longer in their stage than the stage's longest stay in Setup; days count from entering the stage, or from created where the export has no stage dates", denominator: none, dateField: "in stage since, as-of day", why: "No open deal has a date to count from, so how long they have stood is unknown." },
  overdue: { name: "Overdue deals", formula: "Open deals whose expected close is before the as-of day", denominator: none, dateField: "expected close, as-of day", why: "No open deal has an expected close." },
  velocity: { name: "Sales velocity", formula: "Open deals × win rate × average won deal ÷ mean sales cycle: money per day", denominator: "mean sales cycle in days", dateField: "created, close date", why: "It needs open deals, closed deals, amounts and a sales cycle; one of them is missing." },
  "forecast.simple": { name: "Forecast, simple", formula: "Open deals × win rate × average won deal", denominator: none, dateField: anyDate, why: "It needs open deals, closed deals and amounts; one of them is missing." },
  "forecast.weighted": { name: "Forecast, weighted", formula: "Weighted amount of all open deals, whatever their expected close", denominator: none, dateField: "none: as the export stands", why: "Open deals have no amounts, or neither the export nor Setup has probabilities. Type a probability for each stage in Setup." },
  "forecast.run-rate": { name: "Forecast, run rate", formula: "Mean monthly won amount of the three newest complete months before the as-of day", denominator: "3 months", dateField: "close date", why: "Deals won in these months have no amounts." },
  leads: { name: "Leads", formula: "Rows of the Leads table", denominator: none, dateField: anyDate, why: "The exports hold no leads." },
  "leads.converted": { name: "Converted leads", formula: "Leads marked as converted", denominator: none, dateField: anyDate, why: "The exports hold no leads." },
  "lead-conversion": { name: "Lead conversion", formula: "Converted leads ÷ all leads", denominator: "all leads", dateField: anyDate, why: "The exports hold no leads." },
  completeness: { name: "Data completeness", formula: "Filled cells ÷ cells that could be filled, over all named columns of the deals (of the first export where there are no deals); what a deal cannot have yet (a close date before it closes) is not missing", denominator: "cells that could be filled", dateField: "none: as the export stands", why: "There are no cells to count." },
  "completeness.cells": { name: "Filled cells", formula: "Filled cells ÷ all cells, over all named columns of the deals (of the first export where there are no deals)", denominator: "all cells", dateField: "none: as the export stands", why: "There are no cells to count." },
};

const units: Record<Unit, string> = { deals: "deals", leads: "leads", money: "money", moneyPerDay: "money per day", ratio: "%", days: "days" };

export const metrics = { names, units };
