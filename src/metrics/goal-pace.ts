// Does a goal keep pace with its time, where does it end, and how does it stand?

import { call, literalText, operand, type Figure, type Term } from "../formula/term";
import { isWord, partsOf, rounded, valuesOf, type Goal, type GoalValues } from "./goal";

/** How a goal can stand. */
export const goalStatuses = ["achieved", "onTrack", "atRisk", "offTrack", "overdue", "noData"] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** The paces below which a goal is at risk and off track. */
export interface PaceLimits<L = Term<number>> {
  readonly atRisk: L;
  readonly offTrack: L;
}

/** The limits until others are typed. */
export const firstPaceLimits: PaceLimits<number> = { atRisk: 0.9, offTrack: 0.7 };

/** Share of the time from start to deadline that has gone, 0 to 1. */
export function elapsedOf(goal: Goal): Term<Figure> {
  const { start, deadline, asOf } = partsOf(goal);
  const gone = `IF(${asOf}<=${start},0,IF(${asOf}>=${deadline},1,(${asOf}-${start})/(${deadline}-${start})))`;
  return call(`IF(ISNUMBER(${start})*ISNUMBER(${deadline})=0,"",IF(${deadline}<=${start},"",${gone}))`, elapsedValue(valuesOf(goal)));
}

/** What `elapsedOf` gives. */
export function elapsedValue({ start, deadline, asOf }: GoalValues): Figure {
  if (typeof start !== "number" || typeof deadline !== "number" || asOf === null || deadline <= start) return "";
  return Math.max(0, Math.min(1, (asOf - start) / (deadline - start)));
}

/** Progress ÷ share of time gone; without a path (no baseline, or a band to keep) the progress itself. */
export function paceOf(goal: Goal, progress: Term<Figure>, elapsed: Term<Figure>): Term<Figure> {
  const [done, gone] = [operand(progress), operand(elapsed)];
  const onPath = `IF(ISNUMBER(${partsOf(goal).baseline}),IF(${gone}=0,"",ROUND(${done}/${gone},9)),${done})`;
  return call(`IF(ISNUMBER(${done})*ISNUMBER(${gone})=0,"",IF(${isWord(goal, "keepWithin")},${done},${onPath}))`, paceValue(valuesOf(goal), progress.value, elapsed.value));
}

/** What `paceOf` gives. */
export function paceValue(goal: GoalValues, progress: Figure, elapsed: Figure): Figure {
  if (progress === "" || elapsed === "") return "";
  if (!hasPath(goal)) return progress;
  return elapsed === 0 ? "" : rounded(progress / elapsed);
}

/** The value at the deadline if it goes on in a straight line from the baseline. */
export function projectedOf(goal: Goal, elapsed: Term<Figure>): Term<Figure> {
  const { actual, baseline } = partsOf(goal);
  const gone = operand(elapsed);
  const formula = `IF(ISNUMBER(${actual})*ISNUMBER(${gone})*ISNUMBER(${baseline})=0,"",IF((${isWord(goal, "keepWithin")})+(${gone}=0)>0,"",${baseline}+(${actual}-${baseline})/${gone}))`;
  const [now, from] = [goal.actual.value, goal.baseline.value];
  const known = typeof now === "number" && typeof from === "number" && hasPath(valuesOf(goal)) && elapsed.value !== "" && elapsed.value !== 0;
  return call(formula, known ? from + (now - from) / Number(elapsed.value) : "");
}

/** What must change each week from the as-of day to reach the value by the deadline; 0 once it is reached. */
export function neededOf(goal: Goal, level: Term<Figure>, progress: Term<Figure>): Term<Figure> {
  const { actual, deadline, asOf } = partsOf(goal);
  const [to, done] = [operand(level), operand(progress)];
  const weekly = `IF(${done}>=1,0,(${to}-${actual})/((${deadline}-${asOf})/7))`;
  const formula = `IF(ISNUMBER(${actual})*ISNUMBER(${to})*ISNUMBER(${done})*ISNUMBER(${deadline})=0,"",IF((${isWord(goal, "keepWithin")})+(${deadline}<=${asOf})>0,"",${weekly}))`;
  const value = (): Figure => {
    const [now, last] = [goal.actual.value, goal.deadline.value];
    if (typeof now !== "number" || level.value === "" || progress.value === "" || typeof last !== "number") return "";
    if (valuesOf(goal).direction === "keepWithin" || last <= goal.asOf.value) return "";
    return progress.value >= 1 ? 0 : (level.value - now) / ((last - goal.asOf.value) / 7);
  };
  return call(formula, value());
}

/** Achieved at progress 1, a band to keep only at the deadline; overdue past the deadline; else by pace against the limits. */
export function statusOf(goal: Goal, progress: Term<Figure>, elapsed: Term<Figure>, pace: Term<Figure>, limits: PaceLimits, words: Readonly<Record<GoalStatus, string>>): Term<string> {
  const { direction, deadline, asOf } = partsOf(goal);
  const [done, gone, speed] = [operand(progress), operand(elapsed), operand(pace)];
  const say = (status: GoalStatus) => literalText(words[status]);
  const achieved = `(${done}>=1)*((${direction}<>${literalText(goal.words.keepWithin)})+(${asOf}>=${deadline}))>0`;
  const byPace = `IF(ISNUMBER(${speed}),IF(${speed}>=${operand(limits.atRisk)},${say("onTrack")},IF(${speed}>=${operand(limits.offTrack)},${say("atRisk")},${say("offTrack")})),${say("onTrack")})`;
  const formula = `IF(ISNUMBER(${done})*ISNUMBER(${gone})=0,${say("noData")},IF(${achieved},${say("achieved")},IF(${asOf}>${deadline},${say("overdue")},${byPace})))`;
  const now = { atRisk: limits.atRisk.value, offTrack: limits.offTrack.value };
  return call(formula, words[statusValue(valuesOf(goal), progress.value, elapsed.value, pace.value, now)]);
}

/** What `statusOf` gives. */
export function statusValue({ direction, deadline, asOf }: GoalValues, progress: Figure, elapsed: Figure, pace: Figure, limits: PaceLimits<number>): GoalStatus {
  if (progress === "" || elapsed === "" || typeof deadline !== "number" || asOf === null) return "noData";
  if (progress >= 1 && (direction !== "keepWithin" || asOf >= deadline)) return "achieved";
  if (asOf > deadline) return "overdue";
  if (pace === "" || pace >= limits.atRisk) return "onTrack";
  return pace >= limits.offTrack ? "atRisk" : "offTrack";
}

function hasPath({ direction, baseline }: GoalValues): boolean {
  return direction !== "keepWithin" && typeof baseline === "number";
}
