// Exchange rates the user types in Setup, for exports in several currencies.

import type { WholeText } from "../text/whole";
import type { Memory } from "./memory";
import type { TableSpec } from "./block";
import { readTable } from "./any-language";
import { asidesIn } from "./unmatched";

export const ratesTableName = "Rates";

/** How much of the reporting currency one unit is worth; null until typed. */
export type Rates = readonly { readonly currency: string; readonly rate: number | null }[];

/** The rates of amounts in these currencies, which may be of earlier exports; `others` are those of the exports now. Null where they need none. */
export function ratesOf(currencies: readonly (string | null)[], reporting: string, memory: Memory, others: Rates | null): Rates | null {
  const found = countedCurrencies(currencies);
  const all = [...new Set([...found, ...(others ?? []).map(({ currency }) => currency)])];
  return ratesFor(ratesNamed(all, reporting, memory), found, reporting);
}

/** The rates of currencies by their names, in this order; null where there is at most one. The reporting currency has rate 1. */
export function ratesNamed(found: readonly string[], reporting: string, memory: Memory): Rates | null {
  if (found.length < 2) return null;
  const typed = readTable(memory.tables.get(ratesTableName), ({ tables: { rates } }) => ({ currency: rates.currency, rate: rates.rate }));
  const aside = asidesIn(memory).filter(({ where }) => where === ratesTableName);
  return found.map((currency) => {
    const row = typed.rows.find((cells) => typed.value(cells, "currency") === currency);
    const rate = row ? typed.value(row, "rate") : aside.find(({ record }) => record === currency)?.value;
    return { currency, rate: currency === reporting ? 1 : typeof rate === "number" ? rate : null };
  });
}

/** The rates that records need: null where they name no other currency than the reporting one. */
export function ratesFor(rates: Rates | null, found: readonly string[], reporting: string): Rates | null {
  return found.some((currency) => currency !== reporting) ? rates : null;
}

/** An amount in the reporting currency: as it is where the export has one currency; null in a currency without a rate. */
export function worthBy(rates: Rates | null): (amount: number | null, currency: string | null) => number | null {
  if (!rates) return (amount) => amount;
  const known = new Map(rates.map(({ currency, rate }) => [currency, rate]));
  return (amount, currency) => {
    const rate = currency === null ? null : (known.get(currency) ?? null);
    return amount === null || rate === null ? null : amount * rate;
  };
}

/** Currencies by how many records name them; `records` says how many each row is, where it is not one. */
export function countedCurrencies(currencies: readonly (string | null)[], records?: readonly number[]): readonly string[] {
  const counts = new Map<string, number>();
  currencies.forEach((currency, row) => { if (currency) counts.set(currency, (counts.get(currency) ?? 0) + (records?.[row] ?? 1)); });
  return [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
}

/** The table to type rates in. */
export function ratesTable(rates: Rates, text: WholeText): TableSpec {
  const words = text.tables.rates;
  return {
    name: ratesTableName,
    kind: "form",
    key: [words.currency],
    filter: false,
    style: "form",
    columns: [
      { name: words.currency, owner: "crm", format: "text", contents: rates.map((row) => row.currency) },
      { name: words.rate, owner: "user", format: "general", look: "input", contents: rates.map((row) => row.rate), allowed: { kind: "number", min: 0, max: 1e9, whole: false, prompt: words.prompt } },
    ],
  };
}
