// A goal as typed, and where goals come from: what was typed before, else the article.

import { isTyped, readTable, translated } from "../any-language";
import type { Direction } from "../../metrics/goal";
import type { Memory } from "../memory";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import { fiscalYearOf } from "./settings";
import type { Source } from "./sources";

export const goalsTableName = "Goals";

export const dimensions = ["financial", "customer", "process", "team"] as const;
type Dimension = (typeof dimensions)[number];

/** Columns the user fills, in the order of the sheet. */
export const typedColumns = [
  "dimension", "goal", "specific", "measure", "unit", "direction", "baseline", "target", "upper", "start", "deadline", "owner", "weight", "typed",
] as const;
export type TypedColumn = (typeof typedColumns)[number];

/** What the user typed of a goal, words in the language of the workbook. */
export type GoalRow = Readonly<Record<TypedColumn, CellValue>>;

/** The goals of a workbook: its own once there are any. */
export function goalRows(memory: Memory, sources: readonly Source[], asOf: Day, fiscalYearStart: number, text: WholeText): readonly GoalRow[] {
  const typed = typedBefore(memory, text);
  return typed.length > 0 ? typed : seeds.map((seed) => seedRow(seed, sources, asOf, fiscalYearStart, text));
}

/** Every row in which anything was typed, with its words in the language of `text`. */
function typedBefore(memory: Memory, text: WholeText): readonly GoalRow[] {
  const table = readTable(memory.tables.get(goalsTableName), ({ goals }) => goals.columns);
  return table.rows.flatMap((before): GoalRow[] => {
    if (!before.some(isTyped)) return [];
    const row = Object.fromEntries(typedColumns.map((name) => [name, table.value(before, name)])) as Record<TypedColumn, CellValue>;
    return [{
      ...row,
      dimension: translated(row.dimension, ({ goals }) => goals.dimensions, text),
      direction: translated(row.direction, ({ goals }) => goals.directions, text),
      unit: translated(row.unit, ({ goals }) => goals.units, text),
      measure: translated(row.measure, measureNames, text),
    }];
  });
}

/** What may stand under “Measure”, by id. */
function measureNames({ goals, metrics }: WholeText): Readonly<Record<string, string>> {
  const named = [...Object.entries(metrics.names), ...Object.entries(goals.trailing).map(([id, one]) => [`trailing.${id}`, one] as const)];
  return { typedIn: goals.typedIn, ...Object.fromEntries(named.map(([id, { name }]) => [id, name])) };
}

interface Seed {
  readonly key: keyof WholeText["goals"]["seeds"];
  readonly dimension: Dimension;
  readonly unit: keyof WholeText["goals"]["units"];
  readonly direction: Direction;
  readonly baseline?: number;
  readonly target?: number;
  /** Id of the source its actual comes from; typed where absent. */
  readonly source?: string;
}

/** The article's goals (§2). Those of an industry are in its template. */
const seeds: readonly Seed[] = [
  { key: "ltv", dimension: "financial", unit: "months", direction: "raiseTo", baseline: 18, target: 24 },
  { key: "cac", dimension: "financial", unit: "money", direction: "reduceByPercent", target: 0.15 },
  { key: "margin", dimension: "financial", unit: "percent", direction: "raiseTo", baseline: 0.4, target: 0.6 },
  { key: "nps", dimension: "customer", unit: "points", direction: "raiseTo", baseline: 30, target: 50 },
  { key: "churn", dimension: "customer", unit: "percent", direction: "reduceTo", baseline: 0.2, target: 0.1 },
  { key: "health", dimension: "customer", unit: "percent", direction: "raiseTo" },
  { key: "cycle", dimension: "process", unit: "days", direction: "reduceTo", baseline: 90, target: 75, source: "trailing.cycle" },
  { key: "conversion", dimension: "process", unit: "percent", direction: "raiseTo", baseline: 0.15, target: 0.25, source: "lead-conversion" },
  { key: "completeness", dimension: "process", unit: "percent", direction: "raiseTo", target: 0.95, source: "completeness" },
  { key: "certification", dimension: "team", unit: "percent", direction: "raiseTo", target: 1 },
  { key: "projects", dimension: "team", unit: "count", direction: "raiseTo" },
];

function seedRow(seed: Seed, sources: readonly Source[], asOf: Day, fiscalYearStart: number, text: WholeText): GoalRow {
  const words = text.goals;
  const { from, to } = fiscalYearOf(asOf, fiscalYearStart);
  return {
    dimension: words.dimensions[seed.dimension],
    goal: words.seeds[seed.key].goal,
    specific: words.seeds[seed.key].specific,
    measure: sources.find((source) => source.id === seed.source)?.name ?? words.typedIn,
    unit: words.units[seed.unit],
    direction: words.directions[seed.direction],
    baseline: seed.baseline ?? null,
    target: seed.target ?? null,
    upper: null,
    start: from,
    deadline: to,
    owner: null,
    weight: 1,
    typed: null,
  };
}
