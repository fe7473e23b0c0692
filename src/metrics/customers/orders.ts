// Who bought when, and for how much?

/** Orders by their customers, as columns of the same length. */
export interface Orders {
  /** The customers' names or numbers, in the order of their first row. */
  readonly customers: readonly (string | number)[];
  /** For each order the place of its customer in `customers`. */
  readonly customer: readonly number[];
  /** Excel's day count. */
  readonly day: readonly number[];
  /** Empty where amounts were not asked for. */
  readonly amount: readonly number[];
  /** How many orders each is; absent where one. */
  readonly records?: readonly number[];
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

/** Buyers, and what counts nowhere. */
export interface Buying {
  /** Those with any order until the as-of day, in the order of their first row. */
  readonly buyers: readonly Buyer[];
  /** Orders after the as-of day, which count nowhere. */
  readonly ordersAfter: number;
  /** Days on which a customer got back more than it paid, which are no purchases. */
  readonly refundDays: number;
}

/** What each customer bought until the as-of day. */
export function buyingOf({ customers, customer, day, amount, records }: Orders, asOf: number): Buying {
  const totals: Map<number, number>[] = [];
  const kept = day.map((on) => on <= asOf);
  day.forEach((on, order) => {
    if (!kept[order]) return;
    const days = (totals[customer[order]!] ??= new Map<number, number>());
    days.set(on, (days.get(on) ?? 0) + amount[order]!);
  });
  let refundDays = 0;
  const buyers = totals.flatMap((days, who): Buyer[] => {
    // Cents that cancel out leave a trace below 0.
    const bought = [...days].filter(([, total]) => total >= -1e-9).sort(([left], [right]) => left - right);
    refundDays += days.size - bought.length;
    const [first = 0, last = 0] = [bought[0]?.[0], bought.at(-1)?.[0]];
    return [{ customer: customers[who]!, purchaseDays: bought.length, first, last, repeatAmount: sumOf(bought.slice(1)), amount: sumOf([...days]) }];
  });
  return { buyers, ordersAfter: kept.reduce((sum, isKept, order) => sum + (isKept ? 0 : (records?.[order] ?? 1)), 0), refundDays };
}

function sumOf(days: readonly (readonly [number, number])[]): number {
  return days.reduce((sum, [, total]) => sum + total, 0);
}
