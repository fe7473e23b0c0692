// Custom functions on how customers judge us and whether they stay.

import type { Column } from "../formula/column";
import { literal } from "../formula/term";
import { csat, nps } from "../metrics/nps";
import { refuse, Refusal } from "../metrics/refusal";
import { churn, churnOf, netRevenueRetention, retention, revenueChurnOf } from "../metrics/retention";
import { optional, required, type Answer, type Cells } from "./given/cells";
import { churnFlags } from "./given/churn-flag";
import { isNothing, numbersFrom, readNumberCell } from "./given/figures";
import { all, cellByCell, grid, sameCount, single, type Grid } from "./given/grid";
import { checkMost, figureOr, measured } from "./given/measured";

/**
 * Net promoter score: percentage of 9 and 10 less percentage of 0 to 6, over all answers.
 * @customfunction NPS
 * @param scores Answers from 0 to 10; blank cells are no answers
 * @returns Score from -100 to 100, not rounded
 */
export function NPS(scores: Cells): Answer {
  return [[figureOr(nps(answersIn(scores, 0, 10, "0, 1 … 10")), "no-data", "scores")]];
}

/**
 * Customer satisfaction: share of answers that are satisfied, on a scale from 1 to 5 those of 4 and 5.
 * @customfunction CSAT
 * @param scores Answers; blank cells are no answers
 * @param [satisfiedFrom] Least answer that is satisfied. The two best answers if left out: 4 of 5, 9 of 10
 * @param [best] Best answer of the scale. 5 if left out
 * @returns Share of satisfied answers, 0 to 1
 */
export function CSAT(scores: Cells, satisfiedFrom: Cells, best: Cells): Answer {
  const top = single(numbersFrom(3, "best", best), 5);
  const least = single(numbersFrom(1, "satisfiedFrom", satisfiedFrom), top - 1);
  checkMost("satisfiedFrom", least, top);
  // Scales up to 10 and 100 may begin at 0; on the short ones a 0 is no answer.
  return [[figureOr(csat(answersIn(scores, top < 10 ? 1 : 0, top), literal(least)), "no-data", "scores")]];
}

/** The answers that were given, each within the scale; where `whole` says which there are, no others. */
function answersIn(cells: Cells, least: number, best: number, whole?: string): Column {
  required("scores", cells);
  const given = grid<number | null>("scores", cells, (cell, at) => {
    if (isNothing(cell)) return null;
    const score = readNumberCell(cell, at);
    if (score instanceof Refusal) return score;
    // 100% is 1, which is no answer anyone gave.
    if (/[%％]/.test(String(cell))) return new Refusal("no-number", { ...at, found: String(cell) });
    const isOnScale = score >= least && score <= best && (!whole || Number.isInteger(score));
    return isOnScale ? score : new Refusal("out-of-range", { ...at, found: score, expected: whole ?? `${least} – ${best}` });
  });
  return columnOf(all(given));
}

/**
 * Retention: share of customers at the start of a period who are still there at its end. Also from one yes/no for each customer: did it leave?
 * @customfunction RETENTION
 * @param start Customers at the start of the period; or for each customer whether it left: yes or no, churned or active
 * @param [end] Customers at the end, new ones included; needed with numbers
 * @param [newCustomers] Customers won in the period. 0 if left out
 * @returns Share retained, 0 to 1
 */
export function RETENTION(start: Cells, end: Cells, newCustomers: Cells): Answer {
  const flags = churnFlags("start", start, end);
  if (flags) {
    const beside = optional("end", end) ?? optional("newCustomers", newCustomers);
    if (beside) refuse("not-with", beside.name, { expected: "yes/no" });
    return [[1 - churnByCustomer(flags, null)]];
  }
  const won = optional("newCustomers", newCustomers) ? newCustomers : 0;
  return cellByCell([numbersFrom(0, "start", start), numbersFrom(0, "end", end), numbersFrom(0, "newCustomers", won)], (before, after, added) => {
    checkMost("newCustomers", added, after);
    checkMost("end", after, before + added);
    return measured(retention, "zero", "start")(before, after, added);
  });
}

/**
 * Churn: share of customers or of revenue lost in a period. Also from one yes/no for each customer: did it leave?
 * @customfunction CHURN
 * @param start Customers or recurring revenue at the start of the period; or for each customer whether it left: yes or no, churned or active
 * @param [lost] Customers or revenue lost; needed with numbers. With yes/no: revenue of each customer, for the share of revenue lost
 * @returns Share lost, 0 to 1
 */
export function CHURN(start: Cells, lost: Cells): Answer {
  const flags = churnFlags("start", start, lost);
  if (flags) return [[churnByCustomer(flags, lost)]];
  return cellByCell([numbersFrom(0, "start", start), numbersFrom(0, "lost", lost)], (before, gone) => {
    checkMost("lost", gone, before);
    return measured(churn, "zero", "start")(before, gone);
  });
}

/**
 * Net revenue retention: (start + expansion − contraction − churned) ÷ start, of the same customers. Above 1 they grow.
 * @customfunction NRR
 * @param start Recurring revenue at the start of the period
 * @param expansion Revenue added by these customers
 * @param contraction Revenue they cut, as a positive number
 * @param churned Revenue of those who left, as a positive number
 * @returns Share of the revenue at the start
 */
export function NRR(start: Cells, expansion: Cells, contraction: Cells, churned: Cells): Answer {
  return cellByCell(
    [numbersFrom(0, "start", start), numbersFrom(0, "expansion", expansion), numbersFrom(0, "contraction", contraction), numbersFrom(0, "churned", churned)],
    (before, more, less, gone) => {
      checkMost("contraction", less, before + more);
      checkMost("churned", gone, before + more - less);
      return measured(netRevenueRetention, "zero", "start")(before, more, less, gone);
    },
  );
}

/** Share of the customers who left, or of the revenue where it is given. A blank between customers is refused: it may be a "no" or unknown. */
function churnByCustomer(flags: Grid<number>, revenue: Cells): number {
  if (!optional("lost", revenue)) return figureOr(churnOf(columnsOf(flags)[0]!), "no-data", "start");
  const [left, amounts] = columnsOf(flags, numbersFrom(0, "lost", revenue));
  return figureOr(revenueChurnOf(left!, amounts!), "no-data", "lost");
}

/** Arguments with a cell for each customer, up to the last row that is filled. */
function columnsOf(...grids: readonly Grid<number>[]): readonly Column[] {
  sameCount(grids[0]!, ...grids);
  const last = Math.max(...grids.map((one) => all(one).findLastIndex((value) => value !== null)));
  return grids.map((one) => columnOf(all(one).slice(0, last + 1).map((value, at) => value ?? refuse("blank", one.name, { row: Math.floor(at / one.columns) + 1 }))));
}

function columnOf(values: Column["values"]): Column {
  return { text: "", values };
}
