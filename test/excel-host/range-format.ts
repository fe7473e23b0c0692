// The format of a range: fill, font, borders, alignment, sizes; one property of many cells is null where they differ.

import type { Rectangle } from "./area";
import type { Sheet } from "./sheet";
import { plainStyle, type Style } from "./styles";
import { Collection, invalid, Wire } from "./wire";

type StyleValue = string | number | boolean;

/** One or more areas of a sheet. */
interface Areas {
  readonly sheet: Sheet;
  readonly areas: readonly Rectangle[];
}

/** Properties that are kept in the styles of cells, below a path. */
abstract class Dressed extends Wire {
  protected abstract readonly path: string;
  protected abstract readonly members: readonly string[];

  constructor(protected readonly on: Areas) {
    super();
  }

  protected dress(patch: Style): void {
    for (const area of this.on.areas) this.on.sheet.dress(area, patch);
  }

  override has(member: string): boolean {
    return this.members.includes(member) || super.has(member);
  }

  override read(member: string): unknown {
    return this.members.includes(member) ? commonTo(this.on.areas.map((area) => this.on.sheet.common(area, this.key(member)))) : super.read(member);
  }

  override write(member: string, value: unknown): void {
    if (!this.members.includes(member)) return super.write(member, value);
    this.dress({ [this.key(member)]: this.checked(member, value) });
  }

  protected checked(member: string, value: unknown): StyleValue {
    if (/color$/i.test(member) && typeof value === "string") return colour(value);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : invalid(`${this.type}.${member} is never ${JSON.stringify(value)}.`);
  }

  private key(member: string): string {
    const name = member.charAt(0).toLowerCase() + member.slice(1);
    return this.path === "" ? name : `${this.path}.${name}`;
  }
}

function commonTo<T>(values: readonly T[]): T | null {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null;
}

/** `#RRGGBB` in capitals; names of HTML colours as they are. */
export function colour(text: string): string {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  return /^[a-z]+$/i.test(text) ? text : invalid(`${text} is no colour.`);
}

export class RangeFormat extends Dressed {
  readonly type = "RangeFormat";
  protected readonly path = "";
  protected readonly members = ["HorizontalAlignment", "VerticalAlignment", "WrapText", "IndentLevel", "TextOrientation", "ShrinkToFit", "ReadingOrder", "AutoIndent"];

  get Fill(): Wire {
    return new RangeFill(this.on);
  }

  get Font(): Wire {
    return new RangeFont(this.on);
  }

  get Protection(): Wire {
    return new FormatProtection(this.on);
  }

  get Borders(): RangeBorders {
    return new RangeBorders(this.on);
  }

  get ColumnWidth(): number | null {
    return commonTo(this.on.areas.map((area) => this.on.sheet.sizes("column", area)));
  }

  set ColumnWidth(points: number) {
    for (const area of this.on.areas) this.on.sheet.resize("column", area, points);
  }

  get RowHeight(): number | null {
    return commonTo(this.on.areas.map((area) => this.on.sheet.sizes("row", area)));
  }

  set RowHeight(points: number) {
    for (const area of this.on.areas) this.on.sheet.resize("row", area, points);
  }

  AutofitColumns(): void {
    this.on.sheet.guardFormats();
  }

  AutofitRows(): void {
    this.on.sheet.guardFormats();
  }
}

class RangeFill extends Dressed {
  readonly type = "RangeFill";
  protected readonly path = "fill";
  protected readonly members = ["Color", "TintAndShade", "Pattern", "PatternColor", "PatternTintAndShade"];

  override write(member: string, value: unknown): void {
    super.write(member, value);
    if (member === "Color") this.dress({ "fill.pattern": "Solid" });
  }

  Clear(): void {
    this.dress({ "fill.color": "#FFFFFF", "fill.pattern": "None" });
  }
}

class RangeFont extends Dressed {
  readonly type = "RangeFont";
  protected readonly path = "font";
  protected readonly members = ["Bold", "Italic", "Underline", "Strikethrough", "Subscript", "Superscript", "Color", "Name", "Size", "TintAndShade"];
}

class FormatProtection extends Dressed {
  readonly type = "FormatProtection";
  protected readonly path = "protection";
  protected readonly members = ["Locked", "FormulaHidden"];
}

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;
type Side = (typeof sides)[number];

class RangeBorders extends Collection<RangeBorder> {
  readonly type = "RangeBorderCollection";
  readonly items: readonly RangeBorder[];

  constructor(on: Areas) {
    super();
    this.items = sides.map((side) => new RangeBorder(on, side));
  }

  protected override means(item: RangeBorder, key: string): boolean {
    return item.SideIndex === key;
  }
}

class RangeBorder extends Wire {
  readonly type = "RangeBorder";

  constructor(private readonly on: Areas, readonly SideIndex: Side) {
    super();
  }

  get Style(): unknown {
    return this.common("style");
  }

  set Style(style: string) {
    this.dress("style", style);
  }

  get Color(): unknown {
    return this.common("color");
  }

  set Color(text: string) {
    this.dress("color", colour(text));
    if (this.Style === "None") this.dress("style", "Continuous");
  }

  get Weight(): unknown {
    return this.common("weight");
  }

  set Weight(weight: string) {
    this.dress("weight", weight);
    if (this.Style === "None") this.dress("style", "Continuous");
  }

  get TintAndShade(): unknown {
    return this.common("tintAndShade");
  }

  set TintAndShade(tint: number) {
    this.dress("tintAndShade", tint);
  }

  private dress(property: string, value: StyleValue): void {
    for (const [side, area] of this.edges()) this.on.sheet.dress(area, { [`${side}.${property}`]: value });
  }

  private common(property: string): unknown {
    const edges = this.edges();
    return edges.length === 0 ? plainStyle[`top.${property}`] : commonTo(edges.map(([side, area]) => this.on.sheet.common(area, `${side}.${property}`)));
  }

  private edges(): (readonly [side: string, area: Rectangle])[] {
    return this.on.areas.flatMap((area) => edges(this.SideIndex, area));
  }
}

/** The cells and the side of each that a border of a range is. */
function edges(side: Side, area: Rectangle): (readonly [side: string, area: Rectangle])[] {
  const { top, left, bottom, right } = area;
  switch (side) {
    case "EdgeTop": return [["top", { ...area, bottom: top }]];
    case "EdgeBottom": return [["bottom", { ...area, top: bottom }]];
    case "EdgeLeft": return [["left", { ...area, right: left }]];
    case "EdgeRight": return [["right", { ...area, left: right }]];
    case "InsideHorizontal": return top === bottom ? [] : [["bottom", { ...area, bottom: bottom - 1 }], ["top", { ...area, top: top + 1 }]];
    case "InsideVertical": return left === right ? [] : [["right", { ...area, right: right - 1 }], ["left", { ...area, left: left + 1 }]];
    case "DiagonalDown": return [["diagonalDown", area]];
    case "DiagonalUp": return [["diagonalUp", area]];
  }
}
