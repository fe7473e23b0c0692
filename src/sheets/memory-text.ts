// A memory as text and back: what a journal in the workbook holds until a refresh is done.

import { languages, type Language } from "../text/language";
import type { CellValue } from "../values";
import type { MarkedColumn } from "./marks";
import type { Memory, NamedThere, RememberedTable, Stray } from "./memory";

/** Raised when older texts can no longer be read. */
const version = 1;

/** JSON on one line. */
export function memoryText(memory: Memory): string {
  const { inputs, tables, sheets, inputFormulas, inserted, ...plain } = memory;
  return JSON.stringify({
    version, ...plain, inputs: [...inputs], tables: [...tables],
    ...(sheets ? { sheets: [...sheets] } : {}),
    ...(inputFormulas ? { inputFormulas: [...inputFormulas] } : {}),
    ...(inserted ? { inserted: [...inserted].map(([sheet, rows]) => [sheet, [...rows]]) } : {}),
  });
}

/** The memory that `memoryText` wrote; null for any other text. */
export function memoryOfText(text: string): Memory | null {
  const said = parsed(text);
  if (!isObject(said) || said.version !== version || !isEntries(said.inputs, isValue) || !isEntries(said.tables, isTable)) return null;
  const { carriesTwins, sheets, named, language, inputFormulas, strays, inserted } = said;
  return {
    inputs: new Map(said.inputs),
    tables: new Map(said.tables),
    ...(typeof carriesTwins === "boolean" ? { carriesTwins } : {}),
    ...(isEntries(sheets, isText) ? { sheets: new Map(sheets) } : {}),
    ...(isNamed(named) ? { named } : {}),
    ...(isLanguage(language) ? { language } : {}),
    ...(isEntries(inputFormulas, isText) ? { inputFormulas: new Map(inputFormulas) } : {}),
    ...(isList(strays, isStray) ? { strays } : {}),
    ...(isEntries(inserted, isRows) ? { inserted: new Map(inserted.map(([sheet, rows]) => [sheet, new Map(rows)])) } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isEntries<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly (readonly [string, T])[] {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && entry.length === 2 && isText(entry[0]) && isOne(entry[1]));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isValue(value: unknown): value is CellValue {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

function isRow(value: unknown): value is readonly CellValue[] {
  return isList(value, isValue);
}

function isFormulas(value: unknown): value is readonly (string | null)[] {
  return isList(value, (one): one is string | null => one === null || isText(one));
}

function isRows(value: unknown): value is readonly (readonly [string, number])[] {
  return isEntries(value, isNumber);
}

function isTable(value: unknown): value is RememberedTable {
  if (!isObject(value) || !isList(value.columns, isText) || !isList(value.rows, isRow)) return false;
  return (value.formulas === undefined || isList(value.formulas, isFormulas)) && (value.ours === undefined || isList(value.ours, isColumn));
}

function isColumn(value: unknown): value is MarkedColumn {
  return isObject(value) && isText(value.name) && ["key", "crm", "formula", "user"].some((owner) => owner === value.owner);
}

function isNamed(value: unknown): value is NamedThere {
  return isObject(value) && [value.sheets, value.own, value.tables].every((names) => isList(names, isText)) && isEntries(value.names, isText);
}

function isStray(value: unknown): value is Stray {
  return isObject(value) && isText(value.sheet) && isNumber(value.row) && isNumber(value.column) && isValue(value.value);
}
