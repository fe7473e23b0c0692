// Tables.

import { parseStructRef, type ReferenceStruct } from "@borgar/fx";
import { addressOf, holds, meet, quoted, type Rectangle } from "./area";
import { checkName, type Book } from "./book";
import { AutoFilter } from "./filters";
import { changed } from "./formulas";
import type { Cell, Shift } from "./grid";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { TableSort } from "./sorting";
import { TableColumns, TableRows } from "./table-parts";
import { Collection, invalid, refuse, same, Wire } from "./wire";

export class Table extends Wire {
  readonly type = "Table";
  readonly Id: string;
  /** With ids that stay when columns are renamed or move. */
  columns: { readonly id: number; name: string }[] = [];
  HighlightFirstColumn = false;
  HighlightLastColumn = false;
  ShowBandedRows = true;
  ShowBandedColumns = false;
  ShowFilterButton = true;
  readonly AutoFilter: AutoFilter;
  readonly Sort = new TableSort(this);
  private name: string;
  private style = "TableStyleMedium2";
  private totals = false;

  constructor(readonly sheet: Sheet, public area: Rectangle) {
    super();
    const { book } = sheet;
    this.Id = String(book.nextId());
    this.name = book.freeName((number) => `Table${number}`, (one) => book.isNameTaken(one));
    this.AutoFilter = new AutoFilter(sheet, () => ({ ...this.area, bottom: this.area.bottom - (this.totals ? 1 : 0) }));
    this.readHeader();
  }

  get Worksheet(): Sheet {
    return this.sheet;
  }

  get Columns(): TableColumns {
    return new TableColumns(this);
  }

  get Rows(): TableRows {
    return new TableRows(this);
  }

  get Name(): string {
    return this.name;
  }

  set Name(name: string) {
    checkName(name);
    if (!same(name, this.name) && this.sheet.book.isNameTaken(name)) refuse("ItemAlreadyExists", "The resource being created already exists.");
    const before = this.name;
    this.name = name;
    this.sheet.book.change({ struct: (one) => (same(one.table ?? "", before) ? { ...one, table: name } : undefined), name: (one) => (same(one, before) ? name : undefined) });
  }

  get Style(): string {
    return this.style;
  }

  set Style(style: string) {
    this.sheet.guardFormats();
    if (!/^(TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01])))?$/.test(style)) invalid(`There is no table style ${style}.`);
    this.style = style;
  }

  get ShowHeaders(): boolean {
    return true;
  }

  get ShowTotals(): boolean {
    return this.totals;
  }

  set ShowTotals(shown: boolean) {
    if (shown === this.totals) return;
    this.guard();
    const row = { ...this.area, top: this.area.bottom + 1, bottom: this.area.bottom + 1 };
    if (shown) {
      this.sheet.shift(row, "Down");
      this.area = { ...this.area, bottom: row.bottom };
      this.sheet.grid.set(row.top, row.left, "Total");
    } else {
      this.sheet.shift({ ...this.area, top: this.area.bottom }, "Up");
    }
    this.totals = shown;
  }

  get body(): Rectangle {
    return { ...this.area, top: this.area.top + 1, bottom: this.area.bottom - (this.totals ? 1 : 0) };
  }

  GetRange(): Range {
    return new Range(this.sheet, this.area);
  }

  GetHeaderRowRange(): Range {
    return new Range(this.sheet, { ...this.area, bottom: this.area.top });
  }

  GetDataBodyRange(): Range {
    return new Range(this.sheet, this.body);
  }

  GetTotalRowRange(): Range {
    return this.totals ? new Range(this.sheet, { ...this.area, top: this.area.bottom }) : refuse("ItemNotFound", "The table has no total row.");
  }

  /** The header stays where it is. */
  Resize(to: Range | string): void {
    this.guard();
    const range = this.sheet.range(to);
    const { area } = range;
    if (range.sheet !== this.sheet || area.top !== this.area.top || !meet(area, this.area) || area.bottom === area.top) invalid("The header of a table stays in its row, and the new range overlaps the old.");
    if (this.sheet.tables.some((table) => table !== this && meet(table.area, area))) invalid("A table can't overlap another table.");
    const before = this.area;
    const columns = this.columns;
    this.area = area;
    this.columns = [];
    this.readHeader((column) => columns[column - before.left]);
  }

  ClearFilters(): void {
    this.AutoFilter.ClearCriteria();
  }

  ReapplyFilters(): void {
    this.AutoFilter.Reapply();
  }

  /** The cells stay; formulas refer to them by address. */
  ConvertToRange(): Range {
    this.guard();
    this.sheet.book.change({ struct: (one) => (same(one.table ?? "", this.name) ? this.addressOf(one) : undefined) });
    this.changeOwn((one, row) => (one.table ? undefined : this.addressOf(one, row)));
    this.remove();
    return new Range(this.sheet, this.area);
  }

  /** The cells are emptied. */
  Delete(): void {
    this.guard();
    this.remove();
    this.sheet.clear(this.area, "All");
  }

  guard(): void {
    if (this.sheet.locks) refuse("AccessDenied", "You cannot perform the requested operation.");
  }

  isHeader(row: number): boolean {
    return row === this.area.top;
  }

  /** Names a column by its header; formulas follow. A name taken gets a number. */
  renameColumn(index: number, name: string): void {
    const column = this.columns[index]!;
    const before = column.name;
    column.name = this.freeColumnName(name, index);
    this.sheet.grid.set(this.area.top, this.area.left + index, column.name);
    const renamed = (one: ReferenceStruct) => ({ ...one, columns: (one.columns ?? []).map((said) => (same(said, before) ? column.name : said)) });
    this.sheet.book.change({ struct: (one) => (same(one.table ?? "", this.name) ? renamed(one) : undefined) });
    this.changeOwn((one) => (one.table ? undefined : renamed(one)));
  }

  /** Changes formulas in the table's own cells, where references need not name it. */
  private changeOwn(struct: (one: ReferenceStruct, row: number) => ReferenceStruct | string | undefined): void {
    for (const [row, at, formula] of [...this.sheet.grid.formulas()]) {
      if (!holds(this.area, { top: row, left: at, bottom: row, right: at })) continue;
      this.sheet.grid.set(row, at, this.sheet.grid.value(row, at), changed(formula, this.sheet.Name, { struct: (one) => struct(one, row) }));
    }
  }

  /** What a reference to the table is without the table; `row` is that of its cell. */
  private addressOf({ columns = [], sections = [] }: ReferenceStruct, row?: number): string {
    const indexes = columns.map((name) => this.columns.findIndex((column) => same(column.name, name)));
    const rows = sections[0] === "all" ? this.area : sections[0] === "headers" ? { ...this.area, bottom: this.area.top } : sections[0] === "this row" && row !== undefined ? { ...this.area, top: row, bottom: row } : this.body;
    const area = indexes.length === 0 ? rows : { ...rows, left: this.area.left + Math.min(...indexes), right: this.area.left + Math.max(...indexes) };
    return row === undefined ? `${quoted(this.sheet.Name)}!${addressOf(area, "$")}` : addressOf(area);
  }

  /** A header that was emptied gets a name again. */
  headerCleared(area: Rectangle): void {
    const header = meet(area, { ...this.area, bottom: this.area.top });
    for (let column = header?.left ?? 0; header && column <= header.right; column += 1) this.renameColumn(column - this.area.left, "");
  }

  /** Called when cells moved; `area` is where the table is now, null where it went. */
  moved(area: Rectangle | null, at: Rectangle, to: Shift): void {
    if (!area) return this.remove();
    const before = this.area;
    this.area = area.bottom > area.top ? area : { ...area, bottom: area.top + 1 };
    if (area.right - area.left === before.right - before.left) return;
    const from = Math.max(0, at.left - before.left);
    if (to === "Right") this.columns.splice(from, 0, ...Array.from({ length: area.right - area.left - (before.right - before.left) }, () => this.newColumn()));
    if (to === "Left") this.columns.splice(from, before.right - before.left - (area.right - area.left));
    this.columns.forEach(({ name }, index) => this.sheet.grid.set(this.area.top, this.area.left + index, name));
  }

  newColumn(name = ""): { readonly id: number; name: string } {
    return { id: this.sheet.book.nextId(), name: this.freeColumnName(name, -1) };
  }

  /** The range of `Deals[Amount]`, `Deals[#All]` and the like; null where there is no such column. */
  rangeOf(text: string): Range | null {
    const parsed = text.includes("[") ? (parseStructRef(text) as ReferenceStruct | undefined) : { sections: [], columns: [] };
    if (!parsed) return null;
    const indexes = (parsed.columns ?? []).map((name) => this.columns.findIndex((column) => same(column.name, name)));
    if (indexes.includes(-1)) return null;
    const rows = { all: this.area, headers: { ...this.area, bottom: this.area.top }, totals: { ...this.area, top: this.area.bottom }, data: this.body }[parsed.sections?.[0]?.toLowerCase() ?? "data"];
    return rows ? new Range(this.sheet, indexes.length === 0 ? rows : { ...rows, left: this.area.left + Math.min(...indexes), right: this.area.left + Math.max(...indexes) }) : null;
  }

  private remove(): void {
    this.AutoFilter.ClearCriteria();
    this.sheet.tables.splice(this.sheet.tables.indexOf(this), 1);
    this.sheet.book.change({ struct: ({ table }) => (same(table ?? "", this.name) ? null : undefined) });
  }

  /** Headers are texts, each different from the others. */
  private readHeader(known: (column: number) => { readonly id: number; name: string } | undefined = () => undefined): void {
    for (let column = this.area.left; column <= this.area.right; column += 1) {
      const value: Cell = this.sheet.grid.value(this.area.top, column);
      const made = known(column) ?? this.newColumn(String(value));
      this.columns.push(made);
      this.sheet.grid.set(this.area.top, column, made.name);
    }
  }

  private freeColumnName(wanted: string, index: number): string {
    const isTaken = (name: string) => this.columns.some((column, at) => at !== index && same(column.name, name));
    const { book } = this.sheet;
    if (wanted.trim() === "") return book.freeName((number) => `Column${number}`, isTaken);
    return isTaken(wanted) ? book.freeName((number) => `${wanted}${number + 1}`, isTaken) : wanted;
  }
}

export class Tables extends Collection<Table> {
  readonly type = "TableCollection";

  constructor(private readonly list: () => readonly Table[], private readonly owner: Sheet | Book) {
    super();
  }

  get items(): readonly Table[] {
    return this.list();
  }

  Add(address: Range | string, hasHeaders: boolean): Table {
    const home = "sheets" in this.owner ? this.owner.active : this.owner;
    const range = home.range(address);
    const { sheet } = range;
    if (sheet.locks) refuse("AccessDenied", "You cannot perform the requested operation.");
    if (sheet.tables.some((table) => meet(table.area, range.area))) invalid("A table can't overlap another table.");
    sheet.unmerge(range.area);
    const { top, bottom } = range.area;
    if (!hasHeaders) sheet.shift({ ...range.area, bottom: top }, "Down");
    const table = new Table(sheet, { ...range.area, bottom: hasHeaders ? Math.max(bottom, top + 1) : bottom + 1 });
    sheet.tables.push(table);
    return table;
  }
}
