// What the user sets for the review: bands, how much to hold back, how much data it takes, whether late behaviour is left out.

import { cell, reference, type Term } from "../../formula/term";
import { isNot, type Criterion } from "../../formula/criteria";
import { leastData } from "../../metrics/lead-review";
import { keyOfWord } from "../any-language";
import type { SheetContext } from "../context";
import type { LeadScoring } from "../scoring/model";

export const reviewInputs = {
  from: "ScoreReviewFrom", width: "ScoreReviewWidth", shrinkage: "ScoreReviewShrinkage", leads: "ScoreReviewLeads", converted: "ScoreReviewConverted", fewest: "ScoreReviewFewest", guard: "ScoreReviewGuard",
} as const;
export type NumberSetting = Exclude<keyof typeof reviewInputs, "guard">;

export interface ReviewSettings {
  readonly numbers: Readonly<Record<NumberSetting, Term<number>>>;
  /** What stands in their cells: where the bands begin and how wide they are, only what was typed. */
  readonly cells: Readonly<Record<NumberSetting, number | null>>;
  readonly isGuarded: boolean;
  /** Bands from the highest down. */
  readonly bands: number;
}

/** Most bands the table has. */
const mostBands = 20;

export function reviewSettings({ memory }: SheetContext, { score }: LeadScoring): ReviewSettings {
  const scores = score.map(({ value }) => value);
  const lowest = scores.reduce((least, one) => Math.min(least, one), scores[0] ?? 0);
  const highest = scores.reduce((most, one) => Math.max(most, one), scores[0] ?? 0);
  const typed = (setting: NumberSetting, least: number): number | null => {
    const found = memory.inputs.get(reviewInputs[setting]);
    return typeof found === "number" && found >= least ? found : null;
  };
  const of = (setting: NumberSetting, otherwise: number, least: number) => reference(reviewInputs[setting], typed(setting, least) ?? otherwise);
  const byScores = (setting: "from" | "width", otherwise: number, least: number) => {
    const name = reviewInputs[setting];
    return reference(`IF(ISNUMBER(${name}),IF(${name}>=${least},${name},${otherwise}),${otherwise})`, typed(setting, least) ?? otherwise);
  };
  const width = byScores("width", niceWidth(highest - lowest), leastWidth);
  const from = byScores("from", Math.floor(lowest / width.value) * width.value, leastFrom);
  const bands = Math.min(mostBands, Math.max(2, Math.floor((highest - from.value) / width.value) + 1));
  const guard = memory.inputs.get(reviewInputs.guard);
  const others = { shrinkage: of("shrinkage", 50, 0), leads: of("leads", leastData.leads, 0), converted: of("converted", leastData.converted, 0), fewest: of("fewest", leastData.fewest, 1) };
  return {
    numbers: { from, width, ...others },
    cells: { from: typed("from", leastFrom), width: typed("width", leastWidth), shrinkage: others.shrinkage.value, leads: others.leads.value, converted: others.converted.value, fewest: others.fewest.value },
    isGuarded: keyOfWord(guard ?? null, ({ tables }) => ({ yes: tables.yes, no: tables.no })) !== "no",
    bands,
  };
}

const leastWidth = 0.001;
const leastFrom = -1e9;

/** About ten bands of 1, 2, 5, 10, 20 … points. */
function niceWidth(range: number): number {
  const wanted = Math.max(1, range / 10);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= wanted) ?? 10 * power;
}

/** Cell with the word that marks leads to leave out. */
export const leftOutCell = "review.leftOut";

/** Only leads whose behaviour was before the conversion, where the export tells and the user wants it. */
export function guardCriteria({ columns }: LeadScoring, { isGuarded }: ReviewSettings, yes: string): readonly Criterion[] {
  if (!columns.after) return [];
  const word = cell(leftOutCell, isGuarded ? yes : "–");
  return [isNot(columns.after, word)];
}
