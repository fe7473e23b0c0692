// Compression in a browser, by fflate; `node.ts` has the one for Node.

import { Deflate as Deflater } from "fflate";
import type { Deflate } from "./zip";

/** Compresses by fflate, and lets the page breathe every fiftieth of a second. */
export const deflateInBrowser: Deflate = async (chunks, sink) => {
  const made: Uint8Array[] = [];
  const deflater = new Deflater({ level: 3 }, (bytes) => made.push(bytes));
  const encoder = new TextEncoder();
  let crc = 0;
  let size = 0;
  let packed = 0;
  let breath = performance.now();
  async function pass(): Promise<void> {
    for (const bytes of made.splice(0)) {
      packed += bytes.length;
      await sink(bytes);
    }
    if (performance.now() - breath < 20) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    breath = performance.now();
  }
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
    crc = crc32(bytes, crc);
    size += bytes.length;
    deflater.push(bytes);
    await pass();
  }
  deflater.push(new Uint8Array(), true);
  await pass();
  return { crc, packed, size };
};

const tables = crcTables();

/** CRC-32 of the bytes after those that gave `crc`, four bytes a step. */
function crc32(bytes: Uint8Array, crc: number): number {
  const [one, two, three, four] = tables;
  const whole = bytes.length & ~3;
  let value = ~crc;
  let at = 0;
  for (; at < whole; at += 4) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    value = four[value & 255]! ^ three[(value >>> 8) & 255]! ^ two[(value >>> 16) & 255]! ^ one[value >>> 24]!;
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ one[(value ^ bytes[at]!) & 255]!;
  return ~value >>> 0;
}

function crcTables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
  const made: [Int32Array, Int32Array, Int32Array, Int32Array] = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)];
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    made[0][byte] = value;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 4; table++) {
      const before = made[table - 1]![byte]!;
      made[table]![byte] = (before >>> 8) ^ made[0][before & 255]!;
    }
  }
  return made;
}
