// Tables: new ones are made over cells already written; those that are there are brought to size, never made anew.

import type { Rectangle, TablePlan } from "../../sheets/plan";
import { tableStyles } from "../../sheets/theme";
import { addressOf } from "./area";
import type { Step } from "./geometry";
import { rangeAt } from "./patch";
import { costs, operation, type Operation } from "./request";
import { has } from "./run";

export function areaOfTable({ top, left, rows, columns }: TablePlan): Rectangle {
  return { top, left, bottom: top + rows, right: left + columns.length - 1 };
}

/** Makes a table over its header and rows. */
export function addTable(sheet: string, table: TablePlan): Operation {
  const style = tableStyles[table.style];
  return operation(costs.object * 2 + costs.range + costs.property * 5, (context) => {
    const added = context.workbook.worksheets.getItem(sheet).tables.add(addressOf(areaOfTable(table)), true);
    added.name = table.name;
    added.style = style.name;
    added.showBandedRows = style.stripes;
    added.showFilterButton = table.filter;
  });
}

/** One step of `geometry.ts` on a sheet. */
export function stepOperation(sheet: string, step: Step): Operation {
  return operation(costs.range + costs.object * 3 + costs.property, (context) => {
    const { tables } = context.workbook.worksheets.getItem(sheet);
    switch (step.kind) {
      case "insert": return void linesAt(context, sheet, step).insert(step.lines === "rows" ? "Down" : "Right");
      case "delete": return linesAt(context, sheet, step).delete(step.lines === "rows" ? "Up" : "Left");
      case "resize": return resize(context, sheet, step);
      case "addColumn": return void tables.getItem(step.table).columns.add(step.at, undefined, step.name);
      case "dropColumn": return tables.getItem(step.table).columns.getItem(step.name).delete();
    }
  });
}

function linesAt(context: Excel.RequestContext, sheet: string, { lines, at, count }: Extract<Step, { kind: "insert" | "delete" }>): Excel.Range {
  const last = at + count - 1;
  return lines === "rows"
    ? rangeAt(context, sheet, { top: at, left: 0, bottom: last, right: 0 }).getEntireRow()
    : rangeAt(context, sheet, { top: 0, left: at, bottom: 0, right: last }).getEntireColumn();
}

/** Before Excel could resize a table, cells were put into its body, or taken out. */
function resize(context: Excel.RequestContext, sheet: string, { table, before, area }: Extract<Step, { kind: "resize" }>): void {
  if (has("1.13")) return context.workbook.worksheets.getItem(sheet).tables.getItem(table).resize(addressOf(area));
  const missing = area.bottom - before.bottom;
  if (missing > 0) rangeAt(context, sheet, { ...before, top: before.bottom, bottom: before.bottom + missing - 1 }).insert("Down");
  else rangeAt(context, sheet, { ...before, top: before.bottom + missing + 1 }).delete("Up");
}

/** Filters and sorts of the user's hold for the new rows too. */
export function settleOperations(sheet: string, tables: readonly { readonly name: string; readonly isFiltered: boolean; readonly isSorted: boolean }[]): readonly Operation[] {
  return tables.filter(({ isFiltered, isSorted }) => isFiltered || isSorted).map(({ name, isFiltered, isSorted }) =>
    operation(costs.object * 2, (context) => {
      const table = context.workbook.worksheets.getItem(sheet).tables.getItem(name);
      if (isSorted) table.sort.reapply();
      if (isFiltered) table.reapplyFilters();
    }));
}
