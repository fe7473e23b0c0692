// Why a figure cannot be given, as data: said in the user's language by text/, shown by Excel beside the error.

/** A bad argument is #VALUE!. */
export const argumentProblems = [
  "no-number", "no-day", "open-day-order", "no-word", "open-rate", "out-of-range", "no-whole-number", "error-cell", "not-one-cell", "sizes-differ", "too-large",
  "not-with", "no-header-row", "no-column", "column-twice", "no-rows", "no-stage-order", "unknown-stage", "no-outcome", "no-flag", "reversed-days", "weights-sum", "no-operator", "no-points", "no-condition", "needed-with", "named-twice", "no-stage-row", "mixed-currencies",
  "no-yes-no", "no-word-in", "unknown-field", "no-article-columns", "no-as-of", "no-date-field", "open-list", "no-group", "caps-differ", "two-decays", "threshold-twice", "no-thresholds", "same-limits", "direction-differs",
] as const;

/** Arguments are fine, yet there is no answer: #N/A. */
export const missingAnswers = [
  "blank", "zero-churn", "no-margin", "zero-customers", "zero-cost", "zero-start", "no-decided", "no-closed", "no-answers", "no-spend-yet", "no-days-of-event", "no-target-path",
  "no-time-gone", "no-data", "few-customers", "few-repeat-customers", "no-convergence", "no-mean-value", "blank-in", "zero-cycle", "zero-amounts", "zero-actual", "no-won-amount", "no-one-reached",
  "below-thresholds", "no-measures",
] as const;

export type RefusalKind = (typeof argumentProblems)[number] | (typeof missingAnswers)[number];

/** Where and what: parts of the sentence, all optional. */
export interface RefusalParts {
  /** The parameter as the function names it, in English. */
  readonly argument?: string;
  /** The row within the argument, from 1. */
  readonly row?: number;
  /** The column within the argument, by header or by number. */
  readonly column?: string | number;
  readonly found?: string | number;
  readonly expected?: string | number;
}

/** The answer that says why there is none. Thrown where a whole call cannot be answered, given as a value where one cell cannot. */
export class Refusal {
  constructor(
    readonly kind: RefusalKind,
    readonly parts: RefusalParts = {},
  ) {}
}

/** Whether the arguments themselves are at fault. */
export function isArgumentProblem(kind: RefusalKind): boolean {
  return (argumentProblems as readonly string[]).includes(kind);
}
