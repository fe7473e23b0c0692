// What is in an .xlsx that some program saved: its sheets, names and tables; cells are read when asked for.

import type { Rectangle } from "../../sheets/plan";
import { mostColumns, mostRows } from "../../values";
import { DamagedXlsx } from "./damaged";
import { openPackage, type Package, type Relation } from "./package";
import { itemText, stringText, tags, unprefixed } from "./scan";
import { unescapeString } from "./xml";

export interface OpenSheet {
  readonly name: string;
  readonly path: string;
  /** As the workbook writes its tag. */
  readonly attributes: ReadonlyMap<string, string>;
  /** "worksheet", "chartsheet" … */
  readonly kind: string;
}

/** A defined name; `formula` without "=". */
export interface OpenName {
  readonly name: string;
  readonly formula: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The sheet it is known on only, counted from zero; null for a name of the whole workbook. */
  readonly localTo: number | null;
}

/** A table's area with its header and totals, and the names of its columns. */
export interface OpenTable {
  readonly name: string;
  readonly id: number;
  readonly sheet: OpenSheet;
  readonly area: Rectangle;
  readonly headers: number;
  readonly totals: number;
  readonly columns: readonly string[];
}

export interface OpenBook {
  readonly file: Package;
  /** The path of the workbook part. */
  readonly path: string;
  readonly relations: readonly Relation[];
  readonly sheets: readonly OpenSheet[];
  readonly names: readonly OpenName[];
  readonly tables: readonly OpenTable[];
  readonly strings: () => readonly string[];
}

/** Throws when the bytes are not an .xlsx, and a DamagedXlsx for a table no sheet can hold. */
export function openXlsx(bytes: Uint8Array): OpenBook {
  const file = openPackage(bytes);
  const root = file.relations("").find(({ kind }) => kind === "officeDocument");
  const book = root ? file.text(root.target) : "";
  if (!root || book === "") throw new Error("not an .xlsx file");
  const relations = file.relations(root.target);
  const sheets = [...tags(book, "sheet")].flatMap(({ attributes }): OpenSheet[] => {
    const relation = relations.find(({ id }) => id === attributes.get("id"));
    return relation ? [{ name: unescapeString(attributes.get("name") ?? ""), path: relation.target, attributes, kind: relation.kind }] : [];
  });
  let read: readonly string[] | null = null;
  return {
    file, path: root.target, relations, sheets,
    names: [...tags(book, "definedName")].map(nameOf),
    tables: sheets.flatMap((sheet) => tablesOf(sheet, file)),
    strings: () => (read ??= itemsOf(file, relations).map(itemText)),
  };
}

/** The shared strings as they are written, between their tags. */
export function itemsOf(file: Package, relations: readonly Relation[]): readonly string[] {
  const strings = relations.find(({ kind }) => kind === "sharedStrings");
  return strings ? [...tags(unprefixed(file.text(strings.target)), "si")].map(({ inner }) => inner) : [];
}

function nameOf({ attributes, inner }: { readonly attributes: ReadonlyMap<string, string>; readonly inner: string }): OpenName {
  const local = attributes.get("localSheetId");
  return { name: unescapeString(attributes.get("name") ?? ""), formula: stringText(inner), attributes, localTo: local === undefined ? null : Number(local) };
}

function tablesOf(sheet: OpenSheet, file: Package): OpenTable[] {
  const paths = file.relations(sheet.path).filter(({ kind }) => kind === "table");
  return paths.flatMap(({ target }) =>
    [...tags(file.text(target), "table")].flatMap(({ attributes, inner }) => {
      const area = areaOf(attributes.get("ref") ?? "");
      if (!area) return [];
      if (area.bottom > mostRows || area.right >= mostColumns) throw new DamagedXlsx();
      return [{
        sheet, area,
        name: unescapeString(attributes.get("displayName") ?? ""),
        id: Number(attributes.get("id") ?? 0),
        headers: Number(attributes.get("headerRowCount") ?? 1),
        totals: Number(attributes.get("totalsRowCount") ?? 0),
        columns: [...tags(inner, "tableColumn")].map((column) => unescapeString(column.attributes.get("name") ?? "")),
      }];
    }),
  );
}

/** `'It''s'!$B$3:$D$9` as a sheet's name and an area; null when it is anything else. */
export function placeOf(formula: string): { readonly sheet: string; readonly area: Rectangle } | null {
  const [, quoted, plain, reference = ""] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(formula) ?? [];
  const area = areaOf(reference);
  return area ? { sheet: quoted?.replaceAll("''", "'") ?? plain ?? "", area } : null;
}

/** `$B$3:$D$9` or `B3` as a rectangle; null when it is neither. */
export function areaOf(reference: string): Rectangle | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference);
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) };
}

/** The zero-based column of its letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number - 1;
}
