// What a single text says for sure, with no column around it: a number, or a day.

import { dayOf, type Day } from "../../values";
import { plain } from "./clean";
import { readFigure, type Figure } from "./figure";

/** The number a text says, whatever its currency, with a unit that leaves it as it is: `30 days`, `98 分`. Null when it says none: `2 months` could be 60 days. */
export function sureFigure(text: string): Figure | null {
  return sureAmount(text.replace(UNIT, "$1"));
}

const UNIT = /(\d)\s*(?:days?|d|pts?|points?|天|日|分|人|次|个)\.?\s*$/i;

/** The number a text says, with a unit behind it if need be: `1,001`, `1.2万`, `30 days`, `5%`; null when it says none. */
export function numberIn(text: string): number | null {
  return amountOf(sureFigure(text));
}

/** The number of a figure; a percentage as a share. */
export function amountOf(figure: Figure | null): number | null {
  return figure && (figure.isPercent ? Number((figure.amount / 100).toPrecision(15)) : figure.amount);
}

/** The same without a unit: a letter behind the digits belongs to a name, `3D` is no number. */
export function sureAmount(text: string): Figure | null {
  return readFigure(text, ".", anyCurrency);
}

/** The day of `2026-11-20`, `2026/11/20`, `2026年11月20日` or `20.11.2026`; "open" where it could be day/month or month/day, null for anything else. */
export function sureDay(text: string): Day | "open" | null {
  const match = /^(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[T ]+\d.*)?$/.exec(plain(text));
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 31) return dayOf(first, second, third);
  if (first === second || first > 12) return dayOf(third, second, first);
  return second > 12 ? dayOf(third, first, second) : "open";
}

function anyCurrency(text: string) {
  const [sign] = /[$€£¥￥₹₩₽]|元|\b[A-Z]{3}\b/.exec(text) ?? [];
  return sign === undefined ? null : { currency: sign, rest: text.replace(sign, " ") };
}
