// Is a goal on track, and is it a SMART one?

import { rounded } from "../../formula/sentence";
import { and, call, choose, compare, dayTerm, isNumber, join, literal, type Term } from "../../formula/term";
import type { SheetContext } from "../context";
import { not, numberIn } from "./arithmetic";
import type { GoalCells } from "./cells";
import { headed } from "./progress";
import { goalSettings } from "./settings";
import type { Status } from "./words";

/**
 * Achieved at a progress of 1 (a band: held until the deadline), overdue after the deadline, else by pace against the
 * limits of Setup. Before its start a goal is on track; without an actual, or anything to judge it by, it has no data.
 */
export function statusOf(context: SheetContext, cells: GoalCells): Term<string> {
  const { model, text, memory } = context;
  const { progress, pace, elapsed, deadline } = cells;
  const word = (status: Status) => literal<string>(text.goals.statuses[status]);
  const { atRiskBelow, offTrackBelow } = goalSettings(memory);
  const band = headed(context, cells, "keepWithin");
  const today = dayTerm(model.settings.asOf);
  const dated = isNumber(deadline);
  const reached = compare(rounded(numberIn(progress), 9), ">=", literal(1));
  const holding = and(band, not(and(dated, compare(today, ">=", numberIn(deadline)))));
  const late = and(dated, compare(today, ">", numberIn(deadline)));
  const at = rounded(numberIn(pace), 9);
  const byPace = choose(compare(at, "<", offTrackBelow), word("offTrack"), choose(compare(at, "<", atRiskBelow), word("atRisk"), choose(band, word("atRisk"), word("onTrack"))));
  const unpaced = choose(isNumber(elapsed), word("onTrack"), word("noData"));
  const judged = choose(reached, choose(holding, word("onTrack"), word("achieved")), choose(late, word("overdue"), choose(isNumber(pace), byPace, unpaced)));
  return choose(isBlank(cells), literal<string>(""), choose(isNumber(progress), judged, word("noData")));
}

/** What a SMART goal needs and this one lacks, each with its letter; “complete” where nothing is missing. */
export function smartOf(context: SheetContext, cells: GoalCells): Term<string> {
  const words = context.text.goals.smart;
  const band = headed(context, cells, "keepWithin");
  const { start, deadline, baseline, upper } = cells;
  const lacks: readonly (readonly [Term<boolean>, string])[] = [
    [isEmpty(cells.goal), words.goal],
    [isEmpty(cells.specific), words.specific],
    [isEmpty(cells.measure), words.measure],
    [isEmpty(cells.unit), words.unit],
    [isEmpty(cells.direction), words.direction],
    [and(not(band), not(isNumber(baseline))), words.baseline],
    [not(isNumber(cells.target)), words.target],
    [and(band, not(isNumber(upper))), words.upper],
    [isEmpty(cells.owner), words.owner],
    [compare(numberIn(cells.weight), "<=", literal(0)), words.weight],
    [not(isNumber(start)), words.start],
    [not(isNumber(deadline)), words.deadline],
    [and(isNumber(start), isNumber(deadline), compare(numberIn(deadline), "<=", numberIn(start))), words.order],
  ];
  const list = join(...lacks.map(([test, word]) => choose(test, literal<string>(words.separator + word), literal<string>(""))));
  const skipped = words.separator.length;
  const said = join(literal<string>(words.missing), call(`MID(${list.text},${skipped + 1},500)`, list.value.slice(skipped)));
  return choose(isBlank(cells), literal<string>(""), choose(compare(list, "=", literal("")), literal<string>(words.complete), said));
}

function isBlank({ goal, specific }: GoalCells): Term<boolean> {
  return and(isEmpty(goal), isEmpty(specific));
}

function isEmpty(term: Term): Term<boolean> {
  return compare(term, "=", literal(""));
}

