// Conditional formats.

import { addressOf, meet, without, type Rectangle } from "./area";
import { RangeAreas } from "./areas";
import { Bag, describeBag, makeBag } from "./bag";
import { Range } from "./range";
import type { Sheet } from "./sheet";
import { Collection, invalid, notFound, refuse, Wire } from "./wire";

/** The child of a conditional format that says what it does, by its type. */
const parts: Readonly<Record<string, readonly [member: string, type: string]>> = {
  Custom: ["Custom", "CustomConditionalFormat"], CellValue: ["CellValue", "CellValueConditionalFormat"], ContainsText: ["TextComparison", "TextConditionalFormat"],
  DataBar: ["DataBar", "DataBarConditionalFormat"], IconSet: ["IconSet", "IconSetConditionalFormat"], ColorScale: ["ColorScale", "ColorScaleConditionalFormat"],
  TopBottom: ["TopBottom", "TopBottomConditionalFormat"], PresetCriteria: ["Preset", "PresetCriteriaConditionalFormat"],
};
const members = Object.values(parts).map(([member]) => member);

export class Rule extends Wire {
  readonly type = "ConditionalFormat";
  readonly Id: string;
  StopIfTrue: boolean | null = null;
  readonly part: Bag;

  constructor(private readonly sheet: Sheet, public areas: Rectangle[], readonly Type: string) {
    super();
    const [, part] = parts[Type] ?? invalid(`There is no conditional format ${Type}.`);
    this.Id = `{rule-${sheet.book.nextId()}}`;
    this.part = makeBag(part, () => sheet.guardFormats());
    if (Type === "DataBar" || Type === "IconSet" || Type === "ColorScale") this.StopIfTrue = null;
  }

  /** 0 is applied first. */
  get Priority(): number {
    return this.sheet.rules.indexOf(this);
  }

  set Priority(priority: number) {
    this.sheet.rules.splice(this.Priority, 1);
    this.sheet.rules.splice(priority, 0, this);
  }

  override has(member: string): boolean {
    return members.includes(member.replace(/OrNullObject$/, "")) || super.has(member);
  }

  override read(member: string): unknown {
    const asked = member.replace(/OrNullObject$/, "");
    if (!members.includes(asked)) return super.read(member);
    if (parts[this.Type]![0] === asked) return this.part;
    return asked === member ? refuse("InvalidOperation", `The conditional format is of the type ${this.Type}.`) : null;
  }

  GetRange(): Range {
    return this.GetRangeOrNullObject() ?? notFound();
  }

  GetRangeOrNullObject(): Range | null {
    return this.areas.length === 1 ? new Range(this.sheet, this.areas[0]!) : null;
  }

  GetRanges(): RangeAreas {
    return new RangeAreas(this.sheet, this.areas);
  }

  Delete(): void {
    this.sheet.guardFormats();
    this.sheet.rules.splice(this.sheet.rules.indexOf(this), 1);
  }

  /** Takes an area out; false when nothing is left. */
  cut(area: Rectangle): boolean {
    this.areas = this.areas.flatMap((one) => without(one, area));
    return this.areas.length > 0;
  }

  changeFormulas(changed: (formula: string) => string): void {
    changeBag(this.part, changed);
  }

  get address(): string {
    return this.areas.map((area) => addressOf(area)).join(",");
  }
}

function changeBag(bag: Bag, changed: (formula: string) => string): void {
  for (const [name, value] of bag.values) bag.values.set(name, changedValue(value, changed));
  const rule = bag.has("Rule") ? bag.read("Rule") : null;
  if (rule instanceof Bag) changeBag(rule, changed);
}

function changedValue(value: unknown, changed: (formula: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("=") ? changed(value) : value;
  if (Array.isArray(value)) return value.map((one) => changedValue(one, changed));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changedValue(one, changed)])) : value;
}

/** Those that touch a range. */
export class RulesOfRange extends Collection<Rule> {
  readonly type = "ConditionalFormatCollection";

  constructor(private readonly sheet: Sheet, private readonly areas: readonly Rectangle[]) {
    super();
  }

  get items(): readonly Rule[] {
    return this.sheet.rules.filter((rule) => rule.areas.some((one) => this.areas.some((area) => meet(area, one))));
  }

  Add(type: string): Rule {
    this.sheet.guardFormats();
    const rule = new Rule(this.sheet, [...this.areas], type);
    this.sheet.rules.unshift(rule);
    return rule;
  }

  ClearAll(): void {
    this.sheet.guardFormats();
    this.sheet.rules = this.sheet.rules.filter((rule) => this.areas.every((area) => rule.cut(area)));
  }
}

class ConditionalBorders extends Collection<Bag> {
  readonly type = "ConditionalRangeBorderCollection";
  readonly items: readonly Bag[];

  constructor(guard: () => void) {
    super();
    this.items = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"].map((SideIndex) => makeBag("ConditionalRangeBorder", guard, { SideIndex, Style: "None", Color: "#000000" }));
  }

  protected override means(item: Bag, key: string): boolean {
    return item.values.get("SideIndex") === key;
  }

  override has(member: string): boolean {
    return /^(Top|Bottom|Left|Right)$/.test(member) || super.has(member);
  }

  override read(member: string): unknown {
    return /^(Top|Bottom|Left|Right)$/.test(member) ? this.GetItem(`Edge${member}`) : super.read(member);
  }
}

class ConditionalRangeFormat extends Bag {
  readonly Borders = new ConditionalBorders(this.guard);
}

class ClearableFill extends Bag {
  Clear(): void {
    this.guard();
    this.values.delete("Color");
  }
}

class ConditionalFont extends Bag {
  Clear(): void {
    this.guard();
    this.values.clear();
  }
}

class FormulaRule extends Bag {
  override write(member: string, value: unknown): void {
    if (typeof value !== "string" || !value.startsWith("=")) invalid("The formula of a rule starts with =.");
    super.write(member, value);
  }
}

describeBag("ConditionalRangeFormat", {}, ConditionalRangeFormat);
describeBag("ConditionalRangeFill", {}, ClearableFill);
describeBag("ConditionalRangeFont", {}, ConditionalFont);
describeBag("ConditionalFormatRule", {}, FormulaRule);
describeBag("DataBarConditionalFormat", { ShowDataBarOnly: false, BarDirection: "Context", AxisFormat: "Automatic", AxisColor: "#000000", LowerBoundRule: { type: "Automatic" }, UpperBoundRule: { type: "Automatic" } });
describeBag("ConditionalDataBarPositiveFormat", { FillColor: "#638EC6", GradientFill: true, BorderColor: "#638EC6" });
describeBag("ConditionalDataBarNegativeFormat", { FillColor: "#FF0000", BorderColor: "#FF0000", MatchPositiveBorderColor: true, MatchPositiveFillColor: false });
describeBag("IconSetConditionalFormat", { ReverseIconOrder: false, ShowIconOnly: false, Style: "ThreeTrafficLights1" });
