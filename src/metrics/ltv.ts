// What is a customer worth over its life, what does it cost to win, and how soon is that earned back?

import { add, choose, compare, literal, multiply, ratio, subtract, type Figure, type Term } from "../formula/term";

/**
 * margin-churn: revenue × margin ÷ churn, all of one period. Source: product research §4 (Finmark, after Skok).
 * lifetime: revenue × margin × periods a customer stays, as the article's 18 → 24 months.
 * discounted: revenue × margin × r ÷ (1 + d − r) with r = 1 − churn: a margin at the end of each period, for ever, of the
 * customers still there. Source: Gupta & Lehmann, Customers as Assets (2003).
 */
export type LtvMethod = "margin-churn" | "lifetime" | "discounted";

/** Lifetime value; `loss` is the churn of a period as a share, or with `lifetime` the periods a customer stays. "" without a margin or a loss. */
export function ltv(method: LtvMethod, revenue: Term<number>, margin: Term<number>, loss: Term<number>, discount: Term<number>): Term<Figure> {
  const earned = multiply(revenue, margin);
  switch (method) {
    case "margin-churn": return whenPositive(margin, ratio(earned, loss));
    case "lifetime": return whenPositive(margin, multiply(earned, loss));
    case "discounted": return whenPositive(margin, ratio(multiply(earned, subtract(literal(1), loss)), add(loss, discount)));
  }
}

/** LTV ÷ CAC. Source: product research §4 (Skok: 3 and more is sound). */
export function ltvToCac(value: Term<number>, cost: Term<number>): Term<Figure> {
  return ratio(value, cost);
}

/** Periods until the margin has earned back the cost: CAC ÷ (revenue × margin). Source: product research §4 (Finmark). */
export function payback(cost: Term<number>, revenue: Term<number>, margin: Term<number>): Term<Figure> {
  const earned = multiply(revenue, margin);
  return whenPositive(margin, whenPositive(revenue, ratio(cost, earned)));
}

/** Spend ÷ new customers. Source: product research §4. */
export function cac(spend: Term<number>, newCustomers: Term<number>): Term<Figure> {
  return ratio(spend, newCustomers);
}

function whenPositive(test: Term<number>, then: Term<Figure>): Term<Figure> {
  return choose(compare(test, ">", literal(0)), then, literal(""));
}
