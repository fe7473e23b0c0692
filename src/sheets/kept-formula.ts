// How a formula of the user's is kept between two refreshes: it finds its cells again when rows are sorted and columns move.

import { parseA1Ref, parseR1C1Ref, parseStructRef, stringifyR1C1Ref, stringifyStructRef, stringifyTokens, tokenize, translateFormulaToA1, translateFormulaToR1C1, type Token } from "@borgar/fx/xlsx";
import { reference, type Term } from "../formula/term";
import type { CellValue } from "../values";
import { relative } from "./address";
import type { Rectangle } from "./plan";

/** Where a formula stands. */
interface FormulaPlace {
  readonly row: number;
  readonly column: number;
  /** The table around it, by the name we gave it. */
  readonly table?: { readonly name: string; readonly sheet: string; readonly area: Rectangle; readonly columns: readonly string[] } | undefined;
  /** The names we gave to tables, by those they have now in lower case. */
  readonly tableNames: ReadonlyMap<string, string>;
}

/** A formula in A1 notation as it is kept: without "=", cells of its own table's row by their column, all other references in R1C1 notation. */
export function keptFormula(formula: string, place: FormulaPlace): string {
  const named = stringifyTokens(tokensOf(formula).map((token) => ({ ...token, value: keptReference(token, place) })));
  return bare(translateFormulaToR1C1(named, relative(place)));
}

/** A kept formula as a Term: `layout` types it into its cell. */
export function keptTerm(formula: string, value: CellValue): Term {
  return reference(`⟦=${formula}⟧`, value);
}

/** Whether a Term's text is a kept formula. */
export function isKept(text: string): boolean {
  return text.startsWith("⟦=") && text.endsWith("⟧");
}

export function keptIn(text: string): string {
  return text.slice(2, -1);
}

/** A kept formula as typed into a cell, without "="; a reference beyond the sheet's edge is #REF!. */
export function laidFormula(formula: string, at: { readonly row: number; readonly column: number }): string {
  return bare(translateFormulaToA1(formula, relative(at), { wrapEdges: false }));
}

/** Whether a kept formula is the same text in every cell. */
export function isSameEverywhere(formula: string): boolean {
  return laidFormula(formula, { row: 20, column: 20 }) === laidFormula(formula, { row: 21, column: 21 });
}

/** What tables' columns and sheets are called now; null for a column that is not there any more. */
export interface NamesNow {
  column(table: string, column: string): string | null;
  sheet(name: string): string;
}

/** The kept formula with the names of now. */
export function withNamesNow(formula: string, names: NamesNow): string {
  if (!/[[!]/.test(formula)) return formula;
  const tokens = tokenize(formula, { r1c1: true, negativeNumbers: false });
  return bare(stringifyTokens(tokens.map((token) => ({ ...token, value: named(token, names) }))));
}

function named({ type, value }: Token, names: NamesNow): string {
  if (type === "structured") return structuredNow(value, names);
  const reference = sheetReference(type, value);
  return reference ? stringifyR1C1Ref({ ...reference, sheetName: names.sheet(reference.sheetName) }) : value;
}

/** A reference to cells, or to a name, of a sheet of this workbook. */
function sheetReference(type: string, value: string) {
  const reference = type.startsWith("range") && value.includes("!") ? parseR1C1Ref(value) : undefined;
  return reference && "sheetName" in reference && reference.sheetName && !reference.workbookName ? { ...reference, sheetName: reference.sheetName } : null;
}

function structuredNow(value: string, names: NamesNow): string {
  const reference = parseStructRef(value);
  const { table, columns } = reference ?? {};
  if (!reference || table === undefined || columns === undefined) return value;
  const now = columns.map((column) => names.column(table, column));
  const known = now.filter((column) => column !== null);
  return known.length < now.length ? "#REF!" : stringifyStructRef({ ...reference, columns: known }, { thisRow: true });
}

/** What a kept formula names of its workbook: tables with columns of theirs, sheets, and words that are names, or tables without more. */
export type Mention = { readonly table: string; readonly columns: readonly string[] } | { readonly sheets: readonly string[] } | { readonly word: string };

export function mentionsIn(formula: string): readonly Mention[] {
  return tokenize(formula, { r1c1: true, negativeNumbers: false }).flatMap(({ type, value }): Mention[] => {
    if (type === "structured") {
      const { table, columns, workbookName } = parseStructRef(value) ?? {};
      return table === undefined || workbookName ? [] : [{ table, columns: columns ?? [] }];
    }
    const reference = sheetReference(type, value);
    if (reference) return [{ sheets: reference.sheetName.split(":") }];
    return type === "range_named" && !value.includes("!") ? [{ word: value }] : [];
  });
}

function tokensOf(formula: string): readonly Token[] {
  return tokenize(formula, { negativeNumbers: false });
}

function keptReference(token: Token, place: FormulaPlace): string {
  if (token.type === "structured") return fullReference(token.value, place);
  if (token.type === "range") return rowReference(token.value, place) ?? token.value;
  return token.value;
}

/** `[@Amount]` and `Renamed[Amount]` with the table's name of ours. */
function fullReference(text: string, { table, tableNames }: FormulaPlace): string {
  const reference = parseStructRef(text);
  if (!reference) return text;
  const name = reference.table === undefined || reference.table === "" ? table?.name : (tableNames.get(reference.table.toLowerCase()) ?? reference.table);
  return name === undefined ? text : stringifyStructRef({ ...reference, table: name }, { thisRow: true });
}

/** Relative references to cells of the same row of the table name their columns; null for any other. */
function rowReference(text: string, { row, table }: FormulaPlace): string | null {
  const reference = table ? parseA1Ref(text) : undefined;
  const range = reference && "range" in reference ? reference.range : undefined;
  if (!table || !range || range.top !== row || range.bottom !== row || range.$top || range.$bottom) return null;
  if (reference && "sheetName" in reference && reference.sheetName && reference.sheetName !== table.sheet) return null;
  const [first, last] = [range.left, range.right].map((column) => table.columns[(column ?? -1) - table.area.left]);
  if (first === undefined || last === undefined) return null;
  return stringifyStructRef({ table: table.name, sections: ["this row"], columns: first === last ? [first] : [first, last] }, { thisRow: true });
}

function bare(formula: string): string {
  return formula.replace(/^=/, "");
}
