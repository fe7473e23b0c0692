// An area as files write it.

import { placeOfAddress } from "../../src/sheets/address";
import type { Rectangle } from "../../src/sheets/plan";

/** The rectangle of `B3:D9` or `B3`. */
export function areaOf(text: string): Rectangle {
  const [first, last] = text.split(":").map(placeOfAddress);
  if (!first || last === null) throw new Error(`no area: ${text}`);
  return { top: first.row, left: first.column, bottom: (last ?? first).row, right: (last ?? first).column };
}
