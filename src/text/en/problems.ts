import type { TableProblem } from "../../crm/table";

/** Why a file or paste cannot be used, and what to do. */
export const problems: Record<TableProblem["problem"], (file: string) => string> = {
  empty: (file) => `“${file}” is empty. Export it again from the CRM, with its header line.`,
  "no-rows": (file) => `“${file}” has a header but no rows under it. Check the filter of the export.`,
  "not-a-table": (file) => `“${file}” is not a table. Paste or choose a CSV, TSV or Excel export with a header line.`,
  "not-readable": (file) => `“${file}” could not be opened. If it is protected with a password, save a copy without one.`,
  "unknown-encoding": (file) => `“${file}” is written in an encoding that cannot be read here. Save it as “CSV UTF-8” and try again.`,
};
