// Calls a custom function as Excel does, and shows its errors as `#VALUE! sentence`.

import { answerOf } from "../../src/functions/answer";
import type { Cells } from "../../src/functions/given/cells";
import type { FunctionId } from "../../src/functions/ids";
import { sentenceOf } from "../../src/functions/say";
import { customFunctions } from "../../src/functions/table";
import { isArgumentProblem, Refusal } from "../../src/metrics/refusal";
import type { Language } from "../../src/text/language";

export type Shown = string | number | boolean;

/** The rows a function spills; an error cell as `#N/A sentence`, an error of the whole call as the one cell. */
export function call(id: FunctionId, given: readonly Cells[], language: Language = "en"): Shown[][] {
  return answerOf(customFunctions[id], given).map((row) => row.map((value) => (value instanceof Refusal ? errorText(value, language) : value)));
}

/** The one cell a function gives. */
export function callOne(id: FunctionId, ...given: readonly Cells[]): Shown {
  const rows = call(id, given);
  if (rows.length !== 1 || rows[0]!.length !== 1) throw new Error(`${id} gives ${rows.length} × ${rows[0]?.length ?? 0} cells`);
  return rows[0]![0]!;
}

/** Values below each other. */
export function column(...values: readonly (string | number | boolean | null)[]): Cells {
  return values.map((value) => [value]);
}

/** Rows of a csv file without quotes, numbers as numbers. */
export function cellsOf(text: string): (string | number)[][] {
  return text.replace(/^\ufeff/, "").trim().split(/\r?\n/).map((line) => line.split(",").map((cell) => (cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell)));
}

function errorText(refusal: Refusal, language: Language): string {
  return `${isArgumentProblem(refusal.kind) ? "#VALUE!" : "#N/A"} ${sentenceOf(refusal, language)}`;
}
