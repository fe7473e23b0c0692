// What a function answers to a call, whatever it throws: rows of values, and a refusal where there is none.

import { Refusal } from "../metrics/refusal";
import type { Answer, Cells } from "./given/cells";
import { answered, isEndless } from "./given/grid";
import type { CustomFunction } from "./table";

/** The rows of the answer; a call that cannot be answered gives one refusal. */
export function answerOf(compute: CustomFunction, given: readonly Cells[]): Answer {
  const answer = answered(() => compute(...given), {});
  if (answer instanceof Refusal) return [[answer]];
  return answer.map((row) => (row.some(isEndless) ? row.map((value) => (isEndless(value) ? new Refusal("no-finite") : value)) : row));
}
