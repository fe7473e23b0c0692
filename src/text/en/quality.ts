import type { FigureDefinition } from "../figure";

/** What the sheet “Data quality” says. */
export const quality = {
  title: "Data quality",
  separator: ", ",
  headline: {
    filled: "{share} of the cells that could be filled are filled (target {target}). ", nothing: "",
    risk: "{n} open deals lack a key field: {amount} at risk, {share} of the open amount.",
    noRisk: "No open deal lacks a key field.", noOpen: "There are no open deals.", noAmount: "Open deals lack key fields, and none of them has an amount.",
  },
  verdicts: { high: "High target met", onTarget: "On target", below: "Below target" },
  settings: {
    title: "Targets and limits",
    labels: { target: "Completeness target", high: "High target", timely: "Recorded within a day: target", day: "Fresh up to", week: "A week", month: "A month" },
    notes: {
      target: "The article: 95 % of the fields", high: "The article's manufacturer: 98 %", timely: "The article: every interaction recorded within 24 hours",
      day: "Days since the last activity or change; exports have days and no clock, so 1 means today or yesterday", week: "Up to here a record counts as touched within a week", month: "Up to here within a month, beyond it as older",
    },
  },
  risk: {
    title: "What gaps put at risk",
    labels: { open: "Open deals", lacking: "Of them lack a key field", worth: "Open amount", atRisk: "Amount at risk", share: "Share of the open amount" },
    notes: { open: "Deals neither won nor lost", lacking: "At least one of the key fields below is empty", worth: "Of the open deals that have an amount", atRisk: "Amount of the open deals that lack a key field; those without an amount add nothing", share: "Amount at risk ÷ open amount" },
  },
  fields: {
    account: "Account", owner: "Owner", contact: "Contact", amount: "Amount", due: "Expected close", nextStep: "Next step", source: "Source", product: "Product", region: "Region", probability: "Probability",
    competitor: "Competitor", lastActivity: "Last activity", nextActivity: "Next activity", type: "Type", forecastCategory: "Forecast category",
  },
  keyFields: {
    title: "Key fields", needs: "Key fields and the amount at risk need deals: bring a deal export.",
    note: "Say which fields no open deal should lack; everything on this sheet follows. A field that is empty in every open deal is no key field at first: nobody fills it, and it would call everything at risk.",
    absent: "Not in this export: {fields}. Add a column for it to the export to check it here.",
    unused: "No open deal has: {fields}. Mark it as a key field to see what that puts at risk.",
    columns: { field: "Field", isKey: "Key field?" }, prompt: "Must no open deal lack this field?",
    risk: { field: "Field of the deals", isKey: "Key field?", lacks: "Open deals without it", share: "Share of open deals", amount: "Amount of those" },
    chartTitle: "Which empty field puts most at risk?", chartAlt: "Amount of open deals that lack each field",
  },
  worst: {
    title: "Open deals that lack a key field", none: "No open deal lacks a key field.", note: "All {n}, the largest first.", noteMost: "The {n} largest of {all}. What each lacks is worked out here; which deals are listed, at the next refresh.",
    columns: { name: "Deal", id: "Record ID", owner: "Owner", stage: "Stage", amount: "Amount", line: "Row in Deals", lacking: "Lacks" },
  },
  reps: {
    title: "Whose records they are", needs: "There are no open deals to look at by rep.", nobody: "(no owner)",
    note: "Open deals by owner: key fields filled, what gaps put at risk, and how long ago each deal was last touched. How soon each rep records activities: sheet Team.", noteMost: "The {n} reps with the largest open amount of {all}.",
    columns: { rep: "Rep", open: "Open deals", filled: "Key fields filled", verdict: "Against the target", amount: "Open amount", atRisk: "Amount at risk", share: "Share at risk" },
  },
  objects: {
    title: "Completeness by kind of record", needs: "There are no columns to count.", note: "Sums of the table Completeness on the import report. What a deal cannot have yet (a close date before it closes) is not missing.",
    columns: { object: "Records", columns: "Columns", cells: "Cells", missing: "Empty", notYet: "Cannot be filled yet", plain: "Filled of all cells", filled: "Filled of what could be", verdict: "Against the target" },
  },
  low: {
    title: "Columns below the target", none: "Every column reaches the target.", note: "The emptiest first. Fill them, or take out of the export what nobody needs.", noteMost: "The {n} emptiest of {all}. Fill them, or take out of the export what nobody needs.",
    columns: { column: "Column", object: "Records", cells: "Cells", missing: "Empty", notYet: "Cannot be filled yet", filled: "Filled", verdict: "Against the target" },
  },
  fresh: {
    title: "Freshness", note: "Days from the last activity, or the last change, to the as-of day, by the limits above. A day after the as-of day counts as fresh.", needs: "Freshness needs a day: add a column with the last activity or last modified date to the export.",
    ages: { day: "Within a day", week: "Within a week", month: "Within a month", older: "Older", none: "No date" },
    columns: { what: "Records and day", records: "Records", share: "Fresh" },
    rows: {
      deal: { lastActivity: "Open deals · last activity", modified: "Open deals · last change" }, lead: { lastActivity: "Leads not converted · last activity", modified: "Leads not converted · last change" },
      account: { lastActivity: "Accounts · last activity", modified: "Accounts · last change" },
    },
  },
  timely: {
    title: "Recorded in time", needs: "This needs activities with the day they took place and the day they were created: bring an activity export with both.", none: "No activity has both days.",
    grouped: "Left out: the groups of activities do not tell how late each was recorded.",
    note: "Recorded is the day created; for a meeting planned ahead the day it was last changed. Where neither follows the activity, it does not tell and is left out.",
    labels: { share: "Recorded within a day", of: "Activities that tell" },
    notes: { share: "Recorded at most a day after it took place ÷ activities that tell", of: "Up to the as-of day, recorded on the day or after it" },
  },
  found: {
    title: "Doubles, gaps and contradictions", none: "The import found nothing amiss.", note: "Counts of the findings on the import report, where each is told with its line.",
    columns: { finding: "Finding", count: "Count", example: "For example" },
  },
  shared: {
    title: "Names that several records share", note: "Records with an id of their own that share a name, e-mail or phone may be the same person or company entered twice. Counted at the build.",
    columns: { what: "Records and field", records: "Filled", distinct: "Different", more: "Possible doubles", times: "Most often", most: "Repeated value" },
    labels: { name: "name", email: "e-mail", phone: "phone", website: "website" },
  },
  definitions: [
    { name: "Amount at risk", formula: "Amount of open deals with at least one empty key field", denominator: "none (share: amount of all open deals)", dateField: "none: as the export stands" },
    { name: "Key fields filled, by rep", formula: "1 − empty key fields of the rep's open deals ÷ (open deals × key fields)", denominator: "open deals × key fields", dateField: "none" },
    { name: "Completeness by kind of record", formula: "Filled cells ÷ cells that could be filled, over all named columns", denominator: "cells that could be filled", dateField: "none" },
    { name: "Freshness", formula: "Records by days from their last activity (or change) to the as-of day", denominator: "open deals, leads not converted, accounts", dateField: "last activity, last change" },
    { name: "Recorded within a day", formula: "Activities recorded (created; changed, where planned ahead) at most a day after they took place ÷ activities that tell", denominator: "activities up to the as-of day recorded on the day or after it", dateField: "day of the activity, day created, day changed" },
    { name: "Possible doubles", formula: "Records with a name − different names, without regard to case and space around", denominator: "none", dateField: "none" },
  ] as readonly FigureDefinition[],
};
