// Custom functions on how customers judge us and whether they stay.

import { literal } from "../formula/term";
import { csat, nps } from "../metrics/nps";
import { Refusal } from "../metrics/refusal";
import { churn, churnOf, netRevenueRetention, retention, revenueChurnOf } from "../metrics/retention";
import { optional, required, type Answer, type Cells } from "./given/cells";
import { churnFlags, hasChurnWords, hasOnlyFlags } from "./given/churn-flag";
import { isNothing, numbers, numbersFrom, readNumberCell } from "./given/figures";
import { all, eachCell, grid, sameCount, single } from "./given/grid";
import { needed } from "./given/needed";

/**
 * Net promoter score: percentage of 9 and 10 less percentage of 0 to 6, over all answers.
 * @customfunction NPS
 * @param scores Answers from 0 to 10; blank cells are no answers
 * @returns Score from -100 to 100, not rounded
 */
export function NPS(scores: Cells): Answer {
  const answers = scoresIn(scores, 0, 10);
  const whole = answers.findIndex(({ score }) => !Number.isInteger(score));
  if (whole >= 0) throw new Refusal("no-whole-number", { argument: "scores", row: answers[whole]!.row, found: answers[whole]!.score });
  return [[known(nps(columnOf("scores", answers.map(({ score }) => score))).value)]];
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
  const top = single(numbers("best", best), 5);
  if (!Number.isInteger(top) || top < 3 || top > 100) throw new Refusal("out-of-range", { argument: "best", row: 1, found: top, expected: "3 – 100" });
  const least = single(numbers("satisfiedFrom", satisfiedFrom), top - 1);
  if (least <= 1 || least > top) throw new Refusal("out-of-range", { argument: "satisfiedFrom", row: 1, found: least, expected: `> 1, ≤ ${top}` });
  // Scales up to 10 and 100 may begin at 0; on the short ones a 0 is no answer.
  const answers = scoresIn(scores, top < 10 ? 1 : 0, top);
  return [[known(csat(columnOf("scores", answers.map(({ score }) => score)), literal(least)).value)]];
}

/** The answers that were given, each within the scale; refused where there are none. */
function scoresIn(cells: Cells, least: number, best: number): readonly { readonly score: number; readonly row: number }[] {
  required("scores", cells);
  const given = grid<number | null>("scores", cells, (cell, at) => {
    if (isNothing(cell)) return null;
    const score = readNumberCell(cell, at);
    if (score instanceof Refusal) return score;
    // 100% is 1, which is no answer anyone gave.
    if (typeof cell === "string" && /[%％]/.test(cell)) return new Refusal("no-number", { ...at, found: cell });
    return score < least || score > best ? new Refusal("out-of-range", { ...at, found: score, expected: `${least} – ${best}` }) : score;
  });
  const answers = all(given).flatMap((score, at) => (score === null ? [] : [{ score, row: Math.floor(at / given.columns) + 1 }]));
  if (answers.length === 0) throw new Refusal("no-answers", { argument: "scores" });
  return answers;
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
  if (isByCustomer(start, end)) {
    for (const [argument, cells] of [["end", end], ["newCustomers", newCustomers]] as const) refuseBesideFlags(argument, cells);
    const { flags } = customersIn(start, null);
    return [[1 - known(churnOf(columnOf("flags", flags)).value)]];
  }
  const joined = optional("newCustomers", newCustomers) ? newCustomers : 0;
  const given = { start: numbersFrom(0, "start", start), end: numbersFrom(0, "end", end), newCustomers: numbersFrom(0, "newCustomers", joined) };
  return eachCell(given, (values, row) => needed(values, row, ({ start: before, end: after, newCustomers: won }) => {
    if (before === 0) return new Refusal("zero-start", { argument: "start", row });
    if (won > after) return new Refusal("out-of-range", { argument: "newCustomers", row, found: won, expected: `≤ ${after}` });
    if (isMore(after, before + won)) return new Refusal("out-of-range", { argument: "end", row, found: after, expected: `≤ ${before} + ${won}` });
    return known(retention(literal(before), literal(after), literal(won)).value);
  }));
}

/**
 * Churn: share of customers or of revenue lost in a period. Also from one yes/no for each customer: did it leave?
 * @customfunction CHURN
 * @param start Customers or recurring revenue at the start of the period; or for each customer whether it left: yes or no, churned or active
 * @param [lost] Customers or revenue lost; needed with numbers. With yes/no: revenue of each customer, for the share of revenue lost
 * @returns Share lost, 0 to 1
 */
export function CHURN(start: Cells, lost: Cells): Answer {
  if (isByCustomer(start, lost)) {
    const { flags, amounts } = customersIn(start, lost);
    if (!amounts) return [[known(churnOf(columnOf("flags", flags)).value)]];
    const share = revenueChurnOf(columnOf("flags", flags), columnOf("revenue", amounts)).value;
    if (share === "") throw new Refusal("zero-start", { argument: "lost", row: 1 });
    return [[share]];
  }
  return eachCell({ start: numbersFrom(0, "start", start), lost: numbersFrom(0, "lost", lost) }, (values, row) => needed(values, row, ({ start: before, lost: gone }) => {
    if (before === 0) return new Refusal("zero-start", { argument: "start", row });
    if (isMore(gone, before)) return new Refusal("out-of-range", { argument: "lost", row, found: gone, expected: `≤ ${before}` });
    return known(churn(literal(before), literal(gone)).value);
  }));
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
  const given = { start: numbersFrom(0, "start", start), expansion: numbersFrom(0, "expansion", expansion), contraction: numbersFrom(0, "contraction", contraction), churned: numbersFrom(0, "churned", churned) };
  return eachCell(given, (values, row) => needed(values, row, ({ start: before, expansion: more, contraction: less, churned: gone }) => {
    if (before === 0) return new Refusal("zero-start", { argument: "start", row });
    const most = before + more - less;
    if (isMore(less, before + more)) return new Refusal("out-of-range", { argument: "contraction", row, found: less, expected: `≤ ${before + more}` });
    if (isMore(gone, most)) return new Refusal("out-of-range", { argument: "churned", row, found: gone, expected: `≤ ${most}` });
    return known(netRevenueRetention(literal(before), literal(more), literal(less), literal(gone)).value);
  }));
}

/** One flag for each customer: words always are, 0 and 1 only where no second argument makes them counts. */
function isByCustomer(first: Cells, second: Cells): boolean {
  return hasChurnWords(first) || (optional("", second) === null && hasOnlyFlags(first));
}

function refuseBesideFlags(argument: string, cells: Cells): void {
  if (optional(argument, cells)) throw new Refusal("not-with", { argument, expected: "yes/no" });
}

/** 1 for each customer who left, else 0, and what each pays where that is given. A blank between customers is refused: it may be a "no" or unknown. */
function customersIn(start: Cells, revenue: Cells): { readonly flags: readonly number[]; readonly amounts: readonly number[] | null } {
  const flagGrid = churnFlags("start", start);
  const amountGrid = optional("lost", revenue) ? numbersFrom(0, "lost", revenue) : null;
  if (amountGrid) sameCount(flagGrid, amountGrid);
  const [flags, amounts] = [all(flagGrid), amountGrid && all(amountGrid)];
  const last = flags.findLastIndex((flag, at) => flag !== null || (amounts && amounts[at] !== null));
  const upTo = <V>(values: readonly (V | null)[], argument: string): readonly V[] => {
    const blank = values.indexOf(null);
    if (blank >= 0 && blank <= last) throw new Refusal("blank", { argument, row: Math.floor(blank / flagGrid.columns) + 1 });
    return values.slice(0, last + 1) as readonly V[];
  };
  return { flags: upTo(flags, "start").map(Number), amounts: amounts && upTo(amounts, "lost") };
}

function columnOf(text: string, values: readonly number[]) {
  return { text, values };
}

/** More than can be, beyond what fractions in a computer explain. */
function isMore(value: number, limit: number): boolean {
  return value - limit > 1e-9 * Math.max(1, Math.abs(limit));
}

/** There is a figure: what stands in its way has been refused before. */
function known(value: number | ""): number {
  if (value === "") throw new Error("no figure where all parts are known");
  return value;
}
