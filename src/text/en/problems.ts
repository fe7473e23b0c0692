import type { TableProblem } from "../../crm/table";

/** Why a file or paste cannot be used, and what to do. */
export const problems: Record<TableProblem["problem"], (file: string) => string> = {
  empty: (file) => `“${file}” is empty. Export it again from the CRM, with its header line.`,
  "no-rows": (file) => `“${file}” has a header but no rows under it. Check the filter of the export.`,
  "not-a-table": (file) => `“${file}” is not a table. Paste or choose a CSV, TSV or Excel export with a header line.`,
  "not-readable": (file) => `“${file}” could not be opened: it is damaged or protected with a password. Save a copy without a password, or export it again.`,
  packed: (file) => `“${file}” is packed. Unpack it and choose the file inside.`,
  "too-large": (file) => `“${file}” is larger than 400 MB, or unzips to more. Export fewer columns or a shorter period, or ask whoever looks after your computers for a rollup of it (“salesbook rollup”): that file can be brought in here.`,
  "too-long": (file) => `“${file}” has more than 1,048,575 rows, the most a sheet holds. Export a shorter period, or ask whoever looks after your computers for a rollup of it (“salesbook rollup”): that file can be brought in here.`,
  "too-wide": (file) => `“${file}” has more than 16,384 columns, the most a sheet holds. Export only the columns you need.`,
  "too-many-cells": (file) => `“${file}” has more than 50 million cells. Export fewer columns, and delete what stands beside and below the table.`,
  "too-deep": (file) => `“${file}” is a page whose parts lie more than 1,000 deep in each other. Copy the cells of the table alone.`,
  "unknown-encoding": (file) => `“${file}” is written in an encoding that cannot be read here. Save it as “CSV UTF-8” and try again.`,
};
