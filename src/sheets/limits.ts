// Can Excel hold this plan? One clear error that says where, instead of a file that will not open.

import { mostCellText, mostColumns, mostHeaderText, mostRows, type CellValue } from "../values";
import { areaReference, relative } from "./address";
import { futureFunction } from "./future-functions";
import { typedLooks, type CellPlan, type SheetPlan, type TablePlan, type ValidationPlan, type WorkbookPlan } from "./plan";

export const limits = { rows: mostRows + 1, columns: mostColumns, cellText: mostCellText, formula: 8_192, sheetName: 31, name: mostHeaderText, message: 255, list: 257 } as const;

/** Throws one line naming the sheet, table, row or cell that Excel could not hold. */
export function checkLimits(plan: WorkbookPlan): void {
  if (plan.sheets.length === 0) throw new Error("a workbook without sheets");
  checkUnique(plan.sheets.map((sheet) => sheet.name), "two sheets of one name");
  checkUnique([...plan.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name)), ...plan.names.map((name) => name.name), ...plan.functions.map((one) => one.name)], "two tables or names of one name");
  for (const { name } of [...plan.names, ...plan.functions]) checkName(name);
  for (const { name, formula } of plan.functions) if (formula.length > limits.formula) throw new Error(`a formula of ${formula.length} characters, ${limits.formula} are possible: name ${name}`);
  for (const { name, sheet } of plan.names) checkSheetExists(plan, sheet, `name ${name}`);
  for (const sheet of plan.sheets) checkSheet(sheet, plan);
}

function checkSheet(sheet: SheetPlan, plan: WorkbookPlan): void {
  const { name } = sheet;
  if (name === "" || name.length > limits.sheetName || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name)) {
    throw new Error(`not a sheet name: ${name}`);
  }
  for (const table of sheet.tables) checkTable(table, name);
  for (const cell of sheet.cells) checkCell(cell, sheet, plan);
  for (const validation of sheet.validations) checkValidation(validation, name);
  for (const chart of sheet.charts) {
    for (const series of chart.series) checkSheetExists(plan, series.values.sheet, `chart ${chart.name}`);
  }
  checkOverlaps(sheet);
}

function checkTable(table: TablePlan, sheet: string): void {
  const place = `sheet ${sheet}, table ${table.name}`;
  checkName(table.name);
  if (table.rows < 1 || table.columns.length === 0) throw new Error(`a table needs a column and a row: ${place}`);
  if (table.top + table.rows >= limits.rows) throw new Error(`more rows than a sheet holds (${limits.rows}): ${place}, ${table.rows} rows`);
  if (table.left + table.columns.length > limits.columns) throw new Error(`more columns than a sheet holds (${limits.columns}): ${place}`);
  checkUnique(table.columns.map((column) => column.name), `two columns of one name: ${place}`);
  for (const { name, owner, values, formula, formulas } of table.columns) {
    const column = `${place}, column ${name}`;
    if (name === "" || name.length > limits.name) throw new Error(`not a column name: ${column}`);
    if (values.length !== table.rows) throw new Error(`${values.length} values for ${table.rows} rows: ${column}`);
    if (formula !== undefined) checkFormula(formula, column, owner === "user");
    formulas?.forEach((text, row) => text !== null && checkFormula(text, `${column}, row ${row + 1}`, owner === "user"));
    for (let row = 0; row < values.length; row++) {
      if (!fits(values[row] ?? null)) throw valueError(values[row] ?? null, `${column}, row ${row + 1}`);
    }
  }
}

function checkCell(cell: CellPlan, sheet: SheetPlan, plan: WorkbookPlan): void {
  const place = `sheet ${sheet.name}, cell ${relative(cell)}`;
  if (cell.row + (cell.down ?? 1) > limits.rows) throw new Error(`more rows than a sheet holds (${limits.rows}): ${place}`);
  if (cell.column + (cell.across ?? 1) > limits.columns) throw new Error(`more columns than a sheet holds (${limits.columns}): ${place}`);
  if (cell.formula !== undefined) checkFormula(cell.formula, place, typedLooks.includes(cell.look));
  if (!fits(cell.value)) throw valueError(cell.value, place);
  if (cell.linkToSheet !== undefined) checkSheetExists(plan, cell.linkToSheet, place);
}

function fits(value: CellValue): boolean {
  return typeof value === "string" ? value.length <= limits.cellText : typeof value !== "number" || Number.isFinite(value);
}

function valueError(value: CellValue, place: string): Error {
  if (typeof value === "number") return new Error(`not a number a cell can hold (${value}): ${place}`);
  return new Error(`a text of ${String(value).length} characters, a cell holds ${limits.cellText}: ${place}`);
}

/** A user may call whatever functions his Excel has. */
function checkFormula(formula: string, place: string, isUsers: boolean): void {
  if (formula === "" || formula.startsWith("=")) throw new Error(`not a formula (${formula.slice(0, 40)}): ${place}`);
  if (formula.length > limits.formula) throw new Error(`a formula of ${formula.length} characters, Excel takes ${limits.formula}: ${place}`);
  const unknown = isUsers ? null : futureFunction(formula);
  if (unknown) throw new Error(`not a function of every Excel since 2007 (${unknown}): ${place}`);
}

function checkValidation(validation: ValidationPlan, sheet: string): void {
  const place = `sheet ${sheet}, area ${areaReference(validation.area)}`;
  if ((validation.prompt?.length ?? 0) > limits.message || (validation.error?.length ?? 0) > limits.message) {
    throw new Error(`a message of more than ${limits.message} characters: ${place}`);
  }
  if (validation.kind !== "list") return;
  if (validation.items.some((item) => item.includes(","))) throw new Error(`a list item with a comma: ${place}`);
  if (listText(validation.items).length > limits.list) throw new Error(`a list of more than 255 characters: ${place}`);
}

/** The items as Excel keeps them in one literal. */
export function listText(items: readonly string[]): string {
  return `"${items.join(",").replaceAll('"', '""')}"`;
}

/** Letters first; nothing that reads as an address. */
function checkName(name: string): void {
  const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= limits.name;
  if (!wellFormed || /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name)) throw new Error(`not a name Excel takes: ${name}`);
}

function checkUnique(names: readonly string[], message: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new Error(`${message}: ${name}`);
    seen.add(key);
  }
}

function checkSheetExists(plan: WorkbookPlan, sheet: string, place: string): void {
  if (!plan.sheets.some(({ name }) => name === sheet)) throw new Error(`no such sheet (${sheet}): ${place}`);
}

/** Two writers of one cell make a file Excel has to repair. */
function checkOverlaps({ name, cells, tables }: SheetPlan): void {
  const taken = new Set<number>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + (cell.down ?? 1); row++) {
      for (let column = cell.column; column < cell.column + (cell.across ?? 1); column++) {
        const place = `sheet ${name}, cell ${relative({ row, column })}`;
        const key = row * limits.columns + column;
        if (taken.has(key)) throw new Error(`two contents for one cell: ${place}`);
        taken.add(key);
        const table = tables.find(({ top, left, rows, columns }) => row >= top && row <= top + rows && column >= left && column < left + columns.length);
        if (table) throw new Error(`a cell inside table ${table.name}: ${place}`);
      }
    }
  }
  tables.forEach((one, index) => {
    const other = tables.slice(index + 1).find((two) =>
      one.top <= two.top + two.rows && two.top <= one.top + one.rows && one.left < two.left + two.columns.length && two.left < one.left + one.columns.length);
    if (other) throw new Error(`two tables on one place: sheet ${name}, tables ${one.name} and ${other.name}`);
  });
}
