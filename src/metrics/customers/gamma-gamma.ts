// What will an order of a customer be worth on average, seen from the few there are?

import { logGamma, logGammas } from "../log-gamma";
import { likeliest, type Fit, type Parameters } from "../optimise";

/** A customer's repeat purchases and their mean value. */
export interface Spending {
  readonly repeats: number;
  readonly mean: number;
}

/** Values of a customer's purchases vary as a gamma (p, ν), and ν from customer to customer as a gamma (q, v). */
export type GammaGamma = Parameters<"p" | "q" | "v">;

/** The parameters that make the means most likely; needs repeats and means above 0. Source: Fader & Hardie, The Gamma-Gamma Model of Monetary Value (2013). */
export function fitGammaGamma(customers: readonly Spending[]): Fit<keyof GammaGamma> {
  const mean = customers.reduce((sum, one) => sum + one.mean, 0) / customers.length;
  return likeliest({ p: Math.E, q: Math.E, v: mean }, logLikelihoodOf(customers));
}

function logLikelihoodOf(customers: readonly Spending[]): (given: GammaGamma) => number {
  const logGammasFrom = logGammas(customers.map(({ repeats }) => repeats));
  return ({ p, q, v }) => {
    let sum = customers.length * (q * Math.log(v) - logGamma(q)) + logGammasFrom(q, p) - logGammasFrom(0, p);
    for (const { repeats, mean } of customers) {
      const total = repeats * mean;
      sum += p * repeats * Math.log(total) - Math.log(mean) - (p * repeats + q) * Math.log(v + total);
    }
    return sum;
  };
}

/** The mean value to expect of a customer's next purchases: its own mean and that of all, weighed; needs q > 1. */
export function expectedOrderValue({ p, q, v }: GammaGamma, { repeats, mean }: Spending): number {
  return (p * (v + repeats * mean)) / (p * repeats + q - 1);
}
