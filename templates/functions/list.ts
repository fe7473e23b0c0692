// The functions as the pane and the help pages list them.

import type { FunctionEntry } from "../../src/functions/search";
import { functionHelpIn, functionTextsIn } from "../../src/text/functions";
import { languages, type Language } from "../../src/text/language";
import type { DescribedFunction } from "./metadata";

/** A function in the words of a language. */
export interface SpokenFunction {
  readonly id: DescribedFunction["id"];
  readonly description: string;
  readonly parameters: DescribedFunction["parameters"];
  readonly returns: string;
}

/** What the JSDoc says, in a language. */
export function spokenIn(language: Language, { id, description, parameters, returns }: DescribedFunction): SpokenFunction {
  const texts = functionTextsIn(language);
  if (!texts) return { id, description, parameters, returns };
  const said = texts.described[id];
  if (!said) throw new Error(`nothing in ${language} on: ${id}`);
  const translated = parameters.map(({ name, isOptional }) => {
    const [word, meaning] = [texts.parameterNames[name], said.parameters[name]];
    if (word === undefined || meaning === undefined) throw new Error(`nothing in ${language} on ${name} of: ${id}`);
    return { name: word, description: meaning, isOptional };
  });
  return { id, description: said.description, parameters: translated, returns: said.returns };
}

/** `=SALES.LTV(revenuePerPeriod, grossMargin, churn, [discountRate], [method])`. */
export function syntaxOf({ id, parameters }: SpokenFunction): string {
  return `=SALES.${id}(${parameters.map(({ name, isOptional }) => (isOptional ? `[${name}]` : name)).join(", ")})`;
}

/** Where a help page lies, from the root of the site. */
export function helpPath(language: Language, name: string): string {
  return `functions/${language}/${name}.html`;
}

/** Every function with what a search looks into; a search finds words of either language. */
export function functionList(language: Language, described: readonly DescribedFunction[]): readonly FunctionEntry[] {
  const other = languages.find((one) => one !== language) ?? language;
  return described.map((one) => {
    const [spoken, elsewhere] = [spokenIn(language, one), spokenIn(other, one)];
    const { keywords, example } = functionHelpIn(language)[one.id];
    return {
      id: one.id,
      syntax: syntaxOf(spoken),
      description: spoken.description,
      keywords,
      also: [functionHelpIn(other)[one.id].keywords, elsewhere.description, ...elsewhere.parameters.map(({ name }) => name)].join(" "),
      helpUrl: helpPath(language, one.id),
      example: example.formula,
    };
  });
}
