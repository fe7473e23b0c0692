// The script Excel loads: tells the runtime which function stands behind each id, in the user's language.

import { isArgumentProblem, Refusal } from "../metrics/refusal";
import { languageOf, type Language } from "../text/language";
import { answerOf } from "./answer";
import type { Answer, Cells } from "./given/cells";
import { sentenceOf } from "./say";
import { customFunctions, type CustomFunction } from "./table";

for (const [id, compute] of Object.entries(customFunctions)) CustomFunctions.associate(id, answering(compute));

/** The function as the runtime wants it: refusals are Excel's errors with a sentence. */
function answering(compute: CustomFunction) {
  return (...given: Cells[]) => answerOf(compute, given).map((row) => (row.some(isRefusal) ? row.map((value) => (isRefusal(value) ? errorOf(value) : value)) : row));
}

function isRefusal(value: Answer[number][number]): value is Refusal {
  return value instanceof Refusal;
}

function errorOf(refusal: Refusal): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(isArgumentProblem(refusal.kind) ? invalidValue : notAvailable, sentenceOf(refusal, language()));
}

/** Excel's display language where the runtime tells it, else the browser's. */
function language(): Language {
  const shown = typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
  return languageOf(shown ?? (typeof navigator === "undefined" ? "en" : navigator.language));
}
