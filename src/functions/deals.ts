// Custom functions on how often deals are won, how long they take and what that brings a day.

import { literal } from "../formula/term";
import { dealModelOf } from "../metrics/model-of";
import { Refusal } from "../metrics/refusal";
import { meanCycle, medianCycle } from "../metrics/sales-cycle";
import { velocityPerDay } from "../metrics/velocity";
import { shareWon, winRate, winRateByAmount } from "../metrics/win-rate";
import type { Outcome } from "../crm/objects/deal";
import { isoOf, type Day } from "../values";
import { isBlank, optional, required, type Answer, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { isNothing, numbers, numbersFrom, readDayCell, readNumberCell, shares } from "./given/figures";
import { all, eachCell, grid, sameCount, type Grid } from "./given/grid";
import { needed } from "./given/needed";
import { outcomesOf } from "./given/outcomes";

/**
 * Win rate: won deals divided by won and lost ones; open deals do not count.
 * @customfunction WINRATE
 * @param outcomes What became of each deal, in words or by its stage: Won, Lost, Open, Closed Won. Or how many deals were won, as numbers
 * @param [amounts] With words: the amount of each deal, for the rate by amount. With numbers: how many deals were lost
 * @returns Win rate as a share; one figure for words, one for each cell of numbers
 */
export function WINRATE(outcomes: Cells, amounts: Cells): Answer {
  if (isAllNumbers(outcomes)) return wonOfCounts(outcomes, amounts);
  const said = outcomesOf("outcomes", outcomes);
  const outcome = all(said).map(orOpen);
  if (!outcome.some((one) => one !== "open")) throw new Refusal("no-decided", { argument: "outcomes" });
  return [[optional("amounts", amounts) ? rateByAmount(said, outcome, amounts) : (winRate(dealModelOf({ outcome })).value as number)]];
}

function isAllNumbers(outcomes: Cells): boolean {
  return required("outcomes", outcomes).rows.every((row) => row.every((cell) => isBlank(cell) || typeof cell === "number" || (typeof cell === "string" && /^[\d.,\s]+$/.test(cell))));
}

function wonOfCounts(won: Cells, lost: Cells): Answer {
  return eachCell({ outcomes: numbersFrom(0, "outcomes", won), amounts: numbersFrom(0, "amounts", lost) }, (values, row) =>
    needed(values, row, (counts) => {
      const share = shareWon(literal(counts.outcomes), literal(counts.amounts)).value;
      return share === "" ? new Refusal("no-decided", { argument: "outcomes" }) : share;
    }));
}

/** Only amounts of decided deals are looked at; one that is missing would bend the rate. */
function rateByAmount(said: Grid<unknown>, outcome: readonly Outcome[], amounts: Cells): number {
  const given = grid<number | null>("amounts", amounts, (cell, at) => (isNothing(cell) ? null : readNumberCell(cell, at)));
  sameCount(said, given);
  const amount = given.values.map((value, at) => (outcome[at] === "open" ? null : value));
  const trouble = amount.findIndex((value, at) => outcome[at] !== "open" && typeof value !== "number");
  const rowOf = (at: number) => Math.floor(at / given.columns) + 1;
  if (trouble >= 0) throw amount[trouble] instanceof Refusal ? amount[trouble] : new Refusal("blank", { argument: "amounts", row: rowOf(trouble) });
  const share = winRateByAmount(dealModelOf({ outcome, amount: amount as (number | null)[] })).value;
  if (share !== "") return share;
  const negative = amount.findIndex((value) => typeof value === "number" && value < 0);
  throw negative < 0 ? new Refusal("zero-amounts", { argument: "amounts" }) : new Refusal("out-of-range", { argument: "amounts", row: rowOf(negative), found: amount[negative] as number, expected: "≥ 0" });
}

function orOpen(said: Outcome | null): Outcome {
  return said ?? "open";
}

/**
 * Sales cycle: days from created to closed of won deals.
 * @customfunction SALESCYCLE
 * @param created The day each deal was created
 * @param closed The day each deal was closed; blank for open ones
 * @param [outcomes] What became of each deal, in words or by its stage: only won ones count. If left out, all with both days count
 * @param [statistic] "mean" (the default), "median", or "each" for the days of every deal
 * @returns Calendar days; one figure, or with "each" one for every deal
 */
export function SALESCYCLE(created: Cells, closed: Cells, outcomes: Cells, statistic: Cells): Answer {
  const [from, to] = withoutHeadings(dayCells("created", created), dayCells("closed", closed));
  const said = optional("outcomes", outcomes) ? outcomesOf("outcomes", outcomes) : null;
  sameCount(from, to, ...(said ? [said] : []));
  const chosen = choice("statistic", statistic, { mean: ["average", "avg", "平均", "平均值", "均值"], median: ["中位数"], each: ["deal", "逐单", "每单", "逐个"] }, "mean");
  const cycles = from.values.map((start, at) => cycleOf(start, to.values[at]!, said ? said.values[at]! : "won", Math.floor(at / from.columns) + 1));
  if (chosen === "each") return Array.from({ length: from.rows }, (_, row) => cycles.slice(row * from.columns, (row + 1) * from.columns).map((days) => days ?? ""));
  const cycle = all({ ...from, values: cycles });
  const model = dealModelOf({ cycle, outcome: cycle.map((): Outcome => "won") });
  const days = (chosen === "mean" ? meanCycle : medianCycle)(model, "won").value;
  if (days === "") throw new Refusal("no-closed", { argument: "closed" });
  return [[days]];
}

function dayCells(name: string, cells: Cells): Grid<Day> {
  required(name, cells);
  return { ...grid<Day | null>(name, cells, (cell, at) => (isNothing(cell) ? null : readDayCell(cell, at))) };
}

/** A text above both columns that is no date in either is their heading. */
function withoutHeadings(...grids: readonly [Grid<Day>, Grid<Day>]): readonly [Grid<Day>, Grid<Day>] {
  const isHeading = grids.every(({ values }) => values.length > 1 && values[0] instanceof Refusal && values[0].kind === "no-day" && !/^[\d.-]+$/.test(String(values[0].parts.found)));
  const [from, to] = grids;
  return isHeading ? [{ ...from, values: [null, ...from.values.slice(1)] }, { ...to, values: [null, ...to.values.slice(1)] }] : grids;
}

/** Days of a won deal with both dates; null for others. */
function cycleOf(from: Day | null | Refusal, to: Day | null | Refusal, outcome: Outcome | null | Refusal, row: number): number | null | Refusal {
  if (outcome instanceof Refusal) return outcome;
  if (outcome !== "won") return null;
  if (from instanceof Refusal) return from;
  if (to instanceof Refusal) return to;
  if (from === null || to === null) return null;
  return to < from ? new Refusal("reversed-days", { argument: "closed", row, found: isoOf(to), expected: isoOf(from) }) : to - from;
}

/**
 * Sales velocity: what the pipeline brings a day.
 * @customfunction SALESVELOCITY
 * @param openDeals How many deals are open
 * @param winRate Win rate: 25% or 0.25
 * @param averageAmount Mean amount of a won deal
 * @param cycleDays Mean days from created to won
 * @returns Money a day, in the currency of the amount
 */
export function SALESVELOCITY(openDeals: Cells, winRate: Cells, averageAmount: Cells, cycleDays: Cells): Answer {
  const given = { openDeals: numbersFrom(0, "openDeals", openDeals), winRate: shares("winRate", winRate), averageAmount: numbers("averageAmount", averageAmount), cycleDays: numbersFrom(0, "cycleDays", cycleDays) };
  return eachCell(given, (values, row) =>
    needed(values, row, (known) => {
      const money = velocityPerDay(literal(known.openDeals), literal(known.winRate), literal(known.averageAmount), literal(known.cycleDays)).value;
      return money === "" ? new Refusal("zero-cycle", { argument: "cycleDays", row }) : money;
    }));
}
