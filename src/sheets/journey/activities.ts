// Columns of the Activities and Surveys tables that follow from the journey, worked out at each import.

import type { Activity } from "../../crm/objects/activity";
import type { Survey } from "../../crm/objects/survey";
import type { Reading } from "../../crm/reading";
import { customerKey, furthestBy, pathsOf, type Customer, type Paths } from "../../metrics/journey-path";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import type { ColumnSpec } from "../block";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { mapRows, stageNames } from "./map";
import { placer, touchpoints } from "./touchpoints";
import { groupedWays } from "./ways";

/** For the Activities table: customer, day, journey stage, whether first in it, days to the next stage, key of the timeline. */
export function activityColumns(activities: Reading<Activity>, memory: Memory, text: WholeText): readonly ColumnSpec[] {
  const words = text.journey.columns;
  if (activities.groups) return activities.groups.dimensions.includes("day") ? [frozen(words.date, "day", activities.columns.day)] : [];
  const { stages, places, paths } = journeyOf(activities, memory, text);
  return [
    frozen(words.customer, "text", customersOf(activities)),
    frozen(words.date, "day", activities.columns.day),
    frozen(words.stage, "text", Array.from(places, (place) => stages[place] ?? null)),
    frozen(words.first, "count", paths.first),
    frozen(words.daysToNext, "count", paths.daysToNext),
    frozen(words.key, "general", paths.keys),
  ];
}

/** For the Surveys table: the stage of the touchpoint asked about, else how far the customer had come on the day of the answer. */
export function surveyColumns(surveys: Reading<Survey>, activities: Reading<Activity> | null, memory: Memory, text: WholeText): readonly ColumnSpec[] {
  const { touchpoint, account, contact, on } = surveys.columns;
  const stages = stageNames(mapRows(memory, text));
  const place = placer(touchpoints([typesOf(activities), touchpoint], memory, text), stages);
  const travellers = new Map(travellersIn(activities, memory, text).map((one) => [customerKey(one.name), one.firstDays]));
  const contents = touchpoint.map((asked, row) => {
    const here = place(asked);
    const day = on[row] ?? null;
    const customer = account[row] ?? contact[row] ?? null;
    const firstDays = customer === null ? undefined : travellers.get(customerKey(customer));
    if (here >= 0) return stages[here] ?? null;
    return day === null || !firstDays ? null : (stages[furthestBy(firstDays, day)] ?? null);
  });
  return [frozen(text.journey.columns.stage, "text", contents)];
}

/** Of groups the table of ways has every type. */
function typesOf(activities: Reading<Activity> | null): readonly CellValue[] {
  return activities?.groups ? (activities.groups.paths.ways?.columns["type"] ?? []) : (activities?.columns.type ?? []);
}

/** None where groups of activities do not tell. */
function travellersIn(activities: Reading<Activity> | null, memory: Memory, text: WholeText): readonly Customer[] {
  if (!activities) return [];
  return activities.groups ? (groupedWays(activities, memory, text)?.travellers ?? []) : journeyOf(activities, memory, text).paths.travellers;
}

function journeyOf(activities: Reading<Activity>, memory: Memory, text: WholeText): { readonly stages: readonly string[]; readonly places: Int32Array; readonly paths: Paths } {
  const { type, day } = activities.columns;
  const stages = stageNames(mapRows(memory, text));
  const place = placer(touchpoints([type], memory, text), stages);
  const places = Int32Array.from(type, (one) => place(one));
  return { stages, places, paths: pathsOf({ customers: customersOf(activities), days: day, stages: places }, stages.length) };
}

/** Whom an activity was with: the account, else the person, the lead or the deal. */
function customersOf({ columns }: Reading<Activity>): readonly (string | null)[] {
  const { account, contact, lead, deal } = columns;
  return account.map((name, row) => [name, contact[row], lead[row], deal[row]].find((one) => one)?.trim() ?? null);
}

function frozen(name: string, format: Format, contents: readonly (string | number | Day | null)[]): ColumnSpec {
  return { name, owner: "crm", format, contents };
}
