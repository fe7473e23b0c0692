import type { EnglishHelp } from "../../functions";

const orderNotes = [
  "Columns are found by their headings, such as Customer, Order Date, Amount or 客户, 订单日期, 金额; a customer ID goes before a name.",
  "Whole columns are fine: blank rows are passed over. A blank customer, “unknown”, a text that is no date or an error refuses the call and names the row.",
];

const ordersRefused = ["mixed-currencies", "blank", "blank-in", "no-day", "open-day-order", "no-number", "error-cell", "no-column", "column-twice", "no-rows", "sizes-differ"] as const;

/** Help on customers by their orders. */
export const customersHelp: EnglishHelp<"CLV" | "RFM" | "COHORT"> = {
  CLV: {
    formula: [
      "value = Σ over months i: expected order value × expected orders in month i ÷ (1 + discount rate)^i",
      "expected orders and probability alive: BG/NBD, fitted to repeat orders, recency (first to last order) and age (first order to the as-of day)",
      "expected order value: Gamma-Gamma, fitted to the mean repeat order of customers who came back",
    ],
    source: "Fader, Hardie and Lee, “Counting Your Customers” the Easy Way, 2005 (BG/NBD); Fader and Hardie, The Gamma-Gamma Model of Monetary Value, 2013; the sum over months as in the Python package lifetimes, but with months of 365.25 ÷ 12 days.",
    notes: [
      "For customers who buy when they like and never say that they have left. For contracts use LTV.",
      "At the right stand the models: whether they converged (where not, which parameters ended at the limit of the search: take the figures as rough), customers, correlation, what was left out, and their parameters. Gamma-Gamma takes the value of orders to be independent of their number: do not trust the values where the correlation lies beyond ±0.3.",
      "It needs 100 customers and 30 who came back: a rule of thumb of ours. With fewer, or where order values have no mean (q ≤ 1), it says so and gives no number.",
      "The orders of a day are one order. A day with more refunds than sales is no order; the panel counts such days. Orders after the as-of day are left out: it is the end of the observation.",
      "Amounts are revenue. Multiply by the gross margin for what customers earn you.",
      "Checked on the published CDNOW sample: 2,357 customers give r 0.2426, alpha 4.414, a 0.793, b 2.426, p 6.25, q 3.74, v 15.44, as in the papers.",
      ...orderNotes,
    ],
    example: {
      cells: [["Customer", "Order Date", "Amount"], ["Ada", "2026-01-10", 100], ["Ben", "2026-02-01", 50], ["Ada", "2026-03-20", 200], ["Cem", "2026-03-30", 80]],
      formula: "=SALES.CLV(A:C,DATE(2026,6,30),12,1%)", result: [["#N/A orders: 3, 1 customers and repeat customers are too few, the model needs 100, 30."]],
      says: "Three customers say nothing about the next year, and no number is better than a wrong one. With 100 and more, a row for each customer follows.",
    },
    keywords: "customer lifetime value bgnbd gamma pareto alive repeat purchase prediction buy till you die lifetimes",
    refusals: [...ordersRefused, "few-customers", "no-convergence", "no-whole-number", "out-of-range", "open-rate"],
  },
  RFM: {
    formula: [
      "recency: days from the last purchase to the as-of day; orders: days with a purchase; amount: total, refunds taken off",
      "score = MIN(5, 1 + INT(5 × customers with a smaller figure ÷ customers)); for recency, customers whose last purchase lies longer back",
    ],
    source: "Arthur Hughes, Strategic Database Marketing, 1994; scores by fifths, ties score alike.",
    notes: [
      "The same with Excel's own functions, for orders in C2:C100: =MIN(5,1+INT(5*COUNTIF(C$2:C$100,\"<\"&C2)/COUNT(C$2:C$100))). For recency use \">\".",
      "5 is best: 555 bought lately, often and much. With fewer than five customers the scores do not reach 5.",
      "The orders of a day are one purchase, as in CLV; a day with more refunds than sales is none. A customer with refunds only has no scores.",
      "Orders after the as-of day are left out, and customers who have no others.",
      ...orderNotes,
    ],
    example: {
      cells: [
        ["Customer", "Order Date", "Amount"], ["Ada", "2026-01-10", 100], ["Ben", "2026-02-01", 50], ["Ada", "2026-03-20", 200], ["Cem", "2026-03-30", 80], ["Dan", "2025-12-01", 20], ["Eve", "2026-02-20", 400], ["Ben", "2026-02-25", 70],
      ],
      formula: "=SALES.RFM(A1:C8,DATE(2026,3,31))",
      result: [
        ["customer", "recency in days", "orders", "amount", "R", "F", "M", "segment"],
        ["Ada", 11, 2, 300, 4, 4, 4, "444"], ["Ben", 34, 2, 120, 3, 4, 3, "343"], ["Cem", 1, 1, 80, 5, 1, 2, "512"], ["Dan", 120, 1, 20, 1, 1, 1, "111"], ["Eve", 39, 1, 400, 2, 1, 5, "215"],
      ],
      says: "Ada bought twice, 300 in all, 11 days ago; Eve spent most, but once and 39 days ago.",
    },
    keywords: "recency frequency monetary segmentation segment quintile score loyal customers",
    refusals: [...ordersRefused, "no-data"],
  },
  COHORT: {
    formula: [
      "share: customers of the cohort with an order in the period ÷ customers of the cohort",
      "customers: those customers; amount: what they spent in the period",
    ],
    source: "The retention triangle as Fader and Hardie draw it: a cohort is everyone whose first order lies in the same period.",
    notes: [
      "Column 0 is the period of the first order, 1 the next one. Periods after the last order, or after the as-of day, are blank: not yet known is not 0.",
      "The last period may not be over yet; give the last day of a full period as the as-of day to leave it out.",
      "Months, quarters and years are those of the calendar. A period in which nobody was new has no row.",
      "Each row counts as an order: leave out rows of refunds for share and customers. For these two, the columns customer and date are enough.",
      ...orderNotes,
    ],
    example: {
      cells: [["Customer", "Order Date"], ["Ada", "2026-01-10"], ["Ben", "2026-01-20"], ["Ada", "2026-02-03"], ["Cem", "2026-02-11"], ["Ada", "2026-03-05"], ["Cem", "2026-03-09"]],
      formula: "=SALES.COHORT(A:B)", result: [["cohort", "customers", 0, 1, 2], ["2026-01", 2, 1, 0.5, 0.5], ["2026-02", 1, 1, 1, ""]],
      says: "Of the two customers of January, one bought again in February and in March.",
    },
    keywords: "retention triangle cohorts repeat churn monthly quarterly",
    refusals: [...ordersRefused, "no-word", "no-data", "too-large"],
  },
};
