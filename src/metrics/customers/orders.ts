// Who bought when, and for how much?

/** Orders by their customers, as columns of the same length. */
export interface Orders {
  /** The customers' names or numbers, in the order of their first row. */
  readonly customers: readonly (string | number)[];
  /** For each order the place of its customer in `customers`. */
  readonly customer: readonly number[];
  /** Excel's day count. */
  readonly day: readonly number[];
  /** Null where amounts were not asked for. */
  readonly amount: readonly number[] | null;
}

/** What a customer bought until the as-of day; the orders of a day are one purchase. */
export interface Buyer {
  readonly customer: string | number;
  /** Days with a purchase: those whose amounts do not add up to less than 0. */
  readonly purchaseDays: number;
  /** The first and the last of them; 0 where there is none. */
  readonly first: number;
  readonly last: number;
  /** Total of the purchase days after the first. */
  readonly repeatAmount: number;
  /** Total of all days, refunds taken off. */
  readonly amount: number;
}

export interface Buying {
  /** Those with any order until the as-of day, in the order of their first row. */
  readonly buyers: readonly Buyer[];
  /** Orders after the as-of day, which count nowhere. */
  readonly ordersAfter: number;
  /** Days on which a customer got back more than it paid, which are no purchases. */
  readonly refundDays: number;
}

/** What each customer bought until the as-of day. */
export function buyingOf({ customers, customer, day, amount }: Orders, asOf: number): Buying {
  const kept = new Uint32Array(day.length);
  let count = 0;
  for (let order = 0; order < day.length; order++) if (day[order]! <= asOf) kept[count++] = order;
  const sorted = kept.subarray(0, count).sort((left, right) => customer[left]! - customer[right]! || day[left]! - day[right]!);
  const buyers: Buyer[] = [];
  let refundDays = 0;
  for (let at = 0; at < count; ) {
    const who = customer[sorted[at]!]!;
    const buyer = { customer: customers[who]!, purchaseDays: 0, first: 0, last: 0, repeatAmount: 0, amount: 0 };
    while (at < count && customer[sorted[at]!] === who) {
      const on = day[sorted[at]!]!;
      let total = 0;
      for (; at < count && customer[sorted[at]!] === who && day[sorted[at]!] === on; at++) total += amount?.[sorted[at]!] ?? 0;
      // Cents that cancel out leave a trace below 0.
      if (total < -1e-9) refundDays++;
      else addPurchase(buyer, on, total);
      buyer.amount += total;
    }
    buyers.push(buyer);
  }
  return { buyers, ordersAfter: day.length - count, refundDays };
}

function addPurchase(buyer: { -readonly [K in keyof Buyer]: Buyer[K] }, day: number, total: number): void {
  if (buyer.purchaseDays === 0) buyer.first = day;
  else buyer.repeatAmount += total;
  buyer.last = day;
  buyer.purchaseDays++;
}
