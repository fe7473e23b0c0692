import { paneBuild } from "./pane-build";
import { paneCheck } from "./pane-check";
import { paneFunctions } from "./pane-functions";
import { paneRefresh } from "./pane-refresh";
import { paneShare } from "./pane-share";

/** What the pane says. */
export const pane = {
  product: "Salesbook",
  promise: "From a CRM export to a living sales workbook",
  private: "Your data stays on this computer. Nothing is sent anywhere.",
  language: "Language",
  loading: "Loading…",
  cancel: "Cancel",
  working: "Working…",

  places: { build: "Build", refresh: "Refresh", functions: "Functions", share: "Share" },
  placesLabel: "Parts of Salesbook",
  steps: { data: "Data", check: "Check", build: "Choose", done: "Done" },
  stepsLabel: "Steps",

  data: {
    title: "Bring in your CRM export",
    hint: "Deals are enough to start. Add leads, accounts, activities or your team for more.",
    pasteLabel: "Paste from Excel or your CRM",
    pasteHint: "Copy the rows with their header, click here and press Ctrl+V (⌘V on a Mac).",
    pasteHere: "Ctrl+V",
    pasted: "Pasted table",
    dropHere: "or drop files here",
    choose: "Choose files",
    kinds: "CSV, TSV, text, Excel (.xlsx, .xls) or a rollup (.json)",
    samples: "No export at hand? Try a sample",
    sampleLanguage: "Language of the sample",
    sample: (crm: string) => `${crm} sample`,
    opening: (file: string) => `Reading “${file}”…`,
    opened: (file: string, rows: number) => `“${file}” read: ${rows.toLocaleString("en")} rows.`,
    yours: "Your tables",
    remove: (file: string) => `Remove ${file}`,
    removed: (file: string) => `“${file}” removed.`,
    selection: "Use the selected range or table",
    selecting: "Reading the selection…",
    next: "Check the columns",
  },

  check: paneCheck,
  ...paneBuild,
  refresh: paneRefresh,
  functions: paneFunctions,
  share: paneShare,

  left: {
    title: "The last run stopped half-way.",
    safe: (day: string) => `What you typed is safe (kept on ${day}).`,
    putBack: "Put it back",
    done: "What you typed is back in its place.",
    partly: "What has a place in the workbook is back. The rest is kept, and comes back when you refresh.",
    kept: (day: string) => `What you typed in the sheets that were removed is kept (${day}). It comes back when you build again.`,
  },

  trouble: {
    title: "That did not work",
    stopped: "Stopped",
    noWorker: "A part of Salesbook could not be loaded. Check the connection, then close Salesbook and open it again.",
    unexpected: (said: string) => `Something unexpected happened: ${said}. Your tables are still here; try again or start with another file.`,
    noDeals: "There is no table of deals yet. Add one, or say under “The rows are” which table holds them.",
    dismiss: "Close this message",
  },
};
