// Outcomes of deals as words: won, lost, open, or the stage a deal is in.

import { dealFigures } from "../../crm/headers/generic-deal";
import { headerKey } from "../../crm/headers/key";
import type { Outcome } from "../../crm/objects/deal";
import { outcomeOfWord } from "../../crm/outcome";
import { Refusal } from "../../metrics/refusal";
import { shown, type Cells } from "./cells";
import { isNothing } from "./figures";
import { grid, type Grid, type ReadCell } from "./grid";

/** An outcome in every cell; a heading in the first one and placeholders count as blank. */
export function outcomesOf(name: string, cells: Cells): Grid<Outcome> {
  const read = grid<Outcome | null>(name, cells, readOutcomeCell);
  const first = Array.isArray(cells) ? (cells as readonly (readonly unknown[])[])[0]?.[0] : null;
  const hasHeading = read.values.length > 1 && typeof first === "string" && isOutcomeHeading(first);
  return { ...read, values: hasHeading ? read.values.map((value, at) => (at === 0 ? null : value)) : read.values };
}

const readOutcomeCell: ReadCell<Outcome | null> = (cell, at) => {
  if (isNothing(cell)) return null;
  return outcomeSaid(shown(cell)) ?? new Refusal("no-outcome", { ...at, found: shown(cell) });
};

/**
 * What a word says; the name of a stage that says neither won nor lost is open. Null where it says nothing: `closed`
 * without how, yes and no, numbers, a letter or two.
 */
export function outcomeSaid(word: string): Outcome | null {
  const said = outcomeOfWord(word);
  if (said === "closed") return null;
  return said ?? (NAME.test(word) && !FLAG.test(word.trim()) ? "open" : null);
}

const NAME = /\p{L}{3}|\p{Script=Han}{2}/u;
const FLAG = /^(?:true|false|yes)$/i;

/** `Stage`, `Status`, `Won/Lost`, `阶段`. */
export function isOutcomeHeading(text: string): boolean {
  return headings.has(headerKey(text));
}

const headings: ReadonlySet<string> = new Set(`${dealFigures.stage} | ${dealFigures.status}`.split(" | ").map(headerKey));
