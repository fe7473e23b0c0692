// The styles part: each font, fill, border and format once, in the order they are first used.

import { fontName, headerStyleOf, numberFormat, palette, styleOf, tableStyles, toneStyles, type Edge, type Style } from "../../sheets/theme";
import { tones, type Format, type Look, type Tone, type WorkbookPlan } from "../../sheets/plan";
import type { CellValue } from "../../values";
import { declaration, namespaces, xmlAttribute } from "./xml";

/** Gives out style numbers while sheets are written, and then the part that explains them. */
export interface Styles {
  /** The `s` of a cell; its value says the side where the format does not. */
  cell(look: Look, format: Format, value?: CellValue): number;
  /** The `s` of the header of a column whose cells look so. */
  header(look: Look, format: Format): number;
  /** The `dxfId` of a conditional format. */
  tone(tone: Tone): number;
  numberFormat(format: Format): string;
  xml(): string;
}

export function createStyles(plan: Pick<WorkbookPlan, "language" | "currency">): Styles {
  const font = fontName(plan.language);
  const fonts = registry(fontXml(styleOf("value", "general"), font));
  const fills = registry("<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>");
  const borders = registry("<border><left/><right/><top/><bottom/><diagonal/></border>");
  const formats = registry();
  const cells = registry('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const known = new Map<string, number>();

  function formatOf(format: Format): string {
    return numberFormat(format, plan);
  }
  function formatId(code: string): number {
    return builtIn[code] ?? formats.at(code) + 164;
  }
  function cellXml(style: Style, code: string): string {
    const ids = `numFmtId="${formatId(code)}" fontId="${fonts.at(fontXml(style, font))}" fillId="${fills.at(fillXml(style))}" borderId="${borders.at(borderXml(style))}"`;
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
    tone: (tone) => tones.indexOf(tone),
    numberFormat: formatOf,
    xml: () =>
      `${declaration}<styleSheet xmlns="${namespaces.main}">` +
      (formats.all.length ? list("numFmts", formats.all.map((code, id) => `<numFmt numFmtId="${id + 164}" formatCode="${xmlAttribute(code)}"/>`)) : "") +
      list("fonts", fonts.all) + list("fills", fills.all) + list("borders", borders.all) +
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) + list("cellXfs", cells.all) +
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) + list("dxfs", tones.map(toneXml)) +
      `<tableStyles count="0" defaultTableStyle="${tableStyles.data.name}" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`,
  };
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
