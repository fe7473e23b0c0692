// Which currency is each record's amount in?

import type { FieldMapping } from "./fields";
import type { ColumnsRead } from "./read-columns";
import { currencyCode } from "./readers/currency";
import { headerUnit } from "./readers/money";
import type { Issue } from "./reading";

/** Currencies by record, and what to say of them; null when the export names none. */
interface CurrenciesRead {
  readonly values: readonly (string | null)[] | null;
  readonly issues: readonly Issue[];
}

/**
 * The currency column wins, then the sign in the amount's cell, then the unit in its header; amounts without any take
 * the one the file names most. `fields` are the amount fields, the most telling first.
 */
export function readCurrencies(read: ColumnsRead, mapping: FieldMapping, fields: readonly string[], count: number): CurrenciesRead {
  const amounts = fields.filter((field) => read.values.has(field));
  if (amounts.length === 0) return { values: namedBy(read), issues: [] };
  const values = new Array<string | null>(count).fill(null);
  const column = namedBy(read);
  const tally = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    let currency = column ? column[row]! : null;
    for (let at = 0; currency === null && at < amounts.length; at++) currency = read.currencies.get(amounts[at]!)?.[row] ?? null;
    values[row] = currency;
    if (currency !== null) tally.set(currency, (tally.get(currency) ?? 0) + 1);
  }
  const unit = amounts.map((field) => headerUnit(mapping[field]!, read.yen).currency).find((currency) => currency !== null) ?? null;
  const most = [...tally].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
  const usual = unit ?? most;
  if (usual === null) return { values: null, issues: [] };
  for (let row = 0; row < count; row++) {
    if (values[row] === null && hasAmount(read, amounts, row)) {
      values[row] = usual;
      tally.set(usual, (tally.get(usual) ?? 0) + 1);
    }
  }
  return { values, issues: severalCurrencies(tally, mapping["currency"] ?? mapping[amounts[0]!]!) };
}

function hasAmount(read: ColumnsRead, amounts: readonly string[], row: number): boolean {
  return amounts.some((field) => read.values.get(field)![row] !== null);
}

function namedBy(read: ColumnsRead): (string | null)[] | null {
  const values = read.values.get("currency");
  if (!values) return null;
  const codes = new Map<string, string>();
  return values.map((value) => {
    if (typeof value !== "string") return null;
    let code = codes.get(value);
    if (code === undefined) codes.set(value, (code = currencyCode(value, read.yen)));
    return code;
  });
}

/** Said where records are in more than one; `tally` counts them by currency. */
export function severalCurrencies(tally: ReadonlyMap<string, number>, column: string): readonly Issue[] {
  if (tally.size < 2) return [];
  const count = [...tally.values()].reduce((sum, some) => sum + some, 0);
  return [{ kind: "currencies", row: null, column, found: [...tally.keys()].sort().join(", "), count }];
}
