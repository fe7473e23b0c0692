// What is each text of a column, read by the readers of files?

import { wordOf } from "../crm/readers/text";

/** The texts of a column as our readers read them, each once. */
export interface Words {
  /** Null for what stands for nothing. */
  of(raw: string): string | null;
  /** Texts found in the column that stand for nothing, the empty one left out. */
  readonly nothing: readonly string[];
  /** How many cells have one of them, those of spaces alone left out. */
  readonly nothingCells: number;
}

/** `candidates` are the texts of the column that may stand for nothing, with how many cells have each; `all` is how many cells it has. */
export function wordsOf(candidates: ReadonlyMap<string, number>, all: number, isId: boolean): Words {
  const read = new Map<string, string | null>();
  const nothing = [...candidates.keys()].filter((raw) => raw !== "" && wordOf(raw, candidates.get(raw)!, all, isId) === null).sort();
  return {
    of(raw) {
      let word = read.get(raw);
      if (word === undefined) read.set(raw, (word = wordOf(raw, candidates.get(raw) ?? 1, all, isId)));
      return word;
    },
    nothing,
    nothingCells: nothing.reduce((sum, raw) => sum + (raw.trim() === "" ? 0 : candidates.get(raw)!), 0),
  };
}
