// What changed since the snapshot before, in sentences that stand as of the build.

import { grid, show, type Block } from "../block";
import type { SheetContext } from "../context";
import { changeLines, whatChanged } from "../what-changed";

const mostShown = 7;

/** The open amount before and now, what moved it, and what else changed. */
export function changesBlock(context: SheetContext): Block {
  const words = context.text.review;
  const changed = whatChanged(context);
  const lines = changed ? changeLines(changed, context.text) : [words.noSnapshots];
  const shown = lines.length > mostShown ? [...lines.slice(0, mostShown - 1), words.moreChanges(lines.length - mostShown + 1)] : lines;
  return grid([[show("section", words.changesTitle, { across: 11 })], ...shown.map((line) => [show("label", line, { across: 11 })])], [22, ...shown.map(() => 17)]);
}
