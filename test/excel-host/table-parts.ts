// Columns and rows of a table.

import type { Rectangle } from "./area";
import { Filter } from "./filters";
import type { Cell } from "./grid";
import { Range } from "./range";
import type { Table } from "./tables";
import { Collection, invalid, refuse, same, Wire } from "./wire";

class TableColumn extends Wire {
  readonly type = "TableColumn";

  constructor(private readonly table: Table, private readonly column: { readonly id: number; name: string }) {
    super();
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.Id };
  }

  get Id(): number {
    return this.column.id;
  }

  get Index(): number {
    return this.table.columns.indexOf(this.column);
  }

  get Name(): string {
    return this.column.name;
  }

  set Name(name: string) {
    this.table.guard();
    if (name === "" || this.table.columns.some((one) => one !== this.column && same(one.name, name))) invalid(`A column ${name} is there already.`);
    this.table.renameColumn(this.Index, name);
  }

  get Values(): Cell[][] | null {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  get Filter(): Filter {
    return new Filter(this.table.AutoFilter, this.Index);
  }

  GetRange(): Range {
    return this.range(this.table.area);
  }

  GetHeaderRowRange(): Range {
    return this.range(this.table.GetHeaderRowRange().area);
  }

  GetDataBodyRange(): Range {
    return this.range(this.table.body);
  }

  GetTotalRowRange(): Range {
    return this.range(this.table.GetTotalRowRange().area);
  }

  Delete(): void {
    this.table.guard();
    if (this.table.columns.length === 1) refuse("InvalidOperation", "A table has at least one column.");
    this.table.sheet.shift(this.GetRange().area, "Left");
  }

  private range(rows: Rectangle): Range {
    const column = this.table.area.left + this.Index;
    return new Range(this.table.sheet, { ...rows, left: column, right: column });
  }
}

export class TableColumns extends Collection<TableColumn> {
  readonly type = "TableColumnCollection";

  constructor(private readonly table: Table) {
    super();
  }

  get items(): readonly TableColumn[] {
    return this.table.columns.map((column) => new TableColumn(this.table, column));
  }

  /** Values are those of the whole column with its header. */
  Add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const { table } = this;
    table.guard();
    const at = index ?? -1;
    const place = at < 0 || at >= table.columns.length ? table.columns.length : at;
    const left = table.area.left + place;
    const before = table.columns.length;
    table.sheet.shift({ ...table.area, left, right: left }, "Right");
    if (table.columns.length === before) this.widen(place);
    const column = this.items[place]!;
    if (Array.isArray(values)) column.Values = values;
    else if (values !== undefined && values !== null) column.GetDataBodyRange().Values = values;
    if (name !== undefined && name !== null) column.Name = name;
    return column;
  }

  /** Room before the first or after the last column does not belong to the table yet. */
  private widen(place: number): void {
    const { table } = this;
    const column = table.newColumn();
    table.columns.splice(place, 0, column);
    table.area = place === 0 ? { ...table.area, left: table.area.left - 1 } : { ...table.area, right: table.area.right + 1 };
    table.sheet.grid.set(table.area.top, table.area.left + place, column.name);
  }
}

class TableRow extends Wire {
  readonly type = "TableRow";

  constructor(private readonly table: Table, readonly Index: number) {
    super();
  }

  get Values(): Cell[][] | null {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    const row = this.table.body.top + this.Index;
    return new Range(this.table.sheet, { ...this.table.area, top: row, bottom: row });
  }

  Delete(): void {
    deleteRows(this.table, [this.Index]);
  }
}

export class TableRows extends Collection<TableRow> {
  readonly type = "TableRowCollection";

  constructor(private readonly table: Table) {
    super();
  }

  override get Count(): number {
    return this.table.body.bottom - this.table.body.top + 1;
  }

  override GetCount(): number {
    return this.Count;
  }

  get items(): readonly TableRow[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRow(this.table, index));
  }

  override GetItemAt(index: number): TableRow {
    return index >= 0 && index < this.Count ? new TableRow(this.table, index) : invalid();
  }

  Add(index?: number | null, values?: unknown): TableRow {
    const { table } = this;
    table.guard();
    const rows = Array.isArray(values) ? (Array.isArray(values[0]) ? values.length : 1) : 1;
    const place = index === undefined || index === null || index < 0 || index > this.Count ? this.Count : index;
    const top = table.body.top + place;
    const before = table.area.bottom;
    table.sheet.shift({ ...table.area, top, bottom: top + rows - 1 }, "Down");
    if (table.area.bottom === before) table.area = { ...table.area, bottom: before + rows };
    if (values !== undefined && values !== null) new Range(table.sheet, { ...table.area, top, bottom: top + rows - 1 }).Values = Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values;
    return new TableRow(table, place);
  }

  DeleteRows(rows: readonly (number | TableRow)[]): void {
    deleteRows(this.table, rows.map((row) => (typeof row === "number" ? row : row.Index)));
  }

  DeleteRowsAt(index: number, count = 1): void {
    deleteRows(this.table, Array.from({ length: count }, (_, at) => index + at));
  }
}

/** The last row that is left is emptied instead. */
function deleteRows(table: Table, rows: readonly number[]): void {
  table.guard();
  for (const index of [...new Set(rows)].sort((one, other) => other - one)) {
    if (index < 0 || index > table.body.bottom - table.body.top) invalid();
    const row = { ...table.area, top: table.body.top + index, bottom: table.body.top + index };
    if (table.body.top === table.body.bottom) table.sheet.clear(row, "Contents");
    else table.sheet.shift(row, "Up");
  }
}
