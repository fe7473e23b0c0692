// Where a range is: its address, sizes, and whether its rows and columns are hidden.

import { addressOf, columnsOf, lastColumn, lastRow, quoted, rowsOf, type Rectangle } from "./area";
import type { Sheet } from "./sheet";
import { invalid, Wire } from "./wire";

export abstract class Placed extends Wire {
  constructor(readonly sheet: Sheet, public area: Rectangle) {
    super();
    const { top, left, bottom, right } = area;
    if (top < 0 || left < 0 || bottom > lastRow || right > lastColumn || top > bottom || left > right) invalid();
  }

  get Address(): string {
    return `${quoted(this.sheet.Name)}!${addressOf(this.area)}`;
  }

  get RowIndex(): number {
    return this.area.top;
  }

  get ColumnIndex(): number {
    return this.area.left;
  }

  get RowCount(): number {
    return rowsOf(this.area);
  }

  get ColumnCount(): number {
    return columnsOf(this.area);
  }

  get CellCount(): number {
    const count = this.RowCount * this.ColumnCount;
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return this.RowCount === lastRow + 1;
  }

  get IsEntireRow(): boolean {
    return this.ColumnCount === lastColumn + 1;
  }

  get Worksheet(): Sheet {
    return this.sheet;
  }

  get Hidden(): boolean | null {
    return this.RowHidden === true || this.ColumnHidden === true;
  }

  get RowHidden(): boolean | null {
    return this.sheet.hidden("row", this.area);
  }

  set RowHidden(hidden: boolean | null) {
    this.sheet.hide("row", this.area, hidden === true);
  }

  get ColumnHidden(): boolean | null {
    return this.sheet.hidden("column", this.area);
  }

  set ColumnHidden(hidden: boolean | null) {
    this.sheet.hide("column", this.area, hidden === true);
  }

  get Top(): number {
    return this.sheet.heightTo(this.area.top);
  }

  get Left(): number {
    return this.sheet.widthTo(this.area.left);
  }

  get Height(): number {
    return this.sheet.heightTo(this.area.bottom + 1) - this.Top;
  }

  get Width(): number {
    return this.sheet.widthTo(this.area.right + 1) - this.Left;
  }
}
