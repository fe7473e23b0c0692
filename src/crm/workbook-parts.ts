// Which parts of a workbook's zip hold its cells? Only these are unzipped, and no more than is allowed.

import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from "fflate";
import { mostBytes } from "../values";
import { TooMuch } from "./too-much";

/** Pictures, drawings, pivots and comments hold no cells; links may lay themselves over a whole sheet. */
const noCells = /(^|\/)(media|drawings|charts|embeddings|printerSettings|pivotCache|pivotTables|ctrlProps|activeX|persons|threadedComments|customXml|docProps|externalLinks|tables|queryTables)\/|(^|\/)comments[^/]*$|vbaProject|worksheets\/_rels\//i;

/** A zip as the library reads it fastest: parts with cells alone, not packed, sheets without what stands behind their cells. Throws a TooMuch. */
export function withCellsAlone(zip: Uint8Array): Uint8Array {
  let size = 0;
  unzipSync(zip, { filter: (file) => { size += holdsCells(file) ? file.originalSize : 0; return false; } });
  if (size > mostBytes) throw new TooMuch("too-large");
  const parts = unzipSync(zip, { filter: holdsCells });
  for (const path of Object.keys(parts)) if (/worksheets\/[^/]+\.xml$/i.test(path)) parts[path] = upToCells(parts[path]!);
  return zipSync(parts, { level: 0 });
}

/** A part smaller than its packed form says a wrong size. */
function holdsCells({ name, size, originalSize }: UnzipFileInfo): boolean {
  return !name.endsWith("/") && !noCells.test(name) && size <= originalSize * 2 + 1000;
}

/** Merged cells, links and rules stand behind the cells. */
function upToCells(sheet: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const end = endOfCells(sheet);
  const opening = /^<\/((?:[\w.-]+:)?)sheetData>$/.exec(strFromU8(sheet.subarray(sheet.lastIndexOf(0x3c, end - 1), end), true));
  if (!opening) return sheet;
  const closing = strToU8(`</${opening[1]}worksheet>`, true);
  const made = new Uint8Array(end + closing.length);
  made.set(sheet.subarray(0, end));
  made.set(closing, end);
  return made;
}

const lastTag = strToU8("sheetData>", true);

/** Behind the last `sheetData>`; 0 where there is none. */
function endOfCells(sheet: Uint8Array): number {
  for (let end = sheet.length; end >= lastTag.length; end--) {
    if (sheet[end - 1] === 0x3e && lastTag.every((byte, at) => sheet[end - lastTag.length + at] === byte)) return end;
  }
  return 0;
}
