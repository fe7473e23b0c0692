import type { EnglishHelp } from "../../functions";

/** Help on what customers say of us and whether they stay. */
export const loyaltyHelp: EnglishHelp<"NPS" | "CSAT" | "RETENTION" | "CHURN" | "NRR"> = {
  NPS: {
    formula: ["(answers of 9 and 10 − answers of 0 to 6) ÷ answers × 100"],
    source: "Frederick Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003 (with Bain & Company).",
    notes: [
      "7 and 8 count as answers but for neither side.",
      "The result is not rounded. 21 is a score of 21, not 21 %.",
      "Blank cells, - and n/a are no answers. Anything that is not a whole number from 0 to 10 is refused, a heading too.",
      "With few answers the score jumps: fewer than 50 say little.",
    ],
    example: {
      cells: [["Score"], [10], [9], [9], [8], [7], [6], [3], [10], [9], [5]],
      formula: "=SALES.NPS(A2:A11)", result: [[20]], says: "5 of 10 answers are 9 or 10, 3 are 6 or less: 50 − 30 = 20.",
    },
    keywords: "net promoter score recommend loyalty survey promoters detractors passives bain",
    refusals: ["blank", "no-data", "no-number", "out-of-range", "error-cell"],
  },
  CSAT: {
    formula: ["answers of at least satisfiedFrom ÷ answers"],
    source: "The share of the two best answers (“top two boxes”), as survey tools count it on a scale from 1 to 5.",
    notes: [
      "Left out, best is 5 and satisfiedFrom is one below best: 4 of 5, 6 of 7, 9 of 10. Many count from 8 of 10: say so with satisfiedFrom.",
      "An answer above best is refused, so that a scale to 10 is not taken for one to 5. On scales below 10 a 0 is refused, too: there it mostly means that nobody answered.",
      "The higher answer must be the better one.",
      "Blank cells, - and n/a are no answers. The result is a share: format it as a percentage. It is not the mean answer.",
    ],
    example: {
      cells: [["Answer"], [5], [4], [4], [3], [5], [2], [4], [5]],
      formula: "=SALES.CSAT(A2:A9)", result: [[0.75]], says: "6 of 8 answers are 4 or 5: 75 %.",
    },
    keywords: "customer satisfaction score survey top two box rating stars",
    refusals: ["blank", "no-data", "no-number", "out-of-range", "sizes-differ", "error-cell"],
  },
  RETENTION: {
    formula: ["(customers at the end − new customers) ÷ customers at the start", "from one yes/no for each customer: 1 − customers who left ÷ customers"],
    source: "The common definition of customer retention rate, (E − N) ÷ S.",
    notes: [
      "End counts all customers, the new ones too. Without new customers an end above the start is refused.",
      "Yes/no says whether the customer left: yes, TRUE and 是 are gone, no, FALSE and 否 are still there; or a column says churned and 流失, active, retained, 活跃 and 留存; or 1 and 0. A heading is refused.",
      "A blank between customers is refused: it may mean no, or not known.",
      "For revenue, use CHURN (what was lost) or NRR (with what existing customers added).",
    ],
    example: { formula: "=SALES.RETENTION(200,210,30)", result: [[0.9]], says: "Of 200 customers, 210 − 30 = 180 are still there: 90 %." },
    keywords: "customer retention rate keep stay loyal renewal",
    refusals: ["blank", "zero", "no-word", "no-number", "out-of-range", "not-with", "error-cell", "sizes-differ"],
  },
  CHURN: {
    formula: ["lost ÷ start", "from one yes/no for each customer: customers who left ÷ customers", "with revenue beside it: revenue of those who left ÷ all revenue"],
    source: "The common definition of churn rate; with revenue it is gross revenue churn.",
    notes: [
      "Start and lost are both customers or both revenue, of one period. Customers won in the period are in neither.",
      "Yes/no says whether the customer left: yes, TRUE and 是 are gone, no, FALSE and 否 are still there; or a column says churned and 流失, active, retained, 活跃 and 留存; or 1 and 0. A heading is refused.",
      "With revenue beside it write words or TRUE and FALSE: 0 and 1 would be taken for counts.",
      "A blank between customers is refused: it may mean no, or not known.",
    ],
    example: {
      cells: [["Customer", "Churned", "Revenue a month"], ["A", "No", 100], ["B", "Yes", 300], ["C", "No", 400], ["D", "No", 200]],
      formula: "=SALES.CHURN(B2:B5,C2:C5)", result: [[0.3]], says: "One of four customers left, and with it 300 of 1,000 revenue: 30 %.",
    },
    keywords: "churn rate attrition lost customers revenue churn cancellation",
    refusals: ["blank", "zero", "no-data", "no-word", "no-number", "out-of-range", "error-cell", "sizes-differ"],
  },
  NRR: {
    formula: ["(start + expansion − contraction − churned) ÷ start"],
    source: "The common definition in subscription business, for example ChurnZero and Baremetrics.",
    notes: [
      "Only customers of the start count: leave the revenue of new ones out of every figure.",
      "Contraction and churned are positive numbers; negative ones are refused.",
      "A blank is not 0: type 0 where there was none.",
    ],
    example: { formula: "=SALES.NRR(100000,15000,4000,6000)", result: [[1.05]], says: "From 100,000 the same customers came to 105,000: 105 %." },
    keywords: "net revenue retention ndr net dollar retention expansion upsell downgrade mrr arr saas",
    refusals: ["blank", "zero", "no-number", "out-of-range", "error-cell", "sizes-differ"],
  },
};
