// The cells of a sheet, read a megabyte at a time: a sheet of a million rows is never one text.

import type { FoundCell } from "../../sheets/found";
import { dayOfIso } from "../../values";
import type { CellValue } from "../../values";
import { DamagedXlsx } from "./damaged";
import { formulaReader } from "./formulas";
import { columnNumber } from "./open";
import { itemText, stringText } from "./scan";

/** The cells that hold a value or a formula, row by row; rows and columns count from zero. Throws a DamagedXlsx where something typed might be missing. */
export function* cellsOf(part: Uint8Array, strings: () => readonly string[]): Iterable<FoundCell> {
  const place = { row: -1, column: -1 };
  const formulaOf = formulaReader();
  const [plain, tags] = [new RegExp(plainCell, "y"), new RegExp(rowOrCell, "g")];
  for (const text of rowTexts(part)) {
    for (let at = 0; ;) {
      plain.lastIndex = at;
      const cell = plain.exec(text);
      if (cell) {
        at = plain.lastIndex;
        place.column = columnNumber(cell[1]!);
        const value = cell[4] === undefined ? typedValue(cell[2] ?? "n", cell[3]!, strings) : stringText(cell[4]);
        if (value !== null) yield { row: place.row, column: place.column, value };
        continue;
      }
      tags.lastIndex = at;
      const match = tags.exec(text);
      if (!match) break;
      const [, prefix = "", kind, written = "", closed] = match;
      at = tags.lastIndex;
      move(place, kind === "row" ? "row" : "cell", written);
      if (kind === "row" || closed) continue;
      const end = text.indexOf(`</${prefix}c>`, at);
      const inner = text.slice(at, end);
      if (end < 0 || innerCell.test(inner)) throw new DamagedXlsx();
      at = end;
      const value = valueOf(typeAttribute.exec(written)?.[1] ?? "n", inner, strings);
      const formula = inner.includes("<") ? formulaOf(place.row, place.column, inner) : undefined;
      if (formula !== undefined) yield { ...place, value, formula };
      else if (value !== null) yield { ...place, value };
    }
  }
}

/** A cell without a formula as most programs write it, whole: most cells are read by this alone, several times as fast. */
const plainCell = /<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(s|b|str|e|n|inlineStr)")?>(?:<v>([^<]*)<\/v>|<is><t>([^<]*)<\/t><\/is>)<\/c>/;
const rowOrCell = /<((?:[\w.-]+:)?)(row|c)(\s[^<>]*?)?(\/?)>/;
/** No cell holds another: where one seems to, its end is missing. */
const innerCell = /<(?:[\w.-]+:)?(?:row|c)[\s/>]/;

/** The sheet in pieces that end where a row ends. */
function* rowTexts(part: Uint8Array): Iterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  let rowEnd: string | null = null;
  for (let at = 0; at < part.length; at += 1 << 20) {
    rest += decoder.decode(part.subarray(at, at + (1 << 20)), { stream: true });
    rowEnd ??= `</${/<([\w.-]+:)?worksheet/.exec(rest)?.[1] ?? ""}row>`;
    const end = rest.lastIndexOf(rowEnd);
    if (end < 0) continue;
    yield rest.slice(0, end);
    rest = rest.slice(end);
  }
  if (!/<\/(?:[\w.-]+:)?sheetData\s*>|<(?:[\w.-]+:)?sheetData\s*\/>/.test(rest)) throw new DamagedXlsx();
  yield rest;
}

/** A row or cell may leave its address out: it then follows the one before. */
function move(place: { row: number; column: number }, kind: "row" | "cell", written: string): void {
  const address = addressAttribute.exec(written);
  if (kind === "row") {
    place.row = address ? Number(address[2]) - 1 : place.row + 1;
    place.column = -1;
  } else {
    place.column = address?.[1] ? columnNumber(address[1]) : place.column + 1;
  }
}

const addressAttribute = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/;
const typeAttribute = /\st\s*=\s*["'](\w+)["']/;
const valueTag = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([^<]*)</;

/** What the user sees: of a formula its value, of an error its name. */
function valueOf(type: string, inner: string, strings: () => readonly string[]): CellValue {
  if (type === "inlineStr") return itemText(inner);
  const text = valueTag.exec(inner)?.[1];
  return text === undefined ? null : typedValue(type, text, strings);
}

function typedValue(type: string, text: string, strings: () => readonly string[]): CellValue {
  switch (type) {
    case "s": return strings()[Number(text)] ?? damaged();
    case "b": return text.trim() === "1" || text.trim() === "true";
    case "str": case "e": case "inlineStr": return stringText(text);
    case "d": return dayOfIso(text.slice(0, 10)) ?? stringText(text);
    default: return text.trim() === "" ? null : numberOf(text);
  }
}

function numberOf(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : damaged();
}

function damaged(): never {
  throw new DamagedXlsx();
}
