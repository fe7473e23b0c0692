import type { ChangeKind } from "../../metrics/changes";
import type { ForecastSpan } from "../../metrics/past-forecast";
import type { FigureDefinition } from "../figure";

const kinds: Record<ChangeKind, string> = {
  new: "New", reopened: "Reopened", increased: "Amount up", decreased: "Amount down", won: "Won", lost: "Lost", gone: "Gone: open last time",
  slipped: "Slipped: expected close is later", pulledIn: "Pulled in: expected close is earlier", movedOn: "Moved on: to a later stage", movedBack: "Moved back: to an earlier stage",
  moved: "Other stage: order unknown", changedOwner: "Other owner", restated: "Restated: closed, other amount", goneClosed: "Gone: closed before",
};

const spans: Record<ForecastSpan, { readonly title: string; readonly end: string; readonly chart: string; readonly alt: string }> = {
  month: { title: "Forecast of the month, as it was at each snapshot", end: "Month ends", chart: "Forecast of the month against what was won", alt: "Columns: won from each snapshot to the end of its month; lines: what was forecast then" },
  quarter: { title: "Forecast of the fiscal quarter, as it was at each snapshot", end: "Quarter ends", chart: "Forecast of the quarter against what was won", alt: "Columns: won from each snapshot to the end of its quarter; lines: what was forecast then" },
};

/** What the sheet “Pipeline history” says. Names in braces are filled by formulas. */
export const history = {
  title: "Pipeline history",
  headline: "Since {day} the open amount went from {before} to {after}. Deals: {new} new, {won} won, {lost} lost, {slipped} slipped, {movedOn} moved on, {movedBack} moved back.",
  noDeals: "What changed, slipped deals and past forecasts need deals: none were given. Bring the deal export along with the stage history.",
  first: "This is the first snapshot, of {day}: what changed, slipped deals and forecast accuracy come with the next refresh. Refresh once a week, and the workbook remembers how each deal stood.",
  noLog: "There is no snapshot of the deals yet, so nothing can be said of changes.",

  changesTitle: "What changed since the last snapshot",
  changesNote: "From the snapshot of {from} to the one of {to}. A deal that closes changes its amount first, then closes; amounts of both days at the rates of now.",
  behindTitle: "Numbers behind the chart of the open amount",
  unchanged: "No deal has changed since {day}.",
  unvalued: "Open deals without an amount, or in a currency without a rate: {n}. They count as 0.",
  bridge: { step: "Open amount", deals: "Deals", amount: "Amount", running: "Then open", spacer: "Spacer", total: "Total", up: "Up", down: "Down" },
  openOn: (day: string) => `Open on ${day}`,
  bridgeChart: "What moved the open amount", bridgeAlt: "Bars from the open amount at the last snapshot over what came in and what left to the open amount now",
  others: { change: "Other changes", deals: "Deals", amount: "Amount" },
  kinds,
  changedTitle: "Deals that changed",
  changedNote: "The {n} largest of {all} changes.",
  changed: { no: "No", deal: "Deal", id: "Record", change: "Change", from: "From", to: "To", amount: "Amount", owner: "Owner" },

  movesTitle: "From stage to stage",
  days: "Newest days", daysPrompt: "How many days up to the last day are counted.",
  from: "From day", to: "To day", fromPrompt: "Leave it empty to count the newest days.", toPrompt: "Leave it empty for the as-of day.",
  fromNote: "empty: the newest days", toNote: "empty: the as-of day", countedFrom: "Counted from", countedTo: "to",
  movesSaid: "Moves in this time: {n}. Further on: {forward}, back: {back}; into won: {won}, into lost: {lost}. Deals that came in: {entered}.",
  movesNone: "No move in this time; the newest one is of {newest}.",
  movesNote: "Rows: the stage a deal came from; columns: the stage it went to. Amber: back to an earlier stage; red: into lost.",
  noMoves: "Moves from stage to stage need a stage history: bring an export of stage changes (Salesforce: Opportunity History), a HubSpot export with “Date entered” columns, or refresh this workbook again: two snapshots show the moves between them.",
  movesGrouped: "Left out: the stage history comes in groups, and the database cannot tell which stage each deal came from. Its rows need a deal, and days or times that tell which came first.",
  movesUncut: "Left out: the stage history comes in groups of months, and these days are not where they begin or end. The next refresh brings them.",
  fromSnapshots: "These moves come from the snapshots of this workbook: it sees a move when a refresh shows it.",
  moreStages: "Further stages, not shown: {n}.",
  matrix: { from: "From stage", cameIn: "Came in", total: "Total", order: "Order" },

  slipTitle: "Slipped deals",
  slipSaid: "Deals slipped in this time: {deals}, worth {amount}, {times} times in all and by {days} days on average. Pulled in: {pulled} times.",
  slipNone: "No expected close was put off in this time.",
  noSlips: "Slipped deals need two snapshots, or a stage history with the close date of each line: none shows an expected close that changed yet.",
  noDue: "Slipped deals need an expected close: add that column to the export.",
  pushed: "By the push count of the export, {n} of {open} open deals were put off at least once, {times} times in all, worth {amount}.",
  slipsNote: "A deal put off several times counts once, by its newest slip in the time; its amount is that of then. Counted from the table on the sheet “{sheet}”.",
  slips: { rep: "Owner", deals: "Deals slipped", amount: "Amount", times: "Times", mean: "Mean days later", pulled: "Times pulled in" },
  noOwner: "No owner", all: "All owners",
  slipListTitle: "Put off the most",
  slipListNote: "Open deals by amount, the {n} largest of {all}, as of the last refresh.",
  slipList: { no: "No", deal: "Deal", id: "Record", owner: "Owner", times: "Times", from: "First expected", to: "Expected now", days: "Days later", amount: "Amount" },
  dueSheet: "Close date changes",
  due: { on: "Changed on", id: "Record ID", deal: "Deal", owner: "Owner", from: "Expected before", to: "Expected after", days: "Days later", amount: "Amount", next: "Put off again on", newest: "Newest slip" },

  cohortTitle: "What became of each month's deals",
  cohortSaid: "Of deals that came in at least 90 days before {day}, {share} were won within 90 days ({won} of {deals}).",
  cohortNone: "No month of the last year is old enough to tell how many deals are won within 90 days.",
  cohortCreated: "Deals by the month they were created. A share is empty until every deal of the month has had that many days.",
  cohortEntered: "Deals by the month they entered their first stage, from the stage history, since created dates do not tell. A share is empty until every deal of the month has had that many days.",
  noCohort: "Cohorts need a created date that differs between deals, or a stage history: add “Created” to the export.",
  noCohortDeals: "Cohorts need the deals: a stage history alone does not say which stages are won.",
  noCycle: "How soon deals were won is not known: won deals have no close date that fits their created date.",
  cohort: { month: "Month", starts: "First day", deals: "Deals", won: "Won", lost: "Lost", open: "Open", now: "Won so far", d30: "Won in 30 days", d60: "Won in 60 days", d90: "Won in 90 days", d180: "Won in 180 days" },
  cohortChart: "Won within 90 days, by month", cohortAlt: "Columns: the share of each month's deals won within 90 days",

  memoryTitle: "Forecasts as they were",
  memoryNote: "Due: open amount expected to close by the end, past dates included. Weighted: the same × probability. Both as of the snapshot, kept as values. Won after: won from the day after the snapshot to the end. Accuracy: 1 − |forecast − won| ÷ won, once the time is over; below 0 it was off by more than all that was won. Bias: above 0 the forecast was too high.",
  memorySaid: "{span}: snapshots whose time is over: {n}. What was due was {commit} accurate and {direction} by {bias}; weighted it was {weighted} accurate.",
  memoryNothing: "{span}: snapshots whose time is over: {n}. Nothing was won after them, so accuracy cannot be told.",
  memoryOpen: "{span}: no snapshot's time is over yet, so accuracy cannot be told.",
  memoryOne: "There is one snapshot so far, of {day}: it shows what is forecast now. Accuracy comes with later refreshes.",
  memoryNoDue: "Forecasts as they were need an expected close: add that column to the export.",
  high: "too high", low: "too low",
  spans,
  spanNames: { month: "Month", quarter: "Quarter" },
  memory: { day: "Snapshot", end: "Ends", open: "Open amount", commit: "Due by then", weighted: "Weighted", won: "Won after", commitAccuracy: "Accuracy of due", commitBias: "Bias of due", weightedAccuracy: "Accuracy weighted", weightedBias: "Bias weighted" },
  wonLine: "Won after", commitLine: "Due by then", weightedLine: "Weighted",
  definitions: [
    { name: "What changed", formula: "Deals of the export against the last snapshot of an earlier day, each change by itself", denominator: "–", dateField: "days of snapshots" },
    { name: "Moves from stage to stage", formula: "Lines of the stage history from one stage to another, entered within the days counted", denominator: "–", dateField: "day of entering the stage" },
    { name: "Slipped deals", formula: "Deals whose expected close was set later within the days counted, each once by its newest slip; mean days over all slips", denominator: "slips", dateField: "day the change was seen" },
    { name: "Cohort conversion", formula: "Deals of a month won, lost, open; won within 30, 60, 90, 180 days of coming in", denominator: "all deals that came in that month", dateField: "created, else entered first stage" },
    { name: "Forecast as it was: due by then", formula: "Open amount on the snapshot's day with an expected close by the end of its month or fiscal quarter", denominator: "–", dateField: "expected close, snapshot" },
    { name: "Forecast accuracy", formula: "1 − |forecast − won after the snapshot by the end| ÷ won; over several snapshots (on the Dashboard: months) 1 − Σ|forecast − won| ÷ Σ won", denominator: "won amount, where it is above 0", dateField: "close date" },
    { name: "Forecast bias", formula: "(Forecast − won) ÷ won: above 0 too high", denominator: "won amount", dateField: "close date" },
  ] as readonly FigureDefinition[],
};
