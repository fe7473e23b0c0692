// From what amount is a deal medium, and from what large, until someone types other limits?

import { countifs } from "../formula/aggregate";
import { than } from "../formula/criteria";
import { literal } from "../formula/term";
import type { CellValue } from "../values";
import { outcomeIs, type DealModel } from "./deals";

/** A share's third and two thirds, rounded to one figure. Null for fewer than three amounts. */
export function sizeLimits(amounts: readonly CellValue[]): readonly [number, number] | null {
  const known = amounts.filter((amount): amount is number => typeof amount === "number" && amount > 0).sort((a, b) => a - b);
  if (known.length < 3) return null;
  return ordered((rank) => Number((known[rank] ?? 0).toPrecision(1)), known.length);
}

/** The limits of the won deals; where these are in groups, by counts that an engine answers. */
export function wonSizeLimits(model: DealModel): readonly [number, number] | null {
  const { amount, outcome } = model.deals.columns;
  if (!amount.grouping) return sizeLimits(amount.values.filter((_, row) => outcome.values[row] === model.words.outcome.won));
  const atLeast = (limit: number) => countifs(outcomeIs(model, "won"), than(amount, ">=", literal(limit))).value;
  const all = countifs(outcomeIs(model, "won"), than(amount, ">", literal(0))).value;
  const reached = powers.map((power) => atLeast(from(1, power)));
  return all < 3 ? null : ordered((rank) => roundedAt(all - rank, reached, atLeast), all);
}

function ordered(rounded: (rank: number) => number, all: number): readonly [number, number] | null {
  const [low, high] = [1 / 3, 2 / 3].map((share) => rounded(Math.floor(share * all))) as [number, number];
  return low < high ? [low, high] : null;
}

const powers = Array.from({ length: 13 }, (_, power) => power);

/** What the amount that so many reach is, rounded to one figure: found among the powers of ten first, then among their multiples. */
function roundedAt(reaching: number, reached: readonly number[], atLeast: (limit: number) => number): number {
  const power = powers.findLast((one) => reached[one]! >= reaching);
  if (power === undefined) return 0;
  const figure = [9, 8, 7, 6, 5, 4, 3, 2].find((one) => atLeast(from(one, power)) >= reaching) ?? 1;
  return figure * 10 ** power;
}

/** The least amount that is rounded to a figure of a power of ten. */
function from(figure: number, power: number): number {
  return (figure === 1 ? 0.95 : figure - 0.5) * 10 ** power;
}
