// What follows from a goal: actual, value to reach, progress, pace, projection, status, and what a SMART goal still lacks.

import { thisRow, type Column } from "../../formula/column";
import { call, literalText, reference, type Figure, type Term } from "../../formula/term";
import { asItselfAmong } from "../../formula/wildcards";
import { directionOf, levelOf, progressOf, type Goal } from "../../metrics/goal";
import { elapsedOf, neededOf, paceOf, projectedOf, statusOf, type PaceLimits } from "../../metrics/goal-pace";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import { goalsTableName, type GoalRow, type TypedColumn } from "./row";

/** What a row's formulas look at besides the row. */
export interface Surroundings {
  readonly asOf: Term<Day>;
  readonly limits: PaceLimits;
  readonly sources: { readonly name: Column; readonly value: Column };
  /** What the goals are measured by, as typed. */
  readonly measures: readonly CellValue[];
  readonly log: { readonly date: Column; readonly goal: Column; readonly value: Column };
  readonly text: WholeText;
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

/** The formula columns of one goal; every row has the same formulas, and each looks at the cells of the others. */
export function goalTerms(row: GoalRow, around: Surroundings): GoalTerms {
  const { text, limits } = around;
  const at = names(text);
  const actual = actualOf(row, around);
  const goal = goalOf(row, actual, around);
  const level = levelOf(goal);
  const levelCell = reference(at.level, level.value);
  const progress = progressOf(goal, levelCell);
  const progressCell = reference(at.progress, progress.value);
  const elapsed = elapsedOf(goal);
  const elapsedCell = reference(at.elapsed, elapsed.value);
  const pace = paceOf(goal, progressCell, elapsedCell);
  return {
    actual, level, progress, elapsed, pace,
    projected: projectedOf(goal, elapsedCell),
    needed: neededOf(goal, levelCell, progressCell),
    status: statusOf(goal, progressCell, elapsedCell, reference(at.pace, pace.value), limits, text.goals.statuses),
    smart: smartOf(row, text),
  };
}

/** The row as its cells. */
function goalOf(row: GoalRow, actual: Term<Figure>, { asOf, text }: Surroundings): Goal {
  const at = names(text);
  const typed = (name: TypedColumn) => reference(at[name], row[name]);
  return {
    actual: reference(at.actual, actual.value), direction: typed("direction"), baseline: typed("baseline"), target: typed("target"), upper: typed("upper"),
    start: typed("start"), deadline: typed("deadline"), asOf, words: text.goals.directions,
  };
}

/** The chosen measure's value, else the typed one, else the newest one logged. */
function actualOf(row: GoalRow, { sources, measures, log, text }: Surroundings): Term<Figure> {
  const at = names(text);
  const place = `MATCH(${asItselfAmong(at.measure, [...measures, ...sources.name.values])},${sources.name.text},0)`;
  const found = `INDEX(${sources.value.text},${place})`;
  const newestDay = `SUMPRODUCT(MAX((${log.goal.text}=${at.goal})*ISNUMBER(${log.value.text})*${log.date.text}))`;
  const lines = `1/(${log.goal.text}=${at.goal})/ISNUMBER(${log.value.text})`;
  const logged = `IFERROR(LOOKUP(2,${lines}/(${log.date.text}=${newestDay}),${log.value.text}),IFERROR(LOOKUP(2,${lines},${log.value.text}),""))`;
  const index = sources.name.values.findIndex((name) => same(name, row.measure));
  const measured = index < 0 ? "" : sources.value.values[index];
  const newest = newestLogged(row, log);
  const value = [measured, row.typed, newest].find((one) => typeof one === "number");
  return call(`IF(ISNUMBER(${place}),IF(ISNUMBER(${found}),${found},IF(ISNUMBER(${at.typed}),${at.typed},${logged})),IF(ISNUMBER(${at.typed}),${at.typed},${logged}))`, typeof value === "number" ? value : "");
}

/** The value of the latest day, of the last line among equals; a line without a day is the oldest. Days that are no days leave the order of the lines. */
function newestLogged(row: GoalRow, { date, goal, value }: Surroundings["log"]): CellValue {
  const dated = date.values.every((day) => typeof day !== "string" || day === "");
  const lines = value.values.flatMap((one, at) => (typeof one === "number" && same(goal.values[at] ?? null, row.goal) ? [{ one, day: dated ? Number(date.values[at] ?? 0) : 0 }] : []));
  const latest = lines.reduce((most, { day }) => Math.max(most, day), 0);
  return lines.filter(({ day }) => day === latest).at(-1)?.one ?? null;
}

/** Names what a specific, measurable, achievable, relevant, time-bound goal still lacks. */
function smartOf(row: GoalRow, text: WholeText): Term<string> {
  const at = names(text);
  const words = text.goals.smart;
  const keep = literalText(text.goals.directions.keepWithin);
  const isKeep = directionOf(row.direction, text.goals.directions) === "keepWithin";
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
function names(text: WholeText): Names {
  const known = namesByText.get(text);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(text.goals.columns).map(([name, header]) => [name, thisRow(goalsTableName, header)])) as Names;
  namesByText.set(text, made);
  return made;
}

const namesByText = new WeakMap<WholeText, Names>();

/** Texts are equal without regard to case, as in Excel. */
function same(left: CellValue, right: CellValue): boolean {
  return typeof left === "string" && typeof right === "string" ? left.toLowerCase() === right.toLowerCase() : left === right;
}
