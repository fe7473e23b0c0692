// Custom functions on what customers are worth and cost, and on the bonus.

import { literal } from "../formula/term";
import { articleWeights, bonus } from "../metrics/bonus";
import { cac, ltv, ltvToCac, payback } from "../metrics/ltv";
import { refuse, Refusal } from "../metrics/refusal";
import type { Answer, Cells } from "./given/cells";
import { choice } from "./given/choice";
import { attainments, numbers, numbersFrom, openShares, scores, shares, smallShares, wholeNumbersFrom } from "./given/figures";
import { all, cellByCell, refuseSize, several, single, type Grid } from "./given/grid";
import { figureOr, measured } from "./given/measured";

/**
 * Customer lifetime value: what a customer earns over the time it stays.
 * @customfunction LTV
 * @param revenuePerPeriod Revenue of a customer per period, for example per month
 * @param grossMargin Gross margin: 80% or 0.8
 * @param churn Share of customers lost per period: 5% or 0.05. With the method "lifetime": how many periods a customer stays
 * @param [discountRate] Discount rate per period, with the method "discounted"
 * @param [method] "margin-churn" (the default), "lifetime" or "discounted" (the default where there is a discount rate)
 * @returns Lifetime value, in the currency of the revenue
 */
export function LTV(revenuePerPeriod: Cells, grossMargin: Cells, churn: Cells, discountRate: Cells, method: Cells): Answer {
  const discounts = smallShares("discountRate", discountRate);
  const hasDiscount = discounts.values.some((value) => value !== null);
  const chosen = choice("method", method, { "margin-churn": "", lifetime: "生命周期", discounted: "折现" }, hasDiscount ? "discounted" : "margin-churn");
  if (hasDiscount && chosen !== "discounted") refuse("not-with", "discountRate", { expected: chosen });
  return cellByCell(
    [numbersFrom(0, "revenuePerPeriod", revenuePerPeriod), openShares("grossMargin", grossMargin), chosen === "lifetime" ? numbersFrom(0, "churn", churn) : smallShares("churn", churn)],
    (revenue, margin, loss, discount) => {
      if (margin <= 0) refuse("no-margin", "grossMargin");
      return figureOr(ltv(chosen, literal(revenue), literal(margin), literal(loss), literal(discount ?? 0)), "zero-churn", "churn");
    },
    discounts,
  );
}

/**
 * Customer acquisition cost: spend divided by the new customers it won. The result has the shape of newCustomers.
 * @customfunction CAC
 * @param spend Sales and marketing spend: one cell or range in all, or one cell for each channel or period
 * @param newCustomers New customers: one cell for the blended cost, or one for each channel or period
 * @param [lag] Periods between spending and winning (the sales cycle); rows are periods, the oldest first. 0 if left out
 * @returns Cost of a new customer, in the currency of the spend
 */
export function CAC(spend: Cells, newCustomers: Cells, lag: Cells): Answer {
  const spent = numbersFrom(0, "spend", spend);
  const won = numbersFrom(0, "newCustomers", newCustomers);
  const periods = single(wholeNumbersFrom(0, "lag", lag), 0);
  const isBlended = won.values.length === 1;
  if (isBlended && periods > 0) refuse("not-with", "lag", { expected: "1 × 1 newCustomers" });
  if (!isBlended && (spent.rows !== won.rows || spent.columns !== won.columns)) refuseSize(spent, `${won.rows} × ${won.columns}`);
  return cellByCell([isBlended ? summed(spent) : shifted(spent, periods), won], measured(cac, "zero", "newCustomers"));
}

/** All spend as one; blank cells cost nothing. */
function summed(spent: Grid<number>): Grid<number> {
  const costs = all(spent).filter((cost) => cost !== null);
  return { ...spent, rows: 1, columns: 1, values: [costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost)] };
}

/** The spend of so many periods before; a single row of cells runs from left to right. */
function shifted(spent: Grid<number>, periods: number): Grid<number> {
  const step = periods * (spent.rows === 1 ? 1 : spent.columns);
  return { ...spent, values: spent.values.map((_, at) => (at < step ? new Refusal("no-spend-yet", { argument: "spend", expected: periods }) : spent.values[at - step]!)) };
}

/**
 * Lifetime value divided by acquisition cost; 3 and more is sound.
 * @customfunction LTVCAC
 * @param ltv Lifetime value of a customer
 * @param cac Cost of winning one, in the same currency
 * @returns How many times the cost comes back
 */
export function LTVCAC(ltv: Cells, cac: Cells): Answer {
  return cellByCell([numbers("ltv", ltv), numbersFrom(0, "cac", cac)], measured(ltvToCac, "zero", "cac"));
}

/**
 * How many periods it takes until a customer's margin has earned back what it cost to win it.
 * @customfunction PAYBACK
 * @param cac Cost of winning a customer
 * @param revenuePerPeriod Revenue of a customer per period
 * @param grossMargin Gross margin: 80% or 0.8
 * @returns Periods, in the unit of revenuePerPeriod
 */
export function PAYBACK(cac: Cells, revenuePerPeriod: Cells, grossMargin: Cells): Answer {
  return cellByCell([numbersFrom(0, "cac", cac), numbers("revenuePerPeriod", revenuePerPeriod), openShares("grossMargin", grossMargin)], (cost, revenue, margin) =>
    measured(payback, "no-margin", revenue > 0 ? "grossMargin" : "revenuePerPeriod")(cost, revenue, margin));
}

/**
 * Bonus from attainment, satisfaction and process figures: base × (60 % attainment + 20 % satisfaction + 20 % process).
 * @customfunction BONUS
 * @param base Bonus at 100 % of everything
 * @param attainment Quota attainment: 120% or 1.2
 * @param satisfaction Customer satisfaction: 90%, 0.9 or 90 points
 * @param process Attainment of the process measures: 80% or 0.8
 * @param [weights] Three cells that add up to 100 %: attainment, satisfaction, process. 60 %, 20 %, 20 % if left out
 * @param [floor] Attainment below which it counts as 0
 * @param [cap] The most attainment that counts
 * @param [accelerator] What each point above 100 % counts, for example 1.5
 * @returns Bonus, in the currency of the base
 */
export function BONUS(base: Cells, attainment: Cells, satisfaction: Cells, process: Cells, weights: Cells, floor: Cells, cap: Cells, accelerator: Cells): Answer {
  const shared = several(shares("weights", weights), articleWeights);
  const sum = shared.reduce((total, weight) => total + weight);
  if (Math.abs(sum - 1) > 1e-9) refuse("out-of-range", "weights", { expected: "Σ = 100%", found: `${Number((sum * 100).toPrecision(12))}%` });
  const [ofAttainment, ofSatisfaction, ofProcess] = shared.map((weight) => literal(weight));
  const [least, most, faster] = [attainments("floor", floor), attainments("cap", cap), attainments("accelerator", accelerator)].map((given) => {
    const value = single(given, null);
    return value === null ? null : literal(value);
  });
  return cellByCell(
    [numbersFrom(0, "base", base), attainments("attainment", attainment), scores("satisfaction", satisfaction), scores("process", process)],
    (...figures) => {
      const [full, attained, satisfied, processed] = figures.map((figure) => literal(figure));
      return bonus(full!, attained!, satisfied!, processed!, { attainment: ofAttainment!, satisfaction: ofSatisfaction!, process: ofProcess! }, { floor: least!, cap: most!, accelerator: faster! }).value;
    },
  );
}
