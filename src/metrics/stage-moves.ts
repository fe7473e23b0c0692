// How many deals went from which stage to which, within a period?

import { countifs } from "../formula/aggregate";
import { is, isEmpty, than, type Criterion } from "../formula/criteria";
import { call, literal, type Term } from "../formula/term";
import type { MoveTable, OrderedMoves } from "./model";
import type { Period } from "./period";

/** Entries into `to` of deals that came from `from`; of one stage into itself it is a line of the history without a move. */
export function movesBetween(moves: OrderedMoves, from: Term<string>, to: Term<string>, period: Period): Term<number> {
  return countifs(is(moves.order.from, from), is(moves.stage, to), ...entered(moves, period));
}

/** All moves from one stage to another, or those into one stage. */
export function allMoves(moves: OrderedMoves, period: Period, to: Term<string> | null = null): Term<number> {
  const { stage, entered: on, order: { from, isMove } } = moves;
  if (isMove) return countifs(than(isMove, "=", literal(1)), ...(to ? [is(stage, to)] : []), ...entered(moves, period));
  const rows = [
    `(${from.text}<>"")*(${from.text}<>${stage.text})`, ...(to ? [`(${stage.text}=${to.text})`] : []),
    `ISNUMBER(${on.text})*(${on.text}>=${period.from.text})*(${on.text}<=${period.to.text})`,
  ];
  const wanted = to?.value.toLowerCase();
  let count = 0;
  stage.values.forEach((value, row) => {
    const [before, after, day] = [lower(from.values[row]), lower(value), on.values[row]];
    if (before === "" || before === after || (wanted !== undefined && after !== wanted)) return;
    if (typeof day === "number" && day >= period.from.value && day <= period.to.value) count += 1;
  });
  return call(`SUMPRODUCT(${rows.join("*")})`, count);
}

/** Deals seen for the first time, in any stage; one whose stage before is known made a move. */
export function newcomers(moves: OrderedMoves, period: Period): Term<number> {
  // The empty cell last: LibreOffice counts wrong where it comes first.
  return countifs(...entered(moves, period), ...isNewcomer(moves));
}

/** Entries of deals seen for the first time. */
export function firstEntries(moves: OrderedMoves, to: Term<string>, period: Period): Term<number> {
  return countifs(is(moves.stage, to), ...entered(moves, period), ...isNewcomer(moves));
}

function isNewcomer({ order: { first, direction } }: OrderedMoves): readonly Criterion[] {
  return [than(first, "=", literal(1)), isEmpty(direction)];
}

/** Moves further on (1) or back (-1). */
export function movesInDirection(moves: OrderedMoves, direction: 1 | -1, period: Period): Term<number> {
  return countifs(than(moves.order.direction, "=", literal(direction)), ...entered(moves, period));
}

function entered({ entered: on }: MoveTable, { from, to }: Period): readonly Criterion[] {
  return [than(on, ">=", from), than(on, "<=", to)];
}

function lower(value: unknown): string {
  return typeof value === "string" ? value.toLowerCase() : "";
}
