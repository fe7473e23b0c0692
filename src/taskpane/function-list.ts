// The custom functions as the site tells of them: the list of the help pages, and Excel's metadata for the arguments.

import type { FunctionEntry } from "../functions/search";
import type { Language } from "../text/language";

export interface FunctionArgument {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}

/** A function of the list with its arguments. */
export interface ListedFunction extends FunctionEntry {
  readonly arguments: readonly FunctionArgument[];
}

/** All functions in a language; throws where the files are not there. */
export async function loadFunctions(language: Language): Promise<readonly ListedFunction[]> {
  const metadata = language === "en" ? "functions.json" : `functions.${language}.json`;
  const [list, { functions }] = await Promise.all([
    fetched<readonly FunctionEntry[]>(`functions/list.${language}.json`),
    fetched<{ readonly functions: readonly { readonly id: string; readonly parameters: readonly FunctionArgument[] }[] }>(metadata),
  ]);
  return list.map((entry) => ({ ...entry, arguments: functions.find(({ id }) => id === entry.id)?.parameters ?? [] }));
}

async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`not there: ${address}`);
  return (await answer.json()) as T;
}
