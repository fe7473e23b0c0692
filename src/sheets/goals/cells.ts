// A goal's row as its own formulas see it, and the columns of the Goals table worked out for every row.

import { column, thisRow, type Column } from "../../formula/column";
import { lookup } from "../../formula/lookup";
import { call, choose, compare, isNumber, literal, or, reference, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import type { SheetContext } from "../context";
import { not } from "./arithmetic";
import { elapsedOf, levelOf, neededOf, paceOf, progressOf, projectedOf } from "./progress";
import type { GoalRow } from "./rows";
import { smartOf, statusOf } from "./status";
import { goalsTableName } from "./words";

/** Cells of one row; those that hold no number where one belongs count as empty. */
export interface GoalCells {
  readonly goal: Term;
  readonly specific: Term;
  readonly measure: Term<string>;
  readonly unit: Term;
  readonly direction: Term;
  readonly owner: Term;
  readonly baseline: Term<Figure>;
  readonly target: Term<Figure>;
  readonly upper: Term<Figure>;
  readonly start: Term<Figure>;
  readonly deadline: Term<Figure>;
  readonly weight: Term<Figure>;
  readonly typed: Term<Figure>;
  readonly actual: Term<Figure>;
  readonly level: Term<Figure>;
  readonly progress: Term<Figure>;
  readonly elapsed: Term<Figure>;
  readonly pace: Term<Figure>;
}

/** The formula columns of a row. */
export interface GoalFigures {
  readonly actual: Term<Figure>;
  readonly level: Term<Figure>;
  readonly progress: Term<Figure>;
  readonly elapsed: Term<Figure>;
  readonly pace: Term<Figure>;
  readonly projected: Term<Figure>;
  readonly needed: Term<Figure>;
  readonly status: Term<string>;
  readonly smart: Term<string>;
}

/** Where an actual may come from: measures by name, and the values logged for each goal. */
export interface Evidence {
  readonly sources: { readonly name: Column; readonly now: Column };
  readonly logged: { readonly goal: Column; readonly value: Column };
}

/** Each column is made from the cells before it, so that a formula says `[Progress]` and not progress all over again. */
export function figuresOf(context: SheetContext, row: GoalRow, evidence: Evidence): GoalFigures {
  const headers = context.text.goals.columns;
  const here = <V extends CellValue>(key: keyof typeof headers, value: V) => reference(thisRow(goalsTableName, headers[key]), value);
  const number = (key: keyof typeof row.typed) => here(key, figure(row.typed[key]));
  const start: GoalCells = {
    goal: here("goal", row.typed.goal), specific: here("specific", row.typed.specific), measure: here("measure", textOf(row.typed.measure)),
    unit: here("unit", row.typed.unit), direction: here("direction", row.typed.direction), owner: here("owner", row.typed.owner),
    baseline: number("baseline"), target: number("target"), upper: number("upper"), start: number("start"), deadline: number("deadline"),
    weight: number("weight"), typed: number("typed"),
    actual: here("actual", ""), level: here("level", ""), progress: here("progress", ""), elapsed: here("elapsed", ""), pace: here("pace", ""),
  };
  const actual = actualOf(context, start, evidence);
  const withActual = { ...start, actual: here("actual", actual.value) };
  const level = levelOf(context, withActual);
  const withLevel = { ...withActual, level: here("level", level.value) };
  const progress = progressOf(context, withLevel);
  const elapsed = elapsedOf(context, withLevel);
  const withProgress = { ...withLevel, progress: here("progress", progress.value), elapsed: here("elapsed", elapsed.value) };
  const pace = paceOf(context, withProgress);
  const cells = { ...withProgress, pace: here("pace", pace.value) };
  return { actual, level, progress, elapsed, pace, projected: projectedOf(cells), needed: neededOf(context, cells), status: statusOf(context, cells), smart: smartOf(context, cells) };
}

/** The measure's value where one is chosen and these data have it; else what is typed, else the last value logged. */
function actualOf({ text }: SheetContext, { measure, typed, goal }: GoalCells, { sources, logged }: Evidence): Term<Figure> {
  const at = sources.name.values.findIndex((name) => String(name).toLowerCase() === measure.value.toLowerCase());
  const found = call(`ISNUMBER(MATCH(${measure.text},${sources.name.text},0))`, at >= 0);
  const byHand = choose(isNumber(typed), typed, lastLogged(goal, logged));
  const read = lookup(sources.now, measure, sources.name);
  return choose(or(compare(measure, "=", literal(text.goals.typedIn)), not(found)), byHand, { ...read, value: figure(read.value) });
}

/** `LOOKUP(2,1/(…),values)` finds the last row that meets both tests: rows of a log are only ever added. */
function lastLogged(goal: Term, logged: Evidence["logged"]): Term<Figure> {
  const tests = `(${logged.goal.text}=${goal.text})*ISNUMBER(${logged.value.text})`;
  const wanted = textOf(goal.value).toLowerCase();
  const values = logged.value.values.filter((value, row) => typeof value === "number" && textOf(logged.goal.values[row] ?? null).toLowerCase() === wanted);
  return call(`IF(SUMPRODUCT(${tests})=0,"",LOOKUP(2,1/(${tests}),${logged.value.text}))`, figure(values.at(-1) ?? null));
}

/** A column of the Goals table as the roll-up sees it. */
export function goalColumn({ text }: SheetContext, key: keyof SheetContext["text"]["goals"]["columns"], values: readonly CellValue[]): Column {
  return column(goalsTableName, text.goals.columns[key], values);
}

function figure(value: CellValue): Figure {
  return typeof value === "number" ? value : "";
}

function textOf(value: CellValue): string {
  return value === null ? "" : String(value);
}
