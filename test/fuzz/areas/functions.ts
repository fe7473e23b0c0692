// Every custom function: an answer of cells Excel can show, or a sentence; never a crash, never NaN.

import fc from "fast-check";
import { answerOf } from "../../../src/functions/answer";
import type { Cells } from "../../../src/functions/given/cells";
import { functionIds, type FunctionId } from "../../../src/functions/ids";
import { sentenceOf } from "../../../src/functions/say";
import { customFunctions } from "../../../src/functions/table";
import { Refusal } from "../../../src/metrics/refusal";
import { languages } from "../../../src/text/language";
import { exampleOf } from "../../functions/examples";
import { must, type Area } from "../area";
import { anyArgument, spoilt, spoils } from "../inputs/cells";

interface Call {
  readonly id: FunctionId;
  readonly given: readonly Cells[];
}

const examples = new Map(functionIds.map((id) => [id, exampleOf(id).given as readonly Cells[]]));

const id = fc.constantFrom(...functionIds);
const anything = fc.record({ id, given: fc.array(anyArgument, { minLength: 9, maxLength: 9 }) }).map(({ id: one, given }): Call => ({ id: one, given: given.slice(0, customFunctions[one].length) }));
const nearly = fc.record({ id, all: spoils }).map(({ id: one, all }): Call => ({ id: one, given: spoilt(examples.get(one)!, all) }));

export const functionsArea: Area<Call> = {
  name: "functions",
  inputs: fc.oneof({ weight: 1, arbitrary: anything }, { weight: 2, arbitrary: nearly }),
  attempt({ id: one, given }) {
    const answer = answerOf(customFunctions[one], given);
    must(answer.length > 0 && answer.every((row) => row.length === answer[0]!.length && row.length > 0), `${one} answers rows of one width`);
    for (const value of answer.flat()) {
      if (value instanceof Refusal) for (const language of languages) must(!/undefined|NaN|Infinity|\[object|\{\w+\}/.test(sentenceOf({ ...value, parts: { ...value.parts, found: "x" } }, language)), `${one} says why: ${sentenceOf(value, language)}`);
      else must(typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)), `${one} answers cells: ${String(value)}`);
    }
  },
};
