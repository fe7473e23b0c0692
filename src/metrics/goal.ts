// What does a goal ask for, and how much of it is done?

import { roundHalf } from "../formula/round";
import { call, literalText, operand, type Figure, type Term } from "../formula/term";
import type { CellValue, Day } from "../values";

/** Which way a goal goes. */
export const directions = ["raiseTo", "reduceTo", "raiseBy", "raiseByPercent", "reduceByPercent", "keepWithin"] as const;
export type Direction = (typeof directions)[number];

/** A goal as cells hold it; a blank or a text where a number belongs counts as not there. */
export interface Goal {
  /** The newest value of what is measured. */
  readonly actual: Term;
  /** The word of one of `directions`. */
  readonly direction: Term;
  readonly baseline: Term;
  /** The value to reach; with raiseBy the units to gain, with "by percent" the share of the baseline, with keepWithin the lower limit. */
  readonly target: Term;
  /** The upper limit of keepWithin. */
  readonly upper: Term;
  readonly start: Term;
  readonly deadline: Term;
  readonly asOf: Term<Day>;
  /** What the directions are called in the cells. */
  readonly words: Readonly<Record<Direction, string>>;
}

/** The same without formulas, for as many rows as one likes. */
export interface GoalValues {
  readonly actual: CellValue;
  readonly direction: Direction | null;
  readonly baseline: CellValue;
  readonly target: CellValue;
  readonly upper: CellValue;
  readonly start: CellValue;
  readonly deadline: CellValue;
  readonly asOf: Day | null;
}

/**
 * The value that means "done": the target, or the baseline moved by it; "" where there is none.
 * The formulas of goals go cell by cell, so they stand in a table's row and in a LAMBDA over whole columns alike: no AND, OR, COUNT, MIN, MAX.
 */
export function levelOf(goal: Goal): Term<Figure> {
  const { baseline, target } = partsOf(goal);
  const absolute = isAnyOf(goal, "raiseTo", "reduceTo", "keepWithin");
  const moved = `IF(${isWord(goal, "raiseBy")},${baseline}+${target},IF(${isWord(goal, "raiseByPercent")},${baseline}+ABS(${baseline})*${target},IF(${isWord(goal, "reduceByPercent")},${baseline}-ABS(${baseline})*${target},"")))`;
  return call(`IF(ISNUMBER(${target}),IF(${absolute},${target},IF(ISNUMBER(${baseline}),${moved},"")),"")`, levelValue(valuesOf(goal)));
}

/** What `levelOf` gives. */
export function levelValue({ direction, target, baseline }: GoalValues): Figure {
  if (typeof target !== "number" || direction === null) return "";
  if (direction === "raiseTo" || direction === "reduceTo" || direction === "keepWithin") return target;
  if (typeof baseline !== "number") return "";
  if (direction === "raiseBy") return baseline + target;
  return baseline + Math.abs(baseline) * (direction === "raiseByPercent" ? target : -target);
}

/**
 * (actual − baseline) ÷ (value to reach − baseline). Where the baseline is there already, 1 while the value is kept, else 0.
 * Without a baseline the share of the value reached: actual ÷ value, or value ÷ actual where less is better. Kept within
 * limits: 1 inside, less by the distance in widths of the band. Rounded, so that what is just reached counts as reached.
 */
export function progressOf(goal: Goal, level: Term<Figure>): Term<Figure> {
  const { actual, baseline, target, upper } = partsOf(goal);
  const to = operand(level);
  const lower = isAnyOf(goal, "reduceTo", "reduceByPercent");
  const width = `(${upper}-${target})`;
  const inBand = `IF(${actual}<${target},ROUND(1-(${target}-${actual})/${width},9),IF(${actual}>${upper},ROUND(1-(${actual}-${upper})/${width},9),1))`;
  const nearBand = `IF((${target}-${actual}<${width})*(${actual}-${upper}<${width})>0,${inBand},0)`;
  const band = `IF(ISNUMBER(${upper}),IF(${upper}<=${target},"",${nearBand}),"")`;
  const there = `IF(ROUND(IF(${lower},${to}-${actual},${actual}-${to}),9)>=0,1,0)`;
  const path = `IF(ROUND(IF(${lower},${baseline}-${to},${to}-${baseline}),9)<=0,${there},ROUND((${actual}-${baseline})/(${to}-${baseline}),9))`;
  const share = `IF(IF(${lower},${actual},${to})<=0,${there},ROUND(IF(${lower},${to}/${actual},${actual}/${to}),9))`;
  const known = `IF(${isWord(goal, "keepWithin")},${band},IF(ISNUMBER(${baseline}),${path},${share}))`;
  return call(`IF(ISNUMBER(${actual})*ISNUMBER(${to})=0,"",${known})`, progressValue(valuesOf(goal), level.value));
}

/** What `progressOf` gives. */
export function progressValue({ actual, direction, baseline, target, upper }: GoalValues, level: Figure): Figure {
  if (typeof actual !== "number" || level === "") return "";
  if (direction === "keepWithin") {
    if (typeof upper !== "number" || typeof target !== "number" || upper <= target) return "";
    return rounded(Math.max(0, 1 - Math.max(target - actual, actual - upper, 0) / (upper - target)));
  }
  const isLess = direction === "reduceTo" || direction === "reduceByPercent";
  const sign = isLess ? -1 : 1;
  const kept = rounded(sign * (actual - level)) >= 0 ? 1 : 0;
  if (typeof baseline === "number") return rounded(sign * (level - baseline)) <= 0 ? kept : rounded((actual - baseline) / (level - baseline));
  const [part, whole] = isLess ? [level, actual] : [actual, level];
  return whole <= 0 ? kept : rounded(part / whole);
}

/** What the cells of a goal hold now. */
export function valuesOf({ actual, direction, baseline, target, upper, start, deadline, asOf, words }: Goal): GoalValues {
  return {
    actual: actual.value, direction: directionOf(direction.value, words), baseline: baseline.value, target: target.value,
    upper: upper.value, start: start.value, deadline: deadline.value, asOf: asOf.value,
  };
}

/** The direction a cell names, without regard to case; null when it names none. */
export function directionOf(said: CellValue, words: Goal["words"]): Direction | null {
  if (typeof said !== "string") return null;
  const lower = said.toLowerCase();
  return directions.find((direction) => words[direction].toLowerCase() === lower) ?? null;
}

/** What formulas call the parts of the goal. */
export function partsOf(goal: Goal): Readonly<Record<Exclude<keyof Goal, "words">, string>> {
  return {
    actual: operand(goal.actual), direction: operand(goal.direction), baseline: operand(goal.baseline), target: operand(goal.target),
    upper: operand(goal.upper), start: operand(goal.start), deadline: operand(goal.deadline), asOf: operand(goal.asOf),
  };
}

/** `Direction="raise to"`. */
export function isWord({ direction, words }: Goal, wanted: Direction): string {
  return `${operand(direction)}=${literalText(words[wanted])}`;
}

function isAnyOf(goal: Goal, ...wanted: readonly Direction[]): string {
  return `${wanted.map((one) => `(${isWord(goal, one)})`).join("+")}>0`;
}

/** What differs only in how a computer holds fractions is the same. */
export function rounded(value: number): number {
  return roundHalf(value, 9);
}
