// How far is a goal, how far should it be, and where will it end?

import { absolute } from "../../formula/sentence";
import { add, and, choose, compare, dayTerm, isNumber, literal, maximum, minimum, multiply, or, subtract, type Figure, type Term } from "../../formula/term";
import type { SheetContext } from "../context";
import { not, numberIn, quotient, whenAll } from "./arithmetic";
import type { GoalCells } from "./cells";
import type { Direction } from "./words";

const nothing = literal("" as const);
const one = literal(1);
const zero = literal(0);

/** Whether the goal's direction is one of these. */
export function headed({ text }: Pick<SheetContext, "text">, cells: GoalCells, ...these: readonly Direction[]): Term<boolean> {
  const tests = these.map((direction) => compare(cells.direction, "=", literal(text.goals.directions[direction])));
  return tests.length === 1 && tests[0] ? tests[0] : or(...tests);
}

/** The value that fulfils the goal, in its unit; for a band, the point of the band nearest to the actual. */
export function levelOf(context: SheetContext, cells: GoalCells): Term<Figure> {
  const { baseline, target, upper, actual } = cells;
  const toward = (...these: Direction[]) => headed(context, cells, ...these);
  const nearest = whenAll([target, upper], (low, high) => choose(isNumber(actual), minimum(maximum(numberIn(actual), low), high), low));
  const plain = choose(and(isNumber(target), toward("raiseTo", "reduceTo")), target, nothing);
  const reduced = whenAll([baseline, target], (from, share) => multiply(from, subtract(one, share)));
  const raised = whenAll([baseline, target], (from, share) => multiply(from, add(one, share)));
  const raisedBy = whenAll([baseline, target], (from, by) => add(from, by));
  return choose(toward("keepWithin"), nearest, choose(toward("raiseBy"), raisedBy, choose(toward("raiseByPercent"), raised, choose(toward("reduceByPercent"), reduced, plain))));
}

/**
 * (actual − baseline) ÷ (value to reach − baseline), at least 0, beyond 1 when surpassed. Raising to a target without a
 * baseline counts from 0; reducing without one is 1 once there and unknown before. Where there is no way to go (the
 * baseline is already there) it is 1 or 0. In a band it is 1, outside 1 less the distance in widths of the band.
 */
export function progressOf(context: SheetContext, cells: GoalCells): Term<Figure> {
  const { actual, level, baseline, target, upper } = cells;
  const reduces = headed(context, cells, "reduceTo", "reduceByPercent");
  const band = whenAll([actual, level, target, upper], (at, nearest, low, high) =>
    choose(compare(at, "=", nearest), one, choose(compare(high, "<=", low), zero, maximum(zero, subtract(one, quotient(absolute(subtract(at, nearest)), subtract(high, low)))))));
  const path = whenAll([actual, level], (at, goal) => {
    const from = numberIn(baseline);
    const share = maximum(zero, quotient(subtract(at, from), subtract(goal, from)));
    const there = choose(choose(reduces, compare(at, "<=", goal), compare(at, ">=", goal)), one, zero);
    const wayToGo = choose(reduces, compare(goal, "<", from), compare(goal, ">", from));
    const unknown = and(reduces, not(isNumber(baseline)));
    return choose(unknown, choose(compare(at, "<=", goal), one, nothing), choose(wayToGo, share, there));
  });
  return choose(headed(context, cells, "keepWithin"), band, path);
}

/** Share of the time from start to deadline that has gone on the as-of day, 0 to 1. */
export function elapsedOf({ model }: SheetContext, { start, deadline }: GoalCells): Term<Figure> {
  const today = dayTerm(model.settings.asOf);
  return whenAll([start, deadline], (from, to) =>
    choose(compare(to, "<=", from), nothing, maximum(zero, minimum(one, quotient(subtract(today, from), subtract(to, from))))));
}

/** Progress ÷ time elapsed; progress itself where there is no path in time: a band, or a target without a baseline. */
export function paceOf(context: SheetContext, cells: GoalCells): Term<Figure> {
  const { progress, elapsed, baseline } = cells;
  const perTime = whenAll([progress, elapsed], (done, gone) => choose(compare(gone, "<=", zero), nothing, quotient(done, gone)));
  return choose(or(headed(context, cells, "keepWithin"), not(isNumber(baseline))), progress, perTime);
}

/** Where the goal ends when it goes on as so far: baseline + (actual − baseline) ÷ time elapsed. */
export function projectedOf({ baseline, actual, elapsed }: GoalCells): Term<Figure> {
  return whenAll([baseline, actual, elapsed], (from, at, gone) =>
    choose(compare(gone, "<=", zero), nothing, add(from, quotient(subtract(at, from), gone))));
}

/** Change a week from the as-of day to the deadline that just reaches the goal; 0 once reached, "" when time is up. */
export function neededOf({ model }: SheetContext, { actual, level, deadline, progress }: GoalCells): Term<Figure> {
  const today = dayTerm(model.settings.asOf);
  return whenAll([actual, level, deadline], (at, goal, end) =>
    choose(compare(numberIn(progress), ">=", one), zero,
      choose(compare(end, "<=", today), nothing, quotient(multiply(subtract(goal, at), literal(7)), subtract(end, today)))));
}

