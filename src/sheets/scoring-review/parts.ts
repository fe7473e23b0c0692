// What the parts of the review share: the scores, the settings, and leads and conversions as cells.

import { countifs } from "../../formula/aggregate";
import { is, isFilled, type Criterion } from "../../formula/criteria";
import { cell, literal, type Term } from "../../formula/term";
import type { SheetContext } from "../context";
import { leadScoring, type LeadScoring } from "../scoring/model";
import { guardCriteria, reviewSettings, type ReviewSettings } from "./settings";

export interface ReviewParts {
  readonly context: SheetContext;
  readonly words: SheetContext["text"]["scoringReview"];
  readonly scoring: LeadScoring;
  readonly settings: ReviewSettings;
  readonly guard: readonly Criterion[];
  /** Leads and those converted: of all leads, and of those the guard leaves in; as cells. */
  readonly total: Counts;
  readonly counted: Counts;
  /** The formulas of those cells. */
  readonly made: { readonly total: Counts; readonly counted: Counts };
}

export interface Counts {
  readonly leads: Term<number>;
  readonly converted: Term<number>;
}

export function reviewParts(context: SheetContext): ReviewParts | null {
  const scoring = leadScoring(context);
  if (scoring.count === 0) return null;
  const settings = reviewSettings(context, scoring);
  const { yes } = context.text.tables;
  const guard = guardCriteria(scoring, settings, yes);
  const of = (criteria: readonly Criterion[]): Counts => ({
    leads: countifs(isFilled(scoring.columns.score), ...criteria),
    converted: countifs(is(scoring.columns.converted, literal(yes)), ...criteria),
  });
  const made = { total: of([]), counted: of(guard) };
  const cells = (name: string, { leads, converted }: Counts): Counts => ({ leads: cell(`review.${name}.leads`, leads.value), converted: cell(`review.${name}.converted`, converted.value) });
  return { context, words: context.text.scoringReview, scoring, settings, guard, total: cells("total", made.total), counted: cells("counted", made.counted), made };
}

/** Enough converted leads, and enough others, to say anything from the data. */
export function isEnough({ counted, settings }: ReviewParts): Term<boolean> {
  const { fewest } = settings.numbers;
  return {
    text: `AND(${counted.converted.text}>=${fewest.text},${counted.leads.text}-${counted.converted.text}>=${fewest.text})`,
    value: counted.converted.value >= fewest.value && counted.leads.value - counted.converted.value >= fewest.value, binds: 9,
  };
}
