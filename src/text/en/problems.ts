/** Why a file or paste cannot be used, and what to do. */
export const problems = {
  empty: (file: string) => `“${file}” is empty. Export it again from the CRM, with its header line.`,
  noRows: (file: string) => `“${file}” has a header but no rows under it. Check the filter of the export.`,
  notATable: (file: string) => `“${file}” is not a table. Paste or choose a CSV, TSV or Excel export with a header line.`,
  unreadable: (file: string) => `“${file}” could not be opened. If it is protected with a password, save a copy without one.`,
  other: (file: string, said: string) => `“${file}” could not be used: ${said}`,
};
