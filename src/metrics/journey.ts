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
  if (stage.value === "") return unnamed(stage);
  const here = is(stages, stage);
  const touchpoints = countifs(here);
  const sum = sumifs(activities, here);
  return call(`IF(${stage.text}="","",IF(${touchpoints.text}=0,"",${sum.text}))`, touchpoints.value === 0 ? "" : sum.value);
}

/** Customers with an activity in the stage; "" where its activities are not measured. */
export function customersIn(stage: Term<string>, activities: Term<Figure>, path: PathColumns): Term<Figure> {
  if (stage.value === "") return unnamed(stage);
  const count = countifs(is(path.stage, stage), than(path.first, "=", literal(1)));
  return call(`IF(${activities.text}="","",${count.text})`, activities.value === "" ? "" : count.value);
}

/** Median over customers of the days from the first activity in the stage to the first in a later one; "" where none got further. */
export function daysToNext(stage: Term<string>, path: PathColumns): Term<Figure> {
  if (stage.value === "") return unnamed(stage);
  return medianifs(path.daysToNext, is(path.stage, stage));
}

/** Mean score of the survey answers of a stage; "" where there are none. */
export function satisfactionIn(stage: Term<string>, { stage: stages, score, kind }: ScoreColumns): Term<Figure> {
  if (stage.value === "") return unnamed(stage);
  return averageifs(score, is(stages, stage), ...(kind ? [kind] : []));
}

/** A row the user has not named yet has nothing to count. */
function unnamed(stage: Term<string>): Term<Figure> {
  return call(`IF(${stage.text}="","","")`, "");
}
