// Excel fails in the middle of a build and of refreshes; `npm run faults` tries every sync in every way.

import { buildScenario, refreshScenario } from "./fault-scenarios";
import { fallIn, unharmed, type Fall } from "./faults";

const kinds = ["error of Excel", "process killed", "session lost", "access denied", "API not found", "answer too large", "payload refused", "cell being edited"] as const;

/** Each sync that writes fails once or more, each time in another way. */
function fallsFrom(first: number, last: number): readonly Fall[] {
  const syncs = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...syncs, ...syncs, ...syncs].map((sync, at): Fall => {
    const kind = kinds[at % kinds.length]!;
    return { sync, kind, effect: kind === "payload refused" ? "none" : ([0.1, 0.6, "whole"] as const)[at % 3]!, then: at % 2 === 0 ? "puts back" : "refreshes" };
  });
}

it.each([buildScenario(["goals"]), refreshScenario(["goals"])])("a $name that fails loses nothing, and the next gives what it would have given", async (scenario) => {
  const whole = await unharmed(scenario);
  for (const fall of fallsFrom(Math.max(1, whole.syncs - 3), whole.syncs)) expect([fall, await fallIn(scenario, fall, whole)]).toEqual([fall, []]);
}, 120_000);

it("a word that is gone is seen", async () => {
  const scenario = { ...buildScenario(["goals"]), typed: ["never typed"] };
  const whole = await unharmed(scenario);
  expect(await fallIn(scenario, { sync: whole.syncs, kind: "error of Excel", effect: "none", then: "refreshes" }, whole)).toEqual(["never typed is lost"]);
});
