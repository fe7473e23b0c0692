// When did each deal enter each stage, where an export has a column a stage (HubSpot's `Date entered "Stage (Pipeline)"`)?

import type { Day } from "../values";
import type { FieldMapping } from "./fields";
import { stageMoveFields, type StageMove } from "./objects/stage-move";
import { readDays, type DateOrders } from "./read-columns";
import { columnOf } from "./readers/column";
import { readText } from "./readers/text";
import type { ColumnsOf, Crm, CrmTable, Reading } from "./reading";

/** The moves those columns tell, a deal's in the order of days; null when there is no such column. */
export function readStageEntries(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders: DateOrders = {}): Reading<StageMove> | null {
  const nameOf = naming(table, mapping);
  const stages = table.header.flatMap((header) => {
    const stage = stageIn(header, ENTERED);
    return stage === null ? [] : [{ stage: nameOf(stage), entered: header, exited: table.header.find((other) => stageIn(other, EXITED) === stage) }];
  });
  if (stages.length === 0) return null;
  const { values, issues } = readDays(table, stages.flatMap(({ entered, exited }) => (exited === undefined ? [entered] : [entered, exited])), crm, dateOrders);
  const days = stages.map(({ stage, entered, exited }) => ({ stage, on: values.get(entered)!, left: exited === undefined ? null : values.get(exited)! }));
  const moves = table.rows.flatMap((_, row) => movesOf(row, days));
  return { count: moves.length, columns: columnsOf(moves, table, mapping), extras: [], issues };
}

interface Move {
  readonly at: number;
  readonly from: string | null;
  readonly to: string;
  readonly on: Day;
  readonly left: Day | null;
}

interface StageDays {
  readonly stage: string;
  readonly on: readonly (Day | null)[];
  readonly left: readonly (Day | null)[] | null;
}

const ENTERED = /^(?:date entered\s+|hs_(?:v2_)?date_entered_|进入\s*)["“”']?(.+?)["“”']?(?:\s*的日期)?$/i;
const EXITED = /^(?:date exited\s+|hs_(?:v2_)?date_exited_|离开\s*)["“”']?(.+?)["“”']?(?:\s*的日期)?$/i;

/** Whether a column of a deal export says when a stage was entered or left. */
export function isStageEntry(header: string): boolean {
  return stageIn(header, ENTERED) !== null || stageIn(header, EXITED) !== null;
}

/** The stage of `Date entered "Closed Won (Sales Pipeline)"`, with the pipeline. */
function stageIn(header: string, pattern: RegExp): string | null {
  const stage = pattern.exec(header.trim())?.[1];
  return stage === undefined || /^(?:current stage|current_stage|stage|阶段时间)$/i.test(stage) ? null : stage;
}

const PIPELINE = /\s*\([^()]*\)$/;

/** How the deals write their stages: with the pipeline, as the headers do, or without. */
function naming(table: CrmTable, mapping: FieldMapping): (stage: string) => string {
  const column = mapping["stage"] === undefined ? null : columnOf(table, mapping["stage"]);
  const written = new Set(column ? readText(column).values : []);
  const isWhole = table.header.some((header) => {
    const stage = stageIn(header, ENTERED);
    return stage !== null && PIPELINE.test(stage) && written.has(stage);
  });
  return (stage) => (isWhole ? stage : stage.replace(PIPELINE, "").trim());
}

/** Columns stand in the pipeline's order, so entries of one day keep theirs. */
function movesOf(row: number, days: readonly StageDays[]): Move[] {
  const entered = days.flatMap(({ stage, on, left }) => (on[row] === null ? [] : [{ stage, on: on[row]!, left: left?.[row] ?? null }]));
  entered.sort((one, other) => one.on - other.on);
  return entered.map(({ stage, on, left }, at) => ({ at: row, from: entered[at - 1]?.stage ?? null, to: stage, on, left: left ?? entered[at + 1]?.on ?? null }));
}

function columnsOf(moves: readonly Move[], table: CrmTable, mapping: FieldMapping): ColumnsOf<StageMove> {
  const textOf = (field: string): ((string | null)[]) => {
    const column = mapping[field] === undefined ? null : columnOf(table, mapping[field]);
    const values = column ? readText(column).values : null;
    return moves.map(({ at }) => values?.[at] ?? null);
  };
  const absent: readonly null[] = new Array<null>(moves.length).fill(null);
  const none = Object.fromEntries(Object.keys(stageMoveFields).map((field) => [field, absent])) as unknown as ColumnsOf<StageMove>;
  return {
    ...none,
    row: moves.map(({ at }) => table.lines[at]!),
    dealId: textOf("id"),
    deal: textOf("name"),
    owner: textOf("owner"),
    from: moves.map(({ from }) => from),
    to: moves.map(({ to }) => to),
    on: moves.map(({ on }) => on),
    left: moves.map(({ left }) => left),
    days: moves.map(({ on, left }) => (left === null ? null : left - on)),
  };
}
