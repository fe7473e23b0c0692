// Defined names, of the workbook or of one sheet.

import { addressOf, quoted } from "./area";
import { checkName, type Book } from "./book";
import { errorTexts } from "./entry";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { Collection, invalid, notFound, refuse, Wire } from "./wire";

export class NamedItem extends Wire {
  readonly type = "NamedItem";
  Visible = true;
  private formula: string;

  constructor(private readonly book: Book, readonly sheet: Sheet | null, readonly Name: string, formula: string, public Comment: string) {
    super();
    this.formula = formula;
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.Name };
  }

  get _Id(): string {
    return this.Name;
  }

  get Scope(): "Worksheet" | "Workbook" {
    return this.sheet ? "Worksheet" : "Workbook";
  }

  get Formula(): string {
    return this.formula;
  }

  set Formula(formula: string) {
    this.book.guardWriting();
    this.book.checkFormula(formula);
    this.formula = formula;
  }

  get Type(): `${Excel.NamedItemType}` {
    if (this.GetRangeOrNullObject()) return "Range";
    const value = this.Value;
    if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
    if (typeof value === "boolean") return "Boolean";
    return errorTexts.includes(value) ? "Error" : "String";
  }

  /** The address of a range, or the value of a constant; what has to be computed first is an error. */
  get Value(): string | number | boolean {
    const range = this.GetRangeOrNullObject();
    if (range) return `${quoted(range.sheet.Name)}!${addressOf(range.area, "$")}`;
    const said = this.formula.slice(1);
    if (/^"(?:[^"]|"")*"$/.test(said)) return said.slice(1, -1).replaceAll('""', '"');
    if (said !== "" && Number.isFinite(Number(said))) return Number(said);
    if (/^(true|false)$/i.test(said)) return said.toUpperCase() === "TRUE";
    return said.includes("#REF!") ? "#REF!" : /^(_xlfn\.)?LAMBDA\(/i.test(said) ? "#CALC!" : "#VALUE!";
  }

  get Worksheet(): Sheet {
    return this.sheet ?? notFound();
  }

  get WorksheetOrNullObject(): Sheet | null {
    return this.sheet;
  }

  GetRange(): Range {
    return this.GetRangeOrNullObject() ?? notFound();
  }

  GetRangeOrNullObject(): Range | null {
    return this.book.rangeIn(this.formula, this.sheet ?? this.book.sheets[0]!);
  }

  Delete(): void {
    this.book.guardWriting();
    const list = this.sheet?.names ?? this.book.names;
    list.splice(list.indexOf(this), 1);
  }

  changeFormulas(changed: (formula: string) => string): void {
    this.formula = changed(this.formula);
  }
}

export class Names extends Collection<NamedItem> {
  readonly type = "NamedItemCollection";

  constructor(private readonly book: Book, private readonly sheet: Sheet | null, readonly items: NamedItem[]) {
    super();
  }

  Add(name: string, reference: Range | string, comment?: string | null): NamedItem {
    this.book.guardWriting();
    checkName(name);
    if (this.find(name) || (!this.sheet && this.book.table(name))) refuse("ItemAlreadyExists", "The resource being created already exists.");
    const item = new NamedItem(this.book, this.sheet, name, this.formulaOf(reference), comment ?? "");
    this.items.push(item);
    return item;
  }

  private formulaOf(reference: Range | string): string {
    if (reference instanceof Range) return `=${quoted(reference.sheet.Name)}!${addressOf(reference.area, "$")}`;
    if (typeof reference !== "string" || reference === "") return invalid();
    const formula = reference.startsWith("=") ? reference : `=${reference}`;
    if (formula.length > 8192) refuse("FormulaLengthExceedsLimit", "The formula is too long.");
    this.book.checkFormula(formula);
    return formula;
  }
}
