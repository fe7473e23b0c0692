// The values of a row, once none of them is blank.

import { Refusal } from "../../metrics/refusal";
import type { CellValue } from "../../values";

type Known<V> = { readonly [K in keyof V]: NonNullable<V[K]> };

/** The measure of a row whose values are all there; else the blank one is named. */
export function needed<V extends Readonly<Record<string, unknown>>>(values: V, row: number, measure: (known: Known<V>) => Exclude<CellValue, null> | Refusal): Exclude<CellValue, null> | Refusal {
  for (const argument in values) if (values[argument] === null) return new Refusal("blank", { argument, row });
  return measure(values as Known<V>);
}
