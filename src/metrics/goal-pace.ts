// Does a goal keep pace with its time, where does it end, and how does it stand?

import { callLater, literalText, type Figure, type Term } from "../formula/term";
import { directionOf, isWord, operand, partsOf, rounded, type Goal } from "./goal";

export const goalStatuses = ["achieved", "onTrack", "atRisk", "offTrack", "overdue", "noData"] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** The paces below which a goal is at risk and off track. */
export interface PaceLimits {
  readonly atRisk: Term<number>;
  readonly offTrack: Term<number>;
}

/** The limits until others are typed. */
export const firstPaceLimits = { atRisk: 0.9, offTrack: 0.7 } as const;

/** Share of the time from start to deadline that has gone, 0 to 1. */
export function elapsedOf(goal: Goal): Term<Figure> {
  const text = () => {
    const { start, deadline, asOf } = partsOf(goal);
    const gone = `IF(${asOf}<=${start},0,IF(${asOf}>=${deadline},1,(${asOf}-${start})/(${deadline}-${start})))`;
    return `IF(ISNUMBER(${start})*ISNUMBER(${deadline})=0,"",IF(${deadline}<=${start},"",${gone}))`;
  };
  const [from, to, now] = [goal.start.value, goal.deadline.value, goal.asOf.value];
  const known = typeof from === "number" && typeof to === "number" && to > from;
  return callLater(text, known ? Math.max(0, Math.min(1, (now - from) / (to - from))) : "");
}

/** Progress ÷ share of time gone; without a path (no baseline, or a band to keep) the progress itself. */
export function paceOf(goal: Goal, progress: Term<Figure>, elapsed: Term<Figure>): Term<Figure> {
  const text = () => {
    const [done, gone] = [operand(progress), operand(elapsed)];
    const onPath = `IF(ISNUMBER(${partsOf(goal).baseline}),IF(${gone}=0,"",ROUND(${done}/${gone},9)),${done})`;
    return `IF(ISNUMBER(${done})*ISNUMBER(${gone})=0,"",IF(${isWord(goal, "keepWithin")},${done},${onPath}))`;
  };
  const value = (): Figure => {
    if (progress.value === "" || elapsed.value === "") return "";
    if (!hasPath(goal)) return progress.value;
    return elapsed.value === 0 ? "" : rounded(progress.value / elapsed.value);
  };
  return callLater(text, value());
}

/** The value at the deadline if it goes on in a straight line from the baseline. */
export function projectedOf(goal: Goal, elapsed: Term<Figure>): Term<Figure> {
  const text = () => {
    const { actual, baseline } = partsOf(goal);
    const gone = operand(elapsed);
    return `IF(ISNUMBER(${actual})*ISNUMBER(${gone})*ISNUMBER(${baseline})=0,"",IF((${isWord(goal, "keepWithin")})+(${gone}=0)>0,"",${baseline}+(${actual}-${baseline})/${gone}))`;
  };
  const [now, from] = [goal.actual.value, goal.baseline.value];
  const known = typeof now === "number" && typeof from === "number" && hasPath(goal) && elapsed.value !== "" && elapsed.value !== 0;
  return callLater(text, known ? from + (now - from) / Number(elapsed.value) : "");
}

/** What must change each week from the as-of day to reach the value by the deadline; 0 once it is reached. */
export function neededOf(goal: Goal, level: Term<Figure>, progress: Term<Figure>): Term<Figure> {
  const text = () => {
    const { actual, deadline, asOf } = partsOf(goal);
    const [to, done] = [operand(level), operand(progress)];
    const weekly = `IF(${done}>=1,0,(${to}-${actual})/((${deadline}-${asOf})/7))`;
    return `IF(ISNUMBER(${actual})*ISNUMBER(${to})*ISNUMBER(${done})*ISNUMBER(${deadline})=0,"",IF((${isWord(goal, "keepWithin")})+(${deadline}<=${asOf})>0,"",${weekly}))`;
  };
  const value = (): Figure => {
    const [now, last] = [goal.actual.value, goal.deadline.value];
    if (typeof now !== "number" || level.value === "" || progress.value === "" || typeof last !== "number") return "";
    if (isToKeep(goal) || last <= goal.asOf.value) return "";
    return progress.value >= 1 ? 0 : (level.value - now) / ((last - goal.asOf.value) / 7);
  };
  return callLater(text, value());
}

/** Achieved at progress 1, a band to keep only at the deadline; overdue past the deadline; else by pace against the limits. */
export function statusOf(goal: Goal, progress: Term<Figure>, elapsed: Term<Figure>, pace: Term<Figure>, limits: PaceLimits, words: Readonly<Record<GoalStatus, string>>): Term<string> {
  const text = () => {
    const { direction, deadline, asOf } = partsOf(goal);
    const [done, gone, speed] = [operand(progress), operand(elapsed), operand(pace)];
    const say = (status: GoalStatus) => literalText(words[status]);
    const achieved = `(${done}>=1)*((${direction}<>${literalText(goal.words.keepWithin)})+(${asOf}>=${deadline}))>0`;
    const byPace = `IF(ISNUMBER(${speed}),IF(${speed}>=${operand(limits.atRisk)},${say("onTrack")},IF(${speed}>=${operand(limits.offTrack)},${say("atRisk")},${say("offTrack")})),${say("onTrack")})`;
    return `IF(ISNUMBER(${done})*ISNUMBER(${gone})=0,${say("noData")},IF(${achieved},${say("achieved")},IF(${asOf}>${deadline},${say("overdue")},${byPace})))`;
  };
  return callLater(text, words[statusValue(goal, progress.value, elapsed.value, pace.value, limits)]);
}

function statusValue(goal: Goal, progress: Figure, elapsed: Figure, pace: Figure, { atRisk, offTrack }: PaceLimits): GoalStatus {
  if (progress === "" || elapsed === "") return "noData";
  const last = typeof goal.deadline.value === "number" ? goal.deadline.value : 0;
  if (progress >= 1 && (!isToKeep(goal) || goal.asOf.value >= last)) return "achieved";
  if (goal.asOf.value > last) return "overdue";
  if (pace === "" || pace >= atRisk.value) return "onTrack";
  return pace >= offTrack.value ? "atRisk" : "offTrack";
}

function hasPath(goal: Goal): boolean {
  return !isToKeep(goal) && typeof goal.baseline.value === "number";
}

function isToKeep({ direction, words }: Goal): boolean {
  return directionOf(direction.value, words) === "keepWithin";
}
