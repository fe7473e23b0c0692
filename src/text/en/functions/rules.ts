import type { EnglishHelp } from "../../functions";

/** Help on lead scores, grades, customer health and stage gates: functions that take tables of rules. */
export const rulesHelp: EnglishHelp<"LEADSCORE" | "LEADGRADE" | "HEALTHSCORE" | "GATECHECK"> = {
  LEADSCORE: {
    formula: [
      "score = sum of the points of all rules that fit the lead",
      "group with a cap: its points together are at most the cap (a negative cap: at least)",
      "decay per month: points × max(0, 1 − rate × days ÷ 30.4375)",
      "half-life: points × 0.5 ^ (days ÷ half-life)",
      "without rules: industry Technology or Finance +15, company size > 1000 +10, whitepaper +10, webinar +20, pricing page +20",
    ],
    source: "The rules without a table are those of the article behind Salesbook, challenge 1 (its code). Groups, caps and linear decay follow HubSpot’s lead scoring.",
    notes: [
      "Headings of the rules: field, operator, value, points; if need be group, cap, decay per month (0% to 100%), half-life (in days), date field, note. A field is a heading of the leads; case, spaces and signs do not matter, nor does the case of a group.",
      "A filled column of the rules under another heading is refused, for it would be ignored. A date field without a decay changes nothing.",
      "Operators: = <> > >= < <= in, not in, contains, not contains, starts with, ends with, between, is blank, is not blank; also HubSpot’s words, such as is any of or is known, and Chinese ones. A blank operator means =, without a value “is not blank”.",
      "In a list for “in” the values are parted by semicolons, commas, vertical bars or line breaks; for “between” write 100-500 or 100;500. “contains” takes one text; use a rule for each word.",
      "An empty cell adds nothing. It and placeholders such as “-” meet only “is blank”; a rule that names the placeholder itself meets it too.",
      "Text compares without case. Yes, Y, TRUE, 1 and 是 are the same where the rule says yes or no.",
      "A text that is no number under a rule such as > gives no score for this lead and says so; the others are scored.",
      "Points decay from the day in the date field to asOf; an event after asOf counts 0. A rule that fires without a date gives no score. Decay per month and half-life in one rule multiply.",
      "The result has no heading row: enter it in the row of the first lead. Blank rows stay blank.",
      "explain adds the grade and the rules that fired. Instead of TRUE give thresholds as in LEADGRADE.",
    ],
    example: {
      cells: [
        ["Lead", "Industry", "Employees", "Webinar", "", "field", "operator", "value", "points"],
        ["Ada", "Technology", 1200, "Yes", "", "Industry", "in", "Technology; Finance", 15],
        ["Ben", "Retail", 1000, "Yes", "", "Employees", ">", 1000, 10],
        ["Cho", "Finance", "", "No", "", "Webinar", "=", "Yes", 20],
      ],
      formula: "=SALES.LEADSCORE(A1:D4,F1:I4)", result: [[45], [20], [15]],
      says: "Ada: 15 + 10 + 20. Ben: 1,000 is not above 1,000, so only the webinar. Cho: the industry; the empty cell adds nothing.",
    },
    keywords: "lead scoring points rules fit engagement decay half-life group cap hubspot marketo explain",
    refusals: ["blank", "blank-in", "no-finite", "needed-with", "no-rows", "no-column", "column-twice", "no-word", "no-condition", "no-number", "no-day", "open-day-order", "out-of-range", "error-cell", "sizes-differ"],
  },
  LEADGRADE: {
    formula: [
      "default: score >= 50 SQL; >= 30 MQL; else Lead",
      "article: score >= 50 MQL; >= 30 SQL; else Lead",
      "article-prose: score > 50 MQL; >= 30 SQL; else Lead",
    ],
    source: "The article behind Salesbook, challenge 1, and the common order of HubSpot and Marketo: marketing qualifies (MQL), then sales accepts (SQL).",
    notes: [
      "The article’s prose says over 50, its code >= 50: a lead with exactly 50 points is graded differently.",
      "The article’s code grades MQL above SQL, the reverse of common use. The default takes the common order; the article’s own is the preset “article”.",
      "Thresholds and labels are yours to set: a table of labels (words) and minimums, in this order or the other, if need be under a row of headings without digits; a third column may hold >= or >. >= is the default.",
      "A label with a blank minimum is the grade of everything else. Without one, a score below all minimums has no grade.",
    ],
    example: {
      cells: [["Score", "", "label", "minimum"], [82, "", "A", 80], [50, "", "B", 50], [10, "", "C", ""]],
      formula: "=SALES.LEADGRADE(A2:A4,C1:D4)", result: [["A"], ["B"], ["C"]], says: "82 reaches 80; 50 is just enough for B; everything else is C.",
    },
    keywords: "mql sql grade qualification threshold label lead stage abc",
    refusals: ["blank", "no-number", "no-word", "out-of-range", "no-column", "error-cell"],
  },
  HEALTHSCORE: {
    formula: [
      "score of a measure = 100 × (value − poor) ÷ (good − poor), from 0 to 100",
      "health = Σ weight × score ÷ Σ weight",
      "bands: 0 to 50 red, above 50 to 75 yellow, above 75 green",
    ],
    source: "Gainsight Scorecards: weighted measures, exceptions, and its default bands, in which a band does not include the value it starts from.",
    notes: [
      "Headings of the measures: measure (a heading of the customers), weight, poor, good. Where good is below poor, less is better; a column direction (higher, lower) checks that.",
      "Weights are above 0 and need not add up to 100 %.",
      "Write poor and good as the column is written: 80% is 0.8, not 80.",
      "A blank measure is left out and the others weigh more; missing “zero” counts it 0, “refuse” gives no score. A customer without any measure has no score, unless an exception sets one.",
      "Exceptions: field, operator, value, score. A customer that meets one gets no more than its score, such as 0 after a notice; without a mean of the measures it gets just that score. Operators as in LEADSCORE.",
      "The result has no heading row: enter it in the row of the first customer.",
    ],
    example: {
      cells: [
        ["Customer", "Logins", "Tickets", "", "measure", "weight", "poor", "good"],
        ["Ada Ltd", 15, 2, "", "Logins", 60, 0, 20],
        ["Ben AG", 30, 12, "", "Tickets", 40, 10, 0],
      ],
      formula: "=SALES.HEALTHSCORE(A1:C3,E1:H3)", result: [[77], [60]],
      says: "Ada: logins 75, tickets 80: 0.6 × 75 + 0.4 × 80 = 77. Ben: logins 100, tickets 0 (fewer is better): 60.",
    },
    keywords: "customer health scorecard churn risk gainsight red yellow green weighted measures renewal",
    refusals: ["blank", "blank-in", "no-finite", "no-rows", "no-column", "column-twice", "out-of-range", "no-word", "no-condition", "no-number", "no-day", "open-day-order", "error-cell", "sizes-differ"],
  },
  GATECHECK: {
    formula: ["missed = entry criteria of all stages up to the deal’s own + exit criteria of all stages before it, that are not met"],
    source: "The article behind Salesbook, challenge 2: entry and exit criteria for each stage.",
    notes: [
      "Headings of the criteria: stage, gate (entry or exit), field, operator, value. Without an operator and a value the field must be filled in. Operators as in LEADSCORE.",
      "The order of the stages is the order in which the criteria first name them; a row with nothing but a stage gives it its place. Numbers before a stage’s name do not matter.",
      "A won deal must meet all criteria, a lost deal stays blank; any other stage that is not in the criteria is said.",
      "explain adds the missed criteria, and the exit criteria of the deal’s own stage that are not met yet.",
      "The result has no heading row: enter it in the row of the first deal.",
    ],
    example: {
      cells: [
        ["Deal", "Stage", "Need", "Budget", "", "stage", "gate", "field", "operator", "value"],
        ["A", "Demo", "CRM", 5000, "", "Qualify", "exit", "Need", "", ""],
        ["B", "Demo", "", "", "", "Demo", "entry", "Budget", ">=", 1000],
        ["C", "Qualify", "", "", "", "", "", "", "", ""],
      ],
      formula: "=SALES.GATECHECK(A1:D4,F1:J3)", result: [[0], [2], [0]],
      says: "B is in the demo without a need and without a budget. C is still qualifying and misses nothing yet.",
    },
    keywords: "stage gate entry exit criteria sales process checklist deal hygiene",
    refusals: ["blank", "blank-in", "no-rows", "no-column", "column-twice", "no-word", "no-condition", "no-number", "no-day", "open-day-order", "error-cell", "sizes-differ"],
  },
};
