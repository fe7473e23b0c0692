// What of a plan does a preview need? All of it but the rows of long tables that nobody scrolls to.

import type { SheetPlan, TablePlan, WorkbookPlan } from "../../sheets/plan";

/** How many rows of a table a preview shows. */
export const previewRows = 100;

/** The plan with each table cut to its first rows; `rows` still says how many there are. */
export function previewOf(plan: WorkbookPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map(cutTable) })) };
}

/** How many formulas the workbook has. */
export function formulasIn({ sheets }: WorkbookPlan): number {
  return sheets.reduce((sum, sheet) => sum + formulasOn(sheet), 0);
}

function cutTable(table: TablePlan): TablePlan {
  const columns = table.columns.map((column) => ({
    ...column,
    values: column.values.slice(0, previewRows),
    ...(column.formulas ? { formulas: column.formulas.slice(0, previewRows) } : {}),
  }));
  return { ...table, columns };
}

function formulasOn({ cells, tables }: SheetPlan): number {
  const inTables = tables.map(({ rows, columns }) =>
    columns.reduce((sum, { formula, formulas }) => sum + (formula === undefined ? (formulas?.filter(Boolean).length ?? 0) : rows), 0),
  );
  return cells.filter(({ formula }) => formula !== undefined).length + inTables.reduce((sum, count) => sum + count, 0);
}
