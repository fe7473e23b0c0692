// Of the deals that came in one month, how many were won, lost or are open, and how soon were they won?

import type { Column } from "../formula/column";
import { countifs, sumifs } from "../formula/aggregate";
import { is, isEmpty, than, type Criterion } from "../formula/criteria";
import { add, call, dayTerm, literal, ratio, type Figure, type Term } from "../formula/term";
import { addMonths, type Day } from "../values";
import { deals, type DealModel } from "./deals";
import type { FirstEntries, Model, MoveTable } from "./model";

export const cohortHorizons = [30, 60, 90, 180] as const;

/** Counts of a cohort; `wonWithin` so many days of coming in. */
export interface Cohort {
  readonly deals: Term<number>;
  readonly won: Term<number>;
  readonly lost: Term<number>;
  wonWithin(days: number): Term<number>;
}

/** From a day on, and before another. */
export interface CohortSpan {
  readonly from: Term<number>;
  readonly before: Term<number>;
}

/** The month that starts on a day. */
export function monthFrom(start: Term<number>): CohortSpan {
  return { from: start, before: call(`EDATE(${start.text},1)`, addMonths(start.value as Day, 1) as number) };
}

/** Deals created in the span; days to win are their cycle days. */
export function createdCohort(model: DealModel, span: CohortSpan): Cohort {
  const { created, cycle } = model.deals.columns;
  const month = within(created, span);
  return {
    deals: countifs(...month),
    won: deals(model, "won", ...month),
    lost: deals(model, "lost", ...month),
    wonWithin: (days) => deals(model, "won", ...month, than(cycle, "<=", literal(days))),
  };
}

/** Deals whose first known stage was entered in the span, by stage history; days to win count from there. */
export function enteredCohort({ stages }: Model, moves: MoveTable, span: CohortSpan): Cohort {
  if (moves.first) return cohortInGroups(stages, moves, moves.first, span);
  const month = within(moves.cohort, span);
  const into = (outcome: "won" | "lost", ...criteria: readonly Criterion[]): Term<number> => {
    const named = stages.rows.filter((row) => row.outcome === outcome).map(({ stage }) => sumifs(moves.firstEntry, is(moves.stage, literal(stage)), ...month, ...criteria));
    return named.length === 0 ? literal(0) : add(...named);
  };
  return {
    deals: countifs(...month, isEmpty(moves.order.direction)),
    won: into("won"),
    lost: into("lost"),
    wonWithin: (days) => into("won", than(moves.since, "<=", literal(days))),
  };
}

/** Whether stage history tells how soon deals were won: groups tell of each won stage alone, and a deal that entered two would count twice. */
export function tellsDaysToWin({ rows }: Model["stages"], moves: MoveTable): boolean {
  return !moves.first || rows.filter(({ outcome }) => outcome === "won").length < 2;
}

/** `within` tells the days to the horizon; no other number of days is asked for. */
function cohortInGroups({ rows }: Model["stages"], { cohort, order }: MoveTable, { entered, reached }: FirstEntries, span: CohortSpan): Cohort {
  const wons = rows.filter(({ outcome }) => outcome === "won");
  const into = (outcome: "won" | "lost", ...criteria: readonly Criterion[]): Term<number> => {
    const named = rows.filter((row) => row.outcome === outcome).map(({ stage }) => countifs(is(entered.stage, literal(stage)), ...within(entered.cohort, span), ...criteria));
    return named.length === 0 ? literal(0) : add(...named);
  };
  return {
    deals: order ? countifs(...within(cohort, span), isEmpty(order.direction)) : countifs(...within(reached.cohort, span), than(reached.once, "=", literal(1))),
    won: wons.length > 1 ? add(...wons.map(({ stage }) => countifs(is(reached.stage, literal(stage)), than(reached.further, "=", literal(0)), ...within(reached.cohort, span)))) : into("won"),
    lost: into("lost"),
    wonWithin: (days) => into("won", than(entered.within, "<=", literal(days))),
  };
}

/** Share of a cohort won within so many days; "" until the whole month has had them, and without deals. Source: product research §8 (cohort). */
export function shareWithin(won: Term<number>, all: Term<number>, start: Term<number>, days: number, asOf: Term<Day>): Term<Figure> {
  const due = addMonths(start.value as Day, 1) - 1 + days;
  const share = ratio(won, all);
  return call(`IF(EDATE(${start.text},1)-1+${days}>${dayTerm(asOf).text},"",${share.text})`, due > asOf.value ? "" : share.value, share);
}

function within(column: Column, { from, before }: CohortSpan): readonly Criterion[] {
  return [than(column, ">=", from), than(column, "<", before)];
}
