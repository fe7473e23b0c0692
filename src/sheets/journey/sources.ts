// What the pasted data know of the journey: activities with their ways, survey scores; or why not.

import type { Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { sideBySide } from "../../formula/side-by-side";
import { literal } from "../../formula/term";
import type { PathColumns, ScoreColumns } from "../../metrics/journey";
import { emptyColumn } from "../../metrics/model";
import type { DataTable, SheetContext } from "../context";
import { columnOf } from "../data/columns";
import { namesByCount } from "./touchpoints";
import { waysTableName } from "./ways";

/** The Activities table as the journey sees it. */
export interface ActivityColumns extends Omit<PathColumns, "daysToNext"> {
  readonly type: Column;
  readonly customer: Column;
  /** Null where groups of activities do not tell. */
  readonly daysToNext: Column | null;
  /** Each activity on a row of its own; null where a row is all of a customer's activities of one type. */
  readonly each: EachActivity | null;
  readonly ways: WayColumns | null;
}

export interface EachActivity {
  readonly date: Column;
  readonly key: Column;
  readonly subject: Column | null;
  readonly owner: Column | null;
}

/** How many activities a row is, how many of them dated, and the days of the first and last. */
export type WayColumns = Readonly<Record<"records" | "dated" | "firstDay" | "lastDay", Column>>;

export const missingPaths = ["noActivities", "noTypes", "tooMany"] as const;
export const missingScores = ["noSurveys", "noScores", "noStage", "grouped"] as const;

export interface JourneySources {
  readonly activities: ActivityColumns | { readonly why: (typeof missingPaths)[number] };
  readonly scores: ScoresFound | { readonly why: (typeof missingScores)[number] };
  /** What surveys asked about. */
  readonly asked: Column | null;
}

/** Scores of the most frequent kind of survey. */
export interface ScoresFound extends ScoreColumns {
  readonly kindName: string;
  /** How many kinds the file has. */
  readonly kinds: number;
}

export function sourcesOf(context: SheetContext): JourneySources {
  const asked = context.data.get("survey")?.fields.get("touchpoint") ?? null;
  return { activities: activitiesOf(context), scores: scoresOf(context), asked: asked && !emptyColumn(asked) ? asked : null };
}

export function isFound<T extends object>(found: T): found is Exclude<T, { readonly why: string }> {
  return !("why" in found);
}

function activitiesOf({ data, text }: SheetContext): JourneySources["activities"] {
  const table = data.get("activity");
  const fields = table?.fields;
  if (!fields) return { why: "noActivities" };
  if (table.groups) return groupedActivities(table);
  const words = text.journey.columns;
  const [type, customer, date, stage, first, daysToNext, key] =
    ["type", words.customer, words.date, words.stage, words.first, words.daysToNext, words.key].map((field) => fields.get(field));
  if (!type || emptyColumn(type) || !customer || !date || !stage || !first || !daysToNext || !key) return { why: "noTypes" };
  return { type, customer, stage, first, daysToNext, ways: null, each: { date, key, subject: fields.get("subject") ?? null, owner: fields.get("owner") ?? null } };
}

function groupedActivities({ fields, groups }: DataTable): JourneySources["activities"] {
  const type = fields.get("type");
  if (!type || !sideBySide(type)?.columns[0]?.some((value) => value !== null)) return { why: "noTypes" };
  const ways = groups?.more.find(({ spec }) => spec.name === waysTableName)?.fields;
  if (!ways) return { why: "tooMany" };
  const of = (field: string) => columnOf(ways, field);
  return {
    type, customer: of("customer"), stage: of("stage"), first: of("first"), daysToNext: ways.get("daysToNext") ?? null, each: null,
    ways: { records: of("records"), dated: of("dated"), firstDay: of("firstDay"), lastDay: of("lastDay") },
  };
}

function scoresOf({ data, text }: SheetContext): JourneySources["scores"] {
  const fields = data.get("survey")?.fields;
  if (!fields) return { why: "noSurveys" };
  if (data.get("survey")?.groups) return { why: "grouped" };
  const score = fields.get("score");
  const stage = fields.get(text.journey.columns.stage);
  if (!score || !score.values.some((value) => typeof value === "number")) return { why: "noScores" };
  if (!stage) return { why: "noStage" };
  const answered = score.values.flatMap((value, row) => (typeof value === "number" && typeof stage.values[row] === "string" ? [row] : []));
  if (answered.length === 0) return { why: "noStage" };
  const kind = fields.get("kind");
  const names = kind ? namesByCount(answered.map((row) => kind.values[row] ?? null)) : [];
  const [kindName] = names;
  const kinds = kind ? namesByCount(kind.values).length : 0;
  if (!kind || kindName === undefined) return { stage, score, kind: null, kindName: "", kinds: 1 };
  return { stage, score, kind: is(kind, literal(kindName)), kindName, kinds };
}
