// A workbook as text, line by line: for tests that compare what two ways of writing leave behind.

import { addressOf, type Rectangle } from "./area";
import type { Book } from "./book";
import type { Sheet } from "./sheet";
import type { Style } from "./styles";

/** All that is on the sheets, and the names; ids and what is as Excel has it from the start are left out. */
export function printout(book: Book): string[] {
  return [...book.sheets.flatMap(sheetLines), ...book.names.map(({ Name, Formula, Visible }) => `name ${Name} ${Formula}${Visible ? "" : " hidden"}`)];
}

function sheetLines(sheet: Sheet): string[] {
  const own = [
    `sheet ${sheet.Name}${sheet.Visibility === "Visible" ? "" : ` ${sheet.Visibility}`}${sheet.TabColor === "" ? "" : ` ${sheet.TabColor}`}${sheet.ShowGridlines ? "" : " no gridlines"}${sheet.locks ? " protected" : ""}`,
    ...line("frozen", sheet.FreezePanes.frozen),
    ...settings("page", sheet.PageLayout.settings()),
    ...line("title rows", sheet.PageLayout.titleRows),
    ...sheet.merges.map((area) => `merged ${addressOf(area)}`).sort(),
    ...sheet.links.map(({ area, link }) => `link ${addressOf(area)} ${JSON.stringify(link)}`).sort(),
    ...sizeLines(sheet),
  ];
  const parts = [
    ...sheet.tables.map(({ Name, area, columns, Style, ShowTotals, ShowFilterButton, AutoFilter, Sort }) =>
      `table ${Name} ${addressOf(area)} ${columns.map(({ name }) => name).join("|")} ${Style}${ShowTotals ? " totals" : ""}${ShowFilterButton ? "" : " no filter"}${json([...AutoFilter.criteria])}${json(Sort.Fields)}`),
    ...sheet.charts.flatMap((chart) => [
      `chart ${chart.Name} ${JSON.stringify(chart.settings())}`,
      ...chart.series.map((series) => `  series ${series.shown.name} ${series.shown.values} by ${series.shown.categories} ${JSON.stringify(series.settings())}`),
    ]),
    ...sheet.rules.map((rule) => `rule ${rule.address} ${rule.Type} ${JSON.stringify(rule.part.settings())}${rule.StopIfTrue ? " stops" : ""}`),
    ...sheet.validations.map(({ areas, rule, prompt, errorAlert }) => `validation ${areas.map((area) => addressOf(area)).join(",")} ${JSON.stringify({ rule, prompt, errorAlert })}`).sort(),
    ...sheet.names.map(({ Name, Formula }) => `name of the sheet ${Name} ${Formula}`),
  ];
  return [...own, ...cellLines(sheet), ...parts];
}

function cellLines(sheet: Sheet): string[] {
  const lines: string[] = [];
  for (let row = 0; row < sheet.grid.rowCount; row += 1) {
    const found = sheet.grid.rowIfAny(row);
    const width = Math.max(found?.values.length ?? 0, found?.formulas.length ?? 0, found?.styles.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const said = [shownValue(sheet, row, column), shownStyle(sheet.book.styles.get(sheet.grid.style(row, column)))].filter((part) => part !== "");
      if (said.length > 0) lines.push(`${addressOf({ top: row, left: column, bottom: row, right: column })} ${said.join(" ")}`);
    }
  }
  return lines;
}

function shownValue(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.grid.formula(row, column);
  const value = sheet.grid.value(row, column);
  return formula ?? (value === "" ? "" : JSON.stringify(value));
}

function shownStyle(style: Style): string {
  return Object.entries(style).map(([name, value]) => `${name}=${String(value)}`).join(" ");
}

function sizeLines({ grid }: Sheet): string[] {
  const columns = Array.from({ length: grid.columnCount }, (_, at) => [at, grid.columnIfAny(at)] as const);
  const rows = Array.from({ length: grid.rowCount }, (_, at) => [at, grid.rowIfAny(at)] as const);
  return [
    ...columns.flatMap(([at, column]) => (column?.width === undefined && !column?.hidden ? [] : [`column ${at + 1}${column.width === undefined ? "" : ` ${column.width}`}${column.hidden ? " hidden" : ""}`])),
    ...rows.flatMap(([at, row]) => (row?.height === undefined && !row?.hidden ? [] : [`row ${at + 1}${row.height === undefined ? "" : ` ${row.height}`}${row.hidden ? " hidden" : ""}`])),
  ];
}

function line(word: string, area: Rectangle | null): string[] {
  return area ? [`${word} ${addressOf(area)}`] : [];
}

function settings(word: string, values: Record<string, unknown>): string[] {
  return Object.keys(values).length > 0 ? [`${word} ${JSON.stringify(values)}`] : [];
}

function json(list: readonly unknown[]): string {
  return list.length > 0 ? ` ${JSON.stringify(list)}` : "";
}
