import type { FigureDefinition } from "../figure";

/** What the sheet “Bonus” says. Headers have no brackets or signs: formulas name them. */
export const bonus = {
  title: "Bonus",
  intro: "A quarter's bonus = base × (60 % sales attainment + 20 % customer satisfaction + 20 % process figures), or whatever weights you type. Plan A is the one in force, plan B the one you want to try before anyone signs it.",
  noReps: "The bonus needs people: bring an export of reps or deals with an owner.",
  headline: {
    none: "No payout can be worked out yet: type what the column “Note” names in the yellow columns of the payouts.",
    badWeights: "Weights of plan {plan} add up to {sum}, not 100 %: it pays nothing until they do.",
    more: "Plan B costs {share} more than plan A: {up} gain, {down} lose.",
    less: "Plan B costs {share} less than plan A: {up} gain, {down} lose.",
    same: "Both plans cost the same: {up} gain, {down} lose.",
    free: "Plan A pays nothing, so there is nothing to compare plan B with: {up} gain.",
    unpaid: "No payout for {n} of {all} people, since a figure is missing; nothing is guessed.",
  },

  plansTitle: "The two plans",
  plansNote: "Yellow cells are yours. An empty limit is no limit.",
  planA: "A", planB: "B",
  plan: { rule: "Rule", a: "Plan A", b: "Plan B" },
  means: "What it means", counts: { a: "Counts in A", b: "Counts in B" }, noCap: "no cap",
  rules: {
    attainment: "Weight of sales attainment", satisfaction: "Weight of satisfaction", process: "Weight of process figures",
    floor: "Floor of attainment", cap: "Cap of attainment", from: "Accelerator starts at", accelerator: "Each point above counts", base: "Base per person",
  },
  what: {
    attainment: "Sales ÷ quota of the quarter",
    satisfaction: "Customer satisfaction, 0 to 100 %",
    process: "CRM kept up to date, training, activities: 0 to 100 %",
    floor: "Below it attainment counts as 0, the rest is still paid",
    cap: "Attainment counts no further, accelerated or not",
    from: "Attainment above which it works; 100 % if empty",
    accelerator: "1.5: a point above counts one and a half; 1 if empty",
    base: "Bonus at 100 % of all, for those without their own",
  },
  sum: "Weights together",
  sumRight: "Plan {plan}: the weights add up to 100 %.",
  sumWrong: "Plan {plan}: the weights add up to {sum}. It pays nothing until they add up to 100 %.",

  costTitle: "What each plan costs",
  cost: { figure: "Figure", a: "Cost of A", b: "Cost of B", difference: "B less A" },
  costs: {
    total: "Total cost", ofBase: "Share of all bases", paid: "People paid", mean: "Mean payout", highest: "Highest payout", lowest: "Lowest payout", spread: "Highest less lowest", topShare: "Share of the highest in the total", unsold: "Paid whatever is sold",
  },
  gainTitle: "Who gains, who loses under plan B",
  gains: "People who gain", loses: "People who lose", unchanged: "People for whom nothing changes", mostGain: "Largest gain", mostLoss: "Largest loss", missed: "Gain although they missed their quota",
  gainRisk: "{n} gain under plan B with attainment below 100 %, and {share} of plan B is paid whatever is sold: the higher both are, the less the plan rewards selling.",
  chart: "What does each person get under plan A and plan B?",
  chartFirst: "What do the {n} highest paid get under plan A and plan B?",
  noChart: "The chart of payouts comes with the next refresh, once payouts are known.",
  chartAlt: "Bars for each person: payout under plan A and under plan B",

  payoutTitle: "Payouts",
  payoutNote: "Attainment: typed, else from the export of reps, else its sales ÷ quota, else the amount won in the quarter ÷ quota. What you type in yellow wins over the export. A missing figure is named in the note and nothing is paid; satisfaction and process are only needed where they weigh. Add a person, with the figures that count, in the row under the last one.",
  strangers: (count: number) => (count === 1 ? "1 owner of won deals is not in the export of reps and gets no bonus here." : `${count} owners of won deals are not in the export of reps and get no bonus here.`),
  scale: (most: string) => `Satisfaction or process figures in the export of reps are at most ${most}: if they are marks out of 5 or 10, type shares from 0 to 100 % instead.`,
  quarter: "Quarter paid, first day", quarterNote: "Empty: the newest complete quarter. It runs from {from} to {to}.", quarterPrompt: "The first day of a quarter, or nothing for the newest complete one.",
  months: "Months a quota covers", monthsNote: "3 for a quarter's quota, 12 for a year's: amounts won in a quarter are held against so much of it.", monthsPrompt: "From 1 to 12.",
  payout: {
    rep: "Person", sales: "Sales", quota: "Quota", attainment: "Attainment", satisfaction: "Satisfaction", process: "Process", base: "Base", a: "Payout A", b: "Payout B", difference: "B minus A", note: "Note",
    quotaTyped: "Quota typed", attainmentTyped: "Attainment typed", satisfactionTyped: "Satisfaction typed", processTyped: "Process typed", baseTyped: "Base typed",
  },
  note: {
    missing: "Missing: ", separator: ", ", attainment: "attainment", quota: "quota", satisfaction: "satisfaction", process: "process", base: "base",
    belowFloor: "below the floor", capped: "at the cap", gainsBelow: "gains under B, below quota",
  },
  prompts: { quota: "For as many months as typed above.", share: "From 0 to 100 %.", attainment: "120 % or 1.2.", base: "Bonus at 100 % of everything.", weight: "A share: 60 %." },

  sensitivityTitle: "What if: other weights, other attainment",
  sensitivityNote: "Every line is yours to change. Floor, cap, accelerator and bases are those of plan B; a line without weights takes those of plan B. The shift moves everyone's attainment by so many points.",
  scenario: {
    name: "Scenario", attainment: "Of attainment", satisfaction: "Of satisfaction", process: "Of process", shift: "Attainment shift",
    total: "Cost", change: "Against plan B", highest: "Highest", spread: "Spread", topShare: "Top share", check: "Weights",
  },
  scenarios: { up: "All attain 10 points more", down: "All attain 10 points less" },
  checkRight: "ok", checkAsB: "weights of B", checkWrong: "do not add up to 100 %",

  quartersTitle: "The plans on past quarters",
  quartersNote: "Attainment = amount won in the quarter ÷ quota, as quota, satisfaction, process figures and bases are now: the export does not tell what they were. Attainment far too low everywhere? Then a quota covers more than a quarter: type its months above the payouts.",
  noQuarters: "Past quarters need won deals with an owner, an amount and a close date in a complete quarter.",
  noQuotas: "Past quarters need a quota for each person: bring it in the export of reps, or type it under “Quota typed”.",
  quarters: {
    from: "Quarter from", to: "Quarter to", won: "Won", attainment: "Team attainment", a: "A would cost", b: "B would cost", difference: "B over A", gain: "Gain", lose: "Lose", notLess: "Sold less, not paid less",
  },
  notLessNote: "“Sold less, not paid less”: people whose attainment fell against the quarter before while plan B pays them as much or more. A cap or a floor does that, and invites to hold deals back.",
  history: { rep: "Name", base: "Own base", satisfaction: "CSAT", process: "Process share", quota: "Quota per quarter" },
  since: (month: string) => `From ${month}`,
  historyTitle: "Attainment by quarter",
  quarterChart: "What would each plan have cost?",
  quarterChartAlt: "Columns for each past quarter: cost under plan A and under plan B",

  signTitle: "Agreed",
  signNote: "Sign only what was tried on past data. A line for each who has to agree.",
  sign: { role: "Role", name: "Signed by", plan: "Plan", on: "Agreed on", remark: "Remark" },
  roles: { manager: "Head of sales", finance: "Finance", people: "HR or works council" },

  definitions: [
    { name: "Payout", formula: "Base × (weight × attainment that counts + weight × satisfaction + weight × process). Attainment counts 0 below the floor, accelerated above its start, never more than the cap", denominator: "None; weights add up to 100 %", dateField: "Close date, where attainment comes from won deals" },
    { name: "Attainment", formula: "Sales ÷ quota: typed, from the export of reps, or amount won in the quarter ÷ quota for the quarter", denominator: "Quota of the person", dateField: "Close date" },
    { name: "Cost of a plan", formula: "Sum of the payouts of those whose figures are all known", denominator: "None", dateField: "The quarter paid" },
    { name: "Paid whatever is sold", formula: "Σ base × (weight × satisfaction + weight × process) of those paid ÷ total cost", denominator: "Total cost of the plan", dateField: "The quarter paid" },
    { name: "Team attainment", formula: "Amount won by all with a quota ÷ sum of their quotas", denominator: "Quotas of those with one", dateField: "Close date" },
    { name: "Sold less, not paid less", formula: "People whose attainment fell against the quarter before and whose payout under plan B did not", denominator: "None", dateField: "Close date" },
  ] as readonly FigureDefinition[],
};
