// What the pasted data know of the journey: activities with their ways, survey scores; or why not.

import type { Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { literal } from "../../formula/term";
import type { PathColumns, ScoreColumns } from "../../metrics/journey";
import { emptyColumn } from "../../metrics/model";
import type { SheetContext } from "../context";

/** The Activities table as the journey sees it. */
export interface ActivityColumns extends PathColumns {
  readonly type: Column;
  readonly customer: Column;
  readonly date: Column;
  readonly key: Column;
  readonly subject: Column | null;
  readonly owner: Column | null;
}

export const missingPaths = ["noActivities", "noTypes"] as const;
export const missingScores = ["noSurveys", "noScores", "noStage"] as const;

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
  const fields = data.get("activity")?.fields;
  if (!fields) return { why: "noActivities" };
  const words = text.journey.columns;
  const [type, customer, date, stage, first, daysToNext, key] =
    ["type", words.customer, words.date, words.stage, words.first, words.daysToNext, words.key].map((field) => fields.get(field));
  if (!type || emptyColumn(type) || !customer || !date || !stage || !first || !daysToNext || !key) return { why: "noTypes" };
  return { type, customer, date, stage, first, daysToNext, key, subject: fields.get("subject") ?? null, owner: fields.get("owner") ?? null };
}

function scoresOf({ data, text }: SheetContext): JourneySources["scores"] {
  const fields = data.get("survey")?.fields;
  if (!fields) return { why: "noSurveys" };
  const score = fields.get("score");
  const stage = fields.get(text.journey.columns.stage);
  if (!score || !score.values.some((value) => typeof value === "number")) return { why: "noScores" };
  if (!stage) return { why: "noStage" };
  const answered = score.values.flatMap((value, row) => (typeof value === "number" && typeof stage.values[row] === "string" ? [row] : []));
  if (answered.length === 0) return { why: "noStage" };
  const kind = fields.get("kind");
  const names = kind ? kindsByCount(answered.map((row) => kind.values[row])) : [];
  const [kindName] = names;
  const kinds = kind ? kindsByCount(kind.values).length : 0;
  if (!kind || kindName === undefined) return { stage, score, kind: null, kindName: "", kinds: 1 };
  return { stage, score, kind: is(kind, literal(kindName)), kindName, kinds };
}

function kindsByCount(values: readonly unknown[]): readonly string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const value of values) {
    if (typeof value !== "string" || value.trim() === "") continue;
    const known = counts.get(value.toLowerCase());
    if (known) known.count += 1;
    else counts.set(value.toLowerCase(), { name: value, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map((one) => one.name);
}
