// What everything looks like: colours, fonts, fills, borders, number formats. Hosts only translate it.

import type { CellValue } from "../values";
import type { Format, Look, TablePlan, Tone, WorkbookPlan } from "./plan";

/** Colours by name, apart for every kind of colour blindness; plans may say a name or `#RRGGBB`. */
export const palette = {
  navy: "#14304F", blue: "#2C6FB3", teal: "#12827C", aqua: "#5FBFB5", amber: "#E2A32B", orange: "#D9722E", red: "#B93A3A",
  violet: "#6A5AA8", slate: "#5A6B7D", grey: "#A9B4C0", mist: "#DCE3EA", paper: "#F4F7FA", white: "#FFFFFF", ink: "#1F2A37",
} as const;
type Colour = keyof typeof palette;

/** Colours of a chart's series in their order. */
export const chartColours: readonly string[] = ["teal", "navy", "amber", "blue", "violet", "orange", "aqua", "slate"].map(colourOf);

/** `#RRGGBB` of a palette name or of a colour written so. */
export function colourOf(name: string): string {
  if (Object.hasOwn(palette, name)) return palette[name as Colour];
  if (/^#?[0-9a-f]{6}$/i.test(name)) return `#${name.replace("#", "").toUpperCase()}`;
  throw new Error(`unknown colour: ${name}`);
}

/** Black or white, whichever can be read on the colour (dark text from a contrast of 4.5 on). */
export function textOn(colour: string): string {
  const value = parseInt(colourOf(colour).slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255].map(linear) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / (0.0218 + 0.05) >= 4.5 ? palette.ink : palette.white;
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** The font of the workbook: one every Excel has, with glyphs of the language. */
export function fontName(language: WorkbookPlan["language"]): string {
  return language === "zh-CN" ? "Microsoft YaHei" : "Calibri";
}

export interface Edge {
  readonly weight: "hair" | "thin" | "medium";
  readonly colour: string;
}

/** How a cell looks; colours are `#RRGGBB`, sizes points. */
export interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly top: Edge | null;
  readonly bottom: Edge | null;
  readonly left: Edge | null;
  readonly right: Edge | null;
  readonly horizontal: "general" | "left" | "center" | "right";
  readonly vertical: "top" | "center";
  readonly wrap: boolean;
  readonly indent: number;
  /** The user may type in it on a protected sheet. */
  readonly open: boolean;
}

const base: Style = {
  size: 10.5, bold: false, italic: false, underline: false, colour: palette.ink, fill: null, top: null, bottom: null, left: null, right: null,
  horizontal: "general", vertical: "center", wrap: false, indent: 0, open: false,
};
const line: Edge = { weight: "thin", colour: palette.mist };
const inputLine: Edge = { weight: "thin", colour: "#D9C58A" };
const typed = {
  fill: "#FFF8DC", colour: "#1F4FBF", top: inputLine, bottom: inputLine, left: inputLine, right: inputLine, open: true,
} as const;
const card = { fill: palette.paper, horizontal: "left", indent: 1 } as const;

const looked: Record<Look, Partial<Style>> = {
  plain: { bottom: line },
  title: { size: 20, bold: true, colour: palette.navy, horizontal: "left" },
  subtitle: { size: 11, colour: palette.slate, horizontal: "left" },
  section: { size: 13, bold: true, colour: palette.navy, horizontal: "left", bottom: { weight: "medium", colour: palette.teal } },
  heading: { size: 10, bold: true, colour: palette.white, fill: palette.navy, wrap: true },
  label: { colour: palette.ink, horizontal: "left", bottom: line },
  value: { bottom: line },
  total: { bold: true, fill: "#E8EEF4", top: { weight: "thin", colour: palette.navy }, bottom: { weight: "thin", colour: palette.navy } },
  input: typed,
  choice: { ...typed, horizontal: "left" },
  note: { size: 9, italic: true, colour: palette.slate, horizontal: "left", vertical: "top", wrap: true },
  sentence: { size: 11, horizontal: "left", vertical: "top", wrap: true },
  link: { colour: palette.blue, underline: true, horizontal: "left" },
  cardLabel: { ...card, size: 9.5, colour: palette.slate, top: { weight: "medium", colour: palette.teal } },
  cardValue: { ...card, size: 20, bold: true, colour: palette.navy },
  cardNote: { ...card, size: 9, colour: palette.slate, wrap: true, vertical: "top" },
  wrapped: { bottom: line, vertical: "center", wrap: true, horizontal: "left" },
  inputWrapped: { ...typed, vertical: "center", wrap: true, horizontal: "left" },
  centred: { bottom: line, horizontal: "center" },
};

/** How a cell of this look and format is drawn: numbers to the right, text to the left, unless the look says. A value decides where the format leaves it open. */
export function styleOf(look: Look, format: Format, value: CellValue = null): Style {
  const style: Style = { ...base, ...looked[look] };
  if (style.horizontal === "center" || (style.horizontal === "left" && style.indent > 0)) return style;
  const horizontal = style.horizontal === "general" ? sideOf(format, value) : style.horizontal;
  return { ...style, horizontal, indent: (horizontal === "left" || horizontal === "right") && padded.has(look) ? 1 : 0 };
}

/** How the header of a table's column is drawn: as a heading, on the side where its values stand. */
export function headerStyleOf(look: Look, format: Format): Style {
  const { horizontal } = styleOf(look, format);
  return { ...styleOf("heading", "text"), horizontal: horizontal === "general" ? "left" : horizontal, indent: horizontal === "center" ? 0 : 1 };
}

/** Looks of cells that stand in columns: a little room beside the border. */
const padded: ReadonlySet<Look> = new Set<Look>(["plain", "heading", "label", "value", "total", "input", "choice", "wrapped", "inputWrapped"]);

function sideOf(format: Format, value: CellValue): Style["horizontal"] {
  if (format !== "general") return format === "text" ? "left" : "right";
  if (typeof value === "string") return value === "" ? "general" : "left";
  return typeof value === "number" ? "right" : "general";
}

/** Height in points of a row whose tallest cell has this look; null where wrapped text decides. */
export function rowHeightOf(look: Look): number | null {
  const heights: Partial<Record<Look, number | null>> = {
    title: 34, subtitle: 20, section: 28, heading: 30, cardLabel: 22, cardValue: 34, cardNote: 20,
    note: null, sentence: null, wrapped: null, inputWrapped: null,
  };
  return look in heights ? (heights[look] ?? null) : defaultRowHeight;
}

export const defaultRowHeight = 19;

/** Width in characters a text takes: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
}

/** Width of a column in characters that shows all these texts, with room for a filter button, within bounds. */
export function columnWidthFor(texts: readonly string[], least = 10, most = 44): number {
  const widest = texts.reduce((width, text) => Math.max(width, textWidth(text)), 0);
  return Math.min(most, Math.max(least, Math.ceil(widest * 1.08) + 3));
}

/** Excel's number format. A currency is an ISO code; null or "" gives plain numbers. */
export function numberFormat(format: Format, { language, currency }: { language: WorkbookPlan["language"]; currency: string | null }): string {
  switch (format) {
    case "general": return "General";
    case "text": return "@";
    case "count": return "#,##0";
    case "decimal": return "#,##0.00";
    case "score": return "0";
    case "money": return `${currencySymbol(currency)}#,##0`;
    case "moneyShort": return shortMoney(language, currencySymbol(currency));
    case "percent": return "0.0%";
    case "change": return "+0.0%;-0.0%;0.0%";
    case "day": return "yyyy-mm-dd";
    case "month": return "yyyy-mm";
    case "days": return language === "zh-CN" ? '#,##0"天"' : '#,##0" d"';
    case "ratio": return '0.0"×"';
  }
}

/**
 * Thousands and millions, or 万 (10,000) and 亿 (100 million): the point of those is written into the number, since a
 * format can only divide by thousands. The section that takes negative numbers comes first, or LibreOffice drops their sign.
 */
function shortMoney(language: WorkbookPlan["language"], symbol: string): string {
  const [thousands, millions] = language === "zh-CN" ? [`[<100000000]${symbol}0\\.0,"万"`, `${symbol}0\\.00,,"亿"`] : [`[<1000000]${symbol}0.0,"K"`, `${symbol}0.0,,"M"`];
  return `[<10000]${symbol}#,##0;${thousands};${millions}`;
}

/** How a chart and a card, which have little room, show a format. */
export function shortFormat(format: Format): Format {
  return format === "money" ? "moneyShort" : format;
}

const symbols: Readonly<Record<string, string>> = {
  USD: "$", CNY: "¥", RMB: "¥", EUR: "€", GBP: "£", JPY: "¥", INR: "₹", KRW: "₩", HKD: "HK$", TWD: "NT$", AUD: "A$", CAD: "C$", NZD: "NZ$",
  SGD: "S$", BRL: "R$", MXN: "MX$", ILS: "₪", VND: "₫", THB: "฿", TRY: "₺", UAH: "₴", NGN: "₦", PHP: "₱",
};

function currencySymbol(currency: string | null): string {
  return currency ? `"${(symbols[currency] ?? `${currency} `).replaceAll('"', "")}"` : "";
}

/** What a tone does to a cell that already has a look. */
interface ToneStyle {
  readonly colour: string | null;
  readonly fill: string | null;
  readonly bold: boolean;
}

/** Dark words on a light ground (contrast above 4.5), never the colour alone: the cells hold words or signs. */
export const toneStyles: Record<Tone, ToneStyle> = {
  good: { colour: "#0B5C55", fill: "#D5EFEB", bold: false },
  fair: { colour: "#7A4F00", fill: "#FCEFCB", bold: false },
  bad: { colour: "#8F2020", fill: "#FAE0DD", bold: false },
  muted: { colour: "#5F6B79", fill: null, bold: false },
  strong: { colour: palette.navy, fill: "#E8EEF4", bold: true },
};

/** Excel's own table styles without colours of the Office theme; the header cells bring ours. */
export const tableStyles: Record<TablePlan["style"], { readonly name: string; readonly stripes: boolean }> = {
  data: { name: "TableStyleLight1", stripes: true },
  form: { name: "TableStyleLight15", stripes: false },
  report: { name: "TableStyleLight1", stripes: false },
};
