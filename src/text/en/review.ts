import type { FigureDefinition } from "../figure";

/** What the sheet “Review pack” says. */
export const review = {
  titles: { weekly: "Weekly sales review", monthly: "Monthly sales review" },
  meeting: "Meeting",
  meetings: { weekly: "Weekly", monthly: "Monthly" },
  meetingPrompt: "Weekly looks at the last 7 days, monthly at the last month, each against as long before.",
  period: "Period", before: "Compared with", present: "Present",
  noDeals: "Figures and deals need an export of deals; goals, decisions and the agenda are there without one.",
  noneClosed: "No deal was won or lost since {from}. Older data? Then set the as-of day on Setup.",

  figuresTitle: "1  Figures",
  figures: { figure: "Figure", now: "Now", before: "Before", change: "Change" },
  figure: { wonAmount: "Won amount", won: "Deals won", lost: "Deals lost", winRate: "Win rate, by count", created: "New deals", cycle: "Mean cycle of won deals" },
  change: { up: "▲ {change}", down: "▼ {change}", same: "= as before", none: "no comparison", points: "{n} points", days: "{n} days" },

  agendaTitle: "Agenda, minutes",
  agenda: { item: "Item", weekly: "Weekly", monthly: "Monthly" },
  agendaItems: { figures: "1 Figures", changes: "2 What changed", goals: "3 Goals", leaks: "4 Leaks and data", deals: "5 Deals to act on", decisions: "6 Decisions" },
  minutes: "Minutes in all",
  minutesPrompt: "Minutes, 0 to 240.",

  changesTitle: "2  What changed since the last refresh",
  moreChanges: (count: number) => (count === 1 ? "One more kind of change is on the sheet of snapshots." : `${count} more kinds of change are on the sheet of snapshots.`),
  noSnapshots: "There is no snapshot to compare with.",

  goalsTitle: "3  Goals off track",
  goals: { goal: "Goal", owner: "Owner", status: "Status", progress: "Progress", pace: "Pace" },
  goalsCount: "Off track {offTrack}, overdue {overdue}, at risk {atRisk}; on track or achieved {fine}, without data {noData}.",
  noGoalsOff: "No goal is off track, overdue or at risk.",
  moreGoals: (count: number) => `${count} more on the sheet of goals.`,
  noGoalsSheet: "This workbook has no sheet “Goals”: choose it to see here which goals are off track.",

  leaksTitle: "4  Leaks and data",
  noFunnelSheet: "This workbook has no sheet “Funnel”: choose it to see the biggest leak here.",
  noLeak: "The funnel tells no leak: it needs stages and deals in them.",
  pipeline: "Open now: {open} deals.",
  pipelineWorth: "Open now: {open} deals worth {amount}.",
  space: " ",
  filled: "CRM fields filled: {share}.",
  withoutAmount: "Open deals without an amount: {n}.",
  withoutOwner: "Deals without an owner: {n}.",
  leftOut: (count: number) => (count === 1 ? "1 row was left out at the import." : `${count.toLocaleString("en")} rows were left out at the import.`),

  dealsTitle: "5  Deals to act on",
  deals: { row: "Row", deal: "Deal", rep: "Rep", amount: "Amount", why: "Why", inStage: "In stage", created: "Since new", late: "Past due", silent: "Silent" },
  dealsAll: (count: number) => (count === 1 ? "1 open deal stands too long, is past its expected close or silent, as of the last build." : `${count.toLocaleString("en")} open deals stand too long, are past their expected close or silent, as of the last build; the largest first, by their rows in Deals.`),
  noDealsToAct: "No open deal stands too long, is past its expected close or is without activity.",
  reasons: { separator: ", ", stage: "stage", late: "due", silent: "silent" },

  decisionsTitle: "6  Decisions",
  decisionsCount: "Open {open}, of them overdue {overdue}; done {done}. Write new ones on the sheet “{sheet}”.",
  decisionsShort: "Open {open}, of them overdue {overdue}; done {done}.",
  moreDecisions: "{n} more are open: see the sheet.",
  newOnes: "New today:",
  decisions: {
    sheet: "Decisions", title: "Decisions",
    note: "A line for each decision, with who does it by when. Lines stay here whatever is refreshed; at a refresh open ones come first, by due date. A line without a status is open.",
    columns: { date: "Date", decision: "Decision", owner: "Owner", due: "Due", status: "Status", state: "State", sort: "Order" },
    prompt: "A date.",
  },
  decisionStatus: { open: "Open", done: "Done", dropped: "Dropped" },
  overdue: "Overdue",
  list: { no: "No", decision: "Decision", owner: "Owner", due: "Due", state: "State" },

  definitions: [
    { name: "Period", formula: "Weekly: the as-of day and the 6 days before. Monthly: the month up to the as-of day. Compared with as long just before", denominator: "None", dateField: "Close date; creation date for new deals" },
    { name: "Won amount, deals won, deals lost", formula: "Deals closed within the period, by outcome", denominator: "None", dateField: "Close date" },
    { name: "Win rate, by count", formula: "Won ÷ (won + lost) of deals closed within the period", denominator: "Deals closed within the period", dateField: "Close date" },
    { name: "New deals", formula: "Deals created within the period", denominator: "None", dateField: "Creation date" },
    { name: "Deals to act on", formula: "Open deals longer in their stage than its longest stay, past their expected close, or without activity for longer than Setup allows; the largest eight", denominator: "None", dateField: "In stage since, expected close, last activity" },
    { name: "Decision overdue", formula: "Status neither done nor dropped, due before the as-of day", denominator: "None", dateField: "Due" },
  ] as readonly FigureDefinition[],
};
