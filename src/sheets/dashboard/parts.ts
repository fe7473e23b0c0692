// What the blocks of the Dashboard share.

import type { Figure, Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { gap, grid, show, stack, type Block, type ChartSpec, type SeriesSpec } from "../block";
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
const chartSize = { across: 4, down: 14 } as const;

export function picture(chart: Omit<ChartSpec, "legend" | "kind"> & Partial<Pick<ChartSpec, "legend" | "kind">>): Picture {
  return { chart: { kind: "chart", ...chartSize, chart: { kind: "column", legend: false, ...chart } } };
}

/** A chart, or why there is none. */
export type Picture = { readonly chart: Block } | { readonly why: string };

/** Charts three in a row; below them why others are missing. */
export function picturesBlock(pictures: readonly Picture[]): Block {
  const charts = pictures.flatMap((picture) => ("chart" in picture ? [picture.chart] : []));
  const reasons = pictures.flatMap((picture) => ("why" in picture ? [picture.why] : []));
  const rows = Array.from({ length: Math.ceil(charts.length / 3) }, (_, row) => charts.slice(row * 3, row * 3 + 3));
  return stack(
    ...rows.flatMap((row): Block[] => [{ kind: "beside", blocks: row.map((block, index) => ({ column: index * chartSize.across, block })) }, gap()]),
    ...(reasons.length > 0 ? [grid(reasons.map((why) => [show("note", why, { across: 3 * chartSize.across })]))] : []),
  );
}

/** A series over two columns of a table. */
export function seriesOf(table: string, categories: string, values: string, more: Omit<SeriesSpec, "categories" | "values">): SeriesSpec {
  return { categories: { table, column: categories }, values: { table, column: values }, ...more };
}

export function anyNumber(terms: readonly Term<Figure>[]): boolean {
  return terms.some((term) => term.value !== "" && term.value !== 0);
}
