// What are the columns of a remembered table called in the plan, which may be in another language?

import type { TableSpec } from "./block";
import type { SameWords } from "./same-words";

/** Names in the plan by those remembered, in lower case. */
export type PlannedNames = ReadonlyMap<string, string>;

/** In the language most of the names are in: as they are, or by our words for them. */
export function plannedNames(remembered: readonly string[], spec: TableSpec, words: SameWords): PlannedNames {
  const same = new Map(remembered.flatMap((name) => entry(name, columnNamed(name, spec))));
  const other = translated(remembered, spec, words);
  return other.size > same.size ? other : same;
}

/** The name of one column in the plan; null where there is none. */
export function plannedName(name: string, spec: TableSpec, words: SameWords): string | null {
  return columnNamed(name, spec) ?? candidates(name, spec, words)[0] ?? null;
}

/** A word may stand for several columns: those that can be only one come first. */
function translated(remembered: readonly string[], spec: TableSpec, words: SameWords): PlannedNames {
  const wanted = remembered.map((name) => ({ name, choices: candidates(name, spec, words) })).sort((a, b) => a.choices.length - b.choices.length);
  const taken = new Set<string>();
  return new Map(wanted.flatMap(({ name, choices }) => {
    const choice = choices.find((one) => !taken.has(one));
    if (choice !== undefined) taken.add(choice);
    return entry(name, choice);
  }));
}

function candidates(name: string, spec: TableSpec, words: SameWords): readonly string[] {
  return [...new Set(words(name).flatMap((word) => columnNamed(word, spec) ?? []))];
}

function columnNamed(name: string, { columns }: TableSpec): string | undefined {
  return columns.find((column) => !column.own && column.name.toLowerCase() === name.toLowerCase())?.name;
}

function entry(name: string, planned: string | undefined): readonly (readonly [string, string])[] {
  return planned === undefined ? [] : [[name.toLowerCase(), planned]];
}
