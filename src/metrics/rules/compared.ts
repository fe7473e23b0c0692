// What is a rule of the workbook compared with, by formula, so that another value counts at once?

import { numberIn } from "../../crm/readers/sure";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { limitOf, type Operator } from "./condition";
import type { ReadingKind } from "./live";
import { bareNumberIn, folded, plainFlag } from "./reading";
import { valuesOf } from "./values";

/** Made ready once for all leads: a list between bars, a part of a text, a number, or two. */
export interface Compared {
  readonly first: Term;
  readonly second: Term<Figure>;
}

const nothing: Term<Figure> = call('""', "");

/** `value` is the cell the user types in. */
export function comparedWith(operator: Operator, kind: ReadingKind, value: Term): Compared {
  switch (operator) {
    case "is blank": case "is not blank": return { first: nothing, second: nothing };
    case ">": case ">=": case "<": case "<=": return { first: call(`IF(ISNUMBER(${value.text}),${value.text},"")`, typeof value.value === "number" ? value.value : ""), second: nothing };
    case "between": return limits(value);
    case "contains": case "not contains": case "starts with": case "ends with": return { first: part(value), second: nothing };
    case "=": case "<>": return { first: kind === "flag" ? flag(value) : single(value), second: nothing };
    case "in": case "not in": return { first: list(value), second: nothing };
  }
}

function part(value: Term): Term<string> {
  return asSaid(value, call(word(value), tidy(value.value)), [folded(value.value)]);
}

function single(value: Term): Term<string> {
  const said = tidy(value.value);
  return asSaid(value, call(`IF(TRIM(${value.text})="","","|"&${word(value)}&"|")`, said === "" ? "" : `|${said}|`), barred([itemOf(value.value)]));
}

const yesWords = "|true|yes|y|是|有|真|对|✓|";
const noWords = "|false|no|n|否|无|没有|假|错|✗|";

function flag(value: Term): Term<string> {
  const [text, said] = [`"|"&${word(value)}&"|"`, `|${tidy(value.value)}|`];
  const isWord = (words: string) => `ISNUMBER(FIND(${text},${literalText(words)}))`;
  const formula = `IF(TRIM(${value.text})="","",IF(${isWord(yesWords)},"|yes|",IF(${isWord(noWords)},"|no|",${text})))`;
  const read = said === "||" ? "" : yesWords.includes(said) ? "|yes|" : noWords.includes(said) ? "|no|" : said;
  const isYes = plainFlag(value.value);
  return asSaid(value, call(formula, read), barred([isYes === null ? folded(value.value) : isYes ? "yes" : "no"]));
}

const separators = ["；", "、", "，", ",", ";"];

/** `Tech; Finance` → `|tech|finance|`. TRIM drops the bars of empty items while they are spaces; the spaces of texts are line breaks meanwhile. */
function list(value: Term): Term<string> {
  const bars = separators.reduce((text, separator) => `SUBSTITUTE(${text},"${separator}","|")`, word(value));
  const tight = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${bars},CHAR(10),"|"),"| ","|")," |","|")`;
  const items = `SUBSTITUTE(SUBSTITUTE(TRIM(SUBSTITUTE(SUBSTITUTE(${tight}," ",CHAR(10)),"|"," "))," ","|"),CHAR(10)," ")`;
  const said = tidy(value.value).split(/[；、，,;\n|]/).map((item) => item.replace(/^ | $/g, "")).filter((item) => item !== "");
  const read = call(`SUBSTITUTE("|"&${items}&"|","||","")`, said.length === 0 ? "" : `|${said.join("|")}|`);
  const wanted = typeof value.value === "string" ? valuesOf("in", value.value) : [];
  return wanted.length === 0 ? read : asSaid(value, read, barred(wanted.map(itemOf)));
}

/** `10;50` as two numbers. */
function limits(value: Term): Compared {
  const said = value.value;
  const parted = ["；", "至", "~", "～", "、"].reduce((text, separator) => `SUBSTITUTE(${text},"${separator}",";")`, value.text);
  const [low = "", high = ""] = typeof said === "string" && said.length <= mostLimits ? limitsIn(said) : [];
  const isPlain = typeof said !== "string" || /^ *-?\d{1,15} *[;；至~～、] *-?\d{1,15} *$/.test(said);
  // VALUE reads fractions, percentages and dates as the reader's locale has them.
  const isTyped = String(said).length <= mostLimits ? isAsTyped(value) : `LEN(${value.text})>${mostLimits}`;
  const read = (formula: string, limit: Figure) => call(isPlain ? formula : `IF(${isTyped},${literalText(limit)},${formula})`, limit);
  return {
    first: read(`IFERROR(VALUE(LEFT(${parted},FIND(";",${parted})-1)),"")`, low),
    second: read(`IFERROR(VALUE(MID(${parted},FIND(";",${parted})+1,50)),"")`, high),
  };
}

function limitsIn(said: string): readonly Figure[] {
  const values = valuesOf("between", said);
  return values.length === 2 ? values.map((one) => limitOf(one, numberIn)?.value ?? "") : [];
}

/** What a formula makes of a cell; or, where that differs or could in another locale, what the rule language says of the text in it now. */
function asSaid(value: Term, read: Term<string>, said: readonly (string | number)[]): Term<string> {
  const whole = said.join("");
  const isSame = whole === read.value && said.every((one) => typeof one !== "number" || Number.isInteger(one));
  if (typeof value.value !== "string" || value.value.length > mostSaid || value.value.includes("\r") || isSame) return read;
  return call(`IF(${isAsTyped(value)},${said.map((one) => (typeof one === "number" ? literalText(one) : quoted(one))).join("&") || '""'},${read.text})`, whole);
}

/** Longer texts are left to the formula: it would grow too long for Excel. */
const mostSaid = 1_000;
const mostLimits = 100;

function isAsTyped(value: Term): string {
  return `EXACT(${value.text},${quoted(String(value.value))})`;
}

/** Excel takes texts of up to 255 characters in a formula. */
function quoted(text: string): string {
  return (text.match(/[^]{1,250}/gu) ?? [""]).map(literalText).join("&");
}

function barred(items: readonly (string | number)[]): readonly (string | number)[] {
  const said = items.filter((item) => item !== "");
  return said.length === 0 ? [] : ["|", ...said.flatMap((item) => [item, "|"])];
}

/** A number, or a text as texts are compared. */
function itemOf(value: CellValue): string | number {
  return (typeof value === "string" ? bareNumberIn(value) : null) ?? folded(value);
}

function word(value: Term): string {
  return `LOWER(TRIM(${value.text}))`;
}

/** The same of what the cell holds now: inner spaces as one. */
function tidy(value: CellValue): string {
  return String(value === null ? "" : value).toLowerCase().replace(/ +/g, " ").replace(/^ | $/g, "");
}
