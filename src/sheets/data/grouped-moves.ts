// The stage history where its rows are groups: moves from stage to stage, and deals by the stages they ever entered.

import type { Grouped, Groups } from "../../crm/groups";
import type { StageMove } from "../../crm/objects/stage-move";
import type { Reading } from "../../crm/reading";
import type { Column } from "../../formula/column";
import { groupedColumn, groupingOf, type GroupTables } from "../../formula/groups";
import type { FirstEntries, MoveOrder, MoveTable, StageRow } from "../../metrics/model";
import { directionOf, stagePlaces } from "../../metrics/stage-history";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { DataTable } from "../context";
import { columnOf, dataTableSpec, extraColumns, fieldColumn, fieldsOf, headerOf, uniqueHeaders, type FieldColumn } from "./columns";
import { plainData } from "./tables";
import { groupColumns, groupedTables, groupTable, knownColumn, measureColumns, recordsColumn } from "./groups";

const name = "StageHistory";

type GroupedReading = Reading<StageMove> & { readonly groups: Groups };
type PlaceOf = (stage: CellValue) => number;

/** The table, and how measures see it: without the order of moves where the groups do not tell it, without anything where they do not tell deals apart. */
export function groupedMoveData(reading: GroupedReading, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: WholeText): DataTable & { readonly moves: MoveTable | null } {
  const { moved, reached, entered } = reading.groups.paths;
  const places = stagePlaces(stages);
  const placeOf = (stage: CellValue) => places.get(String(stage ?? "").toLowerCase()) ?? -1;
  const main = moved ? movedData(reading, mapped, moved, placeOf, text) : { ...plainData("stageMove", reading, mapped, text), told: null };
  const { told, ...table } = main;
  if (!reached || !entered || !table.groups) return { ...table, moves: null };
  const words = text.tables.moves;
  const tables: GroupTables = { ...table.groups.tables, isDerived: true };
  const reachedTable = furtherTable(`${name}Reached`, words.reached, words.reachedNote, reached, reachedColumns(reached, placeOf, text), text, tables);
  const enteredTable = furtherTable(`${name}Entered`, words.entered, words.enteredNote, entered, enteredColumns(entered, text), text, tables);
  const first: FirstEntries = {
    reached: { stage: reachedTable.of("to"), cohort: reachedTable.of("cohort"), further: reachedTable.of("further"), once: reachedTable.of("once") },
    entered: { stage: enteredTable.of("to"), on: enteredTable.of("on"), cohort: enteredTable.of("cohort"), within: enteredTable.of("within"), since: enteredTable.of("since") },
  };
  const none = (field: string) => nowhere(first.reached.stage, field);
  return {
    ...table, groups: { ...table.groups, more: [...table.groups.more, reachedTable.table, enteredTable.table] },
    moves: {
      ...(told ?? { stage: first.entered.stage, entered: first.entered.on, cohort: first.reached.cohort, order: null }),
      firstEntry: none("firstEntry"), wentFurther: none("wentFurther"), since: none("sinceFirst"), first,
    },
  };
}

/** Moves from stage to stage, with their order. */
function movedData(reading: GroupedReading, mapped: ReadonlySet<string>, moved: Grouped, placeOf: PlaceOf, text: WholeText): DataTable & { readonly told: Pick<MoveTable, "stage" | "entered" | "cohort"> & { readonly order: MoveOrder } } {
  const dimensions = movedColumns(moved, placeOf, text);
  const groups: Groups = {
    ...reading.groups, dimensions: dimensions.map(({ field }) => field!), records: moved.records, measures: { daysInStage: moved.measures["stay"]! }, more: [],
  };
  const columns = uniqueHeaders([...groupColumns(groups, text), ...dimensions, ...measureColumns("stageMove", groups, new Set(), text), ...emptyExtras(reading, moved.records.length)]);
  const main = groupedTables("stageMove", name, groups, fieldsOf(name, columns), text, { isDerived: true });
  const of = (field: string) => columnOf(main.fields, field);
  return {
    spec: dataTableSpec(name, [], columns), sheet: text.tables.sheets.stageMove, columns, note: text.tables.groups.note, groups: main,
    fields: new Map([...[...mapped].map((field): [string, Column] => [field, nowhere(of("to"), field)]), ...main.fields]),
    told: { stage: of("to"), entered: of("on"), cohort: of("cohort"), order: { from: of("cameFrom"), direction: of("direction"), first: of("first"), isMove: of("isMove"), daysInStage: of("daysInStage") } },
  };
}

/** A column that only single records have. */
function nowhere(like: Column, field: string): Column {
  return { ...like, values: [], field };
}

/** Columns of the export without a field: how full they are is counted apart. */
function emptyExtras(reading: Reading<StageMove>, rows: number): FieldColumn[] {
  return extraColumns({ ...reading, extras: reading.extras.map(({ header }) => ({ header, values: new Array<null>(rows).fill(null) })) });
}

function movedColumns({ columns: { to, on, from, before, isFirst, cohort } }: Grouped, placeOf: PlaceOf, text: WholeText): FieldColumn[] {
  const words = text.tables.moves;
  const cameFrom = from!.map((stage, row) => stage ?? before![row]!);
  return [
    fieldColumn("to", headerOf("to", text), "text", to!),
    fieldColumn("on", headerOf("on", text), "day", on!),
    fieldColumn("cameFrom", words.cameFrom, "text", cameFrom),
    fieldColumn("direction", words.direction, "general", to!.map((stage, row) => (isFirst![row] && cameFrom[row] === null ? null : directionOf(placeOf(cameFrom[row]!), placeOf(stage))))),
    fieldColumn("first", words.first, "count", isFirst!.map(Number)),
    fieldColumn("isMove", words.isMove, "count", to!.map((stage, row) => (cameFrom[row] !== null && lower(cameFrom[row]!) !== lower(stage) ? 1 : 0))),
    fieldColumn("cohort", words.cohort, "day", cohort!),
  ];
}

function reachedColumns({ columns: { to, cohort, stages } }: Grouped, placeOf: PlaceOf, text: WholeText): FieldColumn[] {
  const furthest = stages!.map((all) => Math.max(...String(all).split("\n").map(placeOf)));
  return [
    fieldColumn("to", headerOf("to", text), "text", to!),
    fieldColumn("cohort", text.tables.moves.cohort, "day", cohort!),
    fieldColumn("further", text.tables.moves.wentFurther, "count", to!.map((stage, row) => (placeOf(stage) >= 0 && furthest[row]! > placeOf(stage) ? 1 : 0))),
    fieldColumn("once", text.tables.moves.once, "count", to!.map((stage, row) => (lower(stage) === String(stages![row]).split("\n")[0] ? 1 : 0))),
  ];
}

function enteredColumns({ columns: { to, on, cohort, within } }: Grouped, text: WholeText): FieldColumn[] {
  const words = text.tables.moves;
  return [
    fieldColumn("to", headerOf("to", text), "text", to!), fieldColumn("on", headerOf("on", text), "day", on!),
    fieldColumn("cohort", words.cohort, "day", cohort!), fieldColumn("within", words.within, "count", within!),
  ];
}

/** A table of other groups, counted by its records alone. */
function furtherTable(name: string, sheet: string, note: string, { records, measures }: Grouped, dimensions: readonly FieldColumn[], text: WholeText, main: GroupTables) {
  const { since } = text.tables.moves;
  const measured = Object.entries(measures).flatMap(([field, { sum, known }]) => [fieldColumn(field, since, "days", sum), knownColumn(field, since, known, text)]);
  const columns = uniqueHeaders([recordsColumn(records, text), ...dimensions, ...measured]);
  const fields = fieldsOf(name, columns);
  const tables: GroupTables = { ...main, tables: [groupTable(dimensions.map(({ field }) => field!), Object.keys(measures), fields)], each: null };
  const grouping = groupingOf(tables);
  const table: DataTable = { spec: dataTableSpec(name, [], columns), sheet, fields, columns, note };
  return { table, of: (field: string) => groupedColumn(columnOf(fields, field), field, grouping) };
}

function lower(value: CellValue): string {
  return String(value ?? "").toLowerCase();
}
