// The cells of one sheet and all that lies on them: values, looks, sizes, links, merged areas.

import { columnsOf, holds, lastColumn, lastRow, meet, rowsOf, without, type Rectangle } from "./area";
import type { Book } from "./book";
import { entered } from "./entry";
import { Grid, type Cell } from "./grid";
import type { Style } from "./styles";
import type { Table } from "./tables";
import { denied, invalid, refuse, Wire } from "./wire";

export const standardWidth = 48;
export const standardHeight = 15;
const longestText = 32_767;

interface Link {
  area: Rectangle;
  readonly link: Excel.RangeHyperlink;
}

export abstract class Cells extends Wire {
  abstract readonly book: Book;
  abstract readonly tables: Table[];
  readonly grid = new Grid();
  merges: Rectangle[] = [];
  links: Link[] = [];

  /** What a protected sheet allows; null where it is not protected. */
  locks: Excel.WorksheetProtectionOptions | null = null;

  /** Throws where the workbook is only read, or a locked cell of a protected sheet would change. */
  guard(area: Rectangle): void {
    this.book.guardWriting();
    if (this.locks && this.common(area, "protection.locked") !== false) denied();
  }

  guardFormats(): void {
    this.book.guardWriting();
    if (this.locks && !this.locks.allowFormatCells) denied();
  }

  guardObjects(): void {
    this.book.guardWriting();
    if (this.locks && !this.locks.allowEditObjects) denied();
  }

  /** Writes what was typed; null leaves a cell as it is, cells inside merged areas take nothing. */
  enterAll(where: Rectangle, rows: readonly (readonly (Cell | null)[])[]): void {
    this.guard(where);
    const merged = this.merges.filter((one) => meet(one, where));
    const tables = this.tables.filter((table) => meet(table.area, where));
    rows.forEach((cells, down) => cells.forEach((input, across) => {
      const [row, column] = [where.top + down, where.left + across];
      if (input === null || merged.some((one) => isInside(one, row, column))) return;
      this.enter(row, column, input, tables);
    }));
  }

  private enter(row: number, column: number, input: Cell, tables: readonly Table[]): void {
    if (!["string", "number", "boolean"].includes(typeof input)) invalid(`A cell never holds ${JSON.stringify(input)}.`);
    if (typeof input === "string" && input.length > longestText) invalid("A cell holds no more than 32,767 characters.");
    const format = String(this.styleOf(row, column, "numberFormat"));
    const { value, formula, format: given } = entered(input, format);
    const table = tables.find((one) => holds(one.area, { top: row, left: column, bottom: row, right: column }));
    if (formula !== undefined) this.book.checkFormula(formula, table);
    if (table?.isHeader(row)) return table.renameColumn(column - table.area.left, String(value));
    this.grid.set(row, column, value, formula);
    if (given !== undefined && format === "General") this.dressCell(row, column, { numberFormat: given });
  }

  styleOf(row: number, column: number, property: string): string | number | boolean {
    return this.book.styles.property(this.grid.style(row, column), property);
  }

  dressCell(row: number, column: number, patch: Style): void {
    this.grid.setStyle(row, column, this.book.styles.patching(patch)(this.grid.style(row, column)));
  }

  /** Gives all cells of an area some looks; whole rows and columns also those not written yet. */
  dress(area: Rectangle, patch: Style): void {
    this.guardFormats();
    const dressed = this.book.styles.patching(patch);
    const wholeColumns = rowsOf(area) === lastRow + 1;
    const wholeRows = columnsOf(area) === lastColumn + 1;
    if (wholeColumns) {
      for (let column = area.left; column <= area.right; column += 1) this.grid.column(column).style = dressed(this.grid.columnIfAny(column)?.style ?? 0);
    } else if (wholeRows) {
      for (let row = area.top; row <= area.bottom; row += 1) this.grid.row(row).style = dressed(this.grid.rowIfAny(row)?.style ?? 0);
    }
    const bottom = wholeColumns ? Math.min(area.bottom, this.grid.rowCount - 1) : area.bottom;
    for (let row = area.top; row <= bottom; row += 1) {
      const right = wholeRows || wholeColumns ? Math.min(area.right, (this.grid.rowIfAny(row)?.styles.length ?? 0) - 1) : area.right;
      for (let column = area.left; column <= right; column += 1) this.grid.setStyle(row, column, dressed(this.grid.style(row, column)));
    }
  }

  /** A property all cells of an area share; null where they differ. */
  common(area: Rectangle, property: string): string | number | boolean | null {
    const first = this.styleOf(area.top, area.left, property);
    const bottom = Math.min(area.bottom, Math.max(area.top, this.grid.rowCount));
    for (let row = area.top; row <= bottom; row += 1) {
      const right = Math.min(area.right, Math.max(area.left, this.grid.columnCount, this.grid.rowIfAny(row)?.styles.length ?? 0));
      for (let column = area.left; column <= right; column += 1) if (this.styleOf(row, column, property) !== first) return null;
    }
    return first;
  }

  /** The width of columns or the height of rows in points; null where they differ. */
  sizes(of: "row" | "column", area: Rectangle): number | null {
    const [first, last] = of === "row" ? [area.top, Math.min(area.bottom, Math.max(area.top, this.grid.rowCount))] : [area.left, Math.min(area.right, Math.max(area.left, this.grid.columnCount))];
    const size = this.size(of, first);
    for (let at = first; at <= last; at += 1) if (this.size(of, at) !== size) return null;
    return size;
  }

  private size(of: "row" | "column", at: number): number {
    return of === "row" ? (this.grid.rowIfAny(at)?.height ?? standardHeight) : (this.grid.columnIfAny(at)?.width ?? standardWidth);
  }

  resize(of: "row" | "column", area: Rectangle, points: number): void {
    this.guardFormats();
    if (typeof points !== "number" || !(points >= 0) || points > (of === "row" ? 409.5 : 1790)) invalid();
    if (of === "row") for (let row = area.top; row <= area.bottom; row += 1) this.grid.row(row).height = points;
    else for (let column = area.left; column <= area.right; column += 1) this.grid.column(column).width = points;
  }

  hidden(of: "row" | "column", area: Rectangle): boolean | null {
    const [first, last] = of === "row" ? [area.top, area.bottom] : [area.left, area.right];
    const at = (place: number) => (of === "row" ? this.grid.rowIfAny(place)?.hidden : this.grid.columnIfAny(place)?.hidden) ?? false;
    for (let place = first; place <= last; place += 1) if (at(place) !== at(first)) return null;
    return at(first);
  }

  hide(of: "row" | "column", area: Rectangle, hidden: boolean): void {
    this.guardFormats();
    if (of === "row") for (let row = area.top; row <= area.bottom; row += 1) this.grid.row(row).hidden = hidden;
    else for (let column = area.left; column <= area.right; column += 1) this.grid.column(column).hidden = hidden;
  }

  /** Points from the top of the sheet to a row. */
  heightTo(row: number): number {
    let sum = 0;
    for (let at = 0; at < row; at += 1) sum += this.grid.rowIfAny(at)?.hidden ? 0 : this.size("row", at);
    return sum;
  }

  /** Points from the left of the sheet to a column. */
  widthTo(column: number): number {
    let sum = 0;
    for (let at = 0; at < column; at += 1) sum += this.grid.columnIfAny(at)?.hidden ? 0 : this.size("column", at);
    return sum;
  }

  merge(area: Rectangle): void {
    this.guard(area);
    if (this.tables.some((table) => meet(table.area, area))) refuse("InvalidOperation", "Cells of a table cannot be merged.");
    this.unmerge(area);
    const kept = this.grid.used(area, true);
    const value = kept ? this.grid.value(kept.top, kept.left) : "";
    const formula = kept ? this.grid.formula(kept.top, kept.left) : undefined;
    this.clear(area, "Contents");
    if (kept) this.grid.set(area.top, area.left, value, formula);
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(area);
  }

  unmerge(area: Rectangle): void {
    this.guard(area);
    this.merges = this.merges.filter((one) => !meet(one, area));
  }

  /** Links one cell, which gets the text and looks of a link; null takes the link away. */
  link(area: Rectangle, link: Excel.RangeHyperlink | null): void {
    this.guard(area);
    const cell = { ...area, bottom: area.top, right: area.left };
    this.links = this.links.filter(({ area: linked }) => !meet(linked, area));
    if (!link) return;
    if (!link.address && !link.documentReference) invalid("A link needs an address or a place in the workbook.");
    this.links.push({ area: cell, link });
    if (link.textToDisplay !== undefined) this.grid.set(cell.top, cell.left, link.textToDisplay);
    this.dress(cell, { "font.color": "#0563C1", "font.underline": "Single", style: "Hyperlink" });
  }

  clear(area: Rectangle, what: `${Excel.ClearApplyTo}`): void {
    this.guard(area);
    const bottom = Math.min(area.bottom, this.grid.rowCount - 1);
    if (["All", "Contents"].includes(what)) this.clearContents({ ...area, bottom });
    if (["All", "Formats"].includes(what)) this.clearFormats(area);
    if (["All", "Hyperlinks", "RemoveHyperlinks"].includes(what)) this.links = this.links.filter(({ area: linked }) => !meet(linked, area));
  }

  private clearContents(area: Rectangle): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const found = this.grid.rowIfAny(row);
      const right = Math.min(area.right, Math.max(found?.values.length ?? 0, found?.formulas.length ?? 0) - 1);
      for (let column = area.left; column <= right; column += 1) this.grid.set(row, column, "");
    }
    for (const table of this.tables) table.headerCleared(area);
  }

  private clearFormats(area: Rectangle): void {
    this.merges = this.merges.filter((one) => !meet(one, area));
    if (rowsOf(area) === lastRow + 1) for (let column = area.left; column <= Math.min(area.right, this.grid.columnCount - 1); column += 1) delete this.grid.column(column).style;
    for (let row = area.top; row <= Math.min(area.bottom, this.grid.rowCount - 1); row += 1) {
      const found = this.grid.row(row);
      if (columnsOf(area) === lastColumn + 1) delete found.style;
      for (let column = area.left; column <= Math.min(area.right, found.styles.length - 1); column += 1) if (found.styles[column] !== undefined) found.styles[column] = 0;
    }
  }

  /** The cells around an area that no empty row or column parts from it. */
  region(area: Rectangle): Rectangle {
    const wider = { top: Math.max(0, area.top - 1), left: Math.max(0, area.left - 1), bottom: Math.min(lastRow, area.bottom + 1), right: Math.min(lastColumn, area.right + 1) };
    const used = this.grid.used(wider, true);
    const grown = used && { top: Math.min(area.top, used.top), left: Math.min(area.left, used.left), bottom: Math.max(area.bottom, used.bottom), right: Math.max(area.right, used.right) };
    return grown && without(grown, area).length > 0 ? this.region(grown) : area;
  }
}

function isInside(merged: Rectangle, row: number, column: number): boolean {
  return row >= merged.top && row <= merged.bottom && column >= merged.left && column <= merged.right && (row !== merged.top || column !== merged.left);
}

