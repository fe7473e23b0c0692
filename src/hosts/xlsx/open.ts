// What is in an .xlsx that some program saved: its sheets, names and tables; cells are read when asked for.

import { unzipSync } from "fflate";
import type { Rectangle } from "../../sheets/plan";
import { itemText, tags } from "./scan";
import { unescapeString } from "./xml";

export interface OpenSheet {
  readonly name: string;
  readonly path: string;
}

/** A table's area with its header and totals, and the names of its columns. */
export interface OpenTable {
  readonly sheet: OpenSheet;
  readonly area: Rectangle;
  readonly headers: number;
  readonly totals: number;
  readonly columns: readonly string[];
}

export interface OpenBook {
  readonly sheets: readonly OpenSheet[];
  /** What names of the whole workbook stand for; names in lower case, as Excel compares them. */
  readonly names: ReadonlyMap<string, string>;
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, OpenTable>;
  /** The bytes of a part. */
  readonly part: (path: string) => Uint8Array;
  readonly strings: () => readonly string[];
}

/** Throws when the bytes are not an .xlsx. */
export function openXlsx(bytes: Uint8Array): OpenBook {
  const file = (path: string) => unpack(bytes, path);
  const text = (path: string) => new TextDecoder().decode(file(path));
  const root = relationsOf("", text("_rels/.rels")).find(({ kind }) => kind === "officeDocument");
  const book = root ? text(root.target) : "";
  if (!root || book === "") throw new Error("not an .xlsx file");
  const relations = relationsOf(root.target, text(relationsPath(root.target)));
  const sheets = [...tags(book, "sheet")].flatMap(({ attributes }) => {
    const relation = relations.find(({ id }) => id === attributes.get("id"));
    return relation ? [{ name: unescapeString(attributes.get("name") ?? ""), path: relation.target }] : [];
  });
  const strings = relations.find(({ kind }) => kind === "sharedStrings")?.target;
  let read: readonly string[] | null = null;
  return {
    sheets,
    names: namesOf(book),
    tables: new Map(sheets.flatMap((sheet) => tablesOf(sheet, text))),
    part: (path) => file(path) ?? new Uint8Array(),
    strings: () => (read ??= strings === undefined ? [] : [...tags(text(strings), "si")].map((item) => itemText(item.inner))),
  };
}

function unpack(bytes: Uint8Array, path: string): Uint8Array | undefined {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === path })[path];
  } catch {
    throw new Error("not an .xlsx file");
  }
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which the strict and the usual form of the standard share. */
  readonly kind: string;
  readonly target: string;
}

function relationsOf(source: string, xml: string): readonly Relation[] {
  return [...tags(xml, "Relationship")].map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    kind: (attributes.get("Type") ?? "").replace(/.*\//, ""),
    target: resolvePath(source, attributes.get("Target") ?? ""),
  }));
}

function relationsPath(source: string): string {
  return source.replace(/([^/]*)$/, "_rels/$1.rels");
}

/** `xl/tables/table1.xml` of `../tables/table1.xml` seen from `xl/worksheets/sheet1.xml`. */
function resolvePath(source: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

function namesOf(book: string): ReadonlyMap<string, string> {
  const all = [...tags(book, "definedName")].filter(({ attributes }) => !attributes.has("localSheetId"));
  return new Map(all.map(({ attributes, inner }) => [unescapeString(attributes.get("name") ?? "").toLowerCase(), itemText(`<t>${inner}</t>`)]));
}

function tablesOf(sheet: OpenSheet, text: (path: string) => string): (readonly [string, OpenTable])[] {
  const paths = relationsOf(sheet.path, text(relationsPath(sheet.path))).filter(({ kind }) => kind === "table");
  return paths.flatMap(({ target }) =>
    [...tags(text(target), "table")].flatMap(({ attributes, inner }) => {
      const area = areaOf(attributes.get("ref") ?? "");
      const columns = [...tags(inner, "tableColumn")].map((column) => unescapeString(column.attributes.get("name") ?? ""));
      const headers = Number(attributes.get("headerRowCount") ?? 1);
      const totals = Number(attributes.get("totalsRowCount") ?? 0);
      return area ? [[unescapeString(attributes.get("displayName") ?? "").toLowerCase(), { sheet, area, headers, totals, columns }] as const] : [];
    }),
  );
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
