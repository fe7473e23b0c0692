// The edge to Node: zlib and the disk. Not imported by anything that runs in a browser.

import { open, readFile, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import type { WorkbookPlan } from "../../sheets/plan";
import { emptyMemory } from "../../sheets/memory";
import type { WorkbookHost } from "../host";
import { recallXlsx } from "./recall";
import { streamXlsx, writeXlsx, type XlsxOptions } from "./write";
import type { Deflate } from "./zip";

/** A workbook in a file, there already or not. */
export function xlsxFileHost(path: string): WorkbookHost {
  return {
    async recall(remembered) {
      const before = await readFile(path).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : Promise.reject(error)));
      return before ? recallXlsx(before, remembered) : emptyMemory;
    },
    render: (plan, { progress } = {}) => saveXlsx(path, plan, progress ? { progress } : {}),
  };
}

/** As `writeXlsx`, compressed by node:zlib beside the main thread. */
export function writeXlsxInNode(plan: WorkbookPlan, options: XlsxOptions = {}): Promise<Uint8Array> {
  return writeXlsx(plan, { deflate: deflateInNode, ...options });
}

/** Writes the workbook to a file without holding it; what stood there before stays until the new file is whole. */
export async function saveXlsx(path: string, plan: WorkbookPlan, options: XlsxOptions = {}): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(draft, "w");
    try {
      await streamXlsx(plan, async (bytes) => { await file.writeFile(bytes); }, { deflate: deflateInNode, ...options });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Compresses by node:zlib, on its own thread while the next chunk is made: one chunk is under way, not more. */
export const deflateInNode: Deflate = async (chunks, sink) => {
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
