// The scores are looked at by two sheets: whichever is built first brings what the other one needs too.

import type { SheetSpec } from "../block";
import type { SheetContext } from "../context";

const brought = new WeakSet<SheetContext>();

/** The sheets, once for a build; none where they were brought before. */
export function bringScores(context: SheetContext, sheets: () => readonly SheetSpec[]): readonly SheetSpec[] {
  if (brought.has(context)) return [];
  brought.add(context);
  return sheets();
}
