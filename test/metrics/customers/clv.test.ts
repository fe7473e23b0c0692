// When a sample carries the models, and what their search finds.

import { clvModel, type Observed } from "../../../src/metrics/customers/clv";
import { expectedOrderValue } from "../../../src/metrics/customers/gamma-gamma";
import { minimise } from "../../../src/metrics/optimise";
import { Refusal } from "../../../src/metrics/refusal";

describe("minimise", () => {
  it("finds the bottom of Rosenbrock's valley", () => {
    const { at, isStable } = minimise(([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2, [-1.2, 1]);
    expect(isStable).toBe(true);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });
  it("says when there is nothing to find", () => expect(minimise(() => NaN, [0, 0]).isStable).toBe(false));
});

describe("clvModel", () => {
  const customer = (repeats: number, mean: number): Observed => ({ repeats, recency: repeats === 0 ? 0 : 20, age: 30, mean });
  const refusalOf = (customers: readonly Observed[]) => {
    try {
      return clvModel(customers);
    } catch (refusal) {
      return refusal;
    }
  };
  it("refuses too few customers", () => expect(refusalOf(Array.from({ length: 99 }, () => customer(1, 10)))).toEqual(new Refusal("few-customers", { argument: "orders", found: "99, 99", expected: "100, 30" })));
  it("refuses too few who came back", () => {
    expect(refusalOf(Array.from({ length: 200 }, (_, at) => customer(at < 29 ? 1 : 0, 10)))).toMatchObject({ kind: "few-customers", parts: { found: "200, 29" } });
  });
  it("refuses what no parameters fit", () => expect(refusalOf(Array.from({ length: 200 }, (_, at) => ({ ...customer(at % 2, 10), recency: -40 })))).toMatchObject({ kind: "no-convergence" }));
  it("refuses values without a mean", () => {
    expect(refusalOf(Array.from({ length: 200 }, (_, at) => customer(at % 2, 10 * (200 / (at + 0.5)) ** 2)))).toMatchObject({ kind: "no-convergence" });
  });
  it("expects what everyone spends where everyone spends the same", () => {
    const model = clvModel(Array.from({ length: 200 }, (_, at) => customer(at % 3, at % 3 === 0 ? 0 : 100)));
    expect(model.correlation).toBeNull();
    expect(expectedOrderValue(model.spending.params, { repeats: 2, mean: 100 })).toBeCloseTo(100, 0);
    expect(expectedOrderValue(model.spending.params, { repeats: 0, mean: 0 })).toBeCloseTo(100, 0);
  });
  it("tells how far orders and their value go together", () => {
    // Pearson's r by hand of 30 times (1, 10), (2, 20), (3, 15) and 10 without repeats: 5 ÷ √(2 × 50) = 0.5
    const model = clvModel(Array.from({ length: 120 }, (_, at) => (at % 4 === 3 ? customer(0, 0) : customer((at % 4) + 1, [10, 20, 15][at % 4]!))));
    expect(model.repeatCustomers).toBe(90);
    expect(model.correlation).toBeCloseTo(0.5, 9);
  });
});
