// Room for the longest text of each row of a table whose texts wrap.

import { grid, valueOf, type Block, type TableSpec } from "../block";
import { textWidth } from "../theme";
import { heightOfLines } from "../text-lines";

/** Width in characters of the columns of Stage gates, from the first. */
export const gateWidths = [28, 17, 18, 16, 12, 11, 13, 14, 48, 32, 40, 12, 18] as const;

export function heightsOf({ columns }: TableSpec, widths: readonly number[] = gateWidths, least = 1): Block {
  const rows = columns[0]?.contents.length ?? 0;
  const lines = Array.from({ length: rows }, (_, row) => Math.max(...columns.map(({ look, contents }, at) => {
    if (look !== "wrapped" && look !== "inputWrapped") return 1;
    return Math.ceil(textWidth(String(valueOf(contents[row] ?? null) ?? "")) / ((widths[at] ?? 12) - 3));
  })));
  return grid([[], ...lines.map(() => [])], [null, ...lines.map((count) => heightOfLines(Math.min(8, Math.max(least, count))))]);
}
