// Custom functions on goals: how far, whether in time, and how they stand; the same figures as on the Goals sheet.

import { directions, levelValue, progressValue, type Direction, type GoalValues } from "../metrics/goal";
import { elapsedValue, firstPaceLimits, paceValue, statusValue, type PaceLimits } from "../metrics/goal-pace";
import { Refusal } from "../metrics/refusal";
import { goalWords as en } from "../text/en/goal-words";
import { goalWords as zh } from "../text/zh/goal-words";
import { isoOf, type Day } from "../values";
import type { Answer, Cells } from "./given/cells";
import { choices, words } from "./given/choice";
import { attainments, days, numbers } from "./given/figures";
import { all, eachCell, type Grid } from "./given/grid";

/**
 * Share of the way to a goal that is done: (actual − baseline) ÷ (value to reach − baseline). 1 is reached.
 * @customfunction GOALPROGRESS
 * @param actual The newest value
 * @param target Value to reach; with "raise by" the units to gain, with "raise by %" and "reduce by %" the share of the baseline, with "keep within" the lower limit
 * @param [baseline] Value at the start; without it the progress is the share of the target reached
 * @param [direction] "raise to", "reduce to", "raise by", "raise by %", "reduce by %" or "keep within". Left out: "reduce to" where the target is below the baseline, else "raise to"
 * @param [upper] Upper limit, with "keep within"
 * @returns Progress as a share; negative where it went the other way
 */
export function GOALPROGRESS(actual: Cells, target: Cells, baseline: Cells, direction: Cells, upper: Cells): Answer {
  return eachCell(goalCells(actual, target, baseline, direction, upper), (values, row) => {
    const goal = goalOf(values, row, noTime);
    return goal instanceof Refusal ? goal : progressValue(goal, levelValue(goal)) as number;
  });
}

/**
 * Progress of a goal divided by the share of its time that has gone. 1 and more is in time.
 * @customfunction GOALPACE
 * @param actual The newest value
 * @param target Value to reach; with "raise by" the units to gain, with "raise by %" and "reduce by %" the share of the baseline, with "keep within" the lower limit
 * @param startDate First day of the goal
 * @param deadline Last day of the goal
 * @param asOf Day of the actual value, for example TODAY()
 * @param [baseline] Value at the start; without it the pace is the share of the target reached
 * @param [direction] "raise to", "reduce to", "raise by", "raise by %", "reduce by %" or "keep within". Left out: "reduce to" where the target is below the baseline, else "raise to"
 * @param [upper] Upper limit, with "keep within"
 * @returns Pace; with "keep within" the progress itself
 */
export function GOALPACE(actual: Cells, target: Cells, startDate: Cells, deadline: Cells, asOf: Cells, baseline: Cells, direction: Cells, upper: Cells): Answer {
  return eachCell({ ...goalCells(actual, target, baseline, direction, upper), ...timeCells(startDate, deadline, asOf) }, (values, row) => {
    const goal = goalInTime(values, row);
    if (goal instanceof Refusal) return goal;
    const { pace } = standingOf(goal);
    return pace === "" ? new Refusal("no-time-gone", { argument: "asOf", row }) : pace;
  });
}

/**
 * How a goal stands: Achieved, On track, At risk, Off track or Overdue.
 * @customfunction GOALSTATUS
 * @param actual The newest value
 * @param target Value to reach; with "raise by" the units to gain, with "raise by %" and "reduce by %" the share of the baseline, with "keep within" the lower limit
 * @param startDate First day of the goal
 * @param deadline Last day of the goal
 * @param asOf Day of the actual value, for example TODAY()
 * @param [baseline] Value at the start; without it the pace is the share of the target reached
 * @param [direction] "raise to", "reduce to", "raise by", "raise by %", "reduce by %" or "keep within". Left out: "reduce to" where the target is below the baseline, else "raise to"
 * @param [upper] Upper limit, with "keep within"
 * @param [thresholds] Two cells: the pace below which a goal is at risk, and off track. 90 % and 70 % if left out
 * @returns Status in English, or in Chinese where the direction is a Chinese word
 */
export function GOALSTATUS(actual: Cells, target: Cells, startDate: Cells, deadline: Cells, asOf: Cells, baseline: Cells, direction: Cells, upper: Cells, thresholds: Cells): Answer {
  const limits = limitsOf(thresholds);
  return eachCell({ ...goalCells(actual, target, baseline, direction, upper), ...timeCells(startDate, deadline, asOf) }, (values, row) => {
    const goal = goalInTime(values, row);
    if (goal instanceof Refusal) return goal;
    const { progress, elapsed, pace } = standingOf(goal);
    return (values.direction?.words ?? en).statuses[statusValue(goal, progress, elapsed, pace, limits)];
  });
}

function standingOf(goal: GoalValues) {
  const progress = progressValue(goal, levelValue(goal));
  const elapsed = elapsedValue(goal);
  return { progress, elapsed, pace: paceValue(goal, progress, elapsed) };
}

interface Given {
  readonly actual: number | null;
  readonly target: number | null;
  readonly baseline: number | null;
  readonly direction: Said | null;
  readonly upper: number | null;
}

interface GivenTime {
  readonly startDate: Day | null;
  readonly deadline: Day | null;
  readonly asOf: Day | null;
}

function goalCells(actual: Cells, target: Cells, baseline: Cells, direction: Cells, upper: Cells) {
  return { actual: numbers("actual", actual), target: numbers("target", target), baseline: numbers("baseline", baseline), direction: directionsIn(direction), upper: numbers("upper", upper) };
}

function timeCells(startDate: Cells, deadline: Cells, asOf: Cells) {
  return { startDate: days("startDate", startDate), deadline: days("deadline", deadline), asOf: days("asOf", asOf) };
}

/** A direction and the language it was said in. */
interface Said {
  readonly direction: Direction;
  readonly words: typeof en;
}

function directionsIn(cells: Cells): Grid<Said> {
  const read = choices("direction", cells, spellings);
  const written = words("direction", cells).values;
  const values = read.values.map((value, at) => (value === null || value instanceof Refusal ? value : { direction: byWord.get(value)!, words: HAN.test(String(written[at])) ? zh : en }));
  return { ...read, values };
}

const HAN = /\p{Script=Han}/u;

/** Besides the code and the words of the sheet. */
const alsoSaid: Readonly<Record<Direction, readonly string[]>> = {
  raiseTo: ["increase to", "提高到", "提高至", "提升到"], reduceTo: ["decrease to", "降低到", "降至", "降到"], raiseBy: ["increase by", "提高", "增加"],
  raiseByPercent: ["increase by %", "按 % 提高"], reduceByPercent: ["decrease by %", "按 % 减少"], keepWithin: ["within", "区间", "保持在区间内"],
};
const byWord: ReadonlyMap<string, Direction> = new Map(directions.map((one) => [en.directions[one], one]));
const spellings: Readonly<Record<string, readonly string[]>> = Object.fromEntries(directions.map((one) => [en.directions[one], [one, zh.directions[one], ...alsoSaid[one]]]));

/** Stands for days where nothing depends on them. */
const noTime: GivenTime = { startDate: null, deadline: null, asOf: null };

function goalInTime(values: Given & GivenTime, row: number): GoalValues | Refusal {
  const { startDate, deadline, asOf } = values;
  if (startDate === null) return new Refusal("blank", { argument: "startDate", row });
  if (deadline === null) return new Refusal("blank", { argument: "deadline", row });
  if (asOf === null) return new Refusal("blank", { argument: "asOf", row });
  if (deadline <= startDate) return new Refusal("out-of-range", { argument: "deadline", row, found: isoOf(deadline), expected: `> ${isoOf(startDate)}` });
  return goalOf(values, row, values);
}

/** The goal of a row with all that its direction needs. */
function goalOf({ actual, target, baseline, direction: said, upper }: Given, row: number, { startDate: start, deadline, asOf }: GivenTime): GoalValues | Refusal {
  if (actual === null) return new Refusal("blank", { argument: "actual", row });
  if (target === null) return new Refusal("blank", { argument: "target", row });
  const direction = said?.direction ?? (baseline !== null && target < baseline ? "reduceTo" : "raiseTo");
  return whyNoPath(direction, target, baseline, upper, said === null, row) ?? { actual, direction, baseline, target, upper, start, deadline, asOf };
}

/** Why a direction and its figures give no goal; null where they do. */
function whyNoPath(direction: Direction, target: number, baseline: number | null, upper: number | null, isAssumed: boolean, row: number): Refusal | null {
  if (isAssumed && upper !== null) return new Refusal("not-with", { argument: "upper", expected: en.directions[direction] });
  if (direction === "keepWithin") {
    if (upper === null) return new Refusal("blank", { argument: "upper", row });
    return upper <= target ? new Refusal("no-target-path", { argument: "upper", row }) : null;
  }
  if (direction === "raiseTo" || direction === "reduceTo") return null;
  if (baseline === null) return new Refusal("blank", { argument: "baseline", row });
  // A bare 15 meant as 15 % would be 1500 %.
  const most = direction === "raiseByPercent" ? 5 : direction === "reduceByPercent" ? 1 : Infinity;
  return target > most ? new Refusal("out-of-range", { argument: "target", row, found: target, expected: `≤ ${most * 100}%` }) : null;
}

function limitsOf(cells: Cells): PaceLimits<number> {
  const given = attainments("thresholds", cells);
  const [atRisk, offTrack] = all(given);
  if (given.values.length === 1 && atRisk === null) return firstPaceLimits;
  if (given.values.length !== 2) throw new Refusal("sizes-differ", { argument: "thresholds", found: `${given.rows} × ${given.columns}`, expected: "2 × 1" });
  if (typeof atRisk !== "number") throw new Refusal("blank", { argument: "thresholds", row: 1 });
  if (typeof offTrack !== "number") throw new Refusal("blank", { argument: "thresholds", row: given.rows });
  if (offTrack > atRisk) throw new Refusal("out-of-range", { argument: "thresholds", row: given.rows, found: offTrack, expected: `≤ ${atRisk}` });
  return { atRisk, offTrack };
}
