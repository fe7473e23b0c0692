// The map's rows: what the user typed, else what a company may start from.

import { salePhases } from "../../metrics/journey-stages";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { Allowed, ColumnSpec } from "../block";
import type { Memory } from "../memory";
import { textIn, typedColumn, typedRows, type Headers } from "./typed";

export const journeyTableName = "Journey";

/** The lanes the user types in, in the order of the columns; the first is the key. */
export const lanes = [
  "stage", "phase", "goal", "touchpoint", "channel", "owner", "collaborator", "sla", "handoffIn", "handoffOut", "pain", "opportunity", "emotion",
] as const;
export type Lane = (typeof lanes)[number];

/** One stage of the way. */
export type MapRow = Readonly<Record<Lane, CellValue>>;

/** The headers of the map's table that hold what was typed. */
export const mapHeaders: Headers = ({ journey }) => ({ ...journey.lanes, ...journey.typedFigures });

/** Rows typed before keep their order and words; seeds only in a workbook that has no map yet. */
export function mapRows(memory: Memory, text: WholeText): readonly MapRow[] {
  const words = text.journey;
  const typed = typedRows(memory, journeyTableName, mapHeaders, text);
  if (typed && typed.length > 0) {
    return typed.map((row) => {
      const cells = Object.fromEntries(lanes.map((lane) => [lane, row.get(words.lanes[lane]) ?? null])) as Record<Lane, CellValue>;
      return { ...cells, stage: textIn(row, words.lanes.stage) };
    });
  }
  return words.map.map(({ phase, ...seed }) => ({ ...seed, phase: words.phases[phase] }));
}

/** Names of the stages from first to last; "" for a row not named yet. */
export function stageNames(rows: readonly MapRow[]): readonly string[] {
  return rows.map((row) => (row.stage === null ? "" : String(row.stage)));
}

/** A stage's place in the journey, without regard to case; -1 where there is none of this name. */
export function stagePlace(stages: readonly string[], name: string | null): number {
  if (name === null || name === "") return -1;
  const key = name.toLowerCase();
  return stages.findIndex((stage) => stage.toLowerCase() === key);
}

/** The columns of the lanes. */
export function laneColumns(rows: readonly MapRow[], text: WholeText): readonly ColumnSpec[] {
  return lanes.map((lane) => {
    const contents = rows.map((row) => row[lane]);
    const column = typedColumn(text.journey.lanes[lane], contents, allowedIn(lane, text));
    return lane === "emotion" ? { ...column, look: "input", format: "score" } : column;
  });
}

function allowedIn(lane: Lane, { journey }: WholeText): Allowed | undefined {
  switch (lane) {
    case "emotion": return { kind: "number", min: -2, max: 2, whole: true, prompt: journey.emotionPrompt };
    case "phase": return { kind: "list", items: salePhases.map((phase) => journey.phases[phase]), prompt: journey.phasePrompt };
    default: return undefined;
  }
}
