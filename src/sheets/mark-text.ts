// How marks say in short texts which columns of a table are ours and which cells of a sheet we wrote.

import { literalText } from "../formula/term";
import type { FunctionNamePlan } from "./plan";
import type { MarkedColumn } from "./marks";

/** A row as planned: the columns that hold something, from and to. */
export interface PlannedRow {
  readonly row: number;
  readonly runs: readonly (readonly [from: number, to: number])[];
}

/** Owners by the letter that stands before a column's name. */
export const keysOfText: Readonly<Record<string, MarkedColumn["owner"]>> = { k: "key", c: "crm", f: "formula", u: "user" };

/** Letter and name; a text in a formula has at most 255 characters. */
export function columnText({ name, owner }: MarkedColumn): string {
  return (owner.charAt(0) + name).slice(0, 255);
}

/** `3-16:0,2-4`: rows 3 to 16 hold something in columns 0 and 2 to 4. */
export function textsOfRows(rows: readonly PlannedRow[]): readonly string[] {
  const spans: { from: number; to: number; readonly runs: string }[] = [];
  for (const { row, runs } of rows) {
    const text = runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
    const last = spans.at(-1);
    if (last && last.to === row - 1 && last.runs === text) last.to = row;
    else spans.push({ from: row, to: row, runs: text });
  }
  return spans.map(({ from, to, runs }) => `${from}-${to}:${runs}`);
}

export function rowsOfText(texts: readonly string[]): readonly PlannedRow[] {
  return texts.flatMap((text) => {
    const [rows = "", columns = ""] = text.split(":");
    const [[first, last] = [0, -1]] = [runOf(rows)];
    const runs = columns.split(",").map(runOf);
    return Array.from({ length: last - first + 1 }, (_, at): PlannedRow => ({ row: first + at, runs }));
  });
}

function runOf(text: string): readonly [number, number] {
  const [from = "0", to = from] = text.split("-");
  return [Number(from), Number(to)];
}

/** Characters of a formula, well under what a name takes. */
const longest = 8_000;

/** Texts as constants `name.0`, `name.1`…, each short enough for a name. */
export function textConstants(name: string, texts: readonly string[]): readonly FunctionNamePlan[] {
  const parts: string[] = [];
  for (const text of texts.map(literalText)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length + 3 < longest) parts[parts.length - 1] = `${last},${text}`;
    else parts.push(text);
  }
  return parts.map((part, at) => ({ name: `${name}.${at}`, formula: `{${part}}`, hidden: true }));
}
