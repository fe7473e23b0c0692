// A metric's value from plain numbers, or the refusal that it has none.

import { literal, type Figure, type Term } from "../../formula/term";
import { refuse, type RefusalKind } from "../../metrics/refusal";

/** The metric as a function of numbers; where it gives nothing, `argument` is refused. */
export function measured<P extends readonly Term<number>[]>(metric: (...parts: P) => Term<Figure>, kind: RefusalKind, argument: string): (...values: { [K in keyof P]: number }) => number {
  return (...values) => figureOr(metric(...values.map((value) => literal(value)) as unknown as P), kind, argument);
}

/** The value of a metric; where there is none, `argument` is refused. */
export function figureOr({ value }: Term<Figure>, kind: RefusalKind, argument: string): number {
  return value === "" ? refuse(kind, argument) : value;
}

/** Refuses what is more than can be, beyond what fractions in a computer explain. */
export function checkMost(argument: string, value: number, most: number): void {
  if (value - most > 1e-9 * Math.max(1, Math.abs(most))) refuse("out-of-range", argument, { found: value, expected: `≤ ${most}` });
}
