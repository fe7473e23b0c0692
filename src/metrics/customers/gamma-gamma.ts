// What will an order of a customer be worth on average, seen from the few there are?

import { logGamma } from "../log-gamma";
import { minimise } from "../optimise";

/** A customer's repeat purchases and their mean value. */
export interface Spending {
  readonly repeats: number;
  readonly mean: number;
}

/** Values of a customer's purchases vary as a gamma (p, ν), and ν from customer to customer as a gamma (q, v). */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number;
  readonly isStable: boolean;
  /** Parameters at the end of their range. */
  readonly atLimit: readonly string[];
}

/** The parameters that make the means most likely; needs repeats and means above 0. Source: Fader & Hardie, The Gamma-Gamma Model of Monetary Value (2013). */
export function fitGammaGamma(customers: readonly Spending[]): GammaGammaFit {
  const likelihood = logLikelihoodOf(customers);
  const start = [1, 1, Math.log(customers.reduce((sum, { mean }) => sum + mean, 0) / customers.length)];
  const { at, value, isStable, isAtLimit } = minimise((logs) => -likelihood(paramsOf(logs)), start);
  const params = paramsOf(at);
  return { ...params, logLikelihood: -value, isStable, atLimit: Object.keys(params).filter((_, one) => isAtLimit[one]) };
}

function paramsOf(logs: readonly number[]): GammaGamma {
  const [p, q, v] = logs.map(Math.exp);
  return { p: p!, q: q!, v: v! };
}

function logLikelihoodOf(customers: readonly Spending[]): (given: GammaGamma) => number {
  const repeats = Float64Array.from(customers, (one) => one.repeats);
  const totals = Float64Array.from(customers, ({ repeats: x, mean }) => x * mean);
  const counts = new Map<number, number>();
  for (const x of repeats) counts.set(x, (counts.get(x) ?? 0) + 1);
  const sumOfXLogTotal = customers.reduce((sum, { repeats: x, mean }) => sum + x * Math.log(x * mean), 0);
  const sumOfLogMean = customers.reduce((sum, { mean }) => sum + Math.log(mean), 0);
  return ({ p, q, v }) => {
    let sum = p * sumOfXLogTotal - sumOfLogMean + customers.length * (q * Math.log(v) - logGamma(q));
    counts.forEach((count, x) => {
      sum += count * (logGamma(p * x + q) - logGamma(p * x));
    });
    for (let one = 0; one < repeats.length; one++) sum -= (p * repeats[one]! + q) * Math.log(v + totals[one]!);
    return sum;
  };
}

/** The mean value to expect of a customer's next purchases: its own mean and that of all, weighed; needs q > 1. */
export function expectedOrderValue({ p, q, v }: GammaGamma, { repeats, mean }: Spending): number {
  return (p * (v + repeats * mean)) / (p * repeats + q - 1);
}
