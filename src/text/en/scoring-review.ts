import type { FigureDefinition } from "../figure";

/** What the sheet “Score review” says. */
export const scoringReview = {
  title: "Score review",
  noLeads: "No leads were brought: bring an export of leads that says which ones converted. The log below is kept.",
  suggestion: "Suggested threshold: {from} points. It would hand {open} open leads to sales; so far {rate} of the leads from there on converted ({lift}× the average), and they hold {share} of all converted leads. It parts converted leads from the others best (Youden's J {j}).",
  noThreshold: "No threshold parts converted leads from the others: the score tells nothing yet. Look at the rules below.",
  tooFew: "No threshold is suggested: too few leads converted, or too few did not.",
  data: {
    none: "⚠ Only {converted} of {leads} leads converted: below {fewest} converted (or others) no points and no threshold are suggested.",
    few: "⚠ Few data: {leads} leads, {converted} converted. Take suggestions as a hint only; weights from data want at least {least} leads, {leastConverted} of them converted (Salesforce Einstein's minimum).",
    enough: "✓ Enough data for suggestions: {leads} leads, {converted} converted (at least {least} and {leastConverted} are wanted).",
  },
  guard: {
    on: "Left out: {out} of {converted} converted leads, whose last activity came after the conversion; what they did before is not known. This holds for bands, grades and rules of engagement.",
    off: "Leads whose last activity came after the conversion are counted too: rules of engagement may look better than they are.",
    unknown: "The export does not have both the day of the last activity and the day of conversion, so behaviour after the conversion cannot be left out. Read rules of engagement with care.",
  },
  basics: {
    leads: "Leads", converted: "Converted", rate: "Conversion", counted: "Leads counted here", countedConverted: "Of them converted", countedRate: "Conversion of those",
    best: "Suggested threshold", scale: "Points for one unit of log-odds", leftOut: "Leads left out are marked",
  },
  bandsTitle: "Do more points mean more conversions?",
  bandsNote: "From the highest band down. Lift is a band's conversion ÷ that of all. The shares add up from the top: what a threshold at the band's start would hand over. Youden's J is the share of converted leads at or above it less the share of the others.",
  bands: {
    band: "Score", from: "From", leads: "Leads", converted: "Converted", rate: "Conversion", overall: "All leads", lift: "Lift", shareOfLeads: "Leads so far", shareOfConverted: "Converted so far", youden: "Youden J", no: "Band",
  },
  bandLabels: { top: "{from} and more", middle: "{from} to below {to}", bottom: "below {to}" },
  chartTitle: "Does conversion rise with the score?",
  chartAlt: "Columns: conversion by score band, the highest band first. Line: conversion of all leads.",
  gradesTitle: "Grades",
  gradesNote: "The grades of “Lead scores” with the leads that have them now.",
  grades: { grade: "Grade", leads: "Leads", share: "Share", converted: "Converted", rate: "Conversion", lift: "Lift", lowest: "Lowest score", mean: "Mean score", highest: "Highest score" },
  rulesTitle: "Which rules earn their points?",
  rulesNote: "Log-odds: ln of the odds of conversion with the rule ÷ without it, each count + 0.5, held back by n ÷ (n + k) for rules few leads meet (k is set below). Suggested points are log-odds scaled so that all points together, without their signs, stay what they are. Each rule is looked at alone: two rules that say the same are both counted.",
  rules: {
    rule: "Rule", no: "No", leads: "Leads", converted: "Converted", withRule: "With it", without: "Without", lift: "Lift", weight: "Log-odds", points: "Points now", suggested: "Suggested", verdict: "What the data say", caution: "Caution",
  },
  ruleField: "Field",
  verdicts: {
    fine: "earns its points", more: "earns more than it gets", less: "earns less than it gets", wrongWay: "points the wrong way", could: "gets no points, could", nothing: "tells nothing", tooFew: "too few data",
  },
  noRules: "No rule finds its column in this export.",
  undated: "no dates: may have come after the conversion",
  leaksTitle: "Columns that may give the answer away",
  leaksNote: "What is only known after a conversion says nothing before it. A rule on such a column looks perfect in review and fails on new leads: leave these columns out of the rules unless you know better.",
  noLeaks: "No column of this export looks like one that is only filled after the conversion.",
  leaks: { column: "Column", used: "In a rule", why: "Why" },
  used: "⚠ yes", unused: "no",
  leakReasons: {
    conversion: "is the conversion itself", status: "moves when a lead converts", typed: "typed by sales, often after talking to the lead", lastActivity: "may be an activity after the conversion",
    later: "changes after the conversion", deal: "speaks of the deal that came of it", onlyConverted: "filled for converted leads and hardly any other", tells: "values whose leads nearly all converted hold {share} of the conversions",
  },
  byField: (field: string) => `Conversion by ${field}`,
  values: { value: "Value", leads: "Leads", share: "Share", converted: "Converted", rate: "Conversion", lift: "Lift" },
  blank: "(empty)", numbers: "(numbers)", otherValues: (count: number) => `(${count} further values)`,
  logTitle: "Settings and log of reviews",
  logNote: "Once a month marketing and sales look at this sheet together; write down who was there and what was changed. A change of points on “Lead scores” shows here at once.",
  log: { date: "Date", attended: "Attended", changed: "What was changed, and why" },
  logPrompt: "Day of the review",
  settingsTitle: "Settings of the review",
  settings: {
    from: "Lowest band starts at (empty: by the scores)", width: "Points in a band (empty: by the scores)", shrinkage: "Hold back few data: k", leads: "Leads wanted for weights", converted: "Converted leads wanted", fewest: "Suggest nothing below so many converted", guard: "Leave out behaviour after the conversion",
  },
  definitions: [
    { name: "Conversion by score band", formula: "Converted leads ÷ leads of the band", denominator: "leads with a score in the band, without those whose last activity came after the conversion", dateField: "last activity, converted on" },
    { name: "Lift", formula: "Conversion of a band, grade or rule ÷ conversion of all leads counted", denominator: "as the conversion", dateField: "–" },
    { name: "Youden's J", formula: "Converted leads from the threshold on ÷ all converted − other leads from there on ÷ all others", denominator: "converted leads; other leads", dateField: "–" },
    { name: "Suggested threshold", formula: "Start of the band with the highest Youden's J", denominator: "–", dateField: "–" },
    { name: "Log-odds of a rule", formula: "ln((a + 0.5) ÷ (b + 0.5)) − ln((c + 0.5) ÷ (d + 0.5)), times n ÷ (n + k); a, b converted and other leads with the rule, c, d without, n = a + b", denominator: "all leads counted", dateField: "last activity, converted on for engagement" },
    { name: "Suggested points", formula: "Log-odds × (sum of the points now ÷ sum of the log-odds, both without signs), rounded", denominator: "–", dateField: "–" },
  ] as readonly FigureDefinition[],
};
