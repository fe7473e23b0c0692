// A range: cells to read and write, and ranges around it.

import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { addressOf, isSameArea, lastColumn, lastRow, meet } from "./area";
import { RangeAreas } from "./areas";
import { setCellProperties } from "./cell-properties";
import type { Cell } from "./grid";
import { Placed } from "./placed";
import { RangeFormat } from "./range-format";
import { RulesOfRange } from "./rules";
import { RangeSort } from "./sorting";
import { typeOf, textOf } from "./shown";
import { ValidationOfRange } from "./validation";
import { invalid, notFound, refuse, View, type Wire } from "./wire";

type Grid2<T> = T[][];

export class Range extends Placed {
  readonly type = "Range";

  get Values(): Grid2<Cell> | null {
    return this.cells((row, column) => this.sheet.grid.value(row, column));
  }

  set Values(input: unknown) {
    this.sheet.enterAll(this.area, this.shaped(input) as (Cell | null)[][]);
  }

  get Formulas(): Grid2<Cell> | null {
    return this.cells((row, column) => this.sheet.grid.formula(row, column) ?? this.sheet.grid.value(row, column));
  }

  set Formulas(input: unknown) {
    this.Values = input;
  }

  get FormulasR1C1(): Grid2<Cell> | null {
    return this.cells((row, column) => {
      const formula = this.sheet.grid.formula(row, column);
      return formula === undefined ? this.sheet.grid.value(row, column) : translateFormulaToR1C1(formula, addressOf({ top: row, left: column, bottom: row, right: column }));
    });
  }

  set FormulasR1C1(input: unknown) {
    const { top, left } = this.area;
    this.Values = this.shaped(input).map((cells, row) => cells.map((cell, column) => {
      return typeof cell === "string" && cell.startsWith("=") ? translateFormulaToA1(cell, addressOf({ top: top + row, left: left + column, bottom: top + row, right: left + column })) : cell;
    }));
  }

  get Text(): Grid2<string> | null {
    return this.cells((row, column) => textOf(this.sheet.grid.value(row, column), String(this.sheet.styleOf(row, column, "numberFormat"))));
  }

  get ValueTypes(): Grid2<Excel.RangeValueType | string> | null {
    return this.cells((row, column) => typeOf(this.sheet.grid.value(row, column)));
  }

  get NumberFormat(): Grid2<string> | string | null {
    if (this.IsEntireColumn || this.IsEntireRow) return this.sheet.common(this.area, "numberFormat") as string | null;
    return this.cells((row, column) => String(this.sheet.styleOf(row, column, "numberFormat")));
  }

  set NumberFormat(input: unknown) {
    const one = Array.isArray(input) && input.length === 1 && Array.isArray(input[0]) && input[0].length === 1 ? input[0][0] : input;
    if (!Array.isArray(one)) this.sheet.dress(this.area, { numberFormat: String(one) });
    else this.setFormats(this.shaped(input));
  }

  private setFormats(rows: readonly (readonly unknown[])[]): void {
    this.sheet.guardFormats();
    rows.forEach((formats, row) => formats.forEach((format, column) => {
      if (format !== null) this.sheet.dressCell(this.area.top + row, this.area.left + column, { numberFormat: String(format) });
    }));
  }

  get HasSpill(): boolean {
    return false;
  }

  get Hyperlink(): Excel.RangeHyperlink | null {
    return this.sheet.links.find(({ area }) => isSameArea(area, { ...this.area, bottom: this.area.top, right: this.area.left }))?.link ?? null;
  }

  set Hyperlink(link: Excel.RangeHyperlink | null) {
    this.sheet.link(this.area, link);
  }

  get Style(): string {
    return String(this.sheet.common(this.area, "style") ?? "");
  }

  set Style(name: string) {
    this.sheet.dress(this.area, { style: name });
  }

  get Format(): RangeFormat {
    return new RangeFormat({ sheet: this.sheet, areas: [this.area] });
  }

  get ConditionalFormats(): RulesOfRange {
    return new RulesOfRange(this.sheet, [this.area]);
  }

  get DataValidation(): ValidationOfRange {
    return new ValidationOfRange(this.sheet, [this.area]);
  }

  get Sort(): RangeSort {
    return new RangeSort(this);
  }

  GetCell(row: number, column: number): Range {
    return this.at(row, column, row, column);
  }

  GetRow(row: number): Range {
    return this.at(row, 0, row, this.ColumnCount - 1);
  }

  GetColumn(column: number): Range {
    return this.at(0, column, this.RowCount - 1, column);
  }

  GetLastCell(): Range {
    return this.GetCell(this.RowCount - 1, this.ColumnCount - 1);
  }

  GetLastRow(): Range {
    return this.GetRow(this.RowCount - 1);
  }

  GetLastColumn(): Range {
    return this.GetColumn(this.ColumnCount - 1);
  }

  GetResizedRange(rows: number, columns: number): Range {
    return this.at(0, 0, this.RowCount - 1 + rows, this.ColumnCount - 1 + columns);
  }

  GetAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.at(0, 0, rows - 1, columns - 1);
  }

  GetOffsetRange(rows: number, columns: number): Range {
    return this.at(rows, columns, this.RowCount - 1 + rows, this.ColumnCount - 1 + columns);
  }

  GetRowsBelow(count = 1): Range {
    return this.at(this.RowCount, 0, this.RowCount + count - 1, this.ColumnCount - 1);
  }

  GetRowsAbove(count = 1): Range {
    return this.at(-count, 0, -1, this.ColumnCount - 1);
  }

  GetColumnsAfter(count = 1): Range {
    return this.at(0, this.ColumnCount, this.RowCount - 1, this.ColumnCount + count - 1);
  }

  GetColumnsBefore(count = 1): Range {
    return this.at(0, -count, this.RowCount - 1, -1);
  }

  GetEntireRow(): Range {
    return new Range(this.sheet, { ...this.area, left: 0, right: lastColumn });
  }

  GetEntireColumn(): Range {
    return new Range(this.sheet, { ...this.area, top: 0, bottom: lastRow });
  }

  GetIntersection(other: Range | string): Range {
    return this.GetIntersectionOrNullObject(other) ?? notFound();
  }

  GetIntersectionOrNullObject(other: Range | string): Range | null {
    const range = this.sheet.range(other);
    const common = range.sheet === this.sheet ? meet(this.area, range.area) : null;
    return common && new Range(this.sheet, common);
  }

  GetBoundingRect(other: Range | string): Range {
    const { area } = this.sheet.range(other);
    return new Range(this.sheet, { top: Math.min(this.area.top, area.top), left: Math.min(this.area.left, area.left), bottom: Math.max(this.area.bottom, area.bottom), right: Math.max(this.area.right, area.right) });
  }

  GetUsedRange(valuesOnly = false): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? notFound();
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const used = this.sheet.grid.used(this.area, valuesOnly);
    return used && new Range(this.sheet, used);
  }

  /** Formulas fill one cell here. */
  GetSpillingToRangeOrNullObject(): Range | null {
    return null;
  }

  GetSurroundingRegion(): Range {
    return new Range(this.sheet, this.sheet.region(this.area));
  }

  GetTables(fullyContained = false): View<Wire> {
    return new View("TableScopedCollection", () => this.sheet.tablesIn(this.area, fullyContained));
  }

  GetMergedAreasOrNullObject(): RangeAreas | null {
    const merged = this.sheet.merges.filter((area) => meet(area, this.area));
    return merged.length === 0 ? null : new RangeAreas(this.sheet, merged);
  }

  Insert(shift: "Down" | "Right"): Range {
    this.sheet.shift(this.area, shift === "Right" && !this.IsEntireRow ? "Right" : "Down");
    return new Range(this.sheet, this.area);
  }

  Delete(shift: "Up" | "Left"): void {
    this.sheet.shift(this.area, shift === "Left" && !this.IsEntireRow ? "Left" : "Up");
  }

  Merge(across = false): void {
    if (!across) return this.sheet.merge(this.area);
    for (let row = this.area.top; row <= this.area.bottom; row += 1) this.sheet.merge({ ...this.area, top: row, bottom: row });
  }

  Unmerge(): void {
    this.sheet.unmerge(this.area);
  }

  Clear(applyTo?: `${Excel.ClearApplyTo}` | null): void {
    this.sheet.clear(this.area, applyTo ?? "All");
  }

  Select(): void {
    if (this.sheet.Visibility !== "Visible") refuse("InvalidOperation", "The sheet is hidden.");
    this.sheet.book.select(this);
  }

  Calculate(): void {}

  CopyFrom(source: Range | string, what?: string | null): void {
    this.sheet.copy(typeof source === "string" ? this.sheet.range(source) : source, this.area, what ?? "All");
  }

  SetCellProperties(properties: Excel.SettableCellProperties[][]): void {
    setCellProperties(this, this.shaped(properties) as Excel.SettableCellProperties[][]);
  }

  /** office.js asks for this before it splits a large write into chunks of rows. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount) invalid(wrongShape);
  }

  private at(top: number, left: number, bottom: number, right: number): Range {
    return new Range(this.sheet, { top: this.area.top + top, left: this.area.left + left, bottom: this.area.top + bottom, right: this.area.left + right });
  }

  /** A value for every cell; whole rows and columns give nothing. */
  private cells<T>(read: (row: number, column: number) => T): Grid2<T> | null {
    if (this.IsEntireColumn || this.IsEntireRow) return null;
    if (this.CellCount > 5_000_000) return refuse("RangeExceedsLimit", "The cell count in the range has exceeded the maximum supported number.");
    const { top, left, bottom, right } = this.area;
    const rows: Grid2<T> = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells: T[] = [];
      for (let column = left; column <= right; column += 1) cells.push(read(row, column));
      rows.push(cells);
    }
    return rows;
  }

  /** What is written, cell by cell; one value stands for all cells. */
  private shaped(input: unknown): unknown[][] {
    if (this.IsEntireColumn || this.IsEntireRow) return invalid();
    if (!Array.isArray(input)) return Array.from({ length: this.RowCount }, () => Array.from({ length: this.ColumnCount }, () => input));
    if (input.length !== this.RowCount || input.some((row) => !Array.isArray(row) || row.length !== this.ColumnCount)) return invalid(wrongShape);
    return input as unknown[][];
  }
}

const wrongShape = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
