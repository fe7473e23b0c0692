// How many deals went from which stage to which, within a period?

import { countifs } from "../formula/aggregate";
import { is, isEmpty, isFilled, than, type Criterion } from "../formula/criteria";
import { literal, type Term } from "../formula/term";
import type { MoveTable } from "./model";
import type { Period } from "./period";

/** Entries into `to` of deals that came from `from`; of one stage into itself it is a line of the history without a move. */
export function movesBetween(moves: MoveTable, from: Term<string>, to: Term<string>, period: Period): Term<number> {
  return countifs(is(moves.from, from), is(moves.stage, to), ...entered(moves, period));
}

/** Entries of deals seen for the first time. */
export function firstEntries(moves: MoveTable, to: Term<string>, period: Period): Term<number> {
  return countifs(is(moves.stage, to), isEmpty(moves.direction), ...entered(moves, period));
}

/** Moves further on (1) or back (-1). */
export function movesInDirection(moves: MoveTable, direction: 1 | -1, period: Period): Term<number> {
  return countifs(than(moves.direction, "=", literal(direction)), ...entered(moves, period));
}

/** Entries with a day: those that can be in a period. */
export function datedEntries(moves: MoveTable): Term<number> {
  return countifs(isFilled(moves.entered));
}

function entered({ entered: on }: MoveTable, { from, to }: Period): readonly Criterion[] {
  return [than(on, ">=", from), than(on, "<=", to)];
}

