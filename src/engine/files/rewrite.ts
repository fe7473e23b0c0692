// Text files made readable for a database: unpacked, in UTF-8, and (where quotes or line ends are not in order) cut by our own reader.

import { isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream, openSync, closeSync, readSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { decode, withPunctuation } from "../../crm/decode";
import { cutRecords } from "../../crm/records";
import { upToRecord, type Head } from "./head";

const PACKED = /\.gz$/i;
const SAMPLE = 1 << 18;

/** The path of a file that holds the text unpacked and in UTF-8: the file itself where it is so, else a new one at `path`. */
export async function inUtf8(file: string, path: string): Promise<{ path: string; encoding: string }> {
  const isPacked = PACKED.test(file);
  const encoding = decode(isPacked ? await firstUnpacked(file) : firstOf(file)).encoding;
  if (!isPacked && encoding === "utf-8") return { path: file, encoding };
  await rewrite(file, path, encoding, encoding === "utf-8" ? null : (text) => text);
  return { path, encoding };
}

/** The same file with every record as our reader cuts it: cells in quotes, as many as the header has. Gives its encoding, and how many records had another number of cells. */
export async function asWeCut(head: Head, path: string): Promise<{ ragged: number; encoding: string }> {
  const width = head.table.header.length;
  let ragged = 0;
  let { above } = head;
  const rows = cutter(head);
  const encoding = await encodingOf(head.path);
  await rewrite(head.path, path, encoding, (text, isLast) => {
    const cut = rows(text, isLast);
    const kept = cut.slice(above);
    above = Math.max(0, above - cut.length);
    for (const row of kept) if (row.length < width || row.slice(width).some((cell) => cell.trim() !== "")) ragged++;
    return kept.map((row) => lineOf(row, width)).join("");
  });
  return { ragged, encoding };
}

/** The encoding of the first part that is no UTF-8, however far down. */
async function encodingOf(file: string): Promise<string> {
  let rest = new Uint8Array(0);
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    const bytes = Buffer.concat([rest, part]);
    const end = bytes.lastIndexOf(0x0a) + 1 || bytes.length;
    const lines = bytes.subarray(0, end);
    if (!isUtf8(lines)) return decode(lines).encoding;
    rest = bytes.subarray(end);
  }
  return isUtf8(rest) ? "utf-8" : decode(rest).encoding;
}

/** Gives the rows of each part of a text, a record cut in two kept for the next part. */
function cutter({ dialect, isMixed }: Head): (text: string, isLast: boolean) => string[][] {
  let rest = "";
  return (part, isLast) => {
    const text = (rest + part).replaceAll("\0", "");
    const whole = isLast ? text : upToRecord(text);
    rest = text.slice(whole.length);
    return whole === "" ? [] : cutRecords(isMixed ? whole.replace(/\r\n|\r/g, "\n") : whole, dialect).rows;
  };
}

function lineOf(row: readonly string[], width: number): string {
  const cells = Array.from({ length: width }, (_, at) => `"${(row[at] ?? "").replaceAll('"', '""')}"`);
  return `${cells.join(",")}\n`;
}

/** Copies a text part by part, changed by `change`; bytes as they are where there is none. */
async function rewrite(file: string, path: string, encoding: string, change: ((text: string, isLast: boolean) => string) | null): Promise<void> {
  const source = createReadStream(file, { highWaterMark: 1 << 22 });
  const target = createWriteStream(path);
  const edit = (parts: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array | string> => (change ? changed(parts, encoding, change) : parts);
  await (PACKED.test(file) ? pipeline(source, createGunzip({ chunkSize: 1 << 20 }), edit, target) : pipeline(source, edit, target));
}

async function* changed(parts: AsyncIterable<Uint8Array>, encoding: string, change: (text: string, isLast: boolean) => string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) yield change(withPunctuation(decoder.decode(part, { stream: true }), encoding), false);
  yield change(withPunctuation(decoder.decode(), encoding), true);
}

function firstOf(file: string): Uint8Array {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(SAMPLE);
    return wholeLines(bytes.subarray(0, readSync(handle, bytes, 0, SAMPLE, 0)));
  } finally {
    closeSync(handle);
  }
}

async function firstUnpacked(file: string): Promise<Uint8Array> {
  const packed = createReadStream(file);
  const unpacked = packed.pipe(createGunzip());
  // A pipe hands on neither an error nor an end before the last byte.
  packed.once("error", (error) => unpacked.destroy(error));
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      parts.push(part);
      if ((length += part.length) >= SAMPLE) break;
    }
  } finally {
    packed.destroy();
  }
  return wholeLines(Buffer.concat(parts).subarray(0, SAMPLE));
}

/** Cuts no character in two: in these encodings a line feed is never part of one; UTF-16 has two bytes for all. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length < SAMPLE) return bytes;
  const end = bytes.lastIndexOf(0x0a);
  return end > 0 ? bytes.subarray(0, bytes[end + 1] === 0 ? end + 2 : end + 1) : bytes;
}
