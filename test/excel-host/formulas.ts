// Formulas when things move, are renamed or go away: their references change as in Excel.

import { parseA1Ref, parseStructRef, stringifyA1Ref, stringifyStructRef, tokenize, type ReferenceA1, type ReferenceStruct, type Token } from "@borgar/fx";
import { lastColumn, lastRow, type Rectangle } from "./area";
import { same } from "./wire";

/** What happens to what a formula refers to; undefined leaves it, null makes it `#REF!`. */
export interface Change {
  readonly area?: (sheet: string, area: Rectangle) => Rectangle | null | undefined;
  readonly sheet?: (name: string) => string | null | undefined;
  /** Also a text to put in its place. */
  readonly struct?: (reference: ReferenceStruct) => ReferenceStruct | string | null | undefined;
  /** A defined name by what it is called. */
  readonly name?: (name: string) => string | undefined;
}

/** A formula (with "=") on a sheet after a change. */
export function changed(formula: string, sheet: string, change: Change): string {
  const tokens = tokenize(formula);
  let isOther = false;
  const text = tokens.map((token) => {
    const made = changedToken(token, sheet, change);
    if (made !== token.value) isOther = true;
    return made;
  }).join("");
  return isOther ? text : formula;
}

function changedToken({ type, value }: Token, sheet: string, change: Change): string {
  if (type === "range" || type === "range_beam") return changedRange(value, sheet, change);
  if (type === "structured") return changedStruct(value, change);
  if (type === "range_named") return changedName(value, change);
  return value;
}

function changedRange(text: string, home: string, change: Change): string {
  const parsed = parseA1Ref(text);
  if (!parsed || !("range" in parsed)) return text;
  const context = parsed.context ?? [];
  const sheet = context.at(-1) ?? home;
  const renamed = context.length > 0 ? change.sheet?.(sheet) : undefined;
  if (renamed === null) return "#REF!";
  const moved = change.area?.(sheet, areaOf(parsed.range));
  if (moved === null) return context.length > 0 ? `${text.slice(0, text.lastIndexOf("!") + 1)}#REF!` : "#REF!";
  if (moved === undefined && renamed === undefined) return text;
  return stringifyA1Ref({ context: renamed === undefined ? context : [...context.slice(0, -1), renamed], range: moved ? movedRange(parsed.range, moved) : parsed.range });
}

function areaOf({ top, left, bottom, right }: ReferenceA1["range"]): Rectangle {
  return { top: top ?? 0, left: left ?? 0, bottom: bottom ?? (top === null ? lastRow : top), right: right ?? (left === null ? lastColumn : left) };
}

/** Whole columns and rows stay whole. */
function movedRange(range: ReferenceA1["range"], { top, left, bottom, right }: Rectangle): ReferenceA1["range"] {
  return { ...range, ...(range.top === null ? {} : { top, bottom }), ...(range.left === null ? {} : { left, right }) };
}

function changedStruct(text: string, change: Change): string {
  const parsed = parseStructRef(text);
  const made = parsed && change.struct?.(parsed as ReferenceStruct);
  if (made === undefined) return text;
  return made === null ? "#REF!" : typeof made === "string" ? made : stringifyStructRef(made);
}

function changedName(text: string, change: Change): string {
  const at = text.lastIndexOf("!");
  const sheet = at < 0 ? undefined : change.sheet?.(text.slice(0, at).replace(/^'(.*)'$/, "$1").replaceAll("''", "'"));
  if (sheet === null) return "#REF!";
  const name = change.name?.(text.slice(at + 1));
  return `${sheet === undefined ? text.slice(0, at + 1) : `'${sheet}'!`}${name ?? text.slice(at + 1)}`;
}

/** What a formula must find for Excel to take it. */
interface Known {
  sheet(name: string): boolean;
  /** The columns of a table; of the table around the formula where the name is "". Null where there is none. */
  columns(table: string): readonly string[] | null;
}

const checked = new Map<string, readonly Token[]>();

/** Why Excel would refuse a formula; null where it takes it. */
export function faultOf(formula: string, known: Known): string | null {
  const tokens = checked.get(formula) ?? tokenize(formula);
  if (checked.size < 50_000) checked.set(formula, tokens);
  let depth = 0;
  for (const { type, value } of tokens) {
    if (type === "unknown") return `${formula} is no formula: ${value}`;
    if (value === "(" || value === ")") depth += value === "(" ? 1 : -1;
    if (depth < 0) return `${formula} has a bracket too many`;
    const lost = type === "structured" ? lostStruct(value, known) : type === "range" || type === "range_beam" ? lostSheet(value, known) : null;
    if (lost) return `${formula}: ${lost}`;
  }
  return depth === 0 ? null : `${formula} lacks a bracket`;
}

function lostSheet(text: string, known: Known): string | null {
  const sheet = text.includes("!") ? parseA1Ref(text)?.context?.at(-1) : undefined;
  return sheet === undefined || known.sheet(sheet) ? null : `there is no sheet ${sheet}`;
}

function lostStruct(text: string, known: Known): string | null {
  const parsed = parseStructRef(text) as ReferenceStruct | undefined;
  if (!parsed) return `${text} says no column`;
  const columns = known.columns(parsed.table ?? "");
  if (!columns) return `there is no table ${parsed.table || "around the cell"}`;
  const lost = (parsed.columns ?? []).find((column) => !columns.some((one) => same(one, column)));
  return lost === undefined ? null : `${parsed.table} has no column ${lost}`;
}
