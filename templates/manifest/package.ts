// The app package of the unified manifest: one zip with the manifest, its Chinese and two icons, as Microsoft 365 takes it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { AddIn } from "./source";
import { unifiedChinese, unifiedManifest } from "./unified";

const assets = join(__dirname, "..", "..", "src", "taskpane", "assets");

/** The zip; the same source gives the same bytes. */
export function appPackage(addIn: AddIn): Uint8Array {
  const files = {
    "manifest.json": strToU8(unifiedManifest(addIn)),
    "zh-cn.json": strToU8(unifiedChinese(addIn)),
    "color.png": new Uint8Array(readFileSync(join(assets, "color.png"))),
    "outline.png": new Uint8Array(readFileSync(join(assets, "outline.png"))),
  };
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}
