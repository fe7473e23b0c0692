// The customers of the activities, one a row: what a timeline is chosen from.

import { column, type Column } from "../../formula/column";
import { pathsOf, type Customer, type Traveller } from "../../metrics/journey-path";
import { waysOf } from "../../metrics/journey-ways";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import type { ColumnSpec, SheetSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { tabColours } from "../tabs";
import { columnWidthFor } from "../theme";
import { mapRows, stageNames, stagePlace } from "./map";
import { isFound, sourcesOf, type ActivityColumns, type WayColumns } from "./sources";

export const customersTableName = "JourneyCustomers";

/** Of single activities also which they are. */
export type Journey = Customer & Partial<Traveller>;

/** A sheet of all customers with the first day in each stage; none where no activity has a customer and a day. */
export function journeyCustomersSheets(context: SheetContext): readonly SheetSpec[] {
  const { text } = context;
  const { activities } = sourcesOf(context);
  if (!isFound(activities)) return [];
  const stages = stageNames(mapRows(context.memory, text));
  const travellers = travellersOf(activities, stages);
  if (travellers.length === 0) return [];
  const table = customersTable(travellers, stages, text);
  return [{
    id: "journeyCustomers",
    name: text.journey.customers.sheet,
    tab: tabColours.data,
    columnWidths: table.columns.map(({ name }, at) => (at === 1 ? 34 : columnWidthFor([name], 12, 24))),
    gridlines: true,
    freeze: { rows: 1, columns: 2 },
    blocks: [{ kind: "table", table }],
    print: { orientation: "landscape", paper: "a4", repeatRows: [0, 0], fitToHeight: false },
  }];
}

/** The customers by number, as the keys of the Activities table know them. */
export function travellersOf({ customer, stage, each, ways }: ActivityColumns, stages: readonly string[]): readonly Journey[] {
  const places = Int32Array.from(stage.values, (name) => stagePlace(stages, typeof name === "string" ? name : null));
  if (!each) return ways ? grouped(customer, ways, places, stages.length) : [];
  const days = each.date.values.map((day) => (typeof day === "number" ? (day as Day) : null));
  const customers = customer.values.map((name) => (typeof name === "string" ? name : null));
  return pathsOf({ customers, days, stages: places }, stages.length).travellers;
}

/** Of ways only the days by customer are wanted here. */
function grouped(customer: Column, { records, dated, firstDay, lastDay }: WayColumns, places: ArrayLike<number>, stageCount: number): readonly Customer[] {
  const rows = records.values.map((_, row) => String(row));
  const ways = { columns: { customer: customer.values, type: rows, first: firstDay.values, last: lastDay.values }, records: records.values as readonly number[], measures: { dated: { sum: dated.values as readonly number[], known: records.values as readonly number[] } } };
  return waysOf(ways, undefined, (row) => places[Number(row)] ?? -1, stageCount).travellers;
}

/** Columns of the table as the timeline's formulas see them. */
export function customerColumns(travellers: readonly Customer[], { journey: { customers } }: WholeText): Readonly<Record<"number" | "customer" | "activities", Column>> {
  const of = (header: string, values: readonly CellValue[]) => column(customersTableName, header, values);
  return {
    number: of(customers.number, travellers.map((one) => one.number)),
    customer: of(customers.customer, travellers.map((one) => one.name)),
    activities: of(customers.activities, travellers.map((one) => one.count)),
  };
}

/** `JourneyCustomers[Furthest stage]`. */
export function furthestColumn(travellers: readonly Customer[], stages: readonly string[], { journey: { customers } }: WholeText): Column {
  return column(customersTableName, customers.furthest, travellers.map((one) => furthest(one, stages)));
}

function customersTable(travellers: readonly Customer[], stages: readonly string[], text: WholeText): TableSpec {
  const words = text.journey.customers;
  const fixed = (name: string, format: Format, contents: readonly CellValue[]): ColumnSpec => ({ name, owner: "crm", format, contents });
  return {
    name: customersTableName,
    kind: "mirror",
    key: [words.customer],
    filter: true,
    style: "data",
    columns: [
      fixed(words.number, "count", travellers.map((one) => one.number)),
      fixed(words.customer, "text", travellers.map((one) => one.name)),
      fixed(words.activities, "count", travellers.map((one) => one.count)),
      fixed(words.first, "day", travellers.map((one) => one.first)),
      fixed(words.last, "day", travellers.map((one) => one.last)),
      fixed(words.furthest, "text", travellers.map((one) => furthest(one, stages))),
      ...firstDayColumns(travellers, stages, text).map(([name, days]) => fixed(name, "day", days)),
    ],
  };
}

function furthest({ firstDays }: Customer, stages: readonly string[]): string | null {
  return stages[firstDays.findLastIndex((day) => day !== null)] ?? null;
}

/** Two stages of one name get one column. */
function firstDayColumns(travellers: readonly Customer[], stages: readonly string[], { journey }: WholeText): readonly (readonly [string, readonly CellValue[]])[] {
  const named = stages.map((stage, place) => ({ stage, place })).filter(({ stage, place }) => stage !== "" && stagePlace(stages, stage) === place);
  return named.map(({ stage, place }) => [journey.customers.firstIn(stage), travellers.map((one) => one.firstDays[place] ?? null)]);
}
