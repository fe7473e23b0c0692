// What the blocks of Wins and losses share.

import type { Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block, type SeriesSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";

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

export const winLossWidths = [30, 16, 14, 15, 13, 15, 14, 16, 16, 15, 34, 34, 34, 34, 34] as const;

/** Where charts stand: right of the figures, over the wide columns of the battlecards. */
const chartColumn = 10;

/** Columns a title or note spans. */
export const across = 10;

export function section(title: string, ...notes: readonly string[]): Block {
  return grid([[show("section", title, { across })], ...notes.map((note) => [show("note", note, { across })])], [24, ...notes.map(() => 30)]);
}

/** A sentence that says what is missing. */
export function saying(title: string, why: string): Block {
  return grid([[show("section", title, { across })], [show("wrapped", why, { across })]], [24, 20]);
}

/** Why nothing is said of a field that is in no group of deals. */
export function tooMany({ context }: Pick<WinLossParts, "context">, field: string): string {
  return context.text.tables.groups.tooMany(field);
}

/** A table, and beside it a chart of one of its columns as bars. */
export function withChart(table: Block, chart: { readonly name: string; readonly title: string; readonly alt: string; readonly format: Format; readonly table: string; readonly categories: string; readonly values: string; readonly rows: number }): Block {
  const { name, title, alt, format } = chart;
  const series: SeriesSpec = { name: chart.values, categories: { table: chart.table, column: chart.categories }, values: { table: chart.table, column: chart.values }, colour: "teal", labels: true };
  const bars: Block = { kind: "chart", across: 3, down: Math.max(12, chart.rows + 2), chart: { name, kind: "bar", title, alt, legend: false, format, series: [series] } };
  return { kind: "beside", blocks: [{ column: 0, block: table }, { column: chartColumn, block: bars }] };
}
