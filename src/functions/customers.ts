// Custom functions on customers by their orders: what they will be worth, how they rank, whether they come back.

import { clvModel, expectations, observed, type ClvModel } from "../metrics/customers/clv";
import { cohorts } from "../metrics/customers/cohort";
import { buyingOf, type Buying } from "../metrics/customers/orders";
import { rfm } from "../metrics/customers/rfm";
import { Refusal } from "../metrics/refusal";
import { clvWords as clvEn, cohortWords as cohortEn, rfmWords as rfmEn } from "../text/en/functions/words";
import { clvWords as clvZh, cohortWords as cohortZh, rfmWords as rfmZh } from "../text/zh/functions/words";
import type { Day } from "../values";
import type { Answer, Cells } from "./given/cells";
import { choice } from "./given/choice";
import { days, shares, wholeNumbersFrom } from "./given/figures";
import { single } from "./given/grid";
import { ordersOf } from "./given/orders";

/**
 * What each customer will be worth over the next months (BG/NBD and Gamma-Gamma models), with the parameters and how far to trust them at the right.
 * @customfunction CLV
 * @param orders Orders with their headings: customer, date and amount
 * @param asOf Last day of the orders; later ones are left out
 * @param months Months to look ahead, from 1 to 120
 * @param [discountRate] Discount rate per month: 1% or 0.01. 0 if left out
 * @returns A row for each customer, and the models at the right
 */
export function CLV(orders: Cells, asOf: Cells, months: Cells, discountRate: Cells): Answer {
  const end = asOfDay(asOf);
  const ahead = monthsAhead(months);
  const discount = monthlyRate(discountRate);
  const given = ordersOf("orders", orders, true);
  const words = given.isChinese ? clvZh : clvEn;
  const buying = buyingOf(given, end);
  const bought = buying.buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const customers = bought.map((buyer) => observed(buyer, end));
  const model = answered(clvModel(customers));
  const expected = expectations(model.purchases, model.spending, customers, ahead, discount);
  if (!expected.every(({ value }) => Number.isFinite(value))) throw new Refusal("no-convergence", { argument: "orders" });
  const rows = customers.map(({ repeats, recency, age, mean }, at) => {
    const { alive, purchases, orderValue, value } = expected[at]!;
    return [bought[at]!.customer, repeats, recency, age, repeats === 0 ? "" : mean, alive, purchases, orderValue, value];
  });
  return beside([words.headings, ...rows], panelOf(model, buying, words));
}

function monthsAhead(months: Cells): number {
  const ahead = single(wholeNumbersFrom(1, "months", months), null);
  if (ahead === null) throw new Refusal("blank", { argument: "months", row: 1 });
  if (ahead > MOST_MONTHS) throw new Refusal("out-of-range", { argument: "months", row: 1, found: ahead, expected: `1 – ${MOST_MONTHS}` });
  return ahead;
}

const MOST_MONTHS = 120;

function monthlyRate(discountRate: Cells): number {
  const rate = single(shares("discountRate", discountRate), 0);
  // A bare 1 reads as 100 % a month, and was meant as 1 %.
  if (rate === 1) throw new Refusal("open-rate", { argument: "discountRate", row: 1, found: rate });
  return rate;
}

/** How the models came out, as labels and values. */
function panelOf({ purchases, spending, customers, repeatCustomers, correlation }: ClvModel, { buyers, ordersAfter, refundDays }: Buying, words: typeof clvEn): (string | number)[][] {
  const { panel } = words;
  const atLimit = [...purchases.atLimit, ...spending.atLimit];
  return [
    [panel.model, "BG/NBD + Gamma-Gamma"], [panel.converged, words.yes], [panel.customers, customers], [panel.repeatCustomers, repeatCustomers],
    ["r", purchases.r], ["alpha", purchases.alpha], ["a", purchases.a], ["b", purchases.b], [panel.logLikelihoodOrders, purchases.logLikelihood],
    ["p", spending.p], ["q", spending.q], ["v", spending.v], [panel.logLikelihoodValues, spending.logLikelihood], [panel.atLimit, atLimit.join(", ") || words.noParameter],
    [panel.correlation, correlation ?? ""], [panel.verdict, correlation === null ? words.unknown : Math.abs(correlation) > MOST_CORRELATION ? words.dependent : words.independent],
    [panel.left, ordersAfter], [panel.refunds, refundDays], [panel.none, buyers.length - customers],
  ];
}

/** Beyond it the value of orders depends on their number, which Gamma-Gamma rules out. Our rule of thumb. */
const MOST_CORRELATION = 0.3;

/** Two tables with a blank column between, the shorter one filled up with blanks. */
function beside(left: Answer, right: Answer): Answer {
  const blank = (rows: Answer) => rows[0]!.map(() => "");
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [...(left[at] ?? blank(left)), "", ...(right[at] ?? blank(right))]);
}

/**
 * Recency, frequency and monetary value of each customer, with scores from 1 to 5 and the segment they make, such as 545.
 * @customfunction RFM
 * @param orders Orders with their headings: customer, date and amount
 * @param asOf Day to count from; later orders are left out
 * @returns A row for each customer: days since the last purchase, purchase days, amount, the three scores, the segment
 */
export function RFM(orders: Cells, asOf: Cells): Answer {
  const end = asOfDay(asOf);
  const given = ordersOf("orders", orders, true);
  const ranked = rfm(buyingOf(given, end).buyers, end);
  if (ranked.length === 0) throw new Refusal("no-data", { argument: "orders" });
  const rows = ranked.map(({ customer, recency, orders: count, amount, scores }) =>
    [customer, recency ?? "", count, amount, ...(scores ?? ["", "", ""]), scores?.join("") ?? ""]);
  return [(given.isChinese ? rfmZh : rfmEn).headings, ...rows];
}

/**
 * Retention triangle: of the customers who first bought in a period, how many buy again in each later period.
 * @customfunction COHORT
 * @param orders Orders with their headings: customer, date and, for the measure "amount", amount
 * @param [period] "month" (the default), "quarter" or "year"
 * @param [measure] "share" of the cohort's customers (the default), "customers" or "amount"
 * @param [asOf] Last day to count; the last order if left out
 * @returns A row for each cohort: its period, its customers, then a column for each period since
 */
export function COHORT(orders: Cells, period: Cells, measure: Cells, asOf: Cells): Answer {
  const length = choice("period", period, { month: ["months", "monthly", "月", "按月", "月度"], quarter: ["quarters", "quarterly", "季", "季度", "按季"], year: ["years", "yearly", "年", "按年", "年度"] }, "month");
  const counted = choice("measure", measure, {
    share: ["retention", "rate", "%", "占比", "比例", "留存率"], customers: ["count", "active", "客户", "客户数", "人数"], amount: ["revenue", "sales", "金额", "销售额", "收入"],
  }, "share");
  const end = single(days("asOf", asOf), null);
  const given = ordersOf("orders", orders, counted === "amount");
  const triangle = answered(cohorts(given, length, counted, end));
  const words = given.isChinese ? cohortZh : cohortEn;
  const width = triangle[0]!.values.length;
  return [
    [words.cohort, words.customers, ...Array.from({ length: width }, (_, later) => later)],
    ...triangle.map(({ period: name, customers, values }) => [name, customers, ...values, ...Array.from({ length: width - values.length }, () => "")]),
  ];
}

function asOfDay(asOf: Cells): Day {
  const end = single(days("asOf", asOf), null);
  if (end === null) throw new Refusal("blank", { argument: "asOf", row: 1 });
  return end;
}

/** What was computed; the refusal of it is one of the orders. */
function answered<V>(value: V | Refusal): V {
  if (value instanceof Refusal) throw new Refusal(value.kind, { argument: "orders", ...value.parts });
  return value;
}
