// How large is a PNG?

import { readFileSync } from "node:fs";

/** Width and height in pixels, from the file's header. */
export function pngSize(path: string): readonly [width: number, height: number] {
  const header = readFileSync(path);
  if (header.toString("latin1", 12, 16) !== "IHDR") throw new Error(`not a png: ${path}`);
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}
