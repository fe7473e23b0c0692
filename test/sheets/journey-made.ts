// Journeys made by hand: activities and survey answers said in a line each become a context with their tables.

import { activityFields, type Activity } from "../../src/crm/objects/activity";
import { surveyFields, type Survey } from "../../src/crm/objects/survey";
import type { ColumnsOf, Reading } from "../../src/crm/reading";
import type { SheetContext } from "../../src/sheets/context";
import { plainData } from "../../src/sheets/data/tables";
import { activityColumns, surveyColumns } from "../../src/sheets/journey/activities";
import { dayOfIso } from "../../src/values";
import { made, type Making } from "./made";

export type MadeActivity = readonly [customer: string | null, day: string | null, type: string | null, subject?: string, owner?: string];
export interface MadeSurvey { readonly account: string; readonly on: string; readonly score: number | null; readonly touchpoint?: string; readonly kind?: string }
export type JourneyMaking = Partial<Making> & { readonly activities?: readonly MadeActivity[]; readonly surveys?: readonly MadeSurvey[] };

export function madeJourney({ activities, surveys, ...making }: JourneyMaking): SheetContext {
  const context = made({ asOf: "2026-11-23", stages: [["Lead", "open"], ["Won", "won"]], deals: [], ...making });
  const data = new Map(context.data);
  const acts = activities ? activityReading(activities) : null;
  if (acts) data.set("activity", plainData("activity", acts, new Set(["subject", "type", "owner", "account", "on"]), context.text, { more: activityColumns(acts, context.memory, context.text) }));
  if (surveys) {
    const reading = surveyReading(surveys);
    data.set("survey", plainData("survey", reading, new Set(["account", "on", "kind", "touchpoint", "score"]), context.text, { more: surveyColumns(reading, acts, context.memory, context.text) }));
  }
  return { ...context, data };
}

function activityReading(rows: readonly MadeActivity[]): Reading<Activity> {
  const days = rows.map(([, day]) => (day === null ? null : dayOfIso(day)));
  return reading<Activity>(rows.length, [...Object.keys(activityFields), "row", "day"], {
    account: rows.map(([customer]) => customer), on: days, day: days, type: rows.map(([, , type]) => type),
    subject: rows.map(([, , , subject]) => subject ?? null), owner: rows.map(([, , , , owner]) => owner ?? null),
  });
}

function surveyReading(rows: readonly MadeSurvey[]): Reading<Survey> {
  return reading<Survey>(rows.length, [...Object.keys(surveyFields), "row"], {
    account: rows.map((row) => row.account), on: rows.map((row) => dayOfIso(row.on)), score: rows.map((row) => row.score),
    touchpoint: rows.map((row) => row.touchpoint ?? null), kind: rows.map((row) => row.kind ?? null),
  });
}

function reading<R>(count: number, fields: readonly string[], filled: Readonly<Record<string, readonly unknown[]>>): Reading<R> {
  const empty = Array.from({ length: count }, () => null);
  const columns = Object.fromEntries(fields.map((field) => [field, filled[field] ?? empty])) as unknown as ColumnsOf<R>;
  return { count, columns, extras: [], issues: [] };
}
