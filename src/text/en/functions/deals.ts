import type { EnglishHelp } from "../../functions";

/** Help on win rate, cycle, velocity, forecast, funnel and completeness. */
export const dealsHelp: EnglishHelp<"WINRATE" | "SALESCYCLE" | "SALESVELOCITY" | "FORECAST" | "FUNNELCONV" | "COMPLETENESS"> = {
  WINRATE: {
    formula: ["words: won ÷ (won + lost), by count, or by amount where amounts are given", "numbers: won ÷ (won + lost), cell by cell; the second argument is how many were lost"],
    source: "The definition of the Salesbook sheets: never won ÷ all deals, since open ones are not decided yet.",
    notes: [
      "Words are won, lost, open, or the stage a deal is in, in English or Chinese: Closed Won, 5 - Lost, 赢单, 丢单. Any other stage name counts as open.",
      "“Closed” without won or lost, TRUE, FALSE, yes, no and numbers among words are refused: they do not say how the deal ended.",
      "Blank cells, words such as n/a and a heading above the words are skipped; so a whole column can be given. In the first cell, words such as Won?, Is Won, Lost reason and Won or lost are a heading.",
      "By amount, a won or lost deal without amount or with a negative one is refused, since it would bend the rate; so are amounts in several currencies. Amounts of open deals are not looked at.",
    ],
    example: {
      cells: [["Stage", "Amount"], ["Closed Won", 300], ["Closed Lost", 100], ["Negotiation", 500], ["Closed Won", 400]],
      formula: "=SALES.WINRATE(A2:A5,B2:B5)", result: [[0.875]], says: "700 won of 800 decided: 87.5 % by amount. Without the amounts it is 2 of 3 deals.",
    },
    keywords: "win rate closing rate conversion won lost hit rate success",
    refusals: ["no-outcome", "no-decided", "blank", "no-data", "mixed-currencies", "out-of-range", "no-number", "sizes-differ", "error-cell"],
  },
  SALESCYCLE: {
    formula: ["mean or median of (closed − created) in calendar days", "each: closed − created of every won deal"],
    source: "The definition of the Salesbook sheets (created to won, won deals only; Chief, deal velocity).",
    notes: [
      "With outcomes only won deals count. Without them every row that has both days does, lost ones too.",
      "Rows without one of the days are skipped: open deals have no closing day. Headings above both columns of days are skipped too.",
      "A deal closed before it was created is refused with its row. With “each” only its own cell is.",
      "The three ranges have the same number of cells.",
    ],
    example: {
      cells: [["Created", "Closed", "Outcome"], ["2026-01-01", "2026-01-31", "Won"], ["2026-01-10", "2026-01-20", "Lost"], ["2026-02-01", "2026-03-23", "Won"], ["2026-03-01", "", "Open"]],
      formula: "=SALES.SALESCYCLE(A2:A5,B2:B5,C2:C5)", result: [[40]], says: "The two won deals took 30 and 50 days: 40 on average.",
    },
    keywords: "sales cycle length days to close time duration median average",
    refusals: ["no-won", "reversed-days", "no-day", "open-day-order", "no-outcome", "no-word", "blank", "sizes-differ", "error-cell"],
  },
  SALESVELOCITY: {
    formula: ["open deals × win rate × mean amount ÷ cycle days"],
    source: "Sales velocity as commonly defined. Some use all qualified or all closed deals in place of open ones; here it is what you give.",
    notes: ["The result is money a day; times 30 it is money a month.", "25%, 0.25 and 25 are the same win rate. Where a range holds figures above 1, a bare 0.5 could be either and is refused.", "A cycle of 0 days has no velocity and is refused."],
    example: { formula: "=SALES.SALESVELOCITY(50,25%,8000,40)", result: [[2500]], says: "50 × 25 % × 8,000 ÷ 40 = 2,500 a day." },
    keywords: "sales velocity pipeline velocity money per day throughput",
    refusals: ["blank", "zero", "no-number", "out-of-range", "open-rate", "error-cell", "sizes-differ"],
  },
  FORECAST: {
    formula: [
      "weighted: Σ amount × probability of open deals",
      "simple: open deals × win rate × mean amount of won deals",
      "run-rate: won amount of the three complete months before asOf ÷ 3",
      "accuracy: 1 − |forecast − actual| ÷ actual; bias: (forecast − actual) ÷ actual",
      "overall: accuracy 1 − Σ|forecast − actual| ÷ Σ actual; bias Σ(forecast − actual) ÷ Σ actual",
    ],
    source: "Weighted: ExpectedRevenue as Salesforce defines it. The others are the definitions of the Salesbook sheets.",
    notes: [
      "Columns are found by their headings: Stage, Outcome or Status, Amount, Probability, Close Date, Currency, in English or Chinese and as common CRMs spell them (StageName, Deal Value, Win %).",
      "Where several columns fit, one is taken: for the amount Amount, then Deal Value, Est. Revenue, Actual Revenue; for the day Actual Close Date, then Close Date. Outcome, Won/Lost and Deal Status come before Status. The same heading twice is refused.",
      "A stage that says won or lost decides the outcome, then a status that does, then Is Won and Is Closed.",
      "A deal without amount adds nothing; where none of them has one, there is no forecast. An open deal with an amount but without probability is refused with its row; so is a won deal without close date (run-rate).",
      "Probabilities may be 40%, 0.4 or 40. Amounts in several currencies are refused.",
      "A month is complete on its last day: as of 31 December the three months are October to December.",
      "Accuracy and bias need columns Forecast and Actual; the first other column names the periods. Below these stand their mean and the overall figure. A period without one of the figures stays blank and is not counted; one whose actual is not above 0 has no share, so there is no mean.",
    ],
    example: {
      cells: [["Stage", "Amount", "Probability"], ["Proposal", 1000, "50%"], ["Negotiation", 2000, "75%"], ["Closed Won", 5000, "100%"]],
      formula: "=SALES.FORECAST(A1:C4)", result: [[2000]], says: "1,000 × 50 % + 2,000 × 75 %; the won deal is not open any more.",
    },
    keywords: "forecast weighted pipeline expected revenue run rate accuracy bias prediction",
    refusals: ["no-column", "column-twice", "no-rows", "blank", "blank-in", "no-outcome", "no-decided", "no-won", "no-data", "needed-with", "mixed-currencies", "no-number", "no-day", "open-day-order", "open-rate", "out-of-range", "no-word", "sizes-differ", "error-cell"],
  },
  FUNNELCONV: {
    formula: [
      "counts, snapshot, back-filled: step = reached ÷ reached of the row above",
      "ever-entered, cohort: step = deals that also entered a later stage ÷ reached; strict: reached of the next row ÷ reached",
      "cumulative = reached ÷ reached of the first row",
    ],
    source: "Snapshot, back-filled, ever-entered and cohort are the ways the Funnel sheet counts. Strict is HubSpot's funnel of “all stages”, ever-entered its “any stages”.",
    notes: [
      "counts: two columns, stage and number, taken as they are; in the order given where there is one, a stage without a row counting 0. Lost is no step and is left out.",
      "snapshot: the stage of each deal, in one column. A deal counts in its stage and those before; a closed one, won or lost, in every stage before closing.",
      "back-filled: the same column. Won deals passed every stage; lost ones are left out, since nobody knows how far they came.",
      "ever-entered: deal, stage and day of every entry; a deal counts once in each stage it ever entered. strict: only if it entered every stage before, in order of time. cohort: ever-entered for each month in which deals came in.",
      "By history the step looks ahead: the share that went further. Never compare figures of two modes; the heading names the mode.",
      "Stages that say won or lost are recognised. Other stages come in the order given; without one, only stages that begin with numbers (01 Lead, 02 Demo) can be ordered. A stage that is not in the order is refused, and so is a number in place of a stage.",
      "A heading row is recognised (Stage, Step, 阶段 above the stages); blank rows are skipped. A single row of stages counts as a column.",
    ],
    example: {
      cells: [["Stage", "Deals"], ["Lead", 200], ["Qualified", 80], ["Proposal", 40], ["Won", 10]],
      formula: "=SALES.FUNNELCONV(A1:B5)",
      result: [["stage", "reached (counts)", "step conversion", "cumulative conversion"], ["Lead", 200, "", 1], ["Qualified", 80, 0.4, 0.4], ["Proposal", 40, 0.5, 0.2], ["Won", 10, 0.25, 0.05]],
      says: "A quarter of the proposals is won, and 5 % of all leads.",
    },
    keywords: "funnel conversion stage pipeline cohort drop-off leak snapshot",
    refusals: ["no-stage-order", "no-stage", "unknown-stage", "no-outcome", "no-one-reached", "no-data", "sizes-differ", "not-with", "no-word", "no-rows", "blank", "no-number", "out-of-range", "no-day", "open-day-order", "error-cell"],
  },
  COMPLETENESS: {
    formula: ["filled cells ÷ all cells of the columns that have a heading"],
    source: "The definition of the Salesbook sheets. They also leave out cells a deal cannot have yet; here every cell counts.",
    notes: [
      "Blank cells, error cells and words that stand for nothing (Select, n/a, -, 待定) count as empty. “Unknown” in less than one of a thousand rows is taken as somebody's answer.",
      "A column without heading and rows without anything in them are left out.",
      "By column, the result has a row for each column: cells, empty ones and the filled share.",
    ],
    example: { cells: [["Name", "Phone"], ["Ann", "555-0100"], ["Bob", ""], ["Cid", "n/a"], ["Dee", "555-0199"]], formula: "=SALES.COMPLETENESS(A1:B5)", result: [[0.75]], says: "6 of 8 cells are filled." },
    keywords: "completeness data quality missing blank empty fields fill rate",
    refusals: ["no-rows", "blank", "no-word", "sizes-differ", "error-cell"],
  },
};
