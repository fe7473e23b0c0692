import type { EnglishHelp } from "../../functions";

/** Help on lifetime value, acquisition cost and bonus. */
export const valueHelp: EnglishHelp<"LTV" | "CAC" | "LTVCAC" | "PAYBACK" | "BONUS"> = {
  LTV: {
    formula: [
      "margin-churn: revenue × margin ÷ churn",
      "lifetime: revenue × margin × periods a customer stays",
      "discounted: revenue × margin × (1 − churn) ÷ (discount rate + churn)",
    ],
    source: "David Skok, SaaS Metrics (margin ÷ churn); the article behind Salesbook (lifetime, 18 to 24 months); Gupta and Lehmann, Customers as Assets, 2003 (discounted: margins come at the end of each period, so even at a rate of 0 it is one margin less than margin-churn).",
    notes: [
      "Revenue, churn and discount rate are of the same period: all monthly or all yearly.",
      "Use the gross margin, not 100 %: revenue is not what a customer earns you.",
      "5%, 0.05 and 5 are the same churn. Where a range holds figures above 1, a bare 0.5 could be either and is refused, as is a bare 1 for churn and discount rate: write 1% or 100%.",
      "Single cells, rows and columns are repeated to fit, as in Excel. A blank row stays blank. At a churn of 0 customers would stay for ever: use lifetime.",
    ],
    example: { formula: "=SALES.LTV(100,80%,5%)", result: [[1600]], says: "100 a month at a margin of 80 % is 80; at 5 % churn a customer stays 20 months: 1,600." },
    keywords: "customer lifetime value clv arpa arpu churn retention skok saas",
    refusals: ["blank", "zero-churn", "no-margin", "no-number", "out-of-range", "open-rate", "not-with", "no-word", "error-cell", "sizes-differ"],
  },
  CAC: {
    formula: ["spend ÷ new customers", "with lag: spend of so many periods before ÷ new customers"],
    source: "David Skok, SaaS Metrics; the lag is the sales cycle in periods.",
    notes: [
      "Count all that winning customers costs: advertising, tools, salaries, commissions.",
      "One cell of new customers: all spend is added up (blended). A range: one cost for each channel or period, and both ranges have the same size.",
      "With a lag, rows are periods from old to new; the first rows have no spend before them and say so.",
    ],
    example: {
      cells: [["Month", "Spend", "New customers"], ["Jan", 9000, 10], ["Feb", 12000, 12], ["Mar", 12000, 20]],
      formula: "=SALES.CAC(B2:B4,C2:C4)", result: [[900], [1000], [600]], says: "What a new customer cost in each month.",
    },
    keywords: "customer acquisition cost marketing spend blended channel payback",
    refusals: ["blank", "zero", "no-spend-yet", "no-number", "out-of-range", "no-whole-number", "not-with", "sizes-differ", "error-cell"],
  },
  LTVCAC: {
    formula: ["lifetime value ÷ acquisition cost"],
    source: "David Skok, SaaS Metrics: 3 and more is sound.",
    notes: ["Both in the same currency."],
    example: { formula: "=SALES.LTVCAC(1600,400)", result: [[4]], says: "Each 1 spent on winning customers comes back four times." },
    keywords: "ltv cac ratio unit economics skok",
    refusals: ["blank", "zero", "no-number", "out-of-range", "error-cell", "sizes-differ"],
  },
  PAYBACK: {
    formula: ["acquisition cost ÷ (revenue per period × margin)"],
    source: "Finmark, CAC payback; David Skok: 12 months and less is sound.",
    notes: ["The result is in the period of the revenue: monthly revenue gives months."],
    example: { formula: "=SALES.PAYBACK(400,100,80%)", result: [[5]], says: "After 5 months the customer has earned back what it cost." },
    keywords: "cac payback months break even",
    refusals: ["blank", "no-margin", "no-number", "out-of-range", "open-rate", "error-cell", "sizes-differ"],
  },
  BONUS: {
    formula: [
      "base × (60 % × attainment + 20 % × satisfaction + 20 % × process)",
      "attainment that counts: 0 below the floor; 100 % + (attainment − 100 %) × accelerator above 100 %; no more than the cap",
    ],
    source: "The article behind Salesbook, challenge 3. It names no cap, floor or base: these are yours to set.",
    notes: [
      "120% and 1.2 are the same attainment; figures above 5 are hundredths: 98 is 98 %. Satisfaction and process: figures above 10 are hundredths, and a bare 4.5 could be out of 5 or of 10 and is refused. Where a range holds hundredths, a bare 0.9 is refused.",
      "A score such as “98 points” or 98 分 is out of 100. One up to 10 could be out of 5 or 10 and is refused: write it as a percentage.",
      "A blank figure is not 0: the cell says which one is missing.",
    ],
    example: { formula: "=SALES.BONUS(10000,120%,95%,100%)", result: [[11100]], says: "10,000 × (0.6 × 1.2 + 0.2 × 0.95 + 0.2 × 1) = 11,100." },
    keywords: "commission incentive payout quota compensation accelerator cap floor",
    refusals: ["blank", "no-number", "out-of-range", "open-rate", "error-cell", "sizes-differ"],
  },
};
