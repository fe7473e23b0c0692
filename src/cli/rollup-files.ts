// Rollup files of a request, and of several that hold the same the newest.

import { readFile } from "node:fs/promises";
import type { ObjectKind } from "../crm/reading";
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

/** The newest first, of two as new the first named; what a newer file holds is left out of the older ones, and said. */
export function newestOf(rollups: readonly RollupRead[], voice: Pick<Voice, "text" | "engine" | "tell">): readonly RollupRead[] {
  const taken = new Map<ObjectKind, string>();
  return [...rollups].sort((left, right) => byText(madeAt(right.file), madeAt(left.file))).map((one) => {
    const imports = one.imports.filter(({ recognition }) => !taken.has(recognition.object));
    tellLeftOut(one, taken, voice);
    for (const { recognition } of imports) taken.set(recognition.object, one.path);
    return { ...one, imports };
  });
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A line for each file that has what this one has. */
function tellLeftOut({ path, imports }: RollupRead, taken: ReadonlyMap<ObjectKind, string>, { text, engine, tell }: Pick<Voice, "text" | "engine" | "tell">): void {
  const objects = [...new Set(imports.map(({ recognition }) => recognition.object))];
  for (const newer of new Set(objects.flatMap((object) => taken.get(object) ?? []))) {
    const names = objects.filter((object) => taken.get(object) === newer).map((object) => text.objects[object]);
    tell(engine.older(path, names.join(", "), newer));
  }
}
