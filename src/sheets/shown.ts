// How is a cell of a plan shown?

import type { Format, RangePlan, WorkbookPlan } from "./plan";

/** In a cell of the format Text, Excel would show a formula instead of its result. */
export function shownAs(format: Format, formula: unknown): Format {
  return format === "text" && formula !== undefined && formula !== null ? "general" : format;
}

/** How the first cell of a range shows its value. */
export function formatAt({ sheets }: WorkbookPlan, { sheet, area }: RangePlan): Format {
  const found = sheets.find(({ name }) => name === sheet);
  const table = found?.tables.find(({ top, left, rows, columns }) => area.top > top && area.top <= top + rows && area.left >= left && area.left < left + columns.length);
  const cell = table ? table.columns[area.left - table.left] : found?.cells.find(({ row, column }) => row === area.top && column === area.left);
  return cell?.format ?? "general";
}
