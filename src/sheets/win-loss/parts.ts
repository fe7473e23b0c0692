// What the blocks of Wins and losses share.

import type { Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block } from "../block";
import type { SheetContext } from "../context";

export interface WinLossParts {
  readonly context: SheetContext;
  readonly model: DealModel;
  readonly words: SheetContext["text"]["winLoss"];
  /** Closed deals from which a win rate counts. */
  readonly few: Term<number>;
}

/** Names of tables and cells, the same in every language. */
export const winLossNames = {
  cycle: "WinLossCycle", stages: "WinLossStages", losses: "LossReasons", wins: "WinReasons", segments: "WinRates", competitors: "Competitors", cards: "Battlecards",
  few: "WinLossFew", small: "WinLossSmall", large: "WinLossLarge",
} as const;

export const winLossWidths = [30, 16, 14, 15, 12, 15, 14, 12, 15, 15, 38, 38, 38, 38, 38] as const;

/** Columns a title or note spans. */
export const across = 10;

export function section(title: string, ...notes: readonly string[]): Block {
  return grid([[show("section", title, { across })], ...notes.map((note) => [show("note", note, { across })])], [24, ...notes.map(() => 30)]);
}

/** A sentence that says what is missing. */
export function saying(title: string, why: string): Block {
  return grid([[show("section", title, { across })], [show("wrapped", why, { across })]], [24, 20]);
}
