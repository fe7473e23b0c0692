// What the blocks of Team share.

import { column, type Column } from "../../formula/column";
import { literal, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import type { SheetContext } from "../context";
import type { Quotas, TeamRep } from "./reps";
import type { TeamSettings } from "./settings";
import { notedSectionOf } from "../headings";

/** Columns a title or note spans. */
export const width = 16;
export const section = notedSectionOf(width);

/** So many reps, the first of the ranking, stand in a chart. */
export const shownInChart = 20;

export interface TeamParts {
  readonly context: SheetContext;
  readonly words: SheetContext["text"]["team"];
  /** Null without deals that have an owner. */
  readonly deals: DealModel | null;
  readonly settings: TeamSettings;
  /** In the order of the ranking. */
  readonly reps: readonly TeamRep[];
  readonly quotas: Quotas;
}

/** A column of Terms as others see it. */
export function figureColumn(table: string, header: string, terms: readonly Term<Figure>[]): Column<Figure> {
  return column(table, header, terms.map((term) => term.value));
}

/** The first row of the largest number of a column; null without any number. */
export function leaderOf(values: readonly Figure[]): { readonly row: number; readonly most: number; readonly others: number } | null {
  const numbers = values.filter((value): value is number => value !== "");
  if (numbers.length === 0) return null;
  const most = Math.max(...numbers);
  return { row: values.indexOf(most), most, others: numbers.filter((value) => value === most).length - 1 };
}

/** `INDEX(names,MATCH(MAX(column),column,0))`: who has the most; only where there is a number. */
export function leaderName(names: Column<string>, figures: Column<Figure>): Term<string> {
  const leader = leaderOf(figures.values);
  return { ...literal(""), text: `INDEX(${names.text},MATCH(MAX(${figures.text}),${figures.text},0))`, value: leader ? (names.values[leader.row] ?? "") : "" };
}

/** How many others have the same. */
export function othersWithMost(figures: Column<Figure>): Term<number> {
  return { ...literal(0), text: `(COUNTIF(${figures.text},MAX(${figures.text}))-1)`, value: leaderOf(figures.values)?.others ?? 0 };
}
