// A plan computed by IronCalc, a spreadsheet engine in Rust that shares no code with LibreOffice or with ours.

import { readFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { areaText, quoteSheet } from "../../src/sheets/address";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";
import { cellsOf, type PlacedCell } from "../plan-cells";
import { tablesOf, withPlainReferences } from "./plain-references";

/** A formula of the plan, and what IronCalc makes of it. */
export interface Computed {
  readonly sheet: string;
  readonly cell: PlacedCell;
  /** The formula with tables said as addresses. */
  readonly plain: string;
  readonly value: CellValue;
}

/** Each formula computed by itself from the values the plan gives all other cells: a difference is that formula's own. */
export function computedByIronCalc(plan: WorkbookPlan): readonly Computed[] {
  return inNewModel((model) => {
    model.pauseEvaluation();
    putValues(model, plan);
    const formulas = formulasOf(plan);
    putFormulas(model, plan.sheets.length, formulas);
    model.resumeEvaluation();
    model.evaluate();
    return formulas.map((one, row) => ({ ...one, value: valueAt(model, plan.sheets.length, row) }));
  });
}

/** One formula over some cells, typed as they are. */
export function computedAlone(rows: readonly (readonly string[])[], formula: string): CellValue {
  return inNewModel((model) => {
    rows.forEach((cells, row) => cells.forEach((input, column) => { model.setUserInput(0, row + 1, column + 1, input); }));
    model.newSheet();
    model.setUserInput(1, 1, 1, `=${formula.replace(/\b[A-Z]\d:[A-Z]\d/g, "Sheet1!$&")}`);
    return valueAt(model, 1, 0);
  });
}

function inNewModel<T>(work: (model: Model) => T): T {
  initSync({ module: readFileSync(join(dirname(require.resolve("@ironcalc/wasm")), "wasm_bg.wasm")) });
  const model = new Model("book", "en", "UTC", "en");
  try {
    return work(model);
  } finally {
    model.free();
  }
}

function putValues(model: Model, { sheets, names }: WorkbookPlan): void {
  sheets.forEach((sheet, at) => {
    if (at > 0) model.newSheet();
    model.renameSheet(at, sheet.name);
    for (const { row, column, value, formula } of cellsOf(sheet)) {
      const input = inputOf(value, formula !== undefined);
      if (input !== null) model.setUserInput(at, row + 1, column + 1, input);
    }
  });
  for (const { name, sheet, area, hidden } of names) if (!hidden) model.newDefinedName(name, null, `${quoteSheet(sheet)}!${areaText(area)}`);
}

/** What to type for a value; a formula that gives "" is not an empty cell. */
function inputOf(value: CellValue, isComputed: boolean): string | null {
  if (value === null || value === "") return value === "" && isComputed ? '=""' : null;
  return typeof value === "string" ? `'${value}` : String(value).toUpperCase();
}

function formulasOf(plan: WorkbookPlan): readonly Omit<Computed, "value">[] {
  const tables = tablesOf(plan);
  return plan.sheets.flatMap((sheet) => [...cellsOf(sheet)].flatMap((cell) => {
    return cell.formula === undefined ? [] : [{ sheet: sheet.name, cell, plain: withPlainReferences(cell.formula, sheet.name, cell.row, tables) }];
  }));
}

/** One below the other on a sheet of their own. */
function putFormulas(model: Model, sheet: number, formulas: readonly Omit<Computed, "value">[]): void {
  model.newSheet();
  formulas.forEach(({ cell, plain }, row) => {
    if (cell.array) model.setUserArrayFormula(sheet, row + 1, 1, 1, 1, `=${plain}`);
    else model.setUserInput(sheet, row + 1, 1, `=${plain}`);
  });
  // Numbers come back as text, those of dates as dates: here in a format with all their digits.
  model.updateRangeStyle({ sheet, row: 1, column: 1, width: 1, height: formulas.length }, "num_fmt", "0.00000000000000E+00");
}

/** Kinds of values have the numbers Excel's TYPE gives them. */
function valueAt(model: Model, sheet: number, row: number): CellValue {
  const shown = model.getFormattedCellValue(sheet, row + 1, 1);
  switch (model.getCellType(sheet, row + 1, 1)) {
    case 1: return shown === "" ? null : Number(shown);
    case 4: return shown === "TRUE";
    default: return shown;
  }
}
