// The styles part: each font, fill, border and format once, in the order they are first used.

import { fontName, headerStyleOf, numberFormat, palette, styleOf, tableStyles, toneStyles, type Edge, type Style } from "../../sheets/theme";
import { tones, type Format, type Look, type Tone, type WorkbookPlan } from "../../sheets/plan";
import type { CellValue } from "../../values";
import type { StylesBase } from "./styles-base";
import { declaration, namespaces, xmlAttribute } from "./xml";

/** Gives out style numbers while sheets are written, and then the part that explains them. */
export interface Styles {
  /** The `s` of a cell; its value says the side where the format does not. */
  cell(look: Look, format: Format, value?: CellValue): number;
  /** The `s` of the header of a column whose cells look so. */
  header(look: Look, format: Format): number;
  /** The same style for a text that begins like a formula: Excel then shows an apostrophe before it and never computes it. */
  quoted(style: number): number;
  /** The `dxfId` of a conditional format. */
  tone(tone: Tone): number;
  numberFormat(format: Format): string;
  xml(): string;
}

/** `base` holds the styles a file has already, which keep their numbers. */
export function createStyles(plan: Pick<WorkbookPlan, "language" | "currency">, base: StylesBase | null = null): Styles {
  const font = fontName(plan.language);
  const start = (list: string, ...first: readonly string[]) => registry(...(base ? base.items(list) : first));
  const fonts = start("fonts", fontXml(styleOf("value", "general"), font));
  const fills = start("fills", '<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  const borders = start("borders", "<border><left/><right/><top/><bottom/><diagonal/></border>");
  const cells = start("cellXfs", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const dxfs = start("dxfs");
  const formats = formatNumbers(base);
  const tonesAt = new Map(tones.map((tone) => [tone, dxfs.at(toneXml(tone))]));
  const known = new Map<string, number>();
  const quoted = new Map<number, number>();

  function formatOf(format: Format): string {
    return numberFormat(format, plan);
  }
  function cellXml(style: Style, code: string): string {
    const ids = `numFmtId="${formats.at(code)}" fontId="${fonts.at(fontXml(style, font))}" fillId="${fills.at(fillXml(style))}" borderId="${borders.at(borderXml(style))}"`;
    const applied = 'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    const open = style.open ? '<protection locked="0"/>' : "";
    return `<xf ${ids} ${applied}${style.open ? ' applyProtection="1"' : ""}>${alignmentXml(style)}${open}</xf>`;
  }
  return {
    cell(look, format, value = null) {
      const key = `${look} ${format} ${value === "" ? "" : typeof value}`;
      const id = known.get(key) ?? cells.at(cellXml(styleOf(look, format, value), formatOf(format)));
      known.set(key, id);
      return id;
    },
    header: (look, format) => cells.at(cellXml(headerStyleOf(look, format), formatOf("general"))),
    quoted(style) {
      const id = quoted.get(style) ?? cells.at((cells.all[style] ?? "").replace(/ quotePrefix="\w*"/, "").replace(/^<(\w+:)?xf\b/, '$& quotePrefix="1"'));
      quoted.set(style, id);
      return id;
    },
    tone: (tone) => tonesAt.get(tone) ?? 0,
    numberFormat: formatOf,
    xml() {
      const lists = { numFmts: formats.all(), fonts: fonts.all, fills: fills.all, borders: borders.all, cellXfs: cells.all, dxfs: dxfs.all };
      return base ? base.xml(new Map(Object.entries(lists))) : stylesXml(lists);
    },
  };
}

type Lists = Readonly<Record<"numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs", readonly string[]>>;

function stylesXml(lists: Lists): string {
  return (
    `${declaration}<styleSheet xmlns="${namespaces.main}">` +
    (lists.numFmts.length ? list("numFmts", lists.numFmts) : "") +
    list("fonts", lists.fonts) + list("fills", lists.fills) + list("borders", lists.borders) +
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) + list("cellXfs", lists.cellXfs) +
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) + list("dxfs", lists.dxfs) +
    `<tableStyles count="0" defaultTableStyle="${tableStyles.data.name}" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
  );
}

/** Numbers for format codes: Excel's own, those the file has, and new ones from 164 up. */
function formatNumbers(base: StylesBase | null): { at(code: string): number; all(): readonly string[] } {
  const ids = new Map(base?.formats);
  let next = Math.max(163, ...ids.values()) + 1;
  function at(code: string): number {
    const id = builtIn[code] ?? ids.get(code) ?? next++;
    if (builtIn[code] === undefined) ids.set(code, id);
    return id;
  }
  const added = () => [...ids].filter(([code]) => !base?.formats.has(code)).map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlAttribute(code)}"/>`);
  return { at, all: () => [...(base?.items("numFmts") ?? []), ...added()] };
}

/** Excel's own numbers for formats, which follow the user's settings less often than they surprise. */
const builtIn: Readonly<Record<string, number>> = { General: 0, "0": 1, "#,##0": 3, "#,##0.00": 4, "@": 49 };

interface Registry {
  readonly all: readonly string[];
  at(xml: string): number;
}

function registry(...first: readonly string[]): Registry {
  const all = [...first];
  const ids = new Map(all.map((xml, id) => [xml, id]));
  function at(xml: string): number {
    const known = ids.get(xml);
    if (known !== undefined) return known;
    ids.set(xml, all.length);
    return all.push(xml) - 1;
  }
  return { all, at };
}

function list(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
}

/** `FFRRGGBB` of `#RRGGBB`. */
export function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}

function fontXml(style: Style, name: string): string {
  const marks = `${style.bold ? "<b/>" : ""}${style.italic ? "<i/>" : ""}${style.underline ? "<u/>" : ""}`;
  return `<font>${marks}<sz val="${style.size}"/><color rgb="${argb(style.colour)}"/><name val="${name}"/><family val="2"/></font>`;
}

function fillXml({ fill }: Style): string {
  if (!fill) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ left, right, top, bottom }: Style): string {
  return `<border>${edgeXml("left", left)}${edgeXml("right", right)}${edgeXml("top", top)}${edgeXml("bottom", bottom)}<diagonal/></border>`;
}

function edgeXml(side: string, edge: Edge | null): string {
  return edge ? `<${side} style="${edge.weight}"><color rgb="${argb(edge.colour)}"/></${side}>` : `<${side}/>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const side = horizontal === "general" ? "" : ` horizontal="${horizontal}"`;
  return `<alignment${side} vertical="${vertical}"${wrap ? ' wrapText="1"' : ""}${indent ? ` indent="${indent}"` : ""}/>`;
}

function toneXml(tone: Tone): string {
  const { colour, fill, bold } = toneStyles[tone];
  const font = `<font>${bold ? "<b/>" : ""}<color rgb="${argb(colour ?? palette.ink)}"/></font>`;
  return `<dxf>${font}${fill ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill>` : ""}</dxf>`;
}
