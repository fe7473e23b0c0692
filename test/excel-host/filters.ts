// Filters of tables and sheets: what they let through, and the rows they hide.

import type { Rectangle } from "./area";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { textOf } from "./shown";
import { invalid, notFound, Wire } from "./wire";

export class AutoFilter extends Wire {
  readonly type = "AutoFilter";
  readonly criteria = new Map<number, Excel.FilterCriteria>();
  private hidden: number[] = [];

  constructor(readonly sheet: Sheet, protected readonly area: () => Rectangle | null) {
    super();
  }

  get Enabled(): boolean {
    return this.area() !== null;
  }

  get IsDataFiltered(): boolean {
    return this.criteria.size > 0;
  }

  get Criteria(): (Excel.FilterCriteria | null)[] {
    const area = this.area();
    return area ? Array.from({ length: area.right - area.left + 1 }, (_, column) => this.criteria.get(column) ?? null) : [];
  }

  Apply(_range: Range | string, column?: number | null, criteria?: Excel.FilterCriteria | null): void {
    if (typeof column === "number" && criteria) this.set(column, criteria);
  }

  ClearColumnCriteria(column: number): void {
    this.guard();
    this.criteria.delete(column);
    this.hide();
  }

  ClearCriteria(): void {
    this.criteria.clear();
    this.hide();
  }

  Reapply(): void {
    this.hide();
  }

  GetRange(): Range {
    return this.GetRangeOrNullObject() ?? notFound();
  }

  GetRangeOrNullObject(): Range | null {
    const area = this.area();
    return area && new Range(this.sheet, area);
  }

  set(column: number, criteria: Excel.FilterCriteria): void {
    this.guard();
    this.criteria.set(column, criteria);
    this.hide();
  }

  private guard(): void {
    if (this.sheet.locks && !this.sheet.locks.allowAutoFilter) this.sheet.guard(this.area() ?? invalid());
  }

  /** Hides the rows that some criterion does not let through. */
  private hide(): void {
    for (const row of this.hidden) this.sheet.grid.row(row).hidden = false;
    const area = this.area();
    this.hidden = [];
    if (!area || this.criteria.size === 0) return;
    for (let row = area.top + 1; row <= area.bottom; row += 1) {
      if ([...this.criteria].every(([column, criteria]) => this.lets(row, area.left + column, criteria))) continue;
      this.sheet.grid.row(row).hidden = true;
      this.hidden.push(row);
    }
  }

  private lets(row: number, column: number, criteria: Excel.FilterCriteria): boolean {
    const value = this.sheet.grid.value(row, column);
    const text = textOf(value, String(this.sheet.styleOf(row, column, "numberFormat")));
    if (criteria.filterOn === "Values") return (criteria.values ?? []).some((one) => typeof one === "string" && one.toLowerCase() === text.toLowerCase());
    if (criteria.filterOn !== "Custom") return true;
    const first = matches(value, text, criteria.criterion1 ?? "");
    if (!criteria.criterion2) return first;
    const second = matches(value, text, criteria.criterion2);
    return criteria.operator === "Or" ? first || second : first && second;
  }
}

/** `>100`, `<>x`, `=*part*`; texts with `*` and `?`. */
function matches(value: string | number | boolean, text: string, criterion: string): boolean {
  const [, operator = "=", said = ""] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  const [one, other] = [Number(value), Number(said)];
  const isNumber = typeof value === "number" && said !== "" && Number.isFinite(other);
  const pattern = new RegExp(`^${said.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`, "is");
  const isSame = isNumber ? one === other : pattern.test(text);
  switch (operator) {
    case "=": return isSame;
    case "<>": return !isSame;
    case "<": return isNumber && one < other;
    case ">": return isNumber && one > other;
    case "<=": return isNumber && one <= other;
    default: return isNumber && one >= other;
  }
}

/** The filter of one column of a table. */
export class Filter extends Wire {
  readonly type = "Filter";

  constructor(private readonly filters: AutoFilter, private readonly column: number) {
    super();
  }

  get Criteria(): Excel.FilterCriteria | null {
    return this.filters.criteria.get(this.column) ?? null;
  }

  Apply(criteria: Excel.FilterCriteria): void {
    this.filters.set(this.column, criteria);
  }

  ApplyValuesFilter(values: (string | Excel.FilterDatetime)[]): void {
    this.Apply({ filterOn: "Values" as Excel.FilterOn, values });
  }

  ApplyCustomFilter(criterion1: string, criterion2?: string | null, operator?: "And" | "Or" | null): void {
    this.Apply({ filterOn: "Custom" as Excel.FilterOn, criterion1, ...(criterion2 ? { criterion2, operator: (operator ?? "And") as Excel.FilterOperator } : {}) });
  }

  Clear(): void {
    this.filters.ClearColumnCriteria(this.column);
  }
}

/** The filter of a sheet, outside of tables. */
export class SheetFilter extends AutoFilter {
  private range: Rectangle | null = null;

  constructor(sheet: Sheet) {
    super(sheet, () => this.range);
  }

  override Apply(range: Range | string, column?: number | null, criteria?: Excel.FilterCriteria | null): void {
    this.range = this.sheet.range(range).area;
    super.Apply(range, column, criteria);
  }

  Remove(): void {
    this.ClearCriteria();
    this.range = null;
  }
}
