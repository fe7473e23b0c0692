// What the blocks of the Dashboard share.

import type { Figure, Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block, type ChartSpec, type SeriesSpec } from "../block";
import type { SheetContext } from "../context";

export interface DashboardParts {
  readonly context: SheetContext;
  readonly model: DealModel;
  readonly words: SheetContext["text"]["dashboard"];
}

/** Null without deals. */
export function dashboardParts(context: SheetContext): DashboardParts | null {
  const { model, text } = context;
  if (!model.deals || model.deals.count === 0) return null;
  return { context, model: { ...model, deals: model.deals }, words: text.dashboard };
}

/** Columns and rows a chart covers; three stand side by side. */
export const chartSize = { across: 4, down: 14 } as const;

export function chartBlock(chart: Omit<ChartSpec, "legend" | "kind"> & Partial<Pick<ChartSpec, "legend" | "kind">>): Block {
  return { kind: "chart", ...chartSize, chart: { kind: "column", legend: false, ...chart } };
}

/** What stands where a chart would be empty. */
export function chartMissing(why: string): Block {
  return grid([[show("note", why, { across: chartSize.across, down: 3 })]]);
}

/** A series over two columns of a table. */
export function seriesOf(table: string, categories: string, values: string, more: Omit<SeriesSpec, "categories" | "values">): SeriesSpec {
  return { categories: { table, column: categories }, values: { table, column: values }, ...more };
}

/** A figure where a formula has already made sure that there is one. */
export function sure(term: Term<Figure>, instead = 0): Term<number> {
  return { ...term, value: term.value === "" ? instead : term.value };
}

export function anyNumber(terms: readonly Term<Figure>[]): boolean {
  return terms.some((term) => term.value !== "" && term.value !== 0);
}
