// Does the workbook hold what the plan says? Every difference as a sentence.

import { sameFormula } from "../../../src/hosts/office/same-formula";
import { wantedNames } from "../../../src/hosts/office/names";
import { quoteSheet, relative } from "../../../src/sheets/address";
import type { CellPlan, Format, SheetPlan, TablePlan, WorkbookPlan } from "../../../src/sheets/plan";
import { headerStyleOf, numberFormat, styleOf } from "../../../src/sheets/theme";
import type { CellValue } from "../../../src/values";
import type { Book } from "../../excel-host/book";
import type { Sheet } from "../../excel-host/sheet";

export function differences(book: Book, plan: WorkbookPlan): string[] {
  return [
    ...plan.sheets.flatMap((sheet) => {
      const found = book.sheet(sheet.name);
      return found ? sheetDifferences(found, sheet, plan, book) : [`no sheet ${sheet.name}`];
    }),
    ...wantedNames(plan).flatMap(({ name, formula, isVisible }) => {
      const found = book.names.find((one) => one.Name === name);
      if (!found) return [`no name ${name}`];
      return [...(sameFormula(found.Formula, formula) ? [] : [`${name} is ${found.Formula}, not ${formula}`]), ...(found.Visible === isVisible ? [] : [`${name} visible ${found.Visible}`])];
    }),
  ];
}

function sheetDifferences(found: Sheet, sheet: SheetPlan, plan: WorkbookPlan, book: Book): string[] {
  const said: string[] = [];
  const look = (row: number, column: number, key: string) => book.styles.property(found.grid.style(row, column), key);
  const check = (row: number, column: number, value: CellValue, formula: string | undefined | null, format: Format | null) => {
    const at = `${sheet.name}!${relative({ row, column })}`;
    const there = { value: found.grid.value(row, column), formula: found.grid.formula(row, column) };
    if (formula !== undefined && formula !== null) {
      if (there.formula === undefined || !sameFormula(there.formula, `=${formula}`)) said.push(`${at} holds ${there.formula ?? JSON.stringify(there.value)}, not =${formula}`);
    } else if (there.formula !== undefined || there.value !== (value ?? "")) said.push(`${at} holds ${there.formula ?? JSON.stringify(there.value)}, not ${JSON.stringify(value)}`);
    if (format === null) return;
    const code = numberFormat(format === "text" && formula ? "general" : format, plan);
    if (look(row, column, "numberFormat") !== code) said.push(`${at} shown as ${look(row, column, "numberFormat")}, not ${code}`);
  };
  for (const cell of sheet.cells) {
    check(cell.row, cell.column, cell.value, cell.formula, cell.format);
    said.push(...styleDifferences(cell, styleOf(cell.look, cell.formula && cell.format === "text" ? "general" : cell.format, cell.value), look, sheet.name));
  }
  for (const table of sheet.tables) {
    said.push(...tableDifferences(found, table));
    table.columns.forEach((column, across) => {
      check(table.top, table.left + across, column.name, null, "general");
      if (look(table.top, table.left + across, "fill.color") !== headerStyleOf(column.look, column.format).fill) said.push(`header ${column.name} is not filled`);
      const isComputed = column.formula !== undefined || column.formulas !== undefined;
      for (let row = 0; row < table.rows; row++) {
        const format = column.formats?.[row] ?? column.format;
        check(table.top + 1 + row, table.left + across, column.values[row] ?? null, column.formula ?? column.formulas?.[row], column.own ? null : isComputed && format === "text" ? "general" : format);
      }
    });
  }
  if (found.rules.length !== sheet.rules.length) said.push(`${sheet.name}: ${found.rules.length} rules, not ${sheet.rules.length}`);
  if (found.validations.length !== sheet.validations.length) said.push(`${sheet.name}: ${found.validations.length} validations, not ${sheet.validations.length}`);
  const charts = sheet.charts.filter(({ name, series }) => found.charts.find((chart) => chart.Name.startsWith(`${name}: `))?.series.length !== series.length);
  said.push(...charts.map(({ name }) => `${sheet.name}: chart ${name} is not there or has other series`));
  if (found.Visibility !== "Visible") said.push(`${sheet.name} is ${found.Visibility}`);
  return said;
}

function styleDifferences({ row, column }: CellPlan, style: ReturnType<typeof styleOf>, look: (row: number, column: number, key: string) => unknown, sheet: string): string[] {
  const wanted: Record<string, unknown> = {
    "font.size": style.size, "font.bold": style.bold, "font.color": style.colour.toUpperCase(), "fill.color": (style.fill ?? "#FFFFFF").toUpperCase(), wrapText: style.wrap, indentLevel: style.indent,
    "font.underline": style.underline ? "Single" : "None", horizontalAlignment: { general: "General", left: "Left", center: "Center", right: "Right" }[style.horizontal], "bottom.style": style.bottom ? "Continuous" : undefined,
  };
  return Object.entries(wanted).flatMap(([key, value]) => (value === undefined || look(row, column, key) === value ? [] : [`${sheet}!${relative({ row, column })} ${key} is ${String(look(row, column, key))}, not ${String(value)}`]));
}

function tableDifferences(found: Sheet, { name, top, left, rows, columns }: TablePlan): string[] {
  const table = found.tables.find((one) => one.Name === name);
  if (!table) return [`no table ${name}`];
  const area = { top, left, bottom: top + rows, right: left + columns.length - 1 };
  return JSON.stringify(table.area) === JSON.stringify(area) ? [] : [`table ${name} on ${quoteSheet(found.Name)} at ${JSON.stringify(table.area)}, not ${JSON.stringify(area)}`];
}
