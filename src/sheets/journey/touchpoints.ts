// Which stage does each kind of touchpoint belong to? Typed rows first, then what is new in the data with our guess.

import { column, thisRow, type Column } from "../../formula/column";
import { sideBySide } from "../../formula/side-by-side";
import { reference, type Figure, type Term } from "../../formula/term";
import { rowsNamed, type TouchpointColumns } from "../../metrics/journey";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { Memory } from "../memory";
import { guessStage } from "./guess";
import { journeyTableName, mapRows, stageNames, stagePlace } from "./map";
import { textIn, typedColumn, typedRows } from "./typed";

export const touchpointsTableName = "JourneyTouchpoints";

/** A kind of touchpoint and the name of its stage; null until someone chooses one. */
interface Touchpoint {
  readonly name: string;
  readonly stage: string | null;
}

/** Where the touchpoints' names come from: types of activities, and what surveys asked about. */
interface TouchpointSources {
  readonly types: Column | null;
  readonly asked: Column | null;
}

/** Names, and how many records each stands for. */
interface Names {
  readonly values: readonly CellValue[];
  readonly records: readonly number[];
}

/** A column's names with what each row stands for. */
export function namesIn(column: Column | null): Names | readonly CellValue[] {
  const found = column && sideBySide(column);
  return found ? { values: found.columns[0]!, records: found.records } : [];
}

/** Rows typed before, then the data's other names, the most frequent first. */
export function touchpoints(names: readonly (readonly CellValue[] | Names)[], memory: Memory, text: WholeText): readonly Touchpoint[] {
  const words = text.journey.touchpoints;
  const all = names.flatMap(namesByCount);
  // A text that begins like a formula keeps the spaces before it: by them alone it is the same name.
  const spaced = new Map(all.filter((name) => name !== name.trim()).map((name) => [name.trim(), name]));
  const typed = (typedRows(memory, touchpointsTableName, (one) => one.journey.touchpoints, text) ?? []).map((row): Touchpoint => {
    const name = textIn(row, words.touchpoint) ?? "";
    return { name: spaced.get(name) ?? name, stage: textIn(row, words.stage) };
  });
  const known = new Set(typed.map((row) => row.name.toLowerCase()));
  const stages = stageNames(mapRows(memory, text));
  const found = all.filter((name) => {
    const key = name.toLowerCase();
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return [...typed, ...found.map((name) => ({ name, stage: guessed(name, stages, text) }))];
}

/** Finds the place in the journey of a touchpoint's name: its row in the table, else a stage of that very name; -1 for none. */
export function placer(rows: readonly Touchpoint[], stages: readonly string[]): (name: string | null) => number {
  const places = new Map<string, number>();
  for (const row of rows) if (!places.has(row.name.toLowerCase())) places.set(row.name.toLowerCase(), stagePlace(stages, row.stage));
  return (name) => (name === null || name === "" ? -1 : (places.get(name.toLowerCase()) ?? stagePlace(stages, name)));
}

/** The table to choose stages in, and how measures see it; null when there is nothing to choose for. */
export function touchpointsTable(rows: readonly Touchpoint[], { types, asked }: TouchpointSources, text: WholeText): { readonly spec: TableSpec; readonly columns: TouchpointColumns | null } | null {
  if (rows.length === 0) return null;
  const words = text.journey.touchpoints;
  const counts = types ? rows.map((row) => counted(row, types, words.touchpoint)) : null;
  const answers = asked ? rows.map((row) => counted(row, asked, words.touchpoint)) : null;
  const columns: readonly ColumnSpec[] = [
    { ...typedColumn(words.touchpoint, rows.map((row) => row.name || null), undefined, "text"), look: "input" },
    { ...typedColumn(words.stage, rows.map((row) => row.stage), { kind: "listOf", table: journeyTableName, column: text.journey.lanes.stage, prompt: words.prompt }, "text"), look: "choice" },
    ...(counts ? [{ name: words.activities, owner: "formula", format: "count", look: "value", contents: counts } as const] : []),
    ...(answers ? [{ name: words.answers, owner: "formula", format: "count", look: "value", contents: answers } as const] : []),
  ];
  const stage = column(touchpointsTableName, words.stage, rows.map((row) => row.stage));
  return {
    spec: { name: touchpointsTableName, kind: "form", key: [words.touchpoint], columns, filter: false, style: "form" },
    columns: counts ? { stage, activities: column(touchpointsTableName, words.activities, counts.map((term) => term.value)) } : null,
  };
}

function counted({ name }: Touchpoint, names: Column, header: string): Term<Figure> {
  return rowsNamed(reference(thisRow(touchpointsTableName, header), name), names);
}

function guessed(name: string, stages: readonly string[], text: WholeText): string | null {
  const own = stages[stagePlace(stages, name)];
  if (own !== undefined) return own;
  const id = guessStage(name);
  const seed = text.journey.map.find((one) => one.id === id)?.stage ?? null;
  return stages[stagePlace(stages, seed)] ?? null;
}

/** The most frequent first, without regard to case. */
export function namesByCount(names: readonly CellValue[] | Names): readonly string[] {
  const { values, records } = "records" in names ? names : { values: names, records: null };
  const counts = new Map<string, { readonly name: string; count: number }>();
  values.forEach((value, row) => {
    if (typeof value !== "string" || value.trim() === "") return;
    const key = value.toLowerCase();
    const count = records?.[row] ?? 1;
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { name: value, count });
  });
  return [...counts.values()].sort((a, b) => b.count - a.count).map((one) => one.name);
}
