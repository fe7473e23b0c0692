// Inputs of an area in batches, each known by its seed, tried one by one.

import fc from "fast-check";
import type { AnyArea } from "./area";

/** Inputs of one seed. */
export const batchSize = 100;

/** What went wrong, with the first input that showed it. */
export interface Failure {
  readonly what: string;
  readonly seed: number;
  readonly input: string;
  readonly stack: string;
  count: number;
}

/** Tries one batch; gives the failures, and the longest time one input took, in milliseconds of the processor. */
export async function tryBatch(area: AnyArea, seed: number, size = batchSize): Promise<{ readonly failures: readonly Failure[]; readonly slowest: number }> {
  const failures: Failure[] = [];
  let slowest = 0;
  for (const input of fc.sample(area.inputs, { seed, numRuns: size })) {
    const before = process.cpuUsage();
    const failure = await attempted(area, input);
    const took = process.cpuUsage(before).user / 1000;
    slowest = Math.max(slowest, took);
    const what = failure?.message ?? (took > allowed(input) ? `took ${Math.round(took)} ms` : null);
    if (what !== null) failures.push({ what, seed, input: fc.stringify(input).slice(0, 2000), stack: failure?.stack ?? "", count: 1 });
  }
  return { failures, slowest };
}

async function attempted(area: AnyArea, input: unknown): Promise<Error | null> {
  try {
    await (area.attempt as (one: unknown) => unknown)(input);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A second, and one more for each megabyte. */
function allowed(input: unknown): number {
  const size = typeof input === "string" ? input.length : input instanceof Uint8Array ? input.length : 0;
  return 1000 + size / 1000;
}
