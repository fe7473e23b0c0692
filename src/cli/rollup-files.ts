// Rollup files of a request, and of several that hold the same the newest.

import { readFile } from "node:fs/promises";
import { recordCount } from "../crm/record-count";
import { isRollupProblem, madeAt, readRollup, type RollupFile } from "../rollup-file";
import type { Import } from "../sheets/data/import";
import { timeOf } from "../values";
import type { FileArgument } from "./arguments";
import { InputError } from "./input-error";
import type { Voice } from "./voice";
import { cannotOpen } from "./why";

/** A rollup file, and what is used of it. */
export interface RollupRead {
  readonly path: string;
  readonly file: RollupFile;
  readonly imports: readonly Import[];
}

/** Throws an InputError that names the file and what is wrong with it. */
export async function readRollups(files: readonly FileArgument[], { text, engine, tell }: Voice): Promise<readonly RollupRead[]> {
  const all: RollupRead[] = [];
  for (const { path } of files) {
    const file = readRollup(await readFile(path, "utf8").catch((error: unknown) => Promise.reject(cannotOpen(path, error, text))));
    if (isRollupProblem(file)) throw new InputError(text.rollup[file.problem](path, file.where));
    for (const { reading } of file.imports) {
      const { groups } = reading;
      if (groups) tell(engine.fromRollup(path, groups.origin.engine, groups.origin.place, timeOf(groups.origin.at), recordCount(reading)));
    }
    all.push({ path, file, imports: file.imports });
  }
  return all;
}

/** The newest first; an object that a newer file holds is left out of the older ones, and said. */
export function newestOf(rollups: readonly RollupRead[], { engine, tell }: Pick<Voice, "engine" | "tell">): readonly RollupRead[] {
  const taken = new Map<string, string>();
  return [...rollups].sort((left, right) => (madeAt(right.file) > madeAt(left.file) ? 1 : -1)).map((one) => {
    const left = one.imports.filter(({ recognition }) => !taken.has(recognition.object));
    const [older] = one.imports.flatMap(({ recognition }) => taken.get(recognition.object) ?? []);
    if (older !== undefined) tell(engine.older(one.path, older));
    for (const { recognition } of left) taken.set(recognition.object, one.path);
    return { ...one, imports: left };
  });
}
