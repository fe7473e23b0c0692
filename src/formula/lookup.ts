// The row of a table a text stands in, and what its columns hold there.

import type { CellValue } from "../values";
import { rowsOfText, type Column } from "./column";
import { call, type Figure, type Term } from "./term";
import { asItself, escaped, hasWildcard } from "./wildcards";

/** `IFERROR(MATCH(key,keys,0),"")`: the row of a text counted from 1, without regard to case; "" where it is not there. */
export function rowOf(key: Term<string>, keys: Column): Term<Figure> {
  return call(`IFERROR(MATCH(${literally(key)},${keys.text},0),"")`, foundAt(key, keys), key);
}

/** What a column holds in a row; "" for an empty cell (INDEX alone would say 0) and for no row. */
export function entryAt(column: Column, row: Term<Figure>): Term {
  const entry = `INDEX(${column.text},${row.text})`;
  return call(`IF(${row.text}="","",IF(${entry}="","",${entry}))`, valueAt(column, row.value), row);
}

/** What a column holds beside a text; "" where the text is not there or the cell is empty. */
export function lookup(column: Column, key: Term<string>, keys: Column): Term {
  const entry = `INDEX(${column.text},MATCH(${literally(key)},${keys.text},0))`;
  return call(`IFERROR(IF(${entry}="","",${entry}),"")`, valueAt(column, foundAt(key, keys)), key);
}

/** As `lookupNumber`, of a column without empty cells; the key stands in the text but once. */
export function lookupSure(column: Column, key: Term<string>, keys: Column): Term<Figure> {
  const value = valueAt(column, foundAt(key, keys));
  return call(`IFERROR(INDEX(${column.text},MATCH(${literally(key)},${keys.text},0)),"")`, typeof value === "number" ? value : "", key);
}

/** As `lookup`, of a column of numbers. */
export function lookupNumber(column: Column, key: Term<string>, keys: Column): Term<Figure> {
  const found = lookup(column, key, keys);
  return { ...found, value: typeof found.value === "number" ? found.value : "" };
}

function foundAt(key: Term<string>, keys: Column): Figure {
  if (escaped(key.value).length > 255) return "";
  const row = rowsOfText(keys, key.value)[0];
  return row === undefined ? "" : row + 1;
}

function valueAt(column: Column, row: Figure): CellValue {
  return row === "" ? "" : (column.values[row - 1] ?? "");
}

function literally(key: Term<string>): string {
  return hasWildcard(key.value) ? asItself(key.text) : key.text;
}
