// What the pane does where the user looks: shows a sheet, puts a formula into the active cell.

import { HostError } from "../live";

export async function activate(context: Excel.RequestContext, name: string, cell?: { readonly row: number; readonly column: number }): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.activate();
  if (cell) sheet.getCell(cell.row, cell.column).select();
  await context.sync();
}

/** Gives the address. Throws when the cell holds something. */
export async function insertFormula(context: Excel.RequestContext, formula: string): Promise<string> {
  const cell = context.workbook.getActiveCell().load("address,values,formulas");
  await context.sync();
  if (cell.values[0]?.[0] !== "" || cell.formulas[0]?.[0] !== "") throw new HostError([{ kind: "cell-taken" }]);
  cell.formulas = [[formula.startsWith("=") ? formula : `=${formula}`]];
  await context.sync();
  return cell.address;
}
