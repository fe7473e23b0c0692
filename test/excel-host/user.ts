// The user's hand: what someone does in Excel between two runs of the add-in.

import type { Book } from "./book";
import type { Cell } from "./grid";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { notFound } from "./wire";

export class User {
  constructor(private readonly book: Book) {}

  /** Types into a cell, as `Deals!B7`; just below or right of a table it grows. */
  type(address: string, input: Cell): void {
    const range = this.range(address);
    const { sheet, area } = range;
    range.Values = [[input]];
    if (input === "") return;
    const below = sheet.tables.find((table) => !table.ShowTotals && area.top === table.area.bottom + 1 && area.left >= table.area.left && area.left <= table.area.right);
    if (below) {
      below.area = { ...below.area, bottom: area.top };
      for (let column = below.area.left; column <= below.area.right; column += 1) this.fillDown(sheet, area.top, column);
    }
    const beside = sheet.tables.find((table) => area.left === table.area.right + 1 && area.top >= table.area.top && area.top <= table.area.bottom);
    if (beside) beside.Resize(new Range(sheet, { ...beside.area, right: area.left }));
  }

  /** A new row gets the looks and formulas of the one above. */
  private fillDown(sheet: Sheet, row: number, column: number): void {
    if (sheet.grid.style(row, column) === 0) sheet.grid.setStyle(row, column, sheet.grid.style(row - 1, column));
    if (sheet.grid.formula(row - 1, column) !== undefined && sheet.grid.value(row, column) === "") sheet.GetCell(row, column).FormulasR1C1 = sheet.GetCell(row - 1, column).FormulasR1C1;
  }

  renameSheet(name: string, to: string): void {
    this.sheet(name).Name = to;
  }

  /** Rows as `Deals!3:4`, columns as `Deals!B:B`. */
  insert(address: string): void {
    const range = this.range(address);
    range.Insert(range.IsEntireColumn ? "Right" : "Down");
  }

  delete(address: string): void {
    const range = this.range(address);
    range.Delete(range.IsEntireColumn ? "Left" : "Up");
  }

  sort(table: string, column: string, ascending = true): void {
    const found = this.table(table);
    found.Sort.Apply([{ key: found.Columns.GetItem(column).Index, ascending }]);
  }

  /** Lets through only rows with these texts. */
  filter(table: string, column: string, values: string[]): void {
    this.table(table).Columns.GetItem(column).Filter.ApplyValuesFilter(values);
  }

  /** A column of the user's own, with values for each row. */
  addColumn(table: string, name: string, values: readonly Cell[] = [], index?: number): void {
    const found = this.table(table);
    const column = found.Columns.Add(index ?? null, null, name);
    if (values.length > 0) column.GetDataBodyRange().Values = Array.from({ length: found.Rows.Count }, (_, row) => [values[row] ?? ""]);
  }

  renameColumn(table: string, column: string, to: string): void {
    this.table(table).Columns.GetItem(column).Name = to;
  }

  addSheet(name: string): void {
    this.book.addSheet(name);
  }

  addChart(address: string, type = "ColumnClustered"): void {
    const range = this.range(address);
    range.sheet.Charts.Add(type, range);
  }

  protect(sheet: string, options: Excel.WorksheetProtectionOptions = {}): void {
    this.sheet(sheet).Protection.Protect(options);
  }

  protectStructure(): void {
    this.book.Protection.Protect();
  }

  select(address: string): void {
    this.book.select(this.range(address));
  }

  private range(address: string): Range {
    return this.book.active.range(address);
  }

  private sheet(name: string): Sheet {
    return this.book.sheet(name) ?? notFound();
  }

  private table(name: string) {
    return this.book.table(name) ?? notFound();
  }
}
