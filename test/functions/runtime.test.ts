// The built functions under the real runtime of office.js, in Node behind its native bridge, as Excel calls them.

import { functionIds, type FunctionId } from "../../src/functions/ids";
import { customFunctions } from "../../src/functions/table";
import { errorCell, errorTexts, shownIn } from "../office-host/batch";
import { startRuntime } from "../office-host/node-runtime";
import { exampleOf, type Given } from "./examples";

const runtime = startRuntime();

describe.each(functionIds)("%s", (id) => {
  it("gives in the runtime what it gives by itself", async () => {
    const { given, result } = exampleOf(id);
    const [answer] = await runtime.call([[id, given]]);
    expect(shownIn(answer!)).toEqual(result);
  });

  it("answers with a sentence when every argument is left out", async () => {
    const [answer] = await runtime.call([[id, customFunctions[id].length === 0 ? [] : Array.from(exampleOf(id).given, () => null)]]);
    expect(firstRefusal(shownIn(answer!))).toMatch(/^(#VALUE!|#N\/A) .{12,}/);
  });

  it("answers with a sentence where a required argument is an error cell", async () => {
    const [answer] = await runtime.call([[id, [[[errorCell("#REF!")]], ...exampleOf(id).given.slice(1)]]]);
    expect(firstRefusal(shownIn(answer!))).toMatch(/^(#VALUE!|#N\/A) .{12,}/);
  });

  it("takes optional arguments left out as null, and not sent at all", async () => {
    const { given } = exampleOf(id);
    const [padded, short] = await runtime.call([[id, given], [id, withoutTail(given)]]);
    expect(shownIn(short!)).toEqual(shownIn(padded!));
  });
});

it("answers many cells of one message, each for itself", async () => {
  const calls = Array.from({ length: 500 }, (_, at): [FunctionId, Given] => ["LTV", [[[100 + at]], [[0.5]], [[at === 7 ? 0 : 0.1]], null, null]]);
  const answers = (await runtime.call(calls)).map(shownIn);
  expect(answers[3]).toEqual([[515]]);
  expect(answers[7]![0]![0]).toMatch(/^#N\/A churn, row 1: 0 leaves nothing/);
  expect(answers).toHaveLength(500);
});

it("says its sentences in Chinese where Excel speaks Chinese", async () => {
  const [answer] = await startRuntime("zh-CN").call([["CAC", [[[100]], [[0]], null]]]);
  expect(shownIn(answer!)).toEqual([[expect.stringMatching(/^#N\/A 新客户数/)]]);
});

it("gives Excel's own number for each error", () => expect(errorTexts).toMatchObject({ 1: "#N/A", 7: "#VALUE!" }));

function withoutTail(given: Given): Given {
  return given.slice(0, given.findLastIndex((one) => one !== null) + 1);
}

function firstRefusal(rows: readonly (readonly unknown[])[]): unknown {
  return rows.flat().find((value) => typeof value === "string" && value.startsWith("#"));
}
