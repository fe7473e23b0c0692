// Custom functions on customers by their orders: what they will be worth, how they rank, whether they come back.

import { clvModel, expectations, observed } from "../metrics/customers/clv";
import { cohorts } from "../metrics/customers/cohort";
import { buyingOf } from "../metrics/customers/orders";
import { rfm } from "../metrics/customers/rfm";
import { refuse } from "../metrics/refusal";
import { clvWords as clvEn, cohortWords as cohortEn, rfmWords as rfmEn } from "../text/en/functions/words";
import { clvWords as clvZh, cohortWords as cohortZh, rfmWords as rfmZh } from "../text/zh/functions/words";
import type { Answer, Cells } from "./given/cells";
import { choice } from "./given/choice";
import { days, smallShares, wholeNumbersFrom } from "./given/figures";
import { single, type Grid } from "./given/grid";
import { checkMost } from "./given/measured";
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
  const end = needed(days("asOf", asOf));
  const ahead = needed(wholeNumbersFrom(1, "months", months));
  checkMost("months", ahead, 120);
  const discount = single(smallShares("discountRate", discountRate), 0);
  const given = ordersOf("orders", orders, true);
  const { buyers, ordersAfter, refundDays } = buyingOf(given, end);
  const bought = buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const customers = bought.map((buyer) => observed(buyer, end));
  const { purchases, spending, repeatCustomers, correlation } = clvModel(customers);
  const rows = expectations(purchases.params, spending.params, customers, ahead, discount).map(({ alive, purchases: count, orderValue, value }, at) => {
    const { repeats, recency, age, mean } = customers[at]!;
    return [bought[at]!.customer, repeats, recency, age, repeats === 0 ? "" : mean, alive, count, orderValue, value];
  });
  if (!rows.every((row) => Number.isFinite(row[8]))) refuse("no-convergence", "orders");
  const { headings, panel } = given.isChinese ? clvZh : clvEn;
  const atLimit = [...purchases.atLimit, ...spending.atLimit];
  const figures = [atLimit.length === 0, atLimit.join(", "), customers.length, repeatCustomers, correlation ?? "", ordersAfter, refundDays, buyers.length - customers.length];
  // The models stand beside the customers, who are more.
  const beside = [...panel.map((label, at) => [label, figures[at] ?? ""]), ...Object.entries({ ...purchases.params, ...spending.params })];
  return [headings, ...rows].map((row, at) => [...row, "", ...(beside[at] ?? ["", ""])]);
}

/**
 * Recency, frequency and monetary value of each customer, with scores from 1 to 5 and the segment they make, such as 545.
 * @customfunction RFM
 * @param orders Orders with their headings: customer, date and amount
 * @param asOf Day to count from; later orders are left out
 * @returns A row for each customer: days since the last purchase, purchase days, amount, the three scores, the segment
 */
export function RFM(orders: Cells, asOf: Cells): Answer {
  const end = needed(days("asOf", asOf));
  const given = ordersOf("orders", orders, true);
  const ranked = rfm(buyingOf(given, end).buyers, end);
  if (ranked.length === 0) refuse("no-data", "orders");
  const rows = ranked.map(({ customer, recency, orders: count, amount, scores }) => [customer, recency ?? "", count, amount, ...(scores ?? ["", "", ""]), scores?.join("") ?? ""]);
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
  const length = choice("period", period, { month: "月", quarter: "季,季度", year: "年" }, "month");
  const counted = choice("measure", measure, { share: "占比", customers: "客户数", amount: "金额" }, "share");
  const end = single(days("asOf", asOf), null);
  const given = ordersOf("orders", orders, counted === "amount");
  const triangle = cohorts(given, length, counted, end);
  const words = given.isChinese ? cohortZh : cohortEn;
  const laters = triangle[0]!.values.map((_, later) => later);
  return [
    [words.cohort, words.customers, ...laters],
    ...triangle.map(({ period: name, customers, values }) => [name, customers, ...laters.map((later) => values[later] ?? "")]),
  ];
}

/** The one value of an argument that cannot be left out. */
function needed<V>(given: Grid<V>): V {
  return single(given, null) ?? refuse("blank", given.name);
}
