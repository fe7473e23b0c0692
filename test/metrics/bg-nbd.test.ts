// BG/NBD and Gamma-Gamma against published parameters, and against their definitions integrated numerically.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { faded, fitBgNbd, logLikelihoodOf, probabilityAlive, purchasesOfOneAlive, type BgNbd, type Repeats } from "../../src/metrics/customers/bg-nbd";
import { clvModel, expectations, type Observed } from "../../src/metrics/customers/clv";
import { expectedOrderValue, fitGammaGamma } from "../../src/metrics/customers/gamma-gamma";
import { logGamma } from "../../src/metrics/log-gamma";
import { describeWithShared, sharedData } from "../shared-data";

describe("logGamma", () => {
  it("is the logarithm of the factorial", () => {
    let factorial = 1;
    for (let n = 1; n < 20; factorial *= n++) expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
  });
  it("is known at a half", () => expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13));
  it("grows by ln x from x to x + 1", () => {
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-11 * (1 + Math.abs(logGamma(x))));
    }));
  });
});

describe("faded", () => {
  it.each([
    ["F(1,1;2;z) = −ln(1−z)/z", faded(1, 1, 2, 0.7), (0.3 * -Math.log(0.3)) / 0.7],
    ["F(a,b;b;z) = (1−z)^−a", faded(2.5, 4, 4, 0.9), 1],
    ["F(1/2,1;3/2;z²) = artanh(z)/z", faded(0.5, 1, 1.5, 0.25), (Math.sqrt(0.75) * Math.atanh(0.5)) / 0.5],
    ["a polynomial", faded(-2, 3, 5, 0.5), (1 - (6 / 5) * 0.5 + ((2 * 12) / (5 * 6 * 2)) * 0.25) / 0.25],
    ["more than a number holds", faded(4000, 7, 7, 0.5), 1],
  ])("%s", (_, ours, known) => expect(ours / known).toBeCloseTo(1, 11));
});

/** Purchases of one alive: ∫ Beta(p; a, b+x) (1 − ((α+T)/(α+T+pt))^(r+x)) ÷ p dp, by the midpoint rule on p = u^k near 0. */
function integrated(model: { r: number; alpha: number; a: number; b: number }, repeats: number, age: number, time: number): number {
  const power = Math.max(1, 3 / model.a);
  const steps = 200_000;
  let sum = 0;
  let weight = 0;
  for (let step = 0; step < steps; step++) {
    const u = (step + 0.5) / steps;
    const p = u ** power;
    const density = Math.exp((model.a - 1) * Math.log(p) + (model.b + repeats - 1) * Math.log1p(-p)) * power * u ** (power - 1);
    weight += density;
    sum += (density * -Math.expm1((model.r + repeats) * Math.log((model.alpha + age) / (model.alpha + age + p * time)))) / p;
  }
  return sum / weight;
}

describe("purchasesOfOneAlive", () => {
  it.each([
    [{ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 38.86, 39], [{ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 0, 0, 260], [{ r: 5, alpha: 20, a: 12, b: 40 }, 3, 50, 52],
    [{ r: 0.5, alpha: 2, a: 200, b: 400 }, 1, 10, 52], [{ r: 3, alpha: 9, a: 1, b: 4 }, 30, 100, 520], [{ r: 1.2, alpha: 7, a: 0.4, b: 1.1 }, 0, 20, 26],
  ])("is the integral it stands for: %j, %d repeats, age %d, time %d", (model, repeats, age, time) => {
    expect(purchasesOfOneAlive(model, repeats, age, time) / integrated(model, repeats, age, time)).toBeCloseTo(1, 5);
  });

  it("stays finite where a customer bought often on the first day and time is long against alpha", () => {
    const model = { r: 1, alpha: Math.exp(-3.91), a: 1, b: 1 };
    const [half, full] = [26, 52].map((weeks) => purchasesOfOneAlive(model, 253, 0, weeks));
    expect(full! / integrated(model, 253, 0, 52)).toBeCloseTo(1, 3);
    expect(full).toBeGreaterThan(half!);
  });

  it("grows with time and stays finite wherever the fit may end", () => {
    const parameter = fc.double({ min: -5, max: 6, noNaN: true });
    fc.assert(fc.property(parameter, parameter, parameter, parameter, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1000 }), (r, alpha, a, b, repeats, age) => {
      const model = { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
      const [half, full] = [26, 52].map((weeks) => purchasesOfOneAlive(model, repeats, age, weeks));
      expect(half).toBeGreaterThan(0);
      expect(full).toBeGreaterThanOrEqual(half! * (1 - 1e-9));
      expect(full).toBeLessThanOrEqual((52 * (model.r + repeats)) / (model.alpha + age) * (1 + 1e-4));
    }), { numRuns: 300 });
  });
});

describeWithShared("CDNOW", () => {
  const expected = JSON.parse(readFileSync(sharedData("cdnow_sample/expected_bgnbd.json")!, "utf8"));
  const customers: Observed[] = readFileSync(sharedData("cdnow_sample/cdnow_customers_summary_with_transactions.csv")!, "utf8").trim().split(/\r?\n/).slice(1).map((line) => {
    const [, repeats, recency, age, mean] = line.split(",").map(Number);
    return { repeats: repeats!, recency: recency!, age: age!, mean: mean! };
  });
  /** As the documentation of lifetimes prints them. */
  const published = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 };
  const again = customers.filter(({ repeats }) => repeats > 0);
  const purchases = fitBgNbd(customers);
  const spending = fitGammaGamma(again);

  it("finds the published parameters of BG/NBD", () => {
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expect(purchases.params[name] / published[name]).toBeCloseTo(1, 3);
      expect(purchases.params[name] / expected.bgnbd_fit[name]).toBeCloseTo(1, 3);
    }
    expect(purchases.isStable).toBe(true);
    // The file rounds ages to two decimals.
    expect(Math.abs(purchases.logLikelihood - expected.bgnbd_fit.loglik)).toBeLessThan(0.05);
  });
  it("finds nothing likelier than the independent search", () => {
    expect(purchases.logLikelihood).toBeGreaterThanOrEqual(logLikelihoodOf(customers)(expected.bgnbd_fit) - 1e-6);
  });
  it("finds the published parameters of Gamma-Gamma", () => {
    for (const name of ["p", "q", "v"] as const) expect(spending.params[name] / expected.gamma_gamma_fit[name]).toBeCloseTo(1, 3);
    expect(Math.abs(spending.logLikelihood - expected.gamma_gamma_fit.loglik)).toBeLessThan(0.05);
  });
  it("gives the published customers' chances, purchases and order values", () => {
    const given = expected.per_customer_parameters;
    for (const { x, t_x, T, zbar, p_alive, expected_purchases_39_weeks, expected_mean_spend } of expected.per_customer_examples) {
      const customer = { repeats: x, recency: t_x, age: T, mean: zbar };
      expect(probabilityAlive(given, customer)).toBeCloseTo(p_alive, 9);
      expect(expectedPurchases(given, customer, 39)).toBeCloseTo(expected_purchases_39_weeks, 8);
      expect(expectedOrderValue(given, customer)).toBeCloseTo(expected_mean_spend, 9);
    }
  });
  it("expects in all the purchases an independent computation expects", () => {
    const given = expected.per_customer_parameters;
    const sum = customers.reduce((total, customer) => total + expectedPurchases(given, customer, 39), 0);
    expect(sum / expected.aggregate_expected_purchases_next_39_weeks).toBeCloseTo(1, 4);
  });
  it("gives the values lifetimes gives, whose months have 30 units of time", () => {
    const values = expectations(published, spending.params, customers, 12, 0.01, 30);
    [140.096211, 18.943467, 38.180574, null, null, 1003.868107].forEach((value, at) => {
      if (value !== null) expect(values[at]!.value / value).toBeCloseTo(1, 3);
    });
    [24.658619, 18.911489, 35.170981].forEach((value, at) => expect(values[at]!.orderValue / value).toBeCloseTo(1, 3));
  });
  it("shows the published correlation of orders and value", () => expect(clvModel(customers).correlation).toBeCloseTo(0.113884, 6));
  it("does not depend on the order of the customers", () => {
    const { r, alpha, a, b } = fitBgNbd([...customers].reverse()).params;
    expect([r, alpha, a, b].map((one, at) => one / Object.values(purchases.params)[at]!)).toEqual([1, 1, 1, 1].map((one) => expect.closeTo(one, 4)));
  });
});

/** Purchases to expect within a time from now. */
function expectedPurchases(model: BgNbd, customer: Repeats, time: number): number {
  return probabilityAlive(model, customer) * purchasesOfOneAlive(model, customer.repeats, customer.age, time);
}
