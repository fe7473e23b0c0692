// Custom functions on goals: how far, whether in time, and how they stand; the same figures as on the Goals sheet.

import { directionOf, directions, levelValue, progressValue, type GoalValues } from "../metrics/goal";
import { elapsedValue, firstPaceLimits, paceValue, statusValue } from "../metrics/goal-pace";
import { refuse } from "../metrics/refusal";
import { goalWords as en } from "../text/en/goal-words";
import { goalWords as zh } from "../text/zh/goal-words";
import { isoOf } from "../values";
import type { Figure } from "../formula/term";
import type { Answer, Cells } from "./given/cells";
import { choices } from "./given/choice";
import { attainments, days, numbers } from "./given/figures";
import { cellByCell, several } from "./given/grid";
import { checkMost } from "./given/measured";

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
  // Progress does not depend on time: any will do.
  return eachGoal(actual, target, 1, 2, 1, baseline, direction, upper, ({ progress }) => progress);
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
  return eachGoal(actual, target, startDate, deadline, asOf, baseline, direction, upper, ({ pace }) => (pace === "" ? refuse("no-time-gone", "asOf") : pace));
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
  const [atRisk, offTrack] = several(attainments("thresholds", thresholds), [firstPaceLimits.atRisk, firstPaceLimits.offTrack]) as [number, number];
  if (offTrack > atRisk) refuse("out-of-range", "thresholds", { row: 2, found: offTrack, expected: `≤ ${atRisk}` });
  return eachGoal(actual, target, startDate, deadline, asOf, baseline, direction, upper, ({ goal, progress, elapsed, pace, words }) =>
    words.statuses[statusValue(goal, progress, elapsed, pace, { atRisk, offTrack })]);
}

/** A goal of a row, and how it stands. */
interface Standing {
  readonly goal: GoalValues;
  readonly progress: number;
  readonly elapsed: number;
  readonly pace: Figure;
  /** In the language the direction was said in. */
  readonly words: typeof en;
}

/** A measure of each goal; what its direction needs and is not there is refused. */
function eachGoal(actuals: Cells, targets: Cells, starts: Cells, deadlines: Cells, asOfs: Cells, baselines: Cells, saids: Cells, uppers: Cells, measure: (standing: Standing) => string | number): Answer {
  return cellByCell(
    [numbers("actual", actuals), numbers("target", targets), days("startDate", starts), days("deadline", deadlines), days("asOf", asOfs)],
    (actual, target, start, deadline, asOf, baseline, said, upper) => {
      const chinese = directionOf(said, zh.directions);
      const direction = chinese ?? directionOf(said, en.directions) ?? (baseline !== null && target < baseline ? "reduceTo" : "raiseTo");
      // A bare 15 meant as 15 % would be 1500 %.
      if (direction === "raiseByPercent" && target >= 2) refuse("open-rate", "target", { found: target });
      if (direction === "reduceByPercent") checkMost("target", target, 1);
      if (!said && upper !== null) refuse("not-with", "upper", { expected: en.directions[direction] });
      const goal: GoalValues = { actual, target, start, deadline, asOf, baseline, direction, upper };
      const level = levelValue(goal);
      if (level === "") refuse("blank", "baseline");
      const progress = progressValue(goal, level);
      if (progress === "") refuse(upper === null ? "blank" : "out-of-range", "upper", { found: upper ?? "", expected: `> ${target}` });
      const elapsed = elapsedValue(goal);
      if (elapsed === "") refuse("out-of-range", "deadline", { found: isoOf(deadline), expected: `> ${isoOf(start)}` });
      return measure({ goal, progress, elapsed, pace: paceValue(goal, progress, elapsed), words: chinese ? zh : en });
    },
    numbers("baseline", baselines), choices("direction", saids, spellings), numbers("upper", uppers),
  );
}

/** The words of the sheet in both languages, and the code beside the English one. */
const spellings: Readonly<Record<string, string>> = Object.fromEntries(directions.flatMap((one) => [[en.directions[one], one], [zh.directions[one], ""]]));
