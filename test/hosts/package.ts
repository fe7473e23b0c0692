// The parts of an .xlsx as text, for tests.

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Text of each part by path. */
export function partsIn(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** The same package with each part passed through a function, pictures aside. */
export function withParts(bytes: Uint8Array, change: (path: string, xml: string) => string): Uint8Array {
  const changed = Object.entries(unzipSync(bytes)).map(([path, content]) => [path, /\.(xml|rels|vml)$/.test(path) ? strToU8(change(path, strFromU8(content))) : content] as const);
  return zipSync(Object.fromEntries(changed), { level: 1 });
}
