// What is each text of a column, read by the readers of files?

import { wordOf, type WordKind } from "../crm/readers/text";

/** The texts of a column as our readers read them, each once. */
export interface Words {
  /** Null for what stands for nothing. */
  of(raw: string): string | null;
  /** Texts found in the column that stand for nothing, the empty one left out. */
  readonly nothing: readonly string[];
  /** How many cells have one of them, those of spaces alone left out. */
  readonly nothingCells: number;
  /** Texts cut because they are too long, of those read so far. */
  readonly cut: ReadonlySet<string>;
}

/** `candidates` are the texts of the column that may stand for nothing, with how many cells have each; `all` is how many cells it has. */
export function wordsOf(candidates: ReadonlyMap<string, number>, all: number, kind: WordKind): Words {
  const read = new Map<string, string | null>();
  const cut = new Set<string>();
  const nothing = [...candidates.keys()].filter((raw) => raw !== "" && wordOf(raw, candidates.get(raw)!, all, kind).value === null).sort();
  return {
    of(raw) {
      const before = read.get(raw);
      if (before !== undefined) return before;
      const { value, trouble } = wordOf(raw, candidates.get(raw) ?? 1, all, kind);
      if (trouble === "too-long") cut.add(raw);
      read.set(raw, value);
      return value;
    },
    nothing,
    cut,
    nothingCells: nothing.reduce((sum, raw) => sum + (raw.trim() === "" ? 0 : candidates.get(raw)!), 0),
  };
}
