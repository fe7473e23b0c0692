// The built functions under the real runtime of office.js, in Node behind its native bridge, as Excel calls them.

import { existsSync } from "node:fs";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import type { Metadata } from "../../templates/functions/metadata";
import { errorCell } from "../office-host/batch";
import { functionsScript, startRuntime } from "../office-host/node-runtime";
import { exampleCalls } from "./examples";
import { readBuilt } from "./built";

if (!existsSync(functionsScript)) throw new Error("dist/page/functions.js is not there: run `npm run build` first");

const runtime = startRuntime();
const { functions } = JSON.parse(readBuilt("functions.json")) as Metadata;
const parameters = new Map(functions.map((one) => [one.id, one.parameters]));

describe.each(functionIds)("%s", (id) => {
  it("gives in the runtime what it gives by itself, for ranges and for scalars sent as single cells", async () => {
    const [example] = exampleCalls(id);
    const [result] = await runtime.call([[id, padded(id, example!.given)]]);
    expect(result).toEqual([expect.any(Number), true, example!.result, expect.anything()]);
  });

  it("answers with a sentence when every argument is left out", async () => {
    const [result] = await runtime.call([[id, padded(id, [])]]);
    expect(refusalIn(result)).toMatch(/^(#VALUE!|#N\/A) .{12,}/);
  });

  it("answers with a sentence when a required argument is an error cell", async () => {
    const [example] = exampleCalls(id);
    const given = padded(id, example!.given);
    given[0] = [[errorCell("#REF!")]];
    const [result] = await runtime.call([[id, given]]);
    expect(refusalIn(result)).toMatch(/^(#VALUE!|#N\/A) .{12,}/);
  });

  it("takes an optional argument left out as Excel sends it, as null, and as nothing at all", async () => {
    const [example] = exampleCalls(id);
    const isRequired = (parameters.get(id) ?? []).filter((one) => !one.optional).length;
    const least = example!.given.slice(0, Math.max(isRequired, lastGiven(example!.given)));
    const [withNulls, without] = await runtime.call([[id, padded(id, least)], [id, [...least]]]);
    expect(withNulls!.slice(1, 3)).toEqual(without!.slice(1, 3));
  });
});

/** One argument for each parameter, as Excel sends them. */
function padded(id: FunctionId, given: readonly unknown[]): unknown[] {
  return (parameters.get(id) ?? []).map((_, at) => given[at] ?? null);
}

function lastGiven(given: readonly unknown[]): number {
  return given.findLastIndex((one) => one !== null) + 1;
}
