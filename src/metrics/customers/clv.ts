// What will each customer bring in over the next months?

import type { Fit } from "../optimise";
import { refuse } from "../refusal";
import { fitBgNbd, probabilityAlive, purchasesOfOneAlive, type BgNbd, type Repeats } from "./bg-nbd";
import { expectedOrderValue, fitGammaGamma, type GammaGamma, type Spending } from "./gamma-gamma";
import type { Buyer } from "./orders";

/** Weeks of an average month. */
const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** Fewer customers than the first, or fewer who came back than the second, leave four parameters to chance. Our rule of thumb, no law. */
export const fewestCustomers = [100, 30] as const;

/** A customer as both models see it: times in weeks; `mean` is that of the repeat purchase days, 0 without any. */
export type Observed = Repeats & Spending;

/** Both models, fitted, and what tells how far to trust them. */
export interface ClvModel {
  readonly purchases: Fit<keyof BgNbd>;
  readonly spending: Fit<keyof GammaGamma>;
  readonly repeatCustomers: number;
  /** Pearson's r of repeats and mean value among repeat customers, which the models take to be 0; null where one of them never varies. */
  readonly correlation: number | null;
}

/** What a customer is expected to do. */
interface Expected {
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

/** The models of these customers; refused where the sample cannot carry them. */
export function clvModel(customers: readonly Observed[]): ClvModel {
  const again = customers.filter(({ repeats, mean }) => repeats > 0 && mean > 0);
  if (customers.length < fewestCustomers[0] || again.length < fewestCustomers[1]) refuse("few-customers", "orders", { found: `${customers.length}, ${again.length}`, expected: fewestCustomers.join(", ") });
  const purchases = fitBgNbd(customers);
  const spending = fitGammaGamma(again);
  // With q of 1 and less values have no mean.
  if (!purchases.isStable || !spending.isStable || spending.params.q <= 1) refuse("no-convergence", "orders");
  return { purchases, spending, repeatCustomers: again.length, correlation: correlation(again) };
}

/**
 * What to expect of each customer: Σ over months i of order value × purchases in month i ÷ (1 + discount)^i.
 * `unitsPerMonth` is the length of a month in the unit of the customers' times. Source: lifetimes, `_customer_lifetime_value`.
 */
export function expectations(purchases: BgNbd, spending: GammaGamma, customers: readonly Observed[], months: number, discount: number, unitsPerMonth = WEEKS_PER_MONTH): Expected[] {
  const known = new Map<string, Outlook>();
  return customers.map((customer) => {
    const key = `${customer.repeats} ${customer.age}`;
    const outlook = known.get(key) ?? outlookOf(purchases, customer, months, discount, unitsPerMonth);
    known.set(key, outlook);
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

function outlookOf(model: BgNbd, { repeats, age }: Repeats, months: number, discount: number, unitsPerMonth: number): Outlook {
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
  const mean = (of: (one: Spending) => number) => customers.reduce((sum, one) => sum + of(one), 0) / customers.length;
  const [x, y] = [mean((one) => one.repeats), mean((one) => one.mean)];
  const r = mean((one) => (one.repeats - x) * (one.mean - y)) / Math.sqrt(mean((one) => (one.repeats - x) ** 2) * mean((one) => (one.mean - y) ** 2));
  return Number.isNaN(r) ? null : r;
}
