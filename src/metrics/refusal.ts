// Why a figure cannot be given, as data: said in the user's language by text/, shown by Excel beside the error.

import { mostAnswerCells, type CellValue } from "../values";

/** A bad argument is #VALUE!. */
type ArgumentProblem =
  | "no-number" | "no-day" | "open-day-order" | "no-word" | "open-rate" | "out-of-range" | "no-whole-number" | "error-cell" | "sizes-differ" | "too-large"
  | "not-with" | "no-column" | "column-twice" | "no-rows" | "no-stage-order" | "no-stage" | "unknown-stage" | "no-outcome" | "reversed-days" | "no-condition" | "needed-with" | "mixed-currencies";

/** Arguments are fine, yet there is no answer: #N/A. */
const missingAnswers = [
  "blank", "zero", "zero-churn", "no-spend-yet", "no-margin", "no-decided", "no-won",
  "no-time-gone", "no-data", "few-customers", "no-convergence", "blank-in", "no-one-reached", "no-finite",
] as const;

/** Each is a sentence of `functionProblems`. */
export type RefusalKind = ArgumentProblem | (typeof missingAnswers)[number];

/** Where and what: parts of the sentence, all optional. */
export interface RefusalParts {
  /** The parameter as the function names it, in English. */
  readonly argument?: string;
  /** The row within the argument, from 1. */
  readonly row?: number;
  /** The column within the argument, by header or by number; stands behind what was found where the sentence has no place for it. */
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
  return !(missingAnswers as readonly string[]).includes(kind);
}

/** Throws a refusal; where a measure goes cell by cell, the row is added. */
export function refuse(kind: RefusalKind, argument: string, parts?: RefusalParts): never {
  throw new Refusal(kind, { argument, ...parts });
}

/** Refuses more cells than a column of Excel holds. */
export function limitCells(count: number, parts?: RefusalParts): void {
  if (count > mostAnswerCells) throw new Refusal("too-large", { ...parts, found: count, expected: mostAnswerCells });
}

/** The cell as a message quotes it. */
export function shown(cell: AnyCell): string {
  const text = textOf(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The cell as Excel shows it without a format. */
export function textOf(cell: AnyCell): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : typeof cell === "object" && cell !== null ? cell.code : String(cell ?? "");
}

type AnyCell = CellValue | undefined | { readonly code: string };
