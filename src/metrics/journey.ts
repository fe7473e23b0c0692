// What do the activities and surveys say about each stage of the customer's way?

import { averageifs, countifs, medianifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, than, type Criterion } from "../formula/criteria";
import { call, literal, type Figure, type Term } from "../formula/term";

/** Columns of the Activities table that say where an activity stands on its customer's way. */
export interface PathColumns {
  readonly stage: Column;
  readonly first: Column;
  readonly daysToNext: Column;
}

/** The table that says which stage a kind of activity belongs to, with how many there are of it. */
export interface TouchpointColumns {
  readonly stage: Column;
  readonly activities: Column;
}

/** Scores of a survey; `kind` keeps answers of one kind where the export has several. */
export interface ScoreColumns {
  readonly stage: Column;
  readonly score: Column;
  readonly kind: Criterion | null;
}

/** Activities of the touchpoints of a stage; "" where no touchpoint belongs to it: not measured is not zero. */
export function activitiesIn(stage: Term<string>, { stage: stages, activities }: TouchpointColumns): Term<Figure> {
  return whenNamed(stage, (named) => {
    const here = is(stages, named);
    const touchpoints = countifs(here);
    const sum = sumifs(activities, here);
    return call(`IF(${touchpoints.text}=0,"",${sum.text})`, touchpoints.value === 0 ? "" : sum.value);
  });
}

/** Customers with an activity in the stage; "" where its activities are not measured. */
export function customersIn(stage: Term<string>, activities: Term<Figure>, path: Omit<PathColumns, "daysToNext">): Term<Figure> {
  return whenNamed(stage, (named) => {
    const count = countifs(is(path.stage, named), than(path.first, "=", literal(1)));
    return call(`IF(${activities.text}="","",${count.text})`, activities.value === "" ? "" : count.value);
  });
}

/** Median over customers of the days from the first activity in the stage to the first in a later one; "" where none got further. */
export function daysToNext(stage: Term<string>, path: PathColumns): Term<Figure> {
  return whenNamed(stage, (named) => medianifs(path.daysToNext, is(path.stage, named)));
}

/** Mean score of the survey answers of a stage; "" where there are none. */
export function satisfactionIn(stage: Term<string>, { stage: stages, score, kind }: ScoreColumns): Term<Figure> {
  return whenNamed(stage, (named) => averageifs(score, is(stages, named), ...(kind ? [kind] : [])));
}

/** Rows of a kind of touchpoint: activities of a type, answers on a touchpoint. */
export function rowsNamed(name: Term<string>, column: Column): Term<Figure> {
  return whenNamed(name, (named) => countifs(is(column, named)));
}

/** A row the user has not named yet has nothing to count, until it is named. */
function whenNamed(name: Term<string>, make: (named: Term<string>) => Term<Figure>): Term<Figure> {
  const empty = name.value === "";
  const made = make(empty ? { ...name, value: "unnamed" } : name);
  return call(`IF(${name.text}="","",${made.text})`, empty ? "" : made.value, made);
}
