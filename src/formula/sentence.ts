// Sentences that know their figures: text with Terms in its places.

import { isoOf, type Day } from "../values";
import { roundHalf } from "./round";
import { call, join, literal, type Term } from "./term";

/** `"{n} of {all} deals"` with a Term for each name in braces. */
export function sentence(template: string, parts: Readonly<Record<string, Term<string>>>): Term<string> {
  const pieces = template.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 0 ? literal(piece) : partOf(parts, piece, template)));
  const said = pieces.filter((piece) => piece.text !== '""');
  return said.length === 0 ? literal("") : join(...said);
}

/** `ROUND(n,digits)`: half away from zero, as Excel does. */
export function rounded(term: Term<number>, digits: number): Term<number> {
  return call(`ROUND(${term.text},${digits})`, roundHalf(term.value, digits), term);
}

/** `ROUND(n,digits)&""`: the number as Excel writes it in the reader's locale; unlike TEXT it needs no pattern, which each locale spells its own way. */
export function numberText(term: Term<number>, digits = 0): Term<string> {
  const shown = rounded(term, digits);
  return call(`${shown.text}&""`, String(shown.value), shown);
}

/** `ROUND(ROUND(n*100,9),digits)&"%"`: 0.575*100 is a hair below 57.5, which not every spreadsheet rounds up. */
export function percentText(term: Term<number>, digits = 0): Term<string> {
  const shown = rounded(rounded(call(`(${term.text})*100`, term.value * 100, term), 9), digits);
  return call(`${shown.text}&"%"`, `${shown.value}%`, shown);
}

/** `2026-11`, without TEXT: its patterns for dates are spelled differently in each locale. */
export function monthText(day: Term<number>): Term<string> {
  return call(`YEAR(${day.text})&"-"&RIGHT("0"&MONTH(${day.text}),2)`, isoOf(day.value as Day).slice(0, 7), day);
}

/** `2026-11-23`. */
export function dayText(day: Term<number>): Term<string> {
  return call(`${monthText(day).text}&"-"&RIGHT("0"&DAY(${day.text}),2)`, isoOf(day.value as Day), day);
}

/** `ABS(n)`. */
export function absolute(term: Term<number>): Term<number> {
  return call(`ABS(${term.text})`, Math.abs(term.value), term);
}

function partOf(parts: Readonly<Record<string, Term<string>>>, name: string, template: string): Term<string> {
  const part = parts[name];
  if (!part) throw new Error(`no part ${name} for: ${template}`);
  return part;
}
