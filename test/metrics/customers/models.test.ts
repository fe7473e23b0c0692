// The models' equations as their papers write them, and the papers' own example.

import { logLikelihoodOf, probabilityAlive, purchasesOfOneAlive, type Repeats } from "../../../src/metrics/customers/bg-nbd";
import { expectations } from "../../../src/metrics/customers/clv";
import { expectedOrderValue, fitGammaGamma } from "../../../src/metrics/customers/gamma-gamma";
import { logGamma, logGammas } from "../../../src/metrics/log-gamma";
import { likeliest, minimise } from "../../../src/metrics/optimise";

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const customer = { repeats: 2, recency: 30.43, age: 38.86 };
const rising = (from: number, times: number) => Array.from({ length: times }, (_, at) => from + at).reduce((product, one) => product * one, 1);

/** Equation 6 of Fader, Hardie & Lee (2005), its gammas as products. */
function likelihood({ r, alpha, a, b }: typeof published, { repeats: x, recency, age }: Repeats): number {
  const beta = rising(b, x) / rising(a + b, x);
  const left = x === 0 ? 0 : (a / (b + x - 1)) * (1 / (alpha + recency)) ** (r + x);
  return rising(r, x) * alpha ** r * beta * ((1 / (alpha + age)) ** (r + x) + left);
}

it("has the likelihood of the paper", () => {
  const customers = [customer, { repeats: 0, recency: 0, age: 38.86 }, { repeats: 5, recency: 12, age: 20 }, { repeats: 1, recency: 1.71, age: 38.86 }];
  const product = customers.reduce((all, one) => all * likelihood(published, one), 1);
  expect(logLikelihoodOf(customers)(published)).toBeCloseTo(Math.log(product), 9);
});

it("expects 1.226 purchases in 39 weeks of the paper's customer", () => {
  expect(probabilityAlive(published, customer) * purchasesOfOneAlive(published, customer.repeats, customer.age, 39)).toBeCloseTo(1.226, 3);
});

it("knows who has not come back to be a customer still, and doubts who has", () => {
  expect(probabilityAlive(published, { repeats: 0, recency: 0, age: 99 })).toBe(1);
  // Equation 11: 1 ÷ (1 + a ÷ (b + x − 1) × ((α + T) ÷ (α + t))^(r + x))
  expect(probabilityAlive(published, customer)).toBeCloseTo(1 / (1 + (0.793 / 3.426) * (43.274 / 34.844) ** 2.243), 12);
});

it("weighs a customer's own mean against that of all", () => {
  // (q − 1) ÷ (p x + q − 1) × v p ÷ (q − 1) + p x ÷ (p x + q − 1) × z, with p = 6.25, q = 3.74, v = 15.44, x = 2, z = 22
  const [own, all] = [12.5 / (12.5 + 2.74), 2.74 / (12.5 + 2.74)];
  expect(expectedOrderValue({ p: 6.25, q: 3.74, v: 15.44 }, { repeats: 2, mean: 22 })).toBeCloseTo(all * ((15.44 * 6.25) / 2.74) + own * 22, 9);
});

it("finds the mean that made the values", () => {
  const customers = Array.from({ length: 60 }, (_, at) => ({ repeats: 1 + (at % 3), mean: [20, 35, 50, 90, 40][at % 5]! }));
  const { params, isStable } = fitGammaGamma(customers);
  expect(isStable).toBe(true);
  expect((params.p * params.v) / (params.q - 1)).toBeCloseTo(47, -1);
});

it("discounts month by month", () => {
  const spending = { p: 6.25, q: 3.74, v: 15.44 };
  const seen = { ...customer, mean: 22 };
  const [plain] = expectations(published, spending, [seen], 2, 0, 4);
  const [half] = expectations(published, spending, [seen], 2, 1, 4);
  const [alive, value] = [probabilityAlive(published, customer), expectedOrderValue(spending, seen)];
  const until = (weeks: number) => alive * purchasesOfOneAlive(published, 2, 38.86, weeks);
  expect(plain).toEqual({ alive, orderValue: value, purchases: expect.closeTo(until(8), 12), value: expect.closeTo(until(8) * value, 9) });
  expect(half!.value).toBeCloseTo((until(4) / 2 + (until(8) - until(4)) / 4) * value, 9);
  expect(expectations(published, spending, [seen], 12, 0)[0]!.purchases).toBeCloseTo(until(365.25 / 7), 9);
});

it.each([0.1, 0.5, 1, 2.5, 7.99, 8, 30, 1e5])("has the logarithm of gamma at %p rise by that of its argument", (x) => {
  expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 8);
});

it("adds up logarithms of gamma, with shares of each", () => {
  const values = [0, 1, 1, 4];
  expect(logGammas(values)(0.5)).toBeCloseTo(values.reduce((sum, n) => sum + logGamma(0.5 + n), 0), 9);
  expect(logGammas([1, 2, 2])(0.7, 1.5)).toBeCloseTo([1, 2, 2].reduce((sum, n) => sum + logGamma(0.7 + 1.5 * n), 0), 9);
});

it("climbs to the likeliest parameters, all above 0", () => {
  const { params, isStable, logLikelihood } = likeliest({ x: 1, y: 1 }, ({ x, y }) => 5 - (x - 3) ** 2 - (y - 0.2) ** 2);
  expect([params.x, params.y, logLikelihood]).toEqual([expect.closeTo(3, 3), expect.closeTo(0.2, 3), expect.closeTo(5, 6)]);
  expect(isStable).toBe(true);
});

it("finds the bottom of a bowl from afar, and none of a slope", () => {
  const bowl = minimise(([x, y, z]) => (x! - 4) ** 2 + (y! + 3) ** 2 + (z! - 0.5) ** 2, [0, 0, 0]);
  expect(bowl.at.map((one) => Number(one.toFixed(3)))).toEqual([4, -3, 0.5]);
  expect(bowl.isStable).toBe(true);
});
