// Which cells does SQL read by itself? Plain forms, which mean the same in every column, and dressed ones where the sample proves the decimal mark. All other texts our readers read.

import type { FieldKind } from "../../crm/fields";
import type { DecimalMark } from "../../crm/readers/figure";
import { lastYear } from "../../values";

/** How the cells of one column are read. */
export interface Form {
  readonly kind: FieldKind;
  /** True when our readers read every text of it. */
  readonly isWhole: boolean;
  /** The decimal mark by which `$1,234.56` or `1.234,56 €` are read; null where only plain figures are. */
  readonly dressed: Dress | null;
}

/** A decimal mark and the currency signs that the sample has: cells with another sign are for our readers. */
export interface Dress {
  readonly mark: DecimalMark;
  readonly signs: string;
}

/** The value of a cell that SQL reads; null for every other cell. */
export function plainValue({ kind, isWhole, dressed }: Form, cell: string): string {
  if (isWhole) return "null";
  if (kind === "day") return `case when strlen(${cell}) = 10 and ${isDay(cell)} then try_cast(${cell} as date) when regexp_full_match(${cell}, '${ISO_TIME}') and ${isDay(`left(${cell}, 10)`)} then try_cast(left(${cell}, 10) as date) end`;
  const plain = `when regexp_full_match(${cell}, '${FIGURE}') then try_cast(${cell} as decimal(18, 4))`;
  return dressed ? `case ${plain} when regexp_full_match(${cell}, '${pattern(dressed)}') then ${undressed(cell, dressed)} end` : `case ${plain} end`;
}

/** The text our readers must read; null for empty cells and those SQL reads. Days lose their clock, so that a column has few. */
export function hardText({ kind, isWhole, dressed }: Form, cell: string): string {
  if (isWhole) return `nullif(${cell}, '')`;
  if (kind !== "day") return `case when ${cell} <> '' and not regexp_full_match(${cell}, '${dressed ? `${FIGURE}|${pattern(dressed)}` : FIGURE}') then ${cell} end`;
  return `case when ${cell} = '' then null when strlen(${cell}) = 10 and ${isDay(cell)} then null
    when strlen(${cell}) > 10 and regexp_full_match(${cell}, '${ISO_TIME}') and ${isDay(`left(${cell}, 10)`)} then null
    else regexp_replace(${cell}, '${CLOCK}', '\\1 8:00\\2') end`;
}

/** Whether a text is a day that our readers take, too. */
function isDay(text: string): string {
  return `coalesce(try_cast(${text} as date) between date '1901-01-01' and date '${lastYear}-12-31', false)`;
}

/** The currency of a cell that SQL reads, by its sign; null where it has none. `codes` are by sign. */
export function plainCurrency({ dressed }: Form, cell: string, codes: ReadonlyMap<string, string>): string {
  if (!dressed || codes.size === 0) return "null";
  return `case when regexp_full_match(${cell}, '${pattern(dressed)}') then case ${[...codes].map(([sign, code]) => `when contains(${cell}, '${sign}') then '${code}'`).join(" ")} end end`;
}

/** No figure of exactly three decimals: `1.234` is the column's to decide. */
const FIGURE = "-?\\d{1,14}(?:\\.(?:\\d{1,2}|\\d{4}))?";
const ISO_TIME = "\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}:\\d{2}[-+:.\\dZ]*";
const CLOCK = "^(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}) \\d{1,2}:\\d{2}(?::\\d{2})?((?: [AaPp][Mm])?)$";

function pattern({ mark, signs }: Dress): string {
  const [before, after] = signs === "" ? ["", ""] : [`[${signs}]?`, `(?: ?[${signs}])?`];
  return mark === "." ? `-?${before}\\d{1,3}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?${after}` : `-?${before}\\d{1,3}(?:\\.\\d{3}){0,3}(?:,\\d{1,2})?${after}|-?\\d{1,14},\\d{1,2}`;
}

function undressed(cell: string, { mark, signs }: Dress): string {
  const bare = `translate(${cell}, '${signs} ${mark === "." ? "," : "."}', '')`;
  return `try_cast(${mark === "." ? bare : `replace(${bare}, ',', '.')`} as decimal(18, 4))`;
}

const PROOF: Readonly<Record<DecimalMark, RegExp>> = {
  ".": /^-?\D?\d{1,3}(?:,\d{3})+\.\d{1,2}\D{0,2}$|^-?\D?\d+\.\d{1,2}\D{0,2}$|^-?\D?\d{1,3}(?:,\d{3}){2,}\D{0,2}$/,
  ",": /^-?\D?\d{1,3}(?:\.\d{3})+,\d{1,2}\D{0,2}$|^-?\D?\d+,\d{1,2}\D{0,2}$|^-?\D?\d{1,3}(?:\.\d{3}){2,}\D{0,2}$/,
};

/** How the cells of a sample are dressed where they prove a decimal mark and none proves the other; null where it takes more to tell. */
export function provenDress(cells: readonly string[]): Dress | null {
  const dots = cells.filter((cell) => PROOF["."].test(cell)).length;
  const commas = cells.filter((cell) => PROOF[","].test(cell)).length;
  if ((dots > 0) === (commas > 0)) return null;
  return { mark: dots > 0 ? "." : ",", signs: [..."$€£¥￥"].filter((sign) => cells.some((cell) => cell.includes(sign))).join("") };
}
