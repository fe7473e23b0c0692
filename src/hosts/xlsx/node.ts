// The edge to Node: zlib and the disk. Not imported by anything that runs in a browser.

import { readFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import type { WorkbookPlan } from "../../sheets/plan";
import { emptyMemory } from "../../sheets/memory";
import type { WorkbookHost } from "../host";
import { carry } from "./carry";
import type { Carrying } from "./host";
import { recallXlsx } from "./recall";
import { streamXlsx, writeXlsx, type XlsxOptions } from "./write";
import { stateOf, writeWhole, type FileState } from "../../disk/write-whole";
import type { Deflate } from "./zip";

/** A workbook in a file, there already or not; `to` where the new one goes when that is another file. */
export function xlsxFileHost(path: string, { to = path, mayDrop, leave }: Carrying & { readonly to?: string } = {}): WorkbookHost {
  let before: Uint8Array | null = null;
  let found: FileState | undefined;
  const read = async () => {
    found = await stateOf(to);
    return (before = await readFile(path).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : Promise.reject(error))));
  };
  return {
    async recall(remembered) {
      const bytes = await read();
      return bytes ? recallXlsx(bytes, remembered) : emptyMemory;
    },
    async render(plan, { progress } = {}) {
      const bytes = before ?? (await read());
      before = null;
      const kept = bytes ? carry(bytes, plan, mayDrop) : null;
      if (kept) leave?.(kept.left);
      await saveXlsx(to, kept?.plan ?? plan, { ...(progress ? { progress } : {}), ...(kept ? { carried: kept.carried } : {}) }, found);
    },
  };
}

/** As `writeXlsx`, compressed by node:zlib beside the main thread. */
export function writeXlsxInNode(plan: WorkbookPlan, options: XlsxOptions = {}): Promise<Uint8Array> {
  return writeXlsx(plan, { deflate: deflateInNode, ...options });
}

/** Writes the workbook to a file without holding it; `found` is as `writeWhole` takes it. */
export function saveXlsx(path: string, plan: WorkbookPlan, options: XlsxOptions = {}, found?: FileState): Promise<void> {
  return writeWhole(path, (file) => streamXlsx(plan, async (bytes) => { await file.writeFile(bytes); }, { deflate: deflateInNode, ...options }), found);
}

/** Compresses by node:zlib, on its own thread while the next chunk is made: one chunk is under way, not more. */
const deflateInNode: Deflate = async (chunks, sink) => {
  let crc = 0;
  let size = 0;
  let packed = 0;
  const deflater = createDeflateRaw({ level: 3, memLevel: 9, chunkSize: 1 << 17 });
  const taken = pipeline(deflater, async (compressed: AsyncIterable<Buffer>) => {
    for await (const bytes of compressed) {
      packed += bytes.length;
      await sink(bytes);
    }
  });
  let under: Promise<unknown> = Promise.resolve();
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      crc = crc32(bytes, crc);
      size += bytes.length;
      await Promise.race([under, taken]);
      under = new Promise((resolve) => deflater.write(bytes, resolve));
    }
    deflater.end();
  } catch (error) {
    deflater.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  await taken;
  return { crc, packed, size };
};
