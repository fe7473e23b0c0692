// How a written number becomes one: separators, scales, signs, brackets, currencies.

import { mostAmount } from "../../values";
import { plain } from "./clean";
import type { CurrencyFound } from "./currency";

export type DecimalMark = "." | ",";

/** A number as written, taken apart; `marked` says what its own separators prove. */
export interface Figure {
  readonly amount: number;
  readonly currency: string | null;
  readonly isPercent: boolean;
  /** True when a scale such as 万 or K was written. */
  readonly isScaled: boolean;
  /** The decimal mark the cell proves by itself; `either` for `1.234` and `1,234`. */
  readonly mark: DecimalMark | "either" | null;
  /** The separator of an `either` cell. */
  readonly separator: DecimalMark | null;
}

/** Takes a text apart; `mark` settles `1.234`: the decimal mark of its column, null for thousands; `findCurrency` finds and takes off a currency. Null when it is no number. */
export function readFigure(text: string, mark: DecimalMark | null, findCurrency: (text: string) => CurrencyFound | null): Figure | null {
  let rest = plain(text);
  if (rest === "" || rest.length > 60) return null;
  let sign = 1;
  const bracketed = /^([^()\d]*)\((.*)\)([^()\d]*)$/.exec(rest);
  if (bracketed) {
    sign = -1;
    rest = `${bracketed[1]} ${bracketed[2]} ${bracketed[3]}`;
  }
  const isPercent = /%/.test(rest);
  if (isPercent) rest = rest.replace("%", " ").trim();
  const found = /^[\d.,+-]*$/.test(rest) ? null : findCurrency(rest);
  if (found) rest = found.rest;
  rest = rest.trim();
  const signs = /^([+-]?)\s*(.*?)\s*(-?)$/.exec(rest)!;
  if (signs[1] === "-" || signs[3] === "-") sign = -sign;
  if (signs[1] !== "" && signs[3] !== "") return null;
  rest = signs[2]!;
  const scaled = readScaled(rest, mark);
  if (!scaled) return null;
  if (!(scaled.amount <= mostAmount)) return null;
  const amount = sign * scaled.amount;
  return { ...scaled, amount: amount === 0 ? 0 : amount, currency: found ? found.currency : null, isPercent };
}

type Numeral = Pick<Figure, "amount" | "isScaled" | "mark" | "separator">;

const scales: Readonly<Record<string, number>> = {
  百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8, 億: 1e8, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11, 万亿: 1e12,
  k: 1e3, tsd: 1e3, thousand: 1e3, thousands: 1e3, w: 1e4, m: 1e6, mm: 1e6, mn: 1e6, mio: 1e6, mil: 1e6, million: 1e6, millions: 1e6,
  b: 1e9, bn: 1e9, mrd: 1e9, billion: 1e9, billions: 1e9, t: 1e12, tn: 1e12, trillion: 1e12, lakh: 1e5, lakhs: 1e5, lac: 1e5, cr: 1e7, crore: 1e7, crores: 1e7,
};

/** What a unit multiplies by: `万`, `k`, `Mio.`; null for no such unit. */
export function scaleOf(unit: string): number | null {
  const name = unit.replace(/\.$/, "").toLowerCase();
  return Object.hasOwn(scales, name) ? scales[name]! : null;
}

function readScaled(text: string, mark: DecimalMark | null): Numeral | null {
  const match = /^(.*?\d)\s*([^\d\s.,'’-][^\d]*)?$/.exec(text);
  if (!match) return /^\d+[.,]$/.test(text) ? readNumeral(text.slice(0, -1), mark) : null;
  const unit = (match[2] ?? "").trim();
  if (/[万亿千萬億]./.test(match[1]!)) return readCompound(text, mark);
  const scale = unit === "" ? 1 : scaleOf(unit);
  if (scale === null) return null;
  const numeral = readNumeral(match[1]!, mark);
  if (!numeral) return null;
  return scale === 1 ? numeral : { ...numeral, amount: rounded(numeral.amount * scale), isScaled: true };
}

/** `1亿2000万`, `3万5千`. */
function readCompound(text: string, mark: DecimalMark | null): Numeral | null {
  let amount = 0;
  let rest = text;
  while (rest !== "") {
    const part = /^\s*([\d.,]+)\s*(万亿|千万|百万|亿|万|千|百)?/.exec(rest);
    const numeral = part ? readNumeral(part[1]!, mark) : null;
    if (!part || !numeral) return null;
    amount += numeral.amount * (part[2] ? scales[part[2]]! : 1);
    rest = rest.slice(part[0].length);
  }
  return { amount: rounded(amount), isScaled: true, mark: null, separator: null };
}

/** Digits with separators, nothing else. */
function readNumeral(text: string, mark: DecimalMark | null): Numeral | null {
  if (/^\d+$/.test(text)) return numeral(text, null);
  if (/^\d(\.\d+)?e[+-]?\d+$/i.test(text)) return numeral(text, ".");
  const spaced = /^(\d{1,3})((?:[ '’]\d{3})+)(?:([.,])(\d+))?$/.exec(text);
  if (spaced) {
    const whole = spaced[1]! + spaced[2]!.replace(/[ '’]/g, "");
    return numeral(spaced[3] ? `${whole}.${spaced[4]}` : whole, (spaced[3] as DecimalMark | undefined) ?? null);
  }
  if (!/^[\d.,]+$/.test(text)) return null;
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const separator = text[last] as DecimalMark;
  const other: DecimalMark = separator === "." ? "," : ".";
  const whole = text.slice(0, last);
  const decimals = text.slice(last + 1);
  if (whole.includes(other)) return isGrouped(whole, other) && /^\d+$/.test(decimals) ? numeral(`${digits(whole)}.${decimals}`, separator) : null;
  if (whole.includes(separator)) return isGrouped(text, separator) ? numeral(digits(text), other) : null;
  if (decimals === "") return whole === "" ? null : numeral(whole, null);
  if (decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
    const read = mark === separator ? `${whole}.${decimals}` : whole + decimals;
    return { amount: Number(read), isScaled: false, mark: "either", separator };
  }
  return numeral(`${whole === "" ? "0" : whole}.${decimals}`, separator);
}

function numeral(text: string, mark: DecimalMark | null): Numeral {
  return { amount: Number(text), isScaled: false, mark, separator: null };
}

/** Groups of three, or of two before the last three as in India; four in none. */
function isGrouped(text: string, separator: DecimalMark): boolean {
  const groups = text.split(separator);
  return groups.every((group, at) => /^\d+$/.test(group) && (at === groups.length - 1 ? group.length === 3 : at === 0 ? group.length <= 3 : group.length >= 2 && group.length <= 3));
}

function digits(text: string): string {
  return text.replace(/[.,]/g, "");
}

/** 12.3万 is 123000, not 123000.00000000001. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(15));
}
