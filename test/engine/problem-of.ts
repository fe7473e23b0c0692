// For tests of failures: what a promise fails with.

import type { EngineProblem, ProblemKind } from "../../src/engine/engine";

/** The problem of this kind that a promise ends with; fails where it ends well or with another. */
export async function problemOf(promise: Promise<unknown>, kind: ProblemKind): Promise<EngineProblem> {
  const error = await promise.then((value) => new Error(`no problem but ${JSON.stringify(value).slice(0, 200)}`), (error: unknown) => error);
  expect(error).toMatchObject({ name: "EngineProblem", kind });
  return error as EngineProblem;
}
