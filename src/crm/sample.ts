// What the values of a column look like: a few dozen cells, asked what they could be.

import type { Field } from "./fields";
import { outcomeOfWord } from "./outcome";
import { isDefaultOpenStage } from "./pipelines";
import { isPlaceholderFigure, plain } from "./readers/clean";
import { monthOf, readDayText } from "./readers/day-text";
import { findCurrency } from "./readers/currency";
import { readFigure } from "./readers/figure";
import { flagOf } from "./readers/flag";
import { withoutUnit } from "./readers/unit";
import type { CrmTable } from "./reading";

/** Shares from 0 to 1 of the sampled cells that could be of each kind; `filled` is how many were sampled. */
interface Sample {
  readonly filled: number;
  readonly texts: readonly string[];
  readonly days: number;
  /** Months alone. */
  readonly months: number;
  readonly figures: number;
  readonly flags: number;
  readonly stages: number;
  /** Distinct texts of all sampled. */
  readonly distinct: number;
}

const MOST = 60;
const samples = new WeakMap<CrmTable, Map<number, Sample>>();

/** What the values of a column look like, by up to sixty cells spread over it; each column is looked at once. */
export function sampleOf(table: CrmTable, at: number): Sample {
  let known = samples.get(table);
  if (!known) samples.set(table, (known = new Map()));
  let sample = known.get(at);
  if (!sample) known.set(at, (sample = lookAt(spread(table, at))));
  return sample;
}

/** How well a column's values go with a field, 0 to 1; 1 when there is nothing to judge by. */
export function fitOf(sample: Sample, { kind, isPeriod, unit }: Field): number {
  if (sample.filled === 0) return 1;
  switch (kind) {
    case "day":
      return isPeriod ? sample.days + sample.months : sample.days;
    case "money":
    case "number":
    case "percent":
      return unit ? Math.max(sample.figures, shareOf(sample.texts, (text) => isFigure(withoutUnit(text, unit).text))) : sample.figures;
    case "flag":
      return sample.flags;
    case "text":
    case "id":
      return 1;
  }
}

function spread(table: CrmTable, at: number): string[] {
  const { rows } = table;
  const texts: string[] = [];
  for (let tries = 0, row = 0; tries < 2000 && row < rows.length && texts.length < MOST; tries++) {
    const cell = rows[row]![at] ?? "";
    if (cell !== "" && !isPlaceholderFigure(cell)) texts.push(cell);
    row += rows.length <= 2000 ? 1 : Math.floor(rows.length / 2000);
  }
  return texts;
}

function lookAt(texts: readonly string[]): Sample {
  const share = (test: (text: string) => boolean) => shareOf(texts, test);
  return {
    filled: texts.length,
    texts,
    days: share((text) => readDayText(text) !== null || /^\s*#{3,}\s*$/.test(text)),
    months: share((text) => monthOf(text) !== null),
    figures: share((text) => isFigure(plain(text).replace(/(\d)\s*(?:days?|天|人|次|个月)$/, "$1"))),
    flags: share((text) => flagOf(text) !== null),
    stages: share((text) => !/^\s*[\d.,%]+\s*$/.test(text) && (isDefaultOpenStage(text) || outcomeOfWord(text) === "won" || outcomeOfWord(text) === "lost")),
    distinct: new Set(texts).size,
  };
}

function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

function isFigure(text: string): boolean {
  return readFigure(text, ".", findCurrency) !== null;
}
