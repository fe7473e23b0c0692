// What the blocks of Pipeline history share.

import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { sectionOf } from "../headings";
import { textWidth } from "../theme";

/** Columns a title or sentence spans. */
export const across = 9;
export const section = sectionOf(across);
/** Width of the first columns, and of each one after them. */
export const firstWidths = [34, 20] as const;
export const otherWidth = 16;

export interface HistoryParts {
  readonly context: SheetContext;
  readonly words: SheetContext["text"]["history"];
  /** Null where only a stage history was brought. */
  readonly model: DealModel | null;
}

/** Blocks of a part of the sheet, and what colours them. */
export interface HistoryBlocks {
  readonly blocks: readonly Block[];
  readonly rules?: readonly RuleSpec[];
}

export function historyParts(context: SheetContext): HistoryParts {
  const { model, text } = context;
  return { context, words: text.history, model: model.deals ? { ...model, deals: model.deals } : null };
}

/** A text over the whole width, with room for its lines. */
export function note(text: string): Block {
  return grid([[show("wrapped", text, { across })]], [7 + 14 * Math.ceil(textWidth(text) / 150)]);
}

/** Heights of a table's rows whose texts wrap in columns of these widths; put beside it. */
export function wrappedHeights(rows: readonly (readonly [text: string, width: number])[][]): Block {
  return grid([[], ...rows.map(() => [])], [null, ...rows.map((cells) => 5 + 14 * Math.max(1, ...cells.map(([text, width]) => Math.ceil(textWidth(text) / (width - 3)))))]);
}
