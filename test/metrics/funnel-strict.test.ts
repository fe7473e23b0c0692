import { reachedInOrder } from "../../src/metrics/funnel-strict";
import type { FunnelStage } from "../../src/metrics/model";
import { entryFacts, type StageEntries } from "../../src/metrics/stage-history";
import type { Day } from "../../src/values";

const stages: readonly FunnelStage[] = [
  { stage: "Lead", outcome: "open" }, { stage: "Demo", outcome: "open" }, { stage: "Won", outcome: "won" }, { stage: "Renewed", outcome: "won" }, { stage: "Lost", outcome: "lost" },
];

type Move = readonly [deal: string, stage: string, on: number];

function entries(...moves: readonly Move[]): StageEntries {
  return { deal: moves.map(([deal]) => deal), stage: moves.map(([, stage]) => stage), on: moves.map(([, , on]) => on as Day) };
}

it("counts a step only after every step before it", () => {
  expect(reachedInOrder(entries(["a", "Lead", 1], ["a", "Demo", 2], ["a", "Won", 3], ["b", "Demo", 1], ["b", "Won", 2], ["c", "Lead", 1], ["c", "Won", 2]), stages)).toEqual([2, 1, 1]);
});
it("takes up the way again where a deal comes back to the step it skipped", () => {
  expect(reachedInOrder(entries(["a", "Demo", 1], ["a", "lead", 2], ["a", "Demo", 3]), stages)).toEqual([1, 1, 0]);
});
it("takes all won stages as one step, and lost as none", () => {
  expect(reachedInOrder(entries(["a", "Lead", 1], ["a", "Demo", 2], ["a", "Lost", 3], ["a", "Renewed", 4], ["a", "Won", 5]), stages)).toEqual([1, 1, 1]);
});
it("takes entries of one day as they stand, or the other way round where newer ones come first", () => {
  const before = (...moves: readonly Move[]) => entryFacts(entries(...moves), stages).map(({ from }) => from);
  expect(before(["a", "Lead", 1], ["a", "Demo", 3], ["a", "Won", 3])).toEqual([null, "Lead", "Demo"]);
  expect(before(["a", "Won", 3], ["a", "Demo", 3], ["a", "Lead", 1])).toEqual(["Demo", "Lead", null]);
  expect(before(["a", "Won", 3], ["a", "Demo", 3], ["b", "Lead", 1], ["b", "Demo", 2], ["c", "Lead", 1], ["c", "Demo", 2])).toEqual([null, "Won", null, "Lead", null, "Lead"]);
});
it("knows first entries, who went further, the first day, the days until the next entry, and where each came from", () => {
  expect(entryFacts(entries(["a", "Demo", 5], ["a", "Lead", 1], ["a", "Lead", 7], ["b", "Lost", 3], ["", "Lead", 3]), stages)).toEqual([
    { firstEntry: 1, wentFurther: 0, cohort: 1, days: 2, from: "Lead", direction: 1, first: 0, since: 4 },
    { firstEntry: 1, wentFurther: 1, cohort: 1, days: 4, from: null, direction: null, first: 1, since: 0 },
    { firstEntry: 0, wentFurther: 0, cohort: 1, days: null, from: "Demo", direction: -1, first: 0, since: 6 },
    { firstEntry: 1, wentFurther: 0, cohort: 3, days: null, from: null, direction: null, first: 1, since: 0 },
    { firstEntry: 0, wentFurther: 0, cohort: null, days: null, from: null, direction: null, first: 1, since: null },
  ]);
});
