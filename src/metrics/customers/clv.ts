// What will each customer bring in over the next months?

import { Refusal } from "../refusal";
import { fitBgNbd, probabilityAlive, purchasesOfOneAlive, type BgNbd, type BgNbdFit, type Repeats } from "./bg-nbd";
import { expectedOrderValue, fitGammaGamma, type GammaGamma, type GammaGammaFit, type Spending } from "./gamma-gamma";
import type { Buyer } from "./orders";

/** Weeks of an average month. */
export const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** Fewer customers than these, or fewer who came back, leave four parameters to chance. Our rule of thumb, no law. */
export const fewest = { customers: 100, repeatCustomers: 30 } as const;

/** A customer as both models see it: times in weeks; `mean` is that of the repeat purchase days, 0 without any. */
export type Observed = Repeats & Spending;

/** Both models, fitted, and what tells how far to trust them. */
export interface ClvModel {
  readonly purchases: BgNbdFit;
  readonly spending: GammaGammaFit;
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Pearson's r of repeats and mean value among repeat customers, which the models take to be 0; null where one of them never varies. */
  readonly correlation: number | null;
}

/** What a customer is expected to do. */
export interface Expected {
  readonly alive: number;
  readonly purchases: number;
  readonly orderValue: number;
  readonly value: number;
}

/** A buyer with at least one purchase day, observed until the as-of day. */
export function observed({ purchaseDays, first, last, repeatAmount }: Buyer, asOf: number): Observed {
  const repeats = purchaseDays - 1;
  return { repeats, recency: (last - first) / 7, age: (asOf - first) / 7, mean: repeats === 0 ? 0 : repeatAmount / repeats };
}

/** The models of these customers, or why the sample cannot carry them. */
export function clvModel(customers: readonly Observed[]): ClvModel | Refusal {
  const again = customers.filter(({ repeats, mean }) => repeats > 0 && mean > 0);
  if (customers.length < fewest.customers) return new Refusal("few-customers", { found: customers.length, expected: fewest.customers });
  if (again.length < fewest.repeatCustomers) return new Refusal("few-repeat-customers", { found: again.length, expected: fewest.repeatCustomers });
  const purchases = fitBgNbd(customers);
  const spending = fitGammaGamma(again);
  if (!purchases.isStable || !spending.isStable) return new Refusal("no-convergence");
  if (spending.q <= 1) return new Refusal("no-mean-value");
  return { purchases, spending, customers: customers.length, repeatCustomers: again.length, correlation: correlation(again) };
}

/**
 * What to expect of each customer: Σ over months i of order value × purchases in month i ÷ (1 + discount)^i.
 * `unitsPerMonth` is the length of a month in the unit of the customers' times. Source: lifetimes, `_customer_lifetime_value`.
 */
export function expectations(purchases: BgNbd, spending: GammaGamma, customers: readonly Observed[], months: number, discount: number, unitsPerMonth = WEEKS_PER_MONTH): Expected[] {
  const known = new Map<number, Map<number, Outlook>>();
  return customers.map((customer) => {
    const { repeats, age } = customer;
    const ofRepeats = known.get(repeats) ?? new Map<number, Outlook>();
    const outlook = ofRepeats.get(age) ?? outlookOf(purchases, repeats, age, months, discount, unitsPerMonth);
    known.set(repeats, ofRepeats.set(age, outlook));
    const alive = probabilityAlive(purchases, customer);
    const orderValue = expectedOrderValue(spending, customer);
    return { alive, purchases: alive * outlook.purchases, orderValue, value: alive * outlook.discounted * orderValue };
  });
}

/** Purchases of a customer who is alive, and the same discounted: they depend on repeats and age alone, which many share. */
interface Outlook {
  readonly purchases: number;
  readonly discounted: number;
}

function outlookOf(model: BgNbd, repeats: number, age: number, months: number, discount: number, unitsPerMonth: number): Outlook {
  let before = 0;
  let discounted = 0;
  for (let month = 1; month <= months; month++) {
    const until = purchasesOfOneAlive(model, repeats, age, month * unitsPerMonth);
    discounted += (until - before) / (1 + discount) ** month;
    before = until;
  }
  return { purchases: before, discounted };
}

function correlation(customers: readonly Spending[]): number | null {
  const meanX = customers.reduce((sum, { repeats }) => sum + repeats, 0) / customers.length;
  const meanY = customers.reduce((sum, { mean }) => sum + mean, 0) / customers.length;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { repeats, mean } of customers) {
    xx += (repeats - meanX) ** 2;
    yy += (mean - meanY) ** 2;
    xy += (repeats - meanX) * (mean - meanY);
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
