// The formulas of goals compute what stands beside them, whatever the cells hold.

import { literal, reference, type Figure } from "../../src/formula/term";
import { directions, levelOf, progressOf, type Goal } from "../../src/metrics/goal";
import { elapsedOf, neededOf, paceOf, projectedOf, statusOf } from "../../src/metrics/goal-pace";
import { goalWords } from "../../src/text/en/goal-words";
import type { CellValue, Day } from "../../src/values";
import { isRight } from "./computed";

type Held = Readonly<Record<"actual" | "direction" | "baseline" | "target" | "upper" | "start" | "deadline" | "asOf", CellValue>>;
const usual: Held = { actual: 40, direction: goalWords.directions.raiseTo, baseline: 30, target: 50, upper: null, start: 1000, deadline: 1100, asOf: 1050 };

function goalOf(held: Held): Goal {
  const { asOf, ...others } = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, reference(name, value)])) as Record<keyof Held, ReturnType<typeof reference>>;
  return { ...others, asOf: asOf as Goal["asOf"], words: goalWords.directions };
}

/** Every way to choose one of each. */
function allOf(choices: Partial<Record<keyof Held, readonly CellValue[]>>): readonly Held[] {
  return Object.entries(choices).reduce<readonly Held[]>((all, [name, values]) => all.flatMap((held) => values.map((value) => ({ ...held, [name]: value }))), [usual]);
}

const said = [...directions.map((direction) => goalWords.directions[direction]), "nonsense", null];
const measured = allOf({ direction: said, actual: [40, 50, 60, 0, -5, null], baseline: [30, 50, 70, -10, "x"], target: [50, 0.5, -20, null], upper: [60, 50, null] });

it("the level to reach and the progress there", () => {
  const wrong = measured.find((held) => {
    const goal = goalOf(held);
    const level = levelOf(goal);
    const progress = progressOf(goal, reference("level", level.value));
    return !isRight(level, held as never) || !isRight(progress, { ...held, level: level.value });
  });
  expect(wrong).toBeUndefined();
});

const timed = allOf({ direction: [goalWords.directions.raiseTo, goalWords.directions.reduceTo, goalWords.directions.keepWithin, "nonsense"], actual: [40, 50, 60, null], baseline: [30, null], start: [1000, 1100, null], deadline: [1100, "x"], asOf: [1050, 1000, 990, 1100, 1101] });

it("time gone, pace, where it ends and what is needed", () => {
  const wrong = timed.find((held) => {
    const goal = goalOf(held);
    const level = levelOf(goal).value;
    const progress = progressOf(goal, reference("level", level)).value;
    const elapsed = elapsedOf(goal);
    const [done, gone] = [reference<Figure>("progress", progress), reference<Figure>("elapsed", elapsed.value)];
    const terms = [elapsed, paceOf(goal, done, gone), projectedOf(goal, gone), neededOf(goal, reference("level", level), done)];
    return !terms.every((term) => isRight(term, { ...held, level, progress, elapsed: elapsed.value }));
  });
  expect(wrong).toBeUndefined();
});

it("how it stands", () => {
  const limits = { atRisk: literal(0.9), offTrack: literal(0.7) };
  const wrong = timed.filter(({ actual, baseline }) => actual === 40 && baseline === 30).find((held) => [0.5, 0.7, 0.9, 1, "" as const].some((pace) => [0.5, 1, "" as const].some((progress) => {
    const goal = goalOf(held);
    const elapsed = elapsedOf(goal).value;
    const status = statusOf(goal, reference<Figure>("progress", progress), reference<Figure>("elapsed", elapsed), reference<Figure>("pace", pace), limits, goalWords.statuses);
    return !isRight(status, { ...held, progress, elapsed, pace });
  })));
  expect(wrong).toBeUndefined();
});

it.each<[Partial<Held>, Figure, Figure]>([
  [{}, 50, 0.5], [{ direction: "Reduce To", baseline: 80, actual: 65 }, 50, 0.5], [{ direction: "raise by", target: 20, actual: 35 }, 50, 0.25], [{ direction: goalWords.directions.raiseByPercent, target: 0.5 }, 45, expect.closeTo(2 / 3, 9)],
  [{ direction: goalWords.directions.reduceByPercent, target: 0.5, actual: 15 }, 15, 1], [{ direction: goalWords.directions.keepWithin, upper: 60 }, 50, 0], [{ direction: goalWords.directions.keepWithin, upper: 60, actual: 47.5 }, 50, 0.75], [{ direction: goalWords.directions.keepWithin, upper: 60, actual: 65 }, 50, 0.5],
  [{ baseline: null }, 50, 0.8], [{ baseline: null, direction: "reduce to", actual: 100 }, 50, 0.5], [{ baseline: 60 }, 50, 0], [{ baseline: 60, actual: 50 }, 50, 1], [{ actual: null }, 50, ""], [{ target: "x" }, "", ""],
])("%j asks for %p and is done by %p", (more, level, done) => {
  const goal = goalOf({ ...usual, ...more });
  expect([levelOf(goal).value, progressOf(goal, reference("level", levelOf(goal).value)).value]).toEqual([level, done]);
});

it.each<[number, CellValue, Figure]>([[1025, 1100, 0.25], [1000, 1100, 0], [999, 1100, 0], [1100, 1100, 1], [1200, 1100, 1], [1050, 1000, ""], [1050, null, ""]])("on day %d of 1000 to %p a share of %p has gone", (asOf, deadline, gone) => {
  expect(elapsedOf(goalOf({ ...usual, asOf: asOf as Day, deadline })).value).toBe(gone);
});
