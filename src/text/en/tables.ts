/** Names of sheets, headers of tables and the words in their cells. No brackets or signs in headers: formulas name them. */
export const tables = {
  sheets: {
    start: "Start", setup: "Setup",
    definitions: "Definitions", importReport: "Import report", snapshots: "Snapshots",
    deal: "Deals", lead: "Leads", account: "Accounts", activity: "Activities", stageMove: "Stage history", spend: "Spend",
    order: "Orders", survey: "Surveys", rep: "Reps",
  },
  outcome: { open: "Open", won: "Won", lost: "Lost" },
  yes: "Yes",
  no: "No",
  stages: {
    stage: "Stage", outcome: "Outcome", probability: "Probability", targetConversion: "Target conversion",
    entryCriteria: "Entry criteria", exitCriteria: "Exit criteria", longestStay: "Longest stay in days",
  },
  deals: {
    outcome: "Outcome", weighted: "Weighted amount", closed: "Close date", due: "Expected close", stageSince: "In stage since",
    cycle: "Cycle days", amountAsWritten: "Amount as written", asWritten: (header: string) => `${header} as written`,
  },
  rates: {
    title: "Exchange rates", currency: "Currency", rate: "Rate", prompt: "How much of the reporting currency one unit is worth.",
    note: (reporting: string) => `The export has several currencies. Amounts in ${reporting} count at once; the others count as soon as you type their rate. Nothing is added up across currencies before that.`,
  },
  moves: { firstEntry: "First entry", wentFurther: "Went further", cohort: "Entered funnel", daysInStage: "Days in stage", cameFrom: "Came from", direction: "Direction", since: "Days since first stage",
    isMove: "Moved", within: "Within days", reached: "Stages reached", entered: "Stages entered",
    reachedNote: "Each row is a group of deals that ever entered the stage: Records says how many, by the day they entered their first stage and whether they entered a later one.",
    enteredNote: "Each row is a group of deals by the stage and the day they first entered it, and how many days after their first stage that was.",
  },
  leads: { converted: "Converted" },
  figures: { sheet: "Sheet", figure: "Figure" },
  measures: {
    measure: "Measure", value: "Value", unit: "Unit", formula: "How it is worked out", denominator: "Divided by",
    dateField: "Date used", rows: "Rows used", note: "If empty, why",
  },
  completeness: { object: "Table", column: "Column", cells: "Cells", missing: "Empty", notYet: "Cannot be filled yet", filled: "Filled" },
  findings: { file: "File", finding: "Finding", line: "Line", column: "Column", found: "Found", count: "Count", advice: "What it means" },
  groups: {
    cut: "First day", cuts: "Each group of records lies wholly before or from these days on.",
    records: "Records", known: (header: string) => `${header} known`, cycleSquares: "Cycle days squared", lag: "Days to record from",
    figures: "Rollup figures", figure: "Figure", value: "Value",
    by: (sheet: string, header: string) => `${sheet} by ${header}`.slice(0, 31), filled: (sheet: string) => `${sheet} filled`,
    note: "Each row is a group of records: Records says how many, amounts and days are sums over them, a date is the group's first.",
    filledNote: "How many records have each column of the source filled.",
    figuresNote: "Figures that groups cannot tell, such as a median: the database worked them out for the settings at the last refresh. A figure for other settings stays empty until the next one.",
  },
  files: { file: "File", contents: "Contents", crm: "CRM", rowsRead: "Rows read", rowsKept: "Rows kept", rowsLeftOut: "Rows left out", columns: "Columns recognised", encoding: "Encoding" },
};
