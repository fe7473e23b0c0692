// The worked examples of the help pages as calls, with arguments as Excel hands them over.

import type { FunctionId } from "../../src/functions/ids";
import { functionHelpIn } from "../../src/text/functions";
import type { Language } from "../../src/text/language";
import { callIn } from "./evaluate";
import { call, type Shown } from "./call";

/** One argument for each parameter: rows of cells, also for a single one; null where it is left out. */
export type Given = readonly (readonly (readonly unknown[])[] | null)[];

/** The example of a function, and what the function gives by itself. */
export function exampleOf(id: FunctionId, language: Language = "en"): { readonly given: Given; readonly result: Shown[][] } {
  const { formula, cells } = functionHelpIn(language)[id].example;
  const { given } = callIn(formula, cells ?? [], language);
  return { given: given.map((one) => (one === null || one === undefined ? null : Array.isArray(one) ? one : [[one]])), result: call(id, given, language) };
}
