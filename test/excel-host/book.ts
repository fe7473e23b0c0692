// The workbook: sheets, names, what is selected; everything that crosses sheets happens here.

import { parseAddress, type Rectangle } from "./area";
import { RangeAreas } from "./areas";
import { Kept } from "./batch";
import { Application, CustomProperties, CustomXmlParts, Runtime, Settings, WorkbookProtection } from "./book-parts";
import { Bag } from "./bag";
import type { Chart } from "./charts";
import { Comments } from "./comments";
import { changed, faultOf, type Change } from "./formulas";
import type { Shift } from "./grid";
import type { NamedItem} from "./names";
import { Names } from "./names";
import { Range } from "./range";
import { checkSheetName, Sheet } from "./sheet";
import { shifted } from "./shift";
import { Styles } from "./styles";
import { Tables, type Table } from "./tables";
import { Collection, denied, invalid, notFound, refuse, same, Wire } from "./wire";

export class Book extends Wire {
  readonly type = "Workbook";
  readonly styles = new Styles();
  readonly sheets: Sheet[] = [];
  readonly names: NamedItem[] = [];
  readonly kept = new Kept();
  active: Sheet;
  selected: Range;
  activeChart: Chart | null = null;
  /** Whether the structure is protected. */
  isProtected = false;
  readOnly = false;
  readonly Name = "Book1.xlsx";
  readonly IsDirty = true;
  readonly AutoSave = true;
  readonly PreviouslySaved = true;
  readonly Application: Application;
  readonly Protection = new WorkbookProtection(this);
  readonly Settings = new Settings();
  readonly CustomXmlParts = new CustomXmlParts(this);
  readonly Properties = new Bag("DocumentProperties", () => this.guardWriting(), { Title: "", Subject: "", Author: "", Keywords: "", Comments: "", Category: "", Manager: "", Company: "", LastAuthor: "", RevisionNumber: 0 });
  readonly Names = new Names(this, null, this.names);
  readonly Tables = new Tables(() => this.tables, this);
  readonly Worksheets = new Sheets(this);
  readonly Comments = new Comments(this);
  readonly _Runtime = new Runtime();
  private ids = 0;

  constructor(language = "en-US") {
    super();
    this.Application = new Application(this, language);
    this.Properties.setChild("Custom", new CustomProperties(this));
    this.active = new Sheet(this, "Sheet1");
    this.sheets.push(this.active);
    this.selected = this.active.GetCell(0, 0);
  }

  get ReadOnly(): boolean {
    return this.readOnly;
  }

  get tables(): Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  nextId(): number {
    return ++this.ids;
  }

  GetSelectedRange(): Range {
    return this.selected.sheet === this.active ? this.selected : this.active.GetCell(0, 0);
  }

  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }

  GetActiveChart(): Chart {
    return this.activeChart ?? notFound();
  }

  GetActiveChartOrNullObject(): Chart | null {
    return this.activeChart;
  }

  guardStructure(): void {
    if (this.isProtected) denied();
    this.guardWriting();
  }

  guardWriting(): void {
    if (this.readOnly) denied();
  }

  sheet(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => same(sheet.Name, name));
  }

  table(name: string): Table | undefined {
    return this.tables.find((table) => same(table.Name, name));
  }

  select(range: Range): void {
    this.active = range.sheet;
    this.selected = range;
    this.activeChart = null;
  }

  /** The range a name or a table stands for; null where there is none. */
  namedRange(text: string, home: Sheet): Range | null {
    const table = /^([^[\]]+)(?:\[.*\])?$/.exec(text)?.[1];
    const struct = table === undefined ? undefined : this.table(table)?.rangeOf(text);
    if (struct) return struct;
    const name = home.Names.find(text) ?? this.Names.find(text);
    return name?.GetRangeOrNullObject() ?? null;
  }

  /** The range a formula is, as `=Sheet1!$A$1:$B$2` or `=Deals[Amount]`. */
  rangeIn(formula: string, home: Sheet): Range | null {
    const parsed = parseAddress(formula.slice(1));
    if (!parsed) return formula.includes("[") ? this.namedRange(formula.slice(1), home) : null;
    const sheet = parsed.sheet === null ? home : this.sheet(parsed.sheet);
    return sheet ? new Range(sheet, parsed.area) : null;
  }

  /** Throws where Excel would refuse a formula; `around` is the table the cell is in. */
  checkFormula(formula: string, around?: Table): void {
    const fault = faultOf(formula, {
      sheet: (name) => this.sheet(name) !== undefined,
      columns: (table) => (table === "" ? around : this.table(table))?.columns.map(({ name }) => name) ?? null,
    });
    if (fault) invalid(fault);
  }

  /** Changes every formula of the workbook. */
  change(change: Change): void {
    for (const sheet of this.sheets) sheet.change(change);
    for (const name of this.names) name.changeFormulas((formula) => changed(formula, "", change));
  }

  addSheet(name?: string, at = this.sheets.length): Sheet {
    this.guardStructure();
    const given = name ?? this.freeName((number) => `Sheet${number}`, (one) => this.sheet(one) !== undefined);
    checkSheetName(given);
    if (this.sheet(given)) refuse("ItemAlreadyExists", "The resource being created already exists.");
    const sheet = new Sheet(this, given);
    this.sheets.splice(at, 0, sheet);
    return sheet;
  }

  removeSheet(sheet: Sheet): void {
    const at = this.sheets.indexOf(sheet);
    const gone = sheet.tables.map((table) => table.Name);
    this.sheets.splice(at, 1);
    this.Comments.sheetGone(sheet);
    if (this.active === sheet) this.active = (this.sheets.slice(at).find((one) => one.Visibility === "Visible") ?? this.sheets.findLast((one) => one.Visibility === "Visible"))!;
    if (this.selected.sheet === sheet) this.selected = this.active.GetCell(0, 0);
    if (this.activeChart?.sheet === sheet) this.activeChart = null;
    this.change({ sheet: (name) => (same(name, sheet.Name) ? null : undefined), struct: ({ table }) => (gone.some((name) => same(name, table ?? "")) ? null : undefined) });
  }

  freeName(named: (number: number) => string, isTaken: (name: string) => boolean): string {
    for (let number = 1; ; number += 1) if (!isTaken(named(number))) return named(number);
  }

  /** Ranges that office.js keeps, and the selection, move with their cells. */
  moveKept(sheet: Sheet, at: Rectangle, to: Shift): void {
    for (const object of [...this.kept.all(), this.selected]) {
      if (object instanceof Range && object.sheet === sheet) object.area = shifted(object.area, at, to) ?? object.area;
      if (object instanceof RangeAreas && object.sheet === sheet) object.areas = object.areas.flatMap((area) => shifted(area, at, to) ?? []);
    }
  }

  /** Whether a name may be given to a name, table or none of these. */
  isNameTaken(name: string): boolean {
    return this.table(name) !== undefined || this.names.some((one) => same(one.Name, name));
  }
}

class Sheets extends Collection<Sheet> {
  readonly type = "WorksheetCollection";

  constructor(private readonly book: Book) {
    super();
  }

  get items(): readonly Sheet[] {
    return this.book.sheets;
  }

  Add(name?: string | null): Sheet {
    return this.book.addSheet(name ?? undefined);
  }

  GetActiveWorksheet(): Sheet {
    return this.book.active;
  }

  GetFirst(visibleOnly = false): Sheet {
    return this.shown(visibleOnly)[0]!;
  }

  GetLast(visibleOnly = false): Sheet {
    return this.shown(visibleOnly).at(-1)!;
  }

  override GetCount(visibleOnly = false): number {
    return this.shown(visibleOnly).length;
  }

  private shown(visibleOnly: boolean): readonly Sheet[] {
    return this.items.filter((sheet) => !visibleOnly || sheet.Visibility === "Visible");
  }
}

/** Excel's rules for names of names and tables. */
export function checkName(name: string): void {
  const isCell = /^[a-z]{1,3}\d{1,7}$/i.test(name) && parseAddress(name) !== null;
  if (typeof name !== "string" || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) || isCell || /^(r|c|r\d*c\d*)$/i.test(name)) invalid(`The name ${name} is not valid.`);
}
