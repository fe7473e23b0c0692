// The stage history where its rows are groups: moves from stage to stage, and deals by the stages they ever entered.

import type { Grouped, Groups } from "../../crm/groups";
import type { StageMove } from "../../crm/objects/stage-move";
import type { Reading } from "../../crm/reading";
import type { Column } from "../../formula/column";
import { groupedColumn, groupingOf, type GroupTables } from "../../formula/groups";
import type { FirstEntries, MoveTable, StageRow } from "../../metrics/model";
import { directionOf, stagePlaces } from "../../metrics/stage-history";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { DataTable } from "../context";
import { columnOf, dataTableSpec, extraColumns, fieldColumn, fieldsOf, headerOf, uniqueHeaders, type FieldColumn } from "./columns";
import { plainData } from "./tables";
import { groupColumns, groupedTables, groupTable, knownColumn, measureColumns, recordsColumn } from "./groups";

const name = "StageHistory";

/** The table, and how measures see it; without where the groups do not tell which stage a deal came from. */
export function groupedMoveData(reading: Reading<StageMove> & { readonly groups: Groups }, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: WholeText): DataTable & { readonly moves: MoveTable | null } {
  return groupedMoves(reading, mapped, stages, text) ?? { ...plainData("stageMove", reading, mapped, text), moves: null };
}

function groupedMoves(reading: Reading<StageMove> & { readonly groups: Groups }, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: WholeText): (DataTable & { readonly moves: MoveTable }) | null {
  const { moved, reached, entered } = reading.groups.paths ?? {};
  if (!moved || !reached || !entered) return null;
  const places = stagePlaces(stages);
  const placeOf = (stage: CellValue) => places.get(String(stage ?? "").toLowerCase()) ?? -1;
  const words = text.tables.moves;
  const dimensions = movedColumns(moved, placeOf, text);
  const groups: Groups = {
    ...reading.groups, dimensions: dimensions.map(({ field }) => field!), records: moved.records, measures: { daysInStage: moved.measures["stay"]! }, more: [],
  };
  const columns = uniqueHeaders([...groupColumns(groups, text), ...dimensions, ...measureColumns("stageMove", groups, new Set(), text), ...emptyExtras(reading, moved.records.length)]);
  const main = groupedTables("stageMove", name, groups, fieldsOf(name, columns), text, { isDerived: true });
  const reachedTable = furtherTable(`${name}Reached`, words.reached, words.reachedNote, reached, reachedColumns(reached, placeOf, text), text, main.tables);
  const enteredTable = furtherTable(`${name}Entered`, words.entered, words.enteredNote, entered, enteredColumns(entered, text), text, main.tables);
  const of = (field: string) => columnOf(main.fields, field);
  const first: FirstEntries = {
    reached: { stage: reachedTable.of("to"), cohort: reachedTable.of("cohort"), further: reachedTable.of("further") },
    entered: { stage: enteredTable.of("to"), on: enteredTable.of("on"), cohort: enteredTable.of("cohort"), within: enteredTable.of("within"), since: enteredTable.of("since") },
  };
  // What only single records have.
  const none = (field: string): Column => ({ ...of("to"), values: [], field });
  return {
    spec: dataTableSpec(name, [], columns), sheet: text.tables.sheets.stageMove, fields: new Map([...[...mapped].map((field): [string, Column] => [field, none(field)]), ...main.fields]), columns, note: text.tables.groups.note,
    groups: { ...main, more: [...main.more, reachedTable.table, enteredTable.table] },
    moves: {
      stage: of("to"), entered: of("on"), from: of("cameFrom"), direction: of("direction"), isMove: of("isMove"), cohort: of("cohort"), daysInStage: of("daysInStage"),
      firstEntry: none("firstEntry"), wentFurther: none("wentFurther"), since: none("sinceFirst"), first,
    },
  };
}

/** Columns of the export without a field: how full they are is counted apart. */
function emptyExtras(reading: Reading<StageMove>, rows: number): FieldColumn[] {
  return extraColumns({ ...reading, extras: reading.extras.map(({ header }) => ({ header, values: new Array<null>(rows).fill(null) })) });
}

function movedColumns({ columns: { to, on, from, before, isFirst, cohort } }: Grouped, placeOf: (stage: CellValue) => number, text: WholeText): FieldColumn[] {
  const words = text.tables.moves;
  const cameFrom = from!.map((stage, row) => stage ?? before![row]!);
  return [
    fieldColumn("to", headerOf("to", text), "text", to!),
    fieldColumn("on", headerOf("on", text), "day", on!),
    fieldColumn("cameFrom", words.cameFrom, "text", cameFrom),
    fieldColumn("direction", words.direction, "general", to!.map((stage, row) => (isFirst![row] ? null : directionOf(placeOf(before![row]!), placeOf(stage))))),
    fieldColumn("isMove", words.isMove, "count", to!.map((stage, row) => (cameFrom[row] !== null && lower(cameFrom[row]!) !== lower(stage) ? 1 : 0))),
    fieldColumn("cohort", words.cohort, "day", cohort!),
  ];
}

function reachedColumns({ columns: { to, cohort, stages } }: Grouped, placeOf: (stage: CellValue) => number, text: WholeText): FieldColumn[] {
  const furthest = stages!.map((all) => Math.max(...String(all).split("\n").map(placeOf)));
  return [
    fieldColumn("to", headerOf("to", text), "text", to!),
    fieldColumn("cohort", text.tables.moves.cohort, "day", cohort!),
    fieldColumn("further", text.tables.moves.wentFurther, "count", to!.map((stage, row) => (placeOf(stage) >= 0 && furthest[row]! > placeOf(stage) ? 1 : 0))),
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
