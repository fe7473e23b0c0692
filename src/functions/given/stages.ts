// The stages of a funnel: the order given or plain from their names, and what came to each.

import { leadingNumber, outcomeOfWord } from "../../crm/outcome";
import type { Outcome } from "../../crm/objects/deal";
import type { StageRow } from "../../metrics/model";
import { stageRow } from "../../metrics/model-of";
import { Refusal } from "../../metrics/refusal";
import { isBlank, optional, shown, type Cell, type Cells } from "./cells";
import { isNoValue, knownValueOf } from "./one";
import { isOutcomeHeading, outcomeSaid } from "./outcomes";

/** A row of an argument that has anything in it, with its number from 1. */
export interface GivenRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Rows with anything in them. One that lies, up to three rows of more columns than that, is stood up; so is a row of nothing but texts. */
export function standing(rows: readonly (readonly Cell[])[]): readonly GivenRow[] {
  const width = rows[0]!.length;
  const lies = (rows.length <= 3 && width > 3) || (rows.length === 1 && width > 1 && rows[0]!.every((cell) => typeof cell === "string"));
  const upright = lies ? rows[0]!.map((_, at) => rows.map((row) => row[at])) : rows;
  return upright.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => !cells.every((cell) => isBlank(cell) || isNoValue(cell)));
}

/** The text of a cell; blank and placeholders are refused, as is an error. */
export function textAt({ cells, row }: GivenRow, at: number, argument: string): string {
  return knownValueOf(cells[at], { argument, row }, (cell) => (typeof cell === "string" ? cell.trim() : shown(cell)));
}

/** The stages listed from first to last, with their outcomes where a second column has them; null where none are. */
export function orderOf(order: Cells): readonly StageRow[] | null {
  const given = optional("order", order);
  if (!given) return null;
  const rows = standing(given.rows);
  const listed = rows.length > 1 && isHeadingOf(rows[0]!) ? rows.slice(1) : rows;
  const stages = listed.map((one) => stageRow(textAt(one, 0, "order"), listedOutcome(one)));
  const seen = new Set<string>();
  stages.forEach(({ stage }, at) => {
    if (seen.has(stage.toLowerCase())) throw new Refusal("named-twice", { argument: "order", row: listed[at]!.row, found: stage });
    seen.add(stage.toLowerCase());
  });
  return stages;
}

/** `Stage`, `阶段` above the stages. */
export function isHeadingOf({ cells }: GivenRow): boolean {
  return typeof cells[0] === "string" && isOutcomeHeading(cells[0]);
}

function listedOutcome(one: GivenRow): Outcome {
  const said = one.cells.length > 1 && !isBlank(one.cells[1]) ? outcomeOfWord(textAt(one, 1, "order")) : endOf(textAt(one, 0, "order"));
  if (said === "closed" || (one.cells.length > 1 && !isBlank(one.cells[1]) && said === null)) throw new Refusal("no-outcome", { argument: "order", row: one.row, found: shown(one.cells[1]) });
  return said ?? "open";
}

/** Whether a stage's name says that the deal is won or lost; a listed `Close` is a stage. */
function endOf(stage: string): Outcome {
  const said = outcomeOfWord(stage);
  return said === "won" || said === "lost" ? said : "open";
}

/** A stage as it occurs, with the row it first occurs in. */
export interface SeenStage {
  readonly stage: string;
  readonly row: number;
}

/**
 * The stages of the funnel: those listed, or without a list the ones that occur in the order of the numbers they begin
 * with; then the ends that occur. Refused where a stage has no place.
 */
export function pipelineStages(listed: readonly StageRow[] | null, seen: readonly SeenStage[]): readonly StageRow[] {
  const known = new Set(listed?.map(({ stage }) => stage.toLowerCase()));
  const others = seen.filter(({ stage }) => !known.has(stage.toLowerCase()));
  const said = others.map(({ stage, row }) => {
    const outcome = outcomeSaid(stage) ?? (outcomeOfWord(stage) === "closed" ? null : "open");
    if (outcome === null) throw new Refusal("no-outcome", { argument: "stages", row, found: stage });
    if (listed && outcome === "open") throw new Refusal("unknown-stage", { argument: "stages", row, found: stage });
    return stageRow(stage, outcome);
  });
  const open = said.filter(({ outcome }) => outcome === "open");
  return [...(listed ?? inPlainOrder(open)), ...said.filter(({ outcome }) => outcome === "won"), ...said.filter(({ outcome }) => outcome === "lost")];
}

function inPlainOrder(stages: readonly StageRow[]): readonly StageRow[] {
  const places = new Map(stages.map((row) => [row, leadingNumber(row.stage)]));
  const numbers = [...places.values()];
  if (stages.length < 2) return stages;
  if (numbers.includes(null) || new Set(numbers).size < stages.length) throw new Refusal("no-stage-order", { argument: "order" });
  return [...stages].sort((a, b) => places.get(a)! - places.get(b)!);
}

/** Each stage once, without regard to case. */
export function distinctStages(stages: readonly SeenStage[]): readonly SeenStage[] {
  const seen = new Map<string, SeenStage>();
  for (const one of stages) if (!seen.has(one.stage.toLowerCase())) seen.set(one.stage.toLowerCase(), one);
  return [...seen.values()];
}
