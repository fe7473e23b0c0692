// The formulas of goals: those of a cell serve a whole column as well.

import { literal, reference } from "../../src/formula/term";
import { levelOf, progressOf, type Goal } from "../../src/metrics/goal";
import { elapsedOf, neededOf, paceOf, projectedOf, statusOf } from "../../src/metrics/goal-pace";
import { goalWords } from "../../src/text/en/goal-words";
import type { Day } from "../../src/values";

const goal: Goal = {
  actual: reference("actual", 40), direction: reference("direction", "raise to"), baseline: reference("baseline", 30), target: reference("target", 50), upper: reference("upper", null),
  start: reference("start", 1000), deadline: reference("deadline", 1100), asOf: reference("asOf", 1050 as Day), words: goalWords.directions,
};
const level = levelOf(goal);
const progress = progressOf(goal, reference("level", level.value));
const elapsed = elapsedOf(goal);
const cells = [reference("progress", progress.value), reference("elapsed", elapsed.value)] as const;
const pace = paceOf(goal, ...cells);
const status = statusOf(goal, ...cells, reference("pace", pace.value), { atRisk: literal(0.9), offTrack: literal(0.7) }, goalWords.statuses);

it.each([
  ["level", level, 50], ["progress", progress, 0.5], ["elapsed", elapsed, 0.5], ["pace", pace, 1], ["status", status, "On track"],
  ["projected", projectedOf(goal, cells[1]), 50], ["needed", neededOf(goal, reference("level", 50), cells[0]), 1.4],
] as const)("%s has its value beside it and no function that takes a column as one", (_, term, value) => {
  expect(term.value).toBe(value);
  expect(term.text).not.toMatch(/\b(AND|OR|COUNT|MIN|MAX|SUM|AVERAGE)\(/);
});

it("puts brackets around a part that is a calculation of its own", () => {
  const moved: Goal = { ...goal, target: literal(-5), asOf: { text: "today-1", value: 1049 as Day, binds: 3 } };
  expect(levelOf(moved).text).toContain("baseline+(-5)");
  expect(elapsedOf(moved).text).toContain("((today-1)-start)/(deadline-start)");
});
