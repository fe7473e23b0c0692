// The built functions under the real runtime of office.js, in Node behind its native bridge, as Excel calls them.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { errorCell, shownIn } from "../excel-host/functions";
import { functionsScript, startRuntime } from "../excel-host/node-bridge";
import { exampleOf, type Given } from "./examples";

const runtime = startRuntime();

const sentence = /^(#VALUE!|#N\/A) .{12,}/;
const answers = new Map<FunctionId, Readonly<Record<keyof ReturnType<typeof askedOf>, unknown[][]>>>();

// One message for all: the runtime sends results no more often than twice a second.
beforeAll(async () => {
  const asked = functionIds.flatMap((id) => Object.values(askedOf(id)).map((given): [FunctionId, Given] => [id, given]));
  const given = (await runtime.call(asked)).map(shownIn);
  const names = Object.keys(askedOf("LTV")) as (keyof ReturnType<typeof askedOf>)[];
  functionIds.forEach((id, at) => answers.set(id, Object.fromEntries(names.map((name, place) => [name, given[at * names.length + place]])) as never));
});

describe.each(functionIds)("%s", (id) => {
  it("gives in the runtime what it gives by itself", () => expect(answers.get(id)!.example).toEqual(exampleOf(id).result));
  it("answers with a sentence when every argument is left out", () => expect(firstRefusal(answers.get(id)!.nothing)).toMatch(sentence));
  it("answers with a sentence where a required argument is an error cell", () => expect(firstRefusal(answers.get(id)!.error)).toMatch(sentence));
  it("takes optional arguments that are not sent at all as those sent as null", () => expect(answers.get(id)!.short).toEqual(answers.get(id)!.example));
});

it("is a script of its own, under 30 KB gzip, without React", () => {
  const script = readFileSync(functionsScript);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(30 * 1024);
  expect(script.toString()).not.toMatch(/react|fluentui/i);
});

it("answers many cells of one message, each for itself", async () => {
  const calls = Array.from({ length: 500 }, (_, at): [FunctionId, Given] => ["LTV", [[[100 + at]], [[0.5]], [[at === 7 ? 0 : 0.1]], null, null]]);
  const shown = (await runtime.call(calls)).map(shownIn);
  expect(shown[3]).toEqual([[515]]);
  expect(shown[7]![0]![0]).toMatch(/^#N\/A churn, row 1: with a churn of 0/);
  expect(shown).toHaveLength(500);
});

it("says its sentences in Chinese where Excel speaks Chinese", async () => {
  const [answer] = await startRuntime("zh-CN").call([["CAC", [[[100]], [[0]], null]]]);
  expect(shownIn(answer!)).toEqual([[expect.stringMatching(/^#N\/A 新客户数/)]]);
});

/** The help page's example; nothing at all; an error cell in place of the first argument; the example without what it leaves out at the end. */
function askedOf(id: FunctionId) {
  const { given } = exampleOf(id);
  return {
    example: given,
    nothing: given.map(() => null),
    error: [[[errorCell("#REF!")]], ...given.slice(1)],
    short: given.slice(0, given.findLastIndex((one) => one !== null) + 1),
  };
}

function firstRefusal(rows: readonly (readonly unknown[])[]): unknown {
  return rows.flat().find((value) => typeof value === "string" && value.startsWith("#"));
}
