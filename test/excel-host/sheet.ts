// A worksheet.

import { holds, lastColumn, lastRow, meet, parseAddress, wholeSheet, type Rectangle } from "./area";
import { RangeAreas } from "./areas";
import type { Book } from "./book";
import { Cells, standardHeight, standardWidth } from "./cells";
import type { Chart} from "./charts";
import { Charts } from "./charts";
import { SheetFilter } from "./filters";
import { changed, type Change } from "./formulas";
import type { Shift } from "./grid";
import type { NamedItem} from "./names";
import { Names } from "./names";
import { FreezePanes, PageLayout, SheetProtection } from "./sheet-parts";
import { colour } from "./range-format";
import { Range } from "./range";
import type { Rule } from "./rules";
import { shifted, shiftedAll, tears } from "./shift";
import type { Table} from "./tables";
import { Tables } from "./tables";
import type { Validation } from "./validation";
import { denied, invalid, refuse, same, View } from "./wire";

/** Excel cuts addresses that are longer. */
const longestAddress = 8192;

export class Sheet extends Cells {
  readonly type = "Worksheet";
  readonly Id: string;
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  readonly names: NamedItem[] = [];
  rules: Rule[] = [];
  validations: Validation[] = [];
  readonly Tables = new Tables(() => this.tables, this);
  readonly Charts = new Charts(this);
  readonly Names: Names;
  readonly FreezePanes = new FreezePanes(this);
  readonly Protection = new SheetProtection(this);
  readonly PageLayout = new PageLayout(this);
  readonly AutoFilter = new SheetFilter(this);
  readonly Shapes = new View("ShapeCollection", () => []);
  readonly StandardHeight = standardHeight;
  StandardWidth = standardWidth;
  ShowHeadings = true;
  private name: string;
  private gridlines = true;
  private tab = "";
  private visibility: `${Excel.SheetVisibility}` = "Visible";

  constructor(readonly book: Book, name: string) {
    super();
    this.Id = `{sheet-${book.nextId()}}`;
    this.name = name;
    this.Names = new Names(book, this, this.names);
  }

  get Name(): string {
    return this.name;
  }

  set Name(name: string) {
    this.book.guardStructure();
    checkSheetName(name);
    if (this.book.sheets.some((sheet) => sheet !== this && same(sheet.Name, name))) refuse("ItemAlreadyExists", "The resource being created already exists.");
    const before = this.name;
    this.name = name;
    this.book.change({ sheet: (one) => (same(one, before) ? name : undefined) });
  }

  get Position(): number {
    return this.book.sheets.indexOf(this);
  }

  set Position(position: number) {
    this.book.guardStructure();
    if (position < 0 || position >= this.book.sheets.length) invalid();
    this.book.sheets.splice(this.Position, 1);
    this.book.sheets.splice(position, 0, this);
  }

  get Visibility(): `${Excel.SheetVisibility}` {
    return this.visibility;
  }

  set Visibility(visibility: `${Excel.SheetVisibility}`) {
    this.book.guardStructure();
    if (visibility !== "Visible" && this.isLastVisible()) refuse("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    this.visibility = visibility;
    if (visibility !== "Visible" && this.book.active === this) this.book.active = this.book.sheets.find((sheet) => sheet.visibility === "Visible")!;
  }

  get TabColor(): string {
    return this.tab;
  }

  set TabColor(text: string) {
    this.tab = text === "" ? "" : colour(text);
  }

  get ShowGridlines(): boolean {
    return this.gridlines;
  }

  set ShowGridlines(shown: boolean) {
    this.gridlines = shown;
  }

  Activate(): void {
    if (this.visibility !== "Visible") refuse("InvalidOperation", "A hidden sheet cannot be activated.");
    this.book.active = this;
  }

  Calculate(): void {}

  Delete(): void {
    this.book.guardStructure();
    if (this.visibility === "VeryHidden") refuse("InvalidOperation", "A very hidden sheet cannot be deleted.");
    if (this.isLastVisible()) refuse("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    this.book.removeSheet(this);
  }

  GetCell(row: number, column: number): Range {
    return new Range(this, { top: row, left: column, bottom: row, right: column });
  }

  GetRange(address?: string | null): Range {
    return address === undefined || address === null || address === "" ? new Range(this, wholeSheet) : this.range(address);
  }

  GetRanges(addresses?: string | null): RangeAreas {
    if (!addresses) return new RangeAreas(this, [wholeSheet]);
    if (addresses.length > longestAddress) invalid("The address is longer than 8,192 characters.");
    return new RangeAreas(this, addresses.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((address) => this.range(address).area));
  }

  GetRangeByIndexes(top: number, left: number, rows: number, columns: number): Range {
    return new Range(this, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  GetUsedRange(valuesOnly = false): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    return this.GetRange().GetUsedRangeOrNullObject(valuesOnly);
  }

  /** A range by its address, a name or as it is. */
  range(what: Range | string): Range {
    if (what instanceof Range) return what;
    const parsed = parseAddress(what);
    if (!parsed) return this.book.namedRange(what, this) ?? invalid(`${what} is no range.`);
    const sheet = parsed.sheet === null ? this : (this.book.sheet(parsed.sheet) ?? invalid(`There is no sheet ${parsed.sheet}.`));
    return new Range(sheet, parsed.area);
  }

  tablesIn(area: Rectangle, whole: boolean): Table[] {
    return this.tables.filter((table) => (whole ? holds(area, table.area) : meet(area, table.area)));
  }

  isLastVisible(): boolean {
    return this.visibility === "Visible" && this.book.sheets.filter((sheet) => sheet.visibility === "Visible").length === 1;
  }

  override clear(area: Rectangle, what: `${Excel.ClearApplyTo}`): void {
    super.clear(area, what);
    if (what !== "All" && what !== "Formats") return;
    this.rules = this.rules.filter((rule) => rule.cut(area));
    if (what === "All") this.validations = this.validations.filter((validation) => validation.cut(area));
  }

  /** Inserts (Down, Right) or deletes (Up, Left) cells with all that stands on them. */
  shift(at: Rectangle, to: Shift): void {
    this.guardShift(at, to);
    if (this.tables.some((table) => tears(table.area, at, to) && !holds(table.area, at))) refuse("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");
    if (this.merges.some((area) => tears(area, at, to))) refuse("MergedRangeConflict", "Part of a merged cell would move.");
    this.grid.shift(at, to);
    this.merges = shiftedAll(this.merges, at, to);
    this.links = this.links.flatMap((one) => { const area = shifted(one.area, at, to); return area ? [{ ...one, area }] : []; });
    for (const table of [...this.tables]) table.moved(shifted(table.area, at, to), at, to);
    for (const rule of this.rules) rule.areas = shiftedAll(rule.areas, at, to);
    for (const validation of this.validations) validation.areas = shiftedAll(validation.areas, at, to);
    this.rules = this.rules.filter(({ areas }) => areas.length > 0);
    this.validations = this.validations.filter(({ areas }) => areas.length > 0);
    this.FreezePanes.moved(at, to);
    this.book.Comments.moved(this, at, to);
    this.book.change({ area: (sheet, area) => (same(sheet, this.name) ? shifted(area, at, to) : undefined) });
    this.book.moveKept(this, at, to);
  }

  private guardShift(at: Rectangle, to: Shift): void {
    if (!this.locks) return;
    const [rows, columns] = [at.left === 0 && at.right === lastColumn, at.top === 0 && at.bottom === lastRow];
    const { allowInsertRows, allowDeleteRows, allowInsertColumns, allowDeleteColumns } = this.locks;
    if (!((to === "Down" && rows && allowInsertRows) || (to === "Up" && rows && allowDeleteRows) || (to === "Right" && columns && allowInsertColumns) || (to === "Left" && columns && allowDeleteColumns))) denied();
  }

  /** Copies cells; relative references follow. */
  copy(source: Range, to: Rectangle, what: string): void {
    const [height, width] = [source.RowCount, source.ColumnCount];
    const target = { top: to.top, left: to.left, bottom: Math.max(to.bottom, to.top + height - 1), right: Math.max(to.right, to.left + width - 1) };
    this.guard(target);
    const cells = source.FormulasR1C1 ?? invalid();
    const values = source.Values!;
    const range = new Range(this, target);
    const repeated = <T>(rows: T[][]) => Array.from({ length: range.RowCount }, (_, row) => Array.from({ length: range.ColumnCount }, (_, column) => rows[row % height]![column % width]!));
    if (what === "All" || what === "Formats") {
      const styles = values.map((row, down) => row.map((_, across) => source.sheet.grid.style(source.area.top + down, source.area.left + across)));
      repeated(styles).forEach((row, down) => row.forEach((style, across) => this.grid.setStyle(target.top + down, target.left + across, style)));
    }
    if (what === "All" || what === "Formulas") range.FormulasR1C1 = repeated(cells);
    if (what === "Values") range.Values = repeated(values);
  }

  /** Changes every formula on the sheet: of cells, rules, validations, charts and names of the sheet. */
  change(change: Change): void {
    const made = new Map<string, string>();
    const changedText = (formula: string) => {
      const known = made.get(formula) ?? changed(formula, this.name, change);
      made.set(formula, known);
      return known;
    };
    for (const [row, column, formula] of this.grid.formulas()) {
      const text = changedText(formula);
      if (text !== formula) this.grid.set(row, column, this.grid.value(row, column), text);
    }
    for (const one of [...this.rules, ...this.validations, ...this.charts, ...this.names]) one.changeFormulas(changedText);
  }
}

export function checkSheetName(name: string): void {
  if (typeof name !== "string" || name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'") || same(name, "History")) invalid("The worksheet name is invalid.");
}
