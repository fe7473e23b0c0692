// Custom functions on what customers are worth and cost, and on the bonus.

import { literal } from "../formula/term";
import { articleWeights, bonus, type BonusLimits, type BonusWeights } from "../metrics/bonus";
import { cac, ltv, ltvToCac, payback, whyNoLtv, type LtvMethod } from "../metrics/ltv";
import { Refusal } from "../metrics/refusal";
import type { Answer, Cells } from "./given/cells";
import { choice } from "./given/choice";
import { attainments, numbers, numbersFrom, openShares, shares, wholeNumbersFrom } from "./given/figures";
import { all, eachCell, single, type Grid } from "./given/grid";
import { needed } from "./given/needed";

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
  const discounts = shares("discountRate", discountRate);
  const chosen = methodOf(method, discounts);
  const given = {
    revenuePerPeriod: numbers("revenuePerPeriod", revenuePerPeriod),
    grossMargin: openShares("grossMargin", grossMargin),
    churn: chosen === "lifetime" ? numbersFrom(0, "churn", churn) : shares("churn", churn),
  };
  return eachCell({ ...given, discountRate: discounts }, ({ discountRate: discount, ...values }, row) =>
    needed(values, row, ({ revenuePerPeriod: revenue, grossMargin: margin, churn: loss }) =>
      whyNoLtv(chosen, margin, loss, discount ?? 0, row) ?? ltv(chosen, literal(revenue), literal(margin), literal(loss), literal(discount ?? 0)).value));
}

function methodOf(method: Cells, discounts: Grid<number>): LtvMethod {
  const hasDiscount = discounts.values.some((value) => value !== null);
  const chosen = choice("method", method, {
    "margin-churn": ["margin/churn", "simple", "毛利/流失率", "毛利除以流失率"], lifetime: ["months", "periods", "生命周期"], discounted: ["discount", "折现"],
  }, hasDiscount ? "discounted" : "margin-churn");
  if (hasDiscount && chosen !== "discounted") throw new Refusal("not-with", { argument: "discountRate", expected: chosen });
  return chosen;
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
  if (isBlended && periods > 0) throw new Refusal("not-with", { argument: "lag", expected: "1 × 1 newCustomers" });
  if (!isBlended && (spent.rows !== won.rows || spent.columns !== won.columns)) {
    throw new Refusal("sizes-differ", { argument: "spend", found: `${spent.rows} × ${spent.columns}`, expected: `${won.rows} × ${won.columns}` });
  }
  return eachCell({ spend: isBlended ? summed(spent) : shifted(spent, periods), newCustomers: won }, (values, row) =>
    needed(values, row, ({ spend: cost, newCustomers: count }) => {
      if (count === 0) return new Refusal("zero-customers", { argument: "newCustomers", row });
      return cac(literal(cost), literal(count)).value;
    }));
}

/** All spend as one; blank cells cost nothing. */
function summed(spent: Grid<number>): Grid<number> {
  const known = all(spent).filter((value) => value !== null);
  return { ...spent, rows: 1, columns: 1, values: [known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)] };
}

/** The spend of so many periods before; a single row of cells runs from left to right. */
function shifted(spent: Grid<number>, periods: number): Grid<number> {
  const step = spent.rows === 1 ? 1 : spent.columns;
  const values = spent.values.map((_, at) => {
    const before = at - periods * step;
    return before < 0 ? new Refusal("no-spend-yet", { argument: "spend", row: Math.floor(at / step) + 1, expected: periods }) : spent.values[before]!;
  });
  return { ...spent, values };
}

/**
 * Lifetime value divided by acquisition cost; 3 and more is sound.
 * @customfunction LTVCAC
 * @param ltv Lifetime value of a customer
 * @param cac Cost of winning one, in the same currency
 * @returns How many times the cost comes back
 */
export function LTVCAC(ltv: Cells, cac: Cells): Answer {
  return eachCell({ ltv: numbers("ltv", ltv), cac: numbersFrom(0, "cac", cac) }, (values, row) =>
    needed(values, row, ({ ltv: value, cac: cost }) => (cost === 0 ? new Refusal("zero-cost", { argument: "cac", row }) : ltvToCac(literal(value), literal(cost)).value)));
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
  const given = { cac: numbersFrom(0, "cac", cac), revenuePerPeriod: numbers("revenuePerPeriod", revenuePerPeriod), grossMargin: openShares("grossMargin", grossMargin) };
  return eachCell(given, (values, row) =>
    needed(values, row, ({ cac: cost, revenuePerPeriod: revenue, grossMargin: margin }) => {
      if (revenue * margin <= 0) return new Refusal("no-margin", { argument: revenue <= 0 ? "revenuePerPeriod" : "grossMargin", row, found: revenue <= 0 ? revenue : `${margin * 100}%` });
      return payback(literal(cost), literal(revenue), literal(margin)).value;
    }));
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
  const weight = weightsOf(weights);
  const limits: BonusLimits = {
    floor: limit(single(attainments("floor", floor), null)),
    cap: limit(single(attainments("cap", cap), null)),
    accelerator: limit(single(numbersFrom(0, "accelerator", accelerator), null)),
  };
  const given = { base: numbersFrom(0, "base", base), attainment: attainments("attainment", attainment), satisfaction: attainments("satisfaction", satisfaction), process: attainments("process", process) };
  return eachCell(given, (values, row) =>
    needed(values, row, (one) => bonus(literal(one.base), literal(one.attainment), literal(one.satisfaction), literal(one.process), weight, limits).value));
}

function limit(value: number | null) {
  return value === null ? null : literal(value);
}

function weightsOf(cells: Cells): BonusWeights {
  const given = shares("weights", cells);
  const isAbsent = given.values.length === 1 && given.values[0] === null;
  if (!isAbsent && given.values.length !== 3) throw new Refusal("sizes-differ", { argument: "weights", found: `${given.rows} × ${given.columns}`, expected: "3 × 1" });
  const [attainment, satisfaction, process] = isAbsent ? articleWeights : all(given).map((value) => value ?? 0);
  const sum = attainment! + satisfaction! + process!;
  if (Math.abs(sum - 1) > 1e-9) throw new Refusal("weights-sum", { argument: "weights", found: `${Number((sum * 100).toPrecision(12))}%` });
  return { attainment: literal(attainment!), satisfaction: literal(satisfaction!), process: literal(process!) };
}
