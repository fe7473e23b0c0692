import type { EnglishHelp } from "../../functions";

const reached = [
  "value to reach: the target; raise by: baseline + target; raise by %: baseline + |baseline| × target; reduce by %: baseline − |baseline| × target",
  "progress: (actual − baseline) ÷ (value to reach − baseline)",
];
const directions = [
  "Actual, target and baseline are in one unit: all 0.42 and 0.5, or all 42 and 50. 42% in a text is 0.42. With “by %” the target is a share of the baseline: 15 % or 0.15.",
  "Without a direction it is “reduce to” where there is a baseline above the target, else “raise to”. Without a baseline, say “reduce to” yourself where less is better.",
  "Without a baseline there is no way to measure: the progress is actual ÷ target, or target ÷ actual where less is better.",
  "Keep within: 1 between target and upper limit; outside, less by the distance in widths of the band, at least 0.",
  "A blank figure is not 0: the cell says which one is missing. “raise by” and “by %” need a baseline, “keep within” an upper limit.",
];

/** Help on progress, pace and status of goals. */
export const goalsHelp: EnglishHelp<"GOALPROGRESS" | "GOALPACE" | "GOALSTATUS"> = {
  GOALPROGRESS: {
    formula: reached,
    source: "The Goals sheet of Salesbook, with the same formulas; the share of the way from baseline to target is how key results are scored.",
    notes: [...directions, "Progress may be above 1 or below 0. It is rounded to 9 decimals, so that what is just reached counts as reached."],
    example: {
      cells: [["Goal", "Actual", "Target", "Baseline"], ["NPS", 42, 50, 30], ["Churn", "16%", "10%", "20%"], ["Sales cycle, days", 87, 75, 90]],
      formula: "=SALES.GOALPROGRESS(B2:B4,C2:C4,D2:D4)", result: [[0.6], [0.4], [0.2]], says: "NPS has made 12 of 20 points, churn 4 of 10, the sales cycle 3 of 15 days.",
    },
    keywords: "goal target progress kpi okr smart attainment baseline",
    refusals: ["blank", "no-number", "no-word", "out-of-range", "not-with", "error-cell", "sizes-differ"],
  },
  GOALPACE: {
    formula: [...reached, "time gone: (as of − start) ÷ (deadline − start), from 0 to 1", "pace: progress ÷ time gone; without a baseline or with “keep within” the progress itself"],
    source: "The Goals sheet of Salesbook, with the same formulas.",
    notes: [...directions, "The as-of day is yours to give; TODAY() makes the result change every day.", "On the first day no time has gone: there is no pace yet, and the cell says so."],
    example: {
      formula: '=SALES.GOALPACE(42,50,"2026-01-01","2026-12-31","2026-07-02",30)', result: [[1.2]], says: "60 % of the way is done in half of the time: 1.2.",
    },
    keywords: "goal target pace on track run rate time elapsed deadline",
    refusals: ["blank", "no-time-gone", "no-number", "no-day", "open-day-order", "no-word", "out-of-range", "not-with", "error-cell", "sizes-differ"],
  },
  GOALSTATUS: {
    formula: [
      "Achieved: progress of 1 and more; with “keep within” only from the deadline on",
      "Overdue: not achieved after the deadline",
      "On track: pace of 90 % and more, or not begun; At risk: 70 % and more; Off track: less",
    ],
    source: "The Goals sheet of Salesbook, with the same formulas and limits.",
    notes: [
      ...directions,
      "The status is English, whoever looks at it; a Chinese direction such as 提升至 gives a Chinese status.",
      "thresholds are two cells: at risk below the first, off track below the second. 90 % and 70 % if left out.",
    ],
    example: {
      cells: [["Goal", "Actual", "Target", "Baseline", "Direction"], ["NPS", 42, 50, 30, "raise to"], ["Churn", "16%", "10%", "20%", "reduce to"], ["Sales cycle, days", 87, 75, 90, "reduce to"]],
      formula: '=SALES.GOALSTATUS(B2:B4,C2:C4,"2026-01-01","2026-12-31","2026-07-02",D2:D4,E2:E4)', result: [["On track"], ["At risk"], ["Off track"]],
      says: "Half of the time has gone: the paces are 1.2, 0.8 and 0.4.",
    },
    keywords: "goal status rag traffic light on track at risk off track overdue achieved",
    refusals: ["blank", "no-number", "no-day", "open-day-order", "no-word", "open-rate", "out-of-range", "not-with", "error-cell", "sizes-differ"],
  },
};
