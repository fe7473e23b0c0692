// Amounts of a table whose records name several currencies: as written, and times the rate typed in Setup.

import { fieldTables } from "../../crm/objects/tables";
import type { ObjectKind } from "../../crm/reading";
import { column, thisRow } from "../../formula/column";
import { call, type Term } from "../../formula/term";
import { asItselfAmong } from "../../formula/wildcards";
import type { WholeText } from "../../text/whole";
import { ratesTableName, worthBy, type Rates } from "../rates";
import { fieldColumn, type FieldColumn } from "./columns";

/** The field of the amounts as written beside those that count. */
export function asWrittenField(field: string): string {
  return `${field}AsWritten`;
}

/** Fields of an object that hold money, and what groups have added up of them. */
export function moneyFields(object: ObjectKind): ReadonlySet<string> {
  const own = Object.entries<{ readonly kind: string }>(fieldTables[object]).filter(([, { kind }]) => kind === "money").map(([field]) => field);
  return new Set([...own, "amount", "weighted", "earned"]);
}

/** Each column of money becomes two: as written, and in the reporting currency under its own header; without a rate it is empty. */
export function inReporting(object: ObjectKind, table: string, columns: readonly FieldColumn[], rates: Rates | null, text: WholeText, money = moneyFields(object)): readonly FieldColumn[] {
  const currencies = columns.find(({ field }) => field === "currency");
  if (!rates || !currencies) return columns;
  return columns.flatMap((one): readonly FieldColumn[] => {
    const { field, spec } = one;
    if (field === null || !money.has(field)) return [one];
    const name = object === "deal" && field === "amount" ? text.tables.deals.amountAsWritten : text.tables.deals.asWritten(spec.name);
    const convert = converter({ table, header: name, currencies: currencies.spec.name }, rates, text);
    const terms = spec.contents.map((amount, row) => convert(amount as number | null, currencies.spec.contents[row] as string | null));
    return [{ ...one, field: asWrittenField(field), spec: { ...spec, name, format: "decimal" } }, fieldColumn(field, spec.name, "money", terms)];
  });
}

interface Written {
  readonly table: string;
  /** Headers of the amount as written and of its currency. */
  readonly header: string;
  readonly currencies: string;
}

/** Amounts times their currencies' rates in Setup, by one formula for all rows. */
export function converter({ table, header, currencies }: Written, rates: Rates, text: WholeText): (amount: number | null, currency: string | null) => Term {
  const { rates: words } = text.tables;
  const name = asItselfAmong(thisRow(table, currencies), rates.map((row) => row.currency));
  const rate = `INDEX(${column(ratesTableName, words.rate, []).text},MATCH(${name},${column(ratesTableName, words.currency, []).text},0))`;
  const written = thisRow(table, header);
  const formula = `IF(ISNUMBER(${written}),IF(ISNUMBER(${rate}),${written}*${rate},""),"")`;
  const worth = worthBy(rates);
  return (amount, currency) => call(formula, worth(amount, currency) ?? "");
}
