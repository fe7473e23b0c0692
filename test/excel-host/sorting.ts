// Sorting rows of a range or a table: formulas and looks go with their row.

import { meet, type Rectangle } from "./area";
import type { Cell } from "./grid";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import type { Table } from "./tables";
import { invalid, refuse, Wire } from "./wire";

export class RangeSort extends Wire {
  readonly type = "RangeSort";

  constructor(private readonly range: Range) {
    super();
  }

  Apply(fields: readonly Excel.SortField[], matchCase = false, hasHeaders = false): void {
    const { area, sheet } = this.range;
    sortRows(sheet, hasHeaders ? { ...area, top: area.top + 1 } : area, fields, matchCase);
  }
}

export class TableSort extends Wire {
  readonly type = "TableSort";
  Fields: readonly Excel.SortField[] = [];
  MatchCase = false;
  readonly Method = "PinYin";

  constructor(private readonly table: Table) {
    super();
  }

  Apply(fields: readonly Excel.SortField[], matchCase = false): void {
    sortRows(this.table.sheet, this.table.body, fields, matchCase);
    this.Fields = fields;
    this.MatchCase = matchCase;
  }

  /** Forgets the order; rows stay as they are. */
  Clear(): void {
    this.Fields = [];
  }

  Reapply(): void {
    this.Apply(this.Fields, this.MatchCase);
  }
}

function sortRows(sheet: Sheet, area: Rectangle, fields: readonly Excel.SortField[], matchCase: boolean): void {
  sheet.guard(area);
  if (sheet.merges.some((one) => meet(one, area))) refuse("MergedRangeConflict", "Merged cells cannot be sorted.");
  if (fields.some(({ key }) => key < 0 || key > area.right - area.left)) invalid();
  const range = new Range(sheet, area);
  const values = range.Values!;
  const formulas = range.FormulasR1C1!;
  const styles = values.map((row, down) => row.map((_, across) => sheet.grid.style(area.top + down, area.left + across)));
  const order = values.map((_, index) => index).sort((one, other) => compareRows(values[one]!, values[other]!, fields, matchCase) || one - other);
  const dates = order.map((from) => formulas[from]!.map((cell, column) => (typeof cell === "string" && cell.startsWith("=") ? cell : values[from]![column]!)));
  order.forEach((from, down) => styles[from]!.forEach((style, across) => sheet.grid.setStyle(area.top + down, area.left + across, style)));
  order.forEach((from, down) => dates[down]!.forEach((cell, across) => {
    const isFormula = typeof cell === "string" && cell.startsWith("=") && cell !== values[from]![across];
    if (!isFormula) sheet.grid.set(area.top + down, area.left + across, cell);
    else new Range(sheet, { top: area.top + down, left: area.left + across, bottom: area.top + down, right: area.left + across }).FormulasR1C1 = [[cell]];
  }));
}

function compareRows(one: readonly Cell[], other: readonly Cell[], fields: readonly Excel.SortField[], matchCase: boolean): number {
  for (const { key, ascending = true } of fields) {
    const [a, b] = [one[key]!, other[key]!];
    if (a === "" || b === "") {
      if (a !== b) return a === "" ? 1 : -1;
      continue;
    }
    const found = compare(a, b, matchCase);
    if (found !== 0) return ascending ? found : -found;
  }
  return 0;
}

/** Numbers before texts before booleans. */
function compare(one: Cell, other: Cell, matchCase: boolean): number {
  const rank = (cell: Cell) => ["number", "string", "boolean"].indexOf(typeof cell);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === "string" && typeof other === "string") return one.localeCompare(other, "en", { sensitivity: matchCase ? "variant" : "accent" });
  return Number(one) - Number(other);
}
