// Which goals are there: those the user has, else a ready set with its dates in the fiscal year.

import { reference, type Figure } from "../../formula/term";
import type { CellValue, Day } from "../../values";
import type { SheetContext } from "../context";
import type { RememberedTable } from "../memory";
import { goalSeeds, type GoalSeed } from "./sets";
import { fiscalYearOf } from "./settings";
import { coversYearTo, trailingMeasure } from "./trailing";
import { goalsTableName, typedColumns, type TypedColumn } from "./words";

/** What is typed of a goal, by column; `before` is the whole remembered row, for the user's own columns. */
export interface GoalRow {
  readonly typed: Readonly<Record<TypedColumn, CellValue>>;
  readonly before?: readonly CellValue[];
}

/** Rows typed before win over seeds, whole; a table emptied by the user stays empty. At least one row. */
export function goalRows(context: SheetContext): readonly GoalRow[] {
  const table = context.memory.tables.get(goalsTableName);
  const rows = table ? rememberedGoals(table, context) : goalSeeds[context.goalSet].map((seed) => ({ typed: seededGoal(seed, context) }));
  return rows.length > 0 ? rows : [{ typed: blankGoal }];
}

const blankGoal = Object.fromEntries(typedColumns.map((key) => [key, null])) as Record<TypedColumn, null>;

function rememberedGoals(table: RememberedTable, { text }: SheetContext): readonly GoalRow[] {
  const at = typedColumns.map((key) => [key, table.columns.indexOf(text.goals.columns[key])] as const);
  return table.rows.flatMap((before) => {
    const typed = Object.fromEntries(at.map(([key, place]) => [key, before[place] ?? null])) as Record<TypedColumn, CellValue>;
    const rowIsBlank = Object.values(typed).every((value) => value === null || value === "");
    return rowIsBlank ? [] : [{ typed, before }];
  });
}

function seededGoal(seed: GoalSeed, context: SheetContext): GoalRow["typed"] {
  const words = context.text.goals;
  const { asOf, fiscalYearStart } = context.model.settings;
  const { from, to } = fiscalYearOf(asOf.value, fiscalYearStart.value);
  return {
    dimension: words.dimensions[seed.dimension],
    ...words.seeds[seed.text],
    measure: measureName(seed, context),
    unit: words.units[seed.unit],
    direction: words.directions[seed.direction],
    baseline: seed.baseline === "before" ? baselineBefore(seed, context, (from - 1) as Day) : seed.baseline,
    target: seed.target,
    upper: null,
    start: from,
    deadline: to,
    owner: null,
    weight: seed.weight,
    typed: null,
  };
}

/** The measure's name even where these data lack it: the goal comes alive with the export that has it. */
function measureName({ measure }: GoalSeed, { text }: SheetContext): string {
  if (!measure) return text.goals.typedIn;
  return "metric" in measure ? text.metrics.names[measure.metric].name : text.goals.trailing[measure.trailing].name;
}

/** What a twelve-month measure was on the day before the fiscal year; null where the data do not tell. */
function baselineBefore({ measure, unit }: GoalSeed, { model }: SheetContext, end: Day): number | null {
  if (!measure || !("trailing" in measure) || !model.deals) return null;
  const deals = { ...model, deals: model.deals };
  if (!coversYearTo(deals, end)) return null;
  const value: Figure = trailingMeasure(deals, measure.trailing, reference("AsOf", end)).value;
  if (value === "" || value === 0) return null;
  return unit === "money" ? Math.round(value) : Math.round(value * 10) / 10;
}
