// Which parts of a workbook's zip hold its cells? Only these are unzipped, and no more than is allowed.

import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from "fflate";
import { mostBytes } from "../values";
import { TooMuch } from "./too-much";

/** Pictures, drawings, pivots and comments hold no cells; links may lay themselves over a whole sheet. */
const noCells = /(^|\/)(media|drawings|charts|embeddings|printerSettings|pivotCache|pivotTables|ctrlProps|activeX|persons|threadedComments|customXml|docProps|externalLinks|tables|queryTables)\/|(^|\/)comments[^/]*$|vbaProject|worksheets\/_rels\//i;

/** A zip as the library reads it best: parts with cells alone, not packed, of sheets the cells alone. Throws a TooMuch. */
export function withCellsAlone(zip: Uint8Array): Uint8Array {
  let size = 0;
  unzipSync(zip, { filter: (file) => { size += holdsCells(file) ? file.originalSize : 0; return false; } });
  if (size > mostBytes) throw new TooMuch("too-large");
  const parts = unzipSync(zip, { filter: holdsCells });
  for (const path of Object.keys(parts)) if (/\.xml$/i.test(path)) parts[path] = cellsOf(parts[path]!);
  return zipSync(parts, { level: 0 });
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Whether a zip is a workbook, whole or not, and no zip of other files; true of one that is too damaged to tell. */
export function hasSheets(zip: Uint8Array): boolean {
  const names: string[] = [];
  try {
    unzipSync(zip, { filter: ({ name }) => { names.push(name); return false; } });
  } catch {
    return true;
  }
  return names.some((name) => /^(?:xl\/|\[Content_Types\]\.xml$|content\.xml$)/.test(name));
}

/** A part smaller than its packed form says a wrong size. */
function holdsCells({ name, size, originalSize }: UnzipFileInfo): boolean {
  return !name.endsWith("/") && !noCells.test(name) && size <= originalSize * 2 + 1000;
}

const [cells, link] = [strToU8("sheetData", true), strToU8("hyperlink", true)];

/** Merged cells, rules, and links that may lie over a whole sheet, stand before and behind the cells. */
function cellsOf(part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const name = placeOf(cells, part, 0);
  if (name < 0) return placeOf(link, part, 0) < 0 ? part : new Uint8Array();
  const start = part.lastIndexOf(LESS, name);
  let end = name;
  do end = placeOf(cells, part, end + 1); while (end >= 0 && part[part.lastIndexOf(LESS, end) + 1] !== SLASH);
  if (end < 0) return strToU8("<worksheet/>");
  const prefix = strFromU8(part.subarray(start + 1, name), true);
  const closing = part.indexOf(GREATER, end) + 1 || part.length;
  return joined(strToU8(`<${prefix}worksheet>`, true), part.subarray(start, closing), strToU8(`</${prefix}worksheet>`, true));
}

const [LESS, SLASH, GREATER] = [0x3c, 0x2f, 0x3e];

function placeOf(text: Uint8Array, part: Uint8Array, from: number): number {
  for (let at = part.indexOf(text[0]!, from); at >= 0; at = part.indexOf(text[0]!, at + 1)) if (text.every((byte, i) => part[at + i] === byte)) return at;
  return -1;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
