// A zip written as it is made: nothing is held but the directory. The same parts give the same bytes.

/** Takes the bytes of the file in order. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** Text, or bytes as they are. */
export type Chunk = string | Uint8Array;

/** One file in the zip; its contents come in chunks, made when they are needed. */
export interface Part {
  readonly path: string;
  readonly chunks: Iterable<Chunk>;
}

/** What the directory says of a compressed file. */
export interface Deflated {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Compresses chunks of text into the sink: by fflate in a browser, by node:zlib in Node. */
export type Deflate = (chunks: Iterable<Chunk>, sink: Sink) => Promise<Deflated>;

/** Writes all parts; throws when the file grows past what a plain zip can hold (4 GB). */
export async function writeZip(parts: Iterable<Part>, deflate: Deflate, sink: Sink): Promise<void> {
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.path);
    const header = localHeader(name);
    await sink(header);
    const deflated = await deflate(part.chunks, sink);
    await sink(descriptor(deflated));
    entries.push(directoryEntry(name, deflated, at));
    at += header.length + deflated.packed + 16;
    if (at > 0xffffffff || deflated.size > 0xffffffff) throw new Error(`too big for an .xlsx: ${part.path}`);
  }
  for (const entry of entries) await sink(entry);
  await sink(directoryEnd(entries.length, entries.reduce((size, entry) => size + entry.length, 0), at));
}

/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const entryFlags = 0x0808;
/** 1980-01-01, the first day a zip knows: a clock would give other bytes each time. */
const entryDate = 0x0021;

function localHeader(name: Uint8Array): Uint8Array {
  return record([[4, 0x04034b50], [2, 20], [2, entryFlags], [2, 8], [2, 0], [2, entryDate], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]], name);
}

function descriptor({ crc, packed, size }: Deflated): Uint8Array {
  return record([[4, 0x08074b50], [4, crc], [4, packed], [4, size]]);
}

function directoryEntry(name: Uint8Array, { crc, packed, size }: Deflated, at: number): Uint8Array {
  const fields: Field[] = [[4, 0x02014b50], [2, 20], [2, 20], [2, entryFlags], [2, 8], [2, 0], [2, entryDate], [4, crc], [4, packed], [4, size]];
  return record([...fields, [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], name);
}

function directoryEnd(count: number, size: number, at: number): Uint8Array {
  return record([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]]);
}

/** A number and the bytes it takes, little end first. */
type Field = readonly [size: 2 | 4, value: number];

function record(fields: readonly Field[], tail: Uint8Array = new Uint8Array()): Uint8Array {
  const length = fields.reduce((sum, [size]) => sum + size, 0);
  const bytes = new Uint8Array(length + tail.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  bytes.set(tail, at);
  return bytes;
}
