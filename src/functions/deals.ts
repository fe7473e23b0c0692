// Custom functions on how often deals are won, how long they take and what that brings a day.

import { medianOf } from "../formula/aggregate";
import { literal } from "../formula/term";
import { refuse, Refusal } from "../metrics/refusal";
import { velocityPerDay } from "../metrics/velocity";
import { shareWon } from "../metrics/win-rate";
import { isoOf, type Day } from "../values";
import { isBlank, optional, required, type Answer, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { currencyIn, oneCurrency } from "./given/deal-columns";
import { numbers, numbersFrom, readDayCell, readNumberCell, shares } from "./given/figures";
import { all, cellByCell, grid, known, sameCount } from "./given/grid";
import { figureOr, measured } from "./given/measured";
import { outcomesOf } from "./given/outcomes";
import { isCaption, unlessNothing } from "./given/rows";

/**
 * Win rate: won deals divided by won and lost ones; open deals do not count.
 * @customfunction WINRATE
 * @param outcomes What became of each deal, in words or by its stage: Won, Lost, Open, Closed Won. Or how many deals were won, as numbers
 * @param [amounts] With words: the amount of each deal, for the rate by amount. With numbers: how many deals were lost
 * @returns Win rate as a share; one figure for words, one for each cell of numbers
 */
export function WINRATE(outcomes: Cells, amounts: Cells): Answer {
  const isCounts = required("outcomes", outcomes).rows.flat().every((cell) => isBlank(cell) || typeof cell === "number" || (typeof cell === "string" && /^[\d.,\s]+$/.test(cell)));
  return isCounts ? cellByCell([numbersFrom(0, "outcomes", outcomes), numbersFrom(0, "amounts", amounts)], measured(shareWon, "no-decided", "outcomes")) : [[rateOfWords(outcomes, amounts)]];
}

/** By count, or by amount: then a decided deal without one would bend the rate, and so would a credit. Amounts of open deals are not looked at. */
function rateOfWords(outcomes: Cells, amounts: Cells): number {
  const said = outcomesOf("outcomes", outcomes);
  const cells = optional("amounts", amounts)?.rows.flat();
  const given = cells && grid("amounts", amounts, unlessNothing(readNumberCell));
  if (given) sameCount(said, given);
  const checkCurrency = oneCurrency("amounts");
  const sums = { won: 0, lost: 0 };
  let decided = 0;
  all(said).forEach((outcome, at) => {
    if (outcome === null || outcome === "open") return;
    const row = given ? Math.floor(at / given.columns) + 1 : 0;
    const amount = given ? (known(given.values[at]!) ?? refuse("blank", "amounts", { row })) : 1;
    checkCurrency(currencyIn(cells?.[at]), row);
    if (amount < 0) refuse("out-of-range", "amounts", { row, found: amount, expected: "≥ 0" });
    sums[outcome] += amount;
    decided += 1;
  });
  const rate = shareWon(literal(sums.won), literal(sums.lost));
  return decided === 0 ? refuse("no-decided", "outcomes") : figureOr(rate, "no-data", "amounts");
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
  const chosen = choice("statistic", statistic, { mean: "平均", median: "中位数", each: "逐单" }, "mean");
  const hasHeadings = [required("created", created), required("closed", closed)].every(({ rows }) => rows.length > 1 && isCaption(rows[0]![0]));
  const readDay = unlessNothing<Day>((cell, at) => (hasHeadings && at.row === 1 ? null : readDayCell(cell, at)));
  const from = grid("created", created, readDay);
  const to = grid("closed", closed, readDay);
  const said = optional("outcomes", outcomes) && outcomesOf("outcomes", outcomes);
  sameCount(from, to, said ?? from);
  const cycles = from.values.map((start, at) => {
    const [outcome, end] = [said ? said.values[at]! : "won", to.values[at]!];
    if (outcome instanceof Refusal) return outcome;
    if (outcome !== "won" || start === null || end === null) return "";
    if (start instanceof Refusal) return start;
    if (end instanceof Refusal || end >= start) return end instanceof Refusal ? end : end - start;
    return new Refusal("reversed-days", { argument: "closed", row: Math.floor(at / to.columns) + 1, found: isoOf(end), expected: isoOf(start) });
  });
  if (chosen === "each") return Array.from({ length: from.rows }, (_, row) => cycles.slice(row * from.columns, (row + 1) * from.columns));
  const days = Float64Array.from(cycles.map(known).filter((cycle) => cycle !== ""));
  const middle = chosen === "median" ? medianOf(days) : days.length === 0 ? "" : days.reduce((sum, each) => sum + each, 0) / days.length;
  return [[middle === "" ? refuse("no-won", "closed") : middle]];
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
  return cellByCell([numbersFrom(0, "openDeals", openDeals), shares("winRate", winRate), numbers("averageAmount", averageAmount), numbersFrom(0, "cycleDays", cycleDays)], measured(velocityPerDay, "zero", "cycleDays"));
}
