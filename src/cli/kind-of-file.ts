// Is a file a table to read here, a rollup, or something for DuckDB? Decided without reading more than needed.

import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { looksLikeRollup } from "../rollup-file/looks";
import { mostBytes, mostRows } from "../values";

/** `long`: a text with more rows than a sheet holds, or more bytes than are read row by row. */
export type FileKind = "rows" | "rollup" | "engine" | "long";

/** What a path leads to; a path to nothing is for the reader of rows, who says so. */
export async function kindOfFile(path: string, most = mostRows): Promise<FileKind> {
  const found = await stat(path).catch(() => null);
  if (!found) return /[*?[\]{}]/.test(path) ? "engine" : "rows";
  if (found.isDirectory()) return "engine";
  // A pipe can be read once, and not by an engine.
  if (!found.isFile()) return "rows";
  if (/\.json$/i.test(path)) return looksLikeRollup(await beginningOf(path)) ? "rollup" : "engine";
  if (/\.(parquet|pq|ndjson|jsonl|gz)$/i.test(path)) return "engine";
  if (!/\.(csv|tsv|tab|txt)$/i.test(path)) return "rows";
  // A row takes two bytes at least, its end and a sign.
  return found.size > mostBytes || (found.size > 2 * most && (await hasMoreLines(path, most + 1))) ? "long" : "rows";
}

/** As much of a file as tells whether it is a rollup. */
export async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(400), 0, 400, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Whether a text has more lines than so many; in UTF-16 only the feeds beside a zero byte end one. */
async function hasMoreLines(path: string, most: number): Promise<boolean> {
  let feeds = 0;
  let returns = 0;
  let isWide: boolean | null = null;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    isWide ??= (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
    feeds += signsIn(chunk, lineFeed, isWide);
    // Old Mac texts end lines with a return alone.
    if (feeds === 0) returns += signsIn(chunk, carriageReturn, isWide);
    if (Math.max(feeds, returns) > most) return true;
  }
  return false;
}

function signsIn(chunk: Buffer, sign: number, isWide: boolean): number {
  let count = 0;
  for (let at = chunk.indexOf(sign); at >= 0; at = chunk.indexOf(sign, at + 1)) {
    if (!isWide || chunk[at + 1] === 0 || chunk[at - 1] === 0) count += 1;
  }
  return count;
}
