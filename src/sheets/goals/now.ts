// The goals as they stand now, for the sheet that shows them and for others.

import type { SheetContext } from "../context";
import { goalTerms, type GoalTerms, type Surroundings } from "./formulas";
import { checkInRows, logColumns, type CheckIn } from "./log";
import { goalRows, type GoalRow } from "./row";
import { goalSettings } from "./settings";
import { goalSources, sourceColumns, type Source } from "./sources";

export interface GoalsNow {
  readonly rows: readonly GoalRow[];
  readonly terms: readonly GoalTerms[];
  readonly sources: readonly Source[];
  readonly log: readonly CheckIn[];
}

/** Goals, what follows from each, and what they are read from. */
export function goalsNow(context: SheetContext): GoalsNow {
  const { text, model, memory } = context;
  const sources = goalSources(context);
  const rows = goalRows(memory, sources, model.settings.asOf.value, model.settings.fiscalYearStart.value, text);
  const log = checkInRows(memory);
  const limits = goalSettings(memory);
  const around: Surroundings = { asOf: model.settings.asOf, limits: { atRisk: limits.atRiskBelow, offTrack: limits.offTrackBelow }, sources: sourceColumns(sources, context), measures: rows.map(({ measure }) => measure), log: logColumns(log, text), text };
  return { rows, terms: rows.map((row) => goalTerms(row, around)), sources, log };
}
