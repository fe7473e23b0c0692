// How often will customers buy again who never say that they have left?

import { logGamma, logGammas } from "../log-gamma";
import { likeliest, type Fit, type Parameters } from "../optimise";

/** A customer's buying, in any unit of time: purchases after the first one, from the first to the last, from the first to today. */
export interface Repeats {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
}

/** Purchases come at a rate that varies as a gamma (r, alpha); after each a customer leaves with a chance that varies as a beta (a, b). */
export type BgNbd = Parameters<"r" | "alpha" | "a" | "b">;

/** The parameters that make the customers' buying most likely. Source: Fader, Hardie & Lee, “Counting Your Customers” the Easy Way (2005). */
export function fitBgNbd(customers: readonly Repeats[]): Fit<keyof BgNbd> {
  const meanAge = customers.reduce((sum, { age }) => sum + age, 0) / customers.length;
  return likeliest({ r: 1, alpha: Math.max(meanAge, 1e-6), a: 1, b: 1 }, logLikelihoodOf(customers));
}

/** The log-likelihood as a function of the parameters. */
export function logLikelihoodOf(customers: readonly Repeats[]): (given: BgNbd) => number {
  const logGammasFrom = logGammas(customers.map(({ repeats }) => repeats));
  const rises = (z: number) => logGammasFrom(z) - customers.length * logGamma(z);
  return ({ r, alpha, a, b }) => {
    let sum = customers.length * r * Math.log(alpha) + rises(r) + rises(b) - rises(a + b);
    for (const { repeats: x, recency, age } of customers) {
      const logAge = Math.log(alpha + age);
      sum -= (r + x) * logAge;
      if (x > 0) sum += softPlus(Math.log(a / (b + x - 1)) + (r + x) * (logAge - Math.log(alpha + recency)));
    }
    return sum;
  };
}

/** ln(1 + e^x) without overflow. */
function softPlus(x: number): number {
  return x > 35 ? x : Math.log1p(Math.exp(x));
}

/** The chance that a customer is still one; 1 before its first repeat, as a customer leaves only after a repeat purchase. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { repeats, recency, age }: Repeats): number {
  if (repeats === 0) return 1;
  return 1 / (1 + Math.exp(Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency))));
}

/**
 * Purchases to expect within a time of a customer who is alive; times the chance of that it is equation 10 of Fader, Hardie & Lee (2005): (a+b+x−1)/(a−1) × (1 − (1−z)^(r+x) F(r+x, b+x; a+b+x−1; z)), z = t/(α+T+t).
 * Euler's transformed series is shorter but alternates, and loses all digits where r is large; the terms of this one add up.
 */
export function purchasesOfOneAlive({ r, alpha, a: given, b }: BgNbd, repeats: number, age: number, time: number): number {
  // At a = 1 and at c = 0 the formula is 0 ÷ 0, and its neighbours are as good.
  const a = Math.abs(given - 1) < 1e-6 ? 1 + 1e-6 : given;
  const c = a + b + repeats - 1 || 1e-9;
  return (c / (a - 1)) * (1 - faded(r + repeats, b + repeats, c, time / (alpha + age + time)));
}

/** (1−z)^a F(a, b; c; z) with Gauss's 2F1, for 0 ≤ z < 1: the power may be too small and the series too large for a number, their product is not. */
export function faded(a: number, b: number, c: number, z: number): number {
  let log = a * Math.log1p(-z);
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 1e7; n++) {
    const growth = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= growth;
    sum += term;
    if (Math.abs(sum) > 1e200) {
      term *= 1e-200;
      sum *= 1e-200;
      log += 200 * Math.LN10;
    }
    if (growth < 1 && Math.abs(term) <= 1e-16 * Math.abs(sum)) return Math.exp(log) * sum;
  }
  return NaN;
}
