// The ways of customers where activities are groups: one row a customer and type, in place of one an activity.

import type { Activity } from "../../crm/objects/activity";
import type { Reading } from "../../crm/reading";
import { waysOf, type Ways } from "../../metrics/journey-ways";
import type { WholeText } from "../../text/whole";
import { dataTableSpec, fieldColumn, fieldsOf, headerOf } from "../data/columns";
import { recordsColumn } from "../data/groups";
import type { DataTable } from "../context";
import type { Memory } from "../memory";
import { mapRows, stageNames } from "./map";
import { placer, touchpoints } from "./touchpoints";

export const waysTableName = "ActivityWays";

/** What groups of activities tell of each customer's way; null where they do not. */
export function groupedWays(activities: Reading<Activity>, memory: Memory, text: WholeText): (Ways & { readonly stages: readonly (string | null)[] }) | null {
  const { ways, again } = activities.groups?.paths ?? {};
  if (!ways) return null;
  const stages = stageNames(mapRows(memory, text));
  const types = ways.columns["type"]!;
  const place = placer(touchpoints([types], memory, text), stages);
  return { ...waysOf(ways, again, place, stages.length), stages: types.map((type) => stages[place(type as string | null)] ?? null) };
}

/** The table of ways; null where groups do not tell. */
export function waysTable(activities: Reading<Activity>, memory: Memory, text: WholeText): DataTable | null {
  const grouped = activities.groups?.paths.ways;
  const found = groupedWays(activities, memory, text);
  if (!grouped || !found) return null;
  const { columns: words, customers, ways: named } = text.journey;
  const columns = [
    fieldColumn("customer", words.customer, "text", grouped.columns["customer"]!),
    fieldColumn("type", headerOf("type", text), "text", grouped.columns["type"]!),
    recordsColumn(grouped.records, text),
    fieldColumn("dated", customers.activities, "count", grouped.measures["dated"]!.sum),
    fieldColumn("firstDay", customers.first, "day", grouped.columns["first"]!),
    fieldColumn("lastDay", customers.last, "day", grouped.columns["last"]!),
    fieldColumn("stage", words.stage, "text", found.stages),
    fieldColumn("first", words.first, "count", found.first),
    ...(found.daysToNext ? [fieldColumn("daysToNext", words.daysToNext, "count", found.daysToNext)] : []),
  ];
  return { spec: dataTableSpec(waysTableName, [], columns), sheet: named.sheet, fields: fieldsOf(waysTableName, columns), columns, note: named.note };
}
