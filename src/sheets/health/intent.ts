// Does the customer mean to renew? Words people choose, and the points each gives.

import { column } from "../../formula/column";
import { lookupNumber } from "../../formula/lookup";
import type { Figure, Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable } from "../any-language";
import type { TableSpec } from "../block";
import type { Memory } from "../memory";
import { intentName } from "./names";

const first = { will: 100, likely: 75, open: 50, doubtful: 25, notice: 0 } as const;
type Intent = keyof typeof first;

export interface IntentRow {
  readonly word: CellValue;
  readonly points: CellValue;
}

/** The five words with the points typed before, and words of the user's own. */
export function intentRows(memory: Memory, text: WholeText): readonly IntentRow[] {
  const table = readTable(memory.tables.get(intentName), ({ health }) => health.intent);
  const typed = table.rows.filter((row) => row.some(isTyped)).map((row) => ({ word: table.value(row, "word"), points: table.value(row, "points") }));
  if (typed.length === 0) return (Object.keys(first) as Intent[]).map((key) => ({ word: text.health.intents[key], points: first[key] }));
  return typed.map(({ word, points }) => ({ word: intentWord(word, text), points }));
}

/** A word of ours in the language of the workbook; any other as it stands. */
export function intentWord(value: CellValue, text: WholeText): CellValue {
  const key = keyOfWord(value, ({ health }) => health.intents);
  return key === null ? value : text.health.intents[key];
}

/** The points of what was chosen; "" where nothing was. */
export function intentPoints(chosen: Term<string>, rows: readonly IntentRow[], text: WholeText): Term<Figure> {
  const of = (key: "word" | "points") => column(intentName, text.health.intent[key], rows.map((row) => row[key]));
  return lookupNumber(of("points"), chosen, of("word"));
}

export function intentTable(rows: readonly IntentRow[], text: WholeText): TableSpec {
  const { intent, prompts } = text.health;
  return {
    name: intentName, kind: "form", key: [intent.word], filter: false, style: "form",
    columns: [
      { name: intent.word, owner: "user", format: "text", look: "input", contents: rows.map(({ word }) => word) },
      { name: intent.points, owner: "user", format: "score", look: "input", contents: rows.map(({ points }) => points), allowed: { kind: "number", min: 0, max: 100, whole: false, prompt: prompts.most } },
    ],
  };
}
