// What follows from a goal: actual, value to reach, progress, pace, projection, status, and what a SMART goal still lacks.

import { thisRow, type Column } from "../../formula/column";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import type { Text } from "../../text/en";
import type { CellValue, Day } from "../../values";
import { directions, goalsTableName, type Direction, type GoalRow, type TypedColumn } from "./row";

/** What a row's formulas look at besides the row. */
export interface Surroundings {
  readonly asOf: Term<Day>;
  readonly atRisk: Term<number>;
  readonly offTrack: Term<number>;
  readonly sources: { readonly name: Column; readonly value: Column };
  readonly log: { readonly date: Column; readonly goal: Column; readonly value: Column };
  readonly text: Text;
}

export interface GoalTerms {
  readonly status: Term<string>;
  readonly progress: Term<Figure>;
  readonly elapsed: Term<Figure>;
  readonly pace: Term<Figure>;
  readonly actual: Term<Figure>;
  readonly level: Term<Figure>;
  readonly projected: Term<Figure>;
  readonly needed: Term<Figure>;
  readonly smart: Term<string>;
}

/** The formula columns of one goal; every row has the same formulas. */
export function goalTerms(row: GoalRow, around: Surroundings): GoalTerms {
  const actual = actualOf(row, around);
  const level = levelOf(row, around.text);
  const progress = progressOf(row, actual.value, level.value, around.text);
  const elapsed = elapsedOf(row, around);
  const pace = paceOf(row, progress.value, elapsed.value, around.text);
  return {
    actual, level, progress, elapsed, pace,
    projected: projectedOf(row, actual.value, elapsed.value, around.text),
    needed: neededOf(row, actual.value, level.value, progress.value, around),
    status: statusOf(row, progress.value, elapsed.value, pace.value, around),
    smart: smartOf(row, around.text),
  };
}

/** The chosen measure's value, else the typed one, else the newest one logged. */
function actualOf(row: GoalRow, { sources, log, text }: Surroundings): Term<Figure> {
  const at = names(text);
  const found = `INDEX(${sources.value.text},MATCH(${at.measure},${sources.name.text},0))`;
  const newestDay = `SUMPRODUCT(MAX((${log.goal.text}=${at.goal})*ISNUMBER(${log.value.text})*${log.date.text}))`;
  const lines = `1/(${log.goal.text}=${at.goal})/ISNUMBER(${log.value.text})`;
  const logged = `IFERROR(LOOKUP(2,${lines}/(${log.date.text}=${newestDay}),${log.value.text}),IFERROR(LOOKUP(2,${lines},${log.value.text}),""))`;
  const index = sources.name.values.findIndex((name) => same(name, row.measure));
  const measured = index < 0 ? "" : sources.value.values[index];
  const newest = newestLogged(row, log);
  const value = [measured, row.typed, newest].find((one) => typeof one === "number");
  return call(`IF(ISNUMBER(MATCH(${at.measure},${sources.name.text},0)),IF(ISNUMBER(${found}),${found},IF(ISNUMBER(${at.typed}),${at.typed},${logged})),IF(ISNUMBER(${at.typed}),${at.typed},${logged}))`, typeof value === "number" ? value : "");
}

/** The value of the latest day, of the last line among equals; a line without a day is the oldest. Days that are no days leave the order of the lines. */
function newestLogged(row: GoalRow, { date, goal, value }: Surroundings["log"]): CellValue {
  const dated = date.values.every((day) => typeof day !== "string" || day === "");
  const lines = value.values.flatMap((one, at) => (typeof one === "number" && same(goal.values[at] ?? null, row.goal) ? [{ one, day: dated ? Number(date.values[at] ?? 0) : 0 }] : []));
  const latest = lines.reduce((most, { day }) => Math.max(most, day), 0);
  return lines.filter(({ day }) => day === latest).at(-1)?.one ?? null;
}

/** The value that means "done": the target, or the baseline moved by it. */
function levelOf(row: GoalRow, text: Text): Term<Figure> {
  const at = names(text);
  const says = (direction: Direction) => `${at.direction}=${literalText(text.goals.directions[direction])}`;
  const formula = `IF(NOT(ISNUMBER(${at.target})),"",IF(OR(${says("raiseTo")},${says("reduceTo")},${says("keepWithin")}),${at.target},IF(NOT(ISNUMBER(${at.baseline})),"",IF(${says("raiseBy")},${at.baseline}+${at.target},IF(${says("raiseByPercent")},${at.baseline}+ABS(${at.baseline})*${at.target},IF(${says("reduceByPercent")},${at.baseline}-ABS(${at.baseline})*${at.target},""))))))`;
  const { baseline, target } = row;
  const value = (): Figure => {
    const direction = directionOf(row, text);
    if (typeof target !== "number" || direction === null) return "";
    if (direction === "raiseTo" || direction === "reduceTo" || direction === "keepWithin") return target;
    if (typeof baseline !== "number") return "";
    if (direction === "raiseBy") return baseline + target;
    return baseline + Math.abs(baseline) * (direction === "raiseByPercent" ? target : -target);
  };
  return call(formula, value());
}

/**
 * (actual − baseline) ÷ (value to reach − baseline). Where the baseline is there already, 1 while the value is kept, else 0.
 * Without a baseline the share of the value reached: actual ÷ value, or value ÷ actual where less is better. Kept within
 * limits: 1 inside, less by the distance in widths of the band. Rounded, so that what is just reached counts as reached.
 */
function progressOf(row: GoalRow, actual: Figure, level: Figure, text: Text): Term<Figure> {
  const at = names(text);
  const keep = `${at.direction}=${literalText(text.goals.directions.keepWithin)}`;
  const lower = `OR(${at.direction}=${literalText(text.goals.directions.reduceTo)},${at.direction}=${literalText(text.goals.directions.reduceByPercent)})`;
  const band = `IF(NOT(ISNUMBER(${at.upper})),"",IF(${at.upper}<=${at.target},"",ROUND(MAX(0,1-MAX(${at.target}-${at.actual},${at.actual}-${at.upper},0)/(${at.upper}-${at.target})),9)))`;
  const there = `IF(ROUND(IF(${lower},${at.level}-${at.actual},${at.actual}-${at.level}),9)>=0,1,0)`;
  const path = `IF(ROUND(IF(${lower},${at.baseline}-${at.level},${at.level}-${at.baseline}),9)<=0,${there},ROUND((${at.actual}-${at.baseline})/(${at.level}-${at.baseline}),9))`;
  const share = `IF(IF(${lower},${at.actual},${at.level})<=0,${there},ROUND(IF(${lower},${at.level}/${at.actual},${at.actual}/${at.level}),9))`;
  const formula = `IF(COUNT(${at.actual},${at.level})<2,"",IF(${keep},${band},IF(ISNUMBER(${at.baseline}),${path},${share})))`;
  const value = (): Figure => {
    if (actual === "" || level === "") return "";
    const direction = directionOf(row, text);
    const { baseline, upper, target } = row;
    if (direction === "keepWithin") {
      if (typeof upper !== "number" || typeof target !== "number" || upper <= target) return "";
      return rounded(Math.max(0, 1 - Math.max(target - actual, actual - upper, 0) / (upper - target)));
    }
    const sign = isLess(direction) ? -1 : 1;
    const kept = rounded(sign * (actual - level)) >= 0 ? 1 : 0;
    if (typeof baseline === "number") return rounded(sign * (level - baseline)) <= 0 ? kept : rounded((actual - baseline) / (level - baseline));
    const [part, whole] = isLess(direction) ? [level, actual] : [actual, level];
    return whole <= 0 ? kept : rounded(part / whole);
  };
  return call(formula, value());
}

/** Share of the time from start to deadline that has gone, 0 to 1. */
function elapsedOf({ start, deadline }: GoalRow, { asOf, text }: Surroundings): Term<Figure> {
  const at = names(text);
  const formula = `IF(COUNT(${at.start},${at.deadline})<2,"",IF(${at.deadline}<=${at.start},"",MAX(0,MIN(1,(${asOf.text}-${at.start})/(${at.deadline}-${at.start})))))`;
  const known = typeof start === "number" && typeof deadline === "number" && deadline > start;
  return call(formula, known ? Math.max(0, Math.min(1, (asOf.value - start) / (deadline - start))) : "");
}

/** Progress ÷ share of time gone; without a path (no baseline, or a band to keep) the progress itself. */
function paceOf(row: GoalRow, progress: Figure, elapsed: Figure, text: Text): Term<Figure> {
  const at = names(text);
  const keep = `${at.direction}=${literalText(text.goals.directions.keepWithin)}`;
  const formula = `IF(COUNT(${at.progress},${at.elapsed})<2,"",IF(OR(${keep},NOT(ISNUMBER(${at.baseline}))),${at.progress},IF(${at.elapsed}=0,"",ROUND(${at.progress}/${at.elapsed},9))))`;
  const value = (): Figure => {
    if (progress === "" || elapsed === "") return "";
    if (!hasPath(row, text)) return progress;
    return elapsed === 0 ? "" : rounded(progress / elapsed);
  };
  return call(formula, value());
}

/** The value at the deadline if it goes on in a straight line from the baseline. */
function projectedOf(row: GoalRow, actual: Figure, elapsed: Figure, text: Text): Term<Figure> {
  const at = names(text);
  const keep = `${at.direction}=${literalText(text.goals.directions.keepWithin)}`;
  const formula = `IF(COUNT(${at.actual},${at.elapsed},${at.baseline})<3,"",IF(OR(${keep},${at.elapsed}=0),"",${at.baseline}+(${at.actual}-${at.baseline})/${at.elapsed}))`;
  const { baseline } = row;
  const known = actual !== "" && elapsed !== "" && elapsed !== 0 && typeof baseline === "number" && hasPath(row, text);
  return call(formula, known ? baseline + (actual - baseline) / elapsed : "");
}

/** What must change each week from the as-of day to reach the value by the deadline; 0 once it is reached. */
function neededOf(row: GoalRow, actual: Figure, level: Figure, progress: Figure, { asOf, text }: Surroundings): Term<Figure> {
  const at = names(text);
  const keep = `${at.direction}=${literalText(text.goals.directions.keepWithin)}`;
  const formula = `IF(COUNT(${at.actual},${at.level},${at.progress},${at.deadline})<4,"",IF(OR(${keep},${at.deadline}<=${asOf.text}),"",IF(${at.progress}>=1,0,(${at.level}-${at.actual})/((${at.deadline}-${asOf.text})/7))))`;
  const { deadline } = row;
  const value = (): Figure => {
    if (actual === "" || level === "" || progress === "" || typeof deadline !== "number") return "";
    if (directionOf(row, text) === "keepWithin" || deadline <= asOf.value) return "";
    return progress >= 1 ? 0 : (level - actual) / ((deadline - asOf.value) / 7);
  };
  return call(formula, value());
}

/** Achieved at progress 1; overdue past the deadline; else by pace against the two limits of Setup. */
function statusOf(row: GoalRow, progress: Figure, elapsed: Figure, pace: Figure, { asOf, atRisk, offTrack, text }: Surroundings): Term<string> {
  const at = names(text);
  const words = text.goals.statuses;
  const say = (status: keyof typeof words) => literalText(words[status]);
  const keep = `${at.direction}=${literalText(text.goals.directions.keepWithin)}`;
  const formula = `IF(COUNT(${at.progress},${at.elapsed})<2,${say("noData")},IF(AND(${at.progress}>=1,OR(NOT(${keep}),${asOf.text}>=${at.deadline})),${say("achieved")},IF(${asOf.text}>${at.deadline},${say("overdue")},IF(NOT(ISNUMBER(${at.pace})),${say("onTrack")},IF(${at.pace}>=${atRisk.text},${say("onTrack")},IF(${at.pace}>=${offTrack.text},${say("atRisk")},${say("offTrack")}))))))`;
  const value = (): keyof typeof words => {
    if (progress === "" || elapsed === "") return "noData";
    const past = typeof row.deadline === "number" ? row.deadline : 0;
    if (progress >= 1 && (directionOf(row, text) !== "keepWithin" || asOf.value >= past)) return "achieved";
    if (asOf.value > past) return "overdue";
    if (pace === "" || pace >= atRisk.value) return "onTrack";
    return pace >= offTrack.value ? "atRisk" : "offTrack";
  };
  return call(formula, words[value()]);
}

/** Names what a specific, measurable, achievable, relevant, time-bound goal still lacks. */
function smartOf(row: GoalRow, text: Text): Term<string> {
  const at = names(text);
  const words = text.goals.smart;
  const keep = literalText(text.goals.directions.keepWithin);
  const isKeep = directionOf(row, text) === "keepWithin";
  const blank = (name: TypedColumn) => ({ test: `${at[name]}=""`, lacks: row[name] === null || row[name] === "" });
  const noNumber = (name: TypedColumn) => ({ test: `NOT(ISNUMBER(${at[name]}))`, lacks: typeof row[name] !== "number" });
  const backwards = typeof row.start === "number" && typeof row.deadline === "number" && row.deadline <= row.start;
  const checks: readonly { readonly word: string; readonly test: string; readonly lacks: boolean }[] = [
    { word: words.goal, ...blank("goal") },
    { word: words.specific, ...blank("specific") },
    { word: words.measure, ...blank("measure") },
    { word: words.unit, ...blank("unit") },
    { word: words.direction, ...blank("direction") },
    { word: words.baseline, test: `AND(${at.direction}<>${keep},NOT(ISNUMBER(${at.baseline})))`, lacks: !isKeep && typeof row.baseline !== "number" },
    { word: words.target, ...noNumber("target") },
    { word: words.upper, test: `AND(${at.direction}=${keep},NOT(ISNUMBER(${at.upper})))`, lacks: isKeep && typeof row.upper !== "number" },
    { word: words.owner, ...blank("owner") },
    { word: words.weight, ...noNumber("weight") },
    { word: words.start, ...noNumber("start") },
    { word: words.deadline, ...noNumber("deadline") },
    { word: words.order, test: `AND(ISNUMBER(${at.start}),ISNUMBER(${at.deadline}),${at.deadline}<=${at.start})`, lacks: backwards },
  ];
  const list = checks.map(({ word, test }) => `IF(${test},${literalText(words.separator + word)},"")`).join("&");
  const lacking = checks.filter(({ lacks }) => lacks).map(({ word }) => word);
  const formula = `IF(LEN(${list})=0,${literalText(words.complete)},${literalText(words.missing)}&MID(${list},${words.separator.length + 1},500))`;
  return call(formula, lacking.length === 0 ? words.complete : words.missing + lacking.join(words.separator));
}

type Names = Readonly<Record<TypedColumn | keyof GoalTerms, string>>;

/** `Goals[[#This Row],[Target]]` of each column. */
function names(text: Text): Names {
  const known = namesByText.get(text);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(text.goals.columns).map(([name, header]) => [name, thisRow(goalsTableName, header)])) as Names;
  namesByText.set(text, made);
  return made;
}

const namesByText = new WeakMap<Text, Names>();

function directionOf(row: GoalRow, text: Text): Direction | null {
  return directions.find((direction) => same(text.goals.directions[direction], row.direction)) ?? null;
}

function isLess(direction: Direction | null): boolean {
  return direction === "reduceTo" || direction === "reduceByPercent";
}

function hasPath(row: GoalRow, text: Text): boolean {
  return directionOf(row, text) !== "keepWithin" && typeof row.baseline === "number";
}

/** Texts are equal without regard to case, as in Excel. */
function same(left: CellValue, right: CellValue): boolean {
  return typeof left === "string" && typeof right === "string" ? left.toLowerCase() === right.toLowerCase() : left === right;
}

/** As ROUND(…,9): what differs only in how a computer holds fractions is the same. */
function rounded(value: number): number {
  return Number(value.toFixed(9)) + 0;
}
