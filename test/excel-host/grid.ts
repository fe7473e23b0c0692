// The cells of a sheet, row by row: values, formulas and styles in arrays, nothing per cell.

import { lastColumn, lastRow, type Rectangle } from "./area";

export type Cell = string | number | boolean;
export type Shift = "Down" | "Right" | "Up" | "Left";

interface Row {
  values: (Cell | undefined)[];
  /** With "="; a cell with a formula has its last known value in `values`. */
  formulas: (string | undefined)[];
  styles: (number | undefined)[];
  height?: number;
  hidden?: boolean;
  /** For cells that have none of their own. */
  style?: number;
}

interface Column {
  /** In points. */
  width?: number;
  hidden?: boolean;
  style?: number;
}

export class Grid {
  private rows: (Row | undefined)[] = [];
  private columns: (Column | undefined)[] = [];

  value(row: number, column: number): Cell {
    return this.rows[row]?.values[column] ?? "";
  }

  formula(row: number, column: number): string | undefined {
    return this.rows[row]?.formulas[column];
  }

  style(row: number, column: number): number {
    const found = this.rows[row];
    return found?.styles[column] ?? found?.style ?? this.columns[column]?.style ?? 0;
  }

  set(row: number, column: number, value: Cell, formula?: string): void {
    const found = this.row(row);
    found.values[column] = value === "" && formula === undefined ? undefined : value;
    if (formula !== undefined || found.formulas[column] !== undefined) found.formulas[column] = formula;
  }

  setStyle(row: number, column: number, style: number): void {
    this.row(row).styles[column] = style;
  }

  row(at: number): Row {
    return (this.rows[at] ??= { values: [], formulas: [], styles: [] });
  }

  rowIfAny(at: number): Readonly<Row> | undefined {
    return this.rows[at];
  }

  column(at: number): Column {
    return (this.columns[at] ??= {});
  }

  columnIfAny(at: number): Readonly<Column> | undefined {
    return this.columns[at];
  }

  get rowCount(): number {
    return this.rows.length;
  }

  get columnCount(): number {
    return this.columns.length;
  }

  /** Cells with a formula. */
  *formulas(): Generator<readonly [row: number, column: number, formula: string]> {
    for (let row = 0; row < this.rows.length; row += 1) {
      const found = this.rows[row]?.formulas ?? [];
      for (let column = 0; column < found.length; column += 1) if (found[column] !== undefined) yield [row, column, found[column]!];
    }
  }

  /** The area with anything in it: values and formulas, or also styles; null on an empty sheet. */
  used(within: Rectangle, valuesOnly: boolean): Rectangle | null {
    let area: Rectangle | null = null;
    const end = Math.min(within.bottom, this.rows.length - 1);
    for (let row = within.top; row <= end; row += 1) {
      const found = this.rows[row];
      if (!found) continue;
      const at = (column: number) => found.values[column] !== undefined || found.formulas[column] !== undefined || (!valuesOnly && (found.styles[column] ?? 0) !== 0);
      const length = Math.min(within.right + 1, Math.max(found.values.length, found.formulas.length, valuesOnly ? 0 : found.styles.length));
      let [left, right] = [within.left, length - 1];
      while (left < length && !at(left)) left += 1;
      while (right >= left && !at(right)) right -= 1;
      if (left > right) continue;
      area = area ? { top: area.top, left: Math.min(area.left, left), bottom: row, right: Math.max(area.right, right) } : { top: row, left, bottom: row, right };
    }
    return area;
  }

  /** Makes room at an area, or takes the area out; inserted cells look like those before them. */
  shift({ top, left, bottom, right }: Rectangle, to: Shift): void {
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    if (to === "Down" && left === 0 && right === lastColumn) this.rows = this.rows.slice(0, top).concat(Array.from({ length: rows }, () => this.likeRow(top - 1)), this.rows.slice(top));
    else if (to === "Up" && left === 0 && right === lastColumn) this.rows.splice(top, rows);
    else if (to === "Down") this.down(top, left, right, rows);
    else if (to === "Up") this.up(top, left, right, rows);
    else this.sideways({ top, left, bottom, right }, to, columns);
  }

  private likeRow(at: number): Row | undefined {
    const found = this.rows[at];
    return found && (found.styles.length > 0 || found.style !== undefined) ? { values: [], formulas: [], styles: [...found.styles], ...(found.style === undefined ? {} : { style: found.style }) } : undefined;
  }

  private down(top: number, left: number, right: number, count: number): void {
    for (let row = this.rows.length - 1; row >= top; row -= 1) this.move(row, row + count, left, right);
    for (let row = top; row < top + count; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const style = this.rows[top - 1]?.styles[column];
        if (style !== undefined) this.setStyle(row, column, style);
      }
    }
  }

  private up(top: number, left: number, right: number, count: number): void {
    for (let row = top; row < top + count; row += 1) this.empty(row, left, right);
    for (let row = top + count; row < this.rows.length; row += 1) this.move(row, row - count, left, right);
  }

  private move(from: number, to: number, left: number, right: number): void {
    const source = this.rows[from];
    if (!source) return this.empty(to, left, right);
    const target = this.row(to);
    for (let column = left; column <= right; column += 1) {
      target.values[column] = source.values[column];
      target.formulas[column] = source.formulas[column];
      target.styles[column] = source.styles[column];
    }
    this.empty(from, left, right);
  }

  private empty(row: number, left: number, right: number): void {
    const found = this.rows[row];
    if (!found) return;
    for (const cells of [found.values, found.formulas, found.styles]) cells.fill(undefined, left, Math.min(right + 1, cells.length));
  }

  private sideways({ top, left, bottom, right }: Rectangle, to: Shift, count: number): void {
    const room = to === "Right" ? Array.from({ length: count }, () => undefined) : [];
    const taken = to === "Right" ? 0 : count;
    for (let row = top; row <= Math.min(bottom, this.rows.length - 1); row += 1) {
      const found = this.rows[row];
      if (!found) continue;
      const before = found.styles[left - 1];
      for (const cells of [found.values, found.formulas, found.styles]) if (cells.length > left) cells.splice(left, taken, ...room);
      if (to === "Right" && before !== undefined) for (let column = left; column <= right; column += 1) found.styles[column] = before;
    }
    if (top === 0 && bottom === lastRow && this.columns.length > left) this.columns.splice(left, taken, ...room.map(() => this.columns[left - 1] && { ...this.columns[left - 1] }));
  }
}
