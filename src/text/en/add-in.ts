/** What Excel says of the add-in before it runs: store, ribbon and the page about it. */
export const addIn = {
  name: "Salesbook",
  /** A second name, so that both kinds of installation can be told apart. */
  unifiedName: "Salesbook for Microsoft 365",
  short: "From a CRM export to a living sales workbook.",
  description: "From a pasted CRM export to a living sales workbook: goals, funnel, customer journey and dashboard.",
  group: "Salesbook",
  build: { label: "Build", tip: "Paste a CRM export and build a sales workbook from it." },
  refresh: { label: "Refresh", tip: "Paste the new CRM export: see what changed, then refresh the workbook. What you typed stays." },
  functions: { label: "Functions", tip: "Find a sales function, read its help and put an example into the active cell." },
  started: { title: "Salesbook is ready", text: "Choose Build on the Home tab, then paste a CRM export." },

  about: {
    start: "Start",
    startSteps: ["In Excel, choose Build on the Home tab.", "Paste or drop a CRM export, check the columns, build.", "Next week choose Refresh and paste the new export. What you typed stays."],
    withoutExcel: "Use Salesbook without Excel",
    functions: "Help for the functions",
    privacy: "Privacy",
    privacyText: [
      "Your data stays on your computer and in your workbook. Salesbook sends nothing anywhere, counts nothing and has no accounts.",
      "In Excel, the page loads Microsoft's own script office.js from Microsoft's server, as every Office add-in must.",
      "Settings of the workbook (targets, goals, columns) are saved in the workbook. Whoever gets the file can read them.",
    ],
    terms: "Terms",
    termsText: ["Salesbook is provided as it is, without warranty. Check figures before you rely on them: each one shows its formula."],
  },
};
