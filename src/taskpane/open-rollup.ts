// A rollup file that the user brings in: what of it is taken, and which older one it takes the place of.

import { isRollupProblem, madeAt, readRollup } from "../rollup-file";
import type { KeptRollup } from "./kept";
import type { RollupTroubled } from "./rollup-trouble";

interface RollupOpened {
  readonly taken: readonly Omit<KeptRollup, "id">[];
  /** Older tables of the same records. */
  readonly replaced: readonly KeptRollup[];
}

/** The tables of a rollup that are newer than those that are there, or why none is taken. */
export function openRollup(file: string, text: string, there: readonly KeptRollup[]): RollupOpened | RollupTroubled {
  const read = readRollup(text);
  if (isRollupProblem(read)) return { file, fault: read.problem, where: read.where };
  const made = madeAt(read);
  const of = (object: string) => there.filter((one) => one.read.recognition.object === object);
  const taken = read.imports.filter(({ recognition }) => of(recognition.object).every((one) => one.madeAt <= made));
  if (taken.length === 0) return { file, fault: read.imports.length === 0 ? "damaged" : "older", where: "tables" };
  return {
    taken: taken.map((one, at) => ({ file, asOf: read.asOf, madeAt: made, products: at === 0 ? read.products : [], read: one })),
    replaced: taken.flatMap(({ recognition }) => of(recognition.object)),
  };
}
