// Which currency is a record in that names none, and is there one at all?

import { sql } from "kysely";
import { severalCurrencies } from "../crm/currencies";
import { expected } from "../crm/expected";
import { isFigureKind } from "../crm/fields";
import { kindOf } from "../crm/objects/tables";
import { yenIn } from "../crm/read-columns";
import { columnOf } from "../crm/readers/column";
import { currencyCode, type Yen } from "../crm/readers/currency";
import { headerUnit } from "../crm/readers/money";
import type { Issue } from "../crm/reading";
import type { FieldSql, Fields } from "./field-sql";
import { textTable, type TableRead } from "./read-sample";
import { recordsSql, outputOf, type Output, type Source } from "./records-sql";
import { asked, textOf } from "./table-sql";
import type { Words } from "./words";

/** As `readCurrencies` takes them. */
export interface Currencies {
  /** Of records that have an amount and name none; null where nobody says. */
  readonly usual: string | null;
  /** 1 where a record has an amount, where that matters. */
  readonly hasAmount: Output | null;
  /** The code of a text of the currency column. */
  readonly codeOf: (raw: string, hasAmount: boolean) => string | null;
  /** Records are in more than one. */
  readonly areSeveral: boolean;
  readonly issues: readonly Issue[];
}

const mostCurrencies = 2000;

export async function currenciesOf(source: Source, fields: Fields): Promise<Currencies> {
  const { columns, recognition: { object } } = source.read;
  const mapped = expected[object].amounts.filter((field) => columns.has(field));
  const hasAmount = amountOutput(mapped, fields);
  const yen = yenOf(source.read);
  const words = source.facts.words.get(columns.get("currency")?.name ?? "");
  const unit = mapped.map((field) => headerUnit(columns.get(field)!.name, yen).currency).find((currency) => currency !== null) ?? null;
  const tally = hasAmount && fields("currency") ? await tallied(source, fields, hasAmount, words, yen) : { byCode: new Map<string, number>(), without: 0 };
  const most = [...tally.byCode].sort((left, right) => right[1] - left[1])[0]?.[0] ?? null;
  const usual = hasAmount ? (unit ?? most) : null;
  if (usual !== null && tally.without > 0) tally.byCode.set(usual, (tally.byCode.get(usual) ?? 0) + tally.without);
  return {
    usual,
    hasAmount: usual !== null && tally.without > 0 ? hasAmount : null,
    codeOf: (raw, has) => codeOf(raw, words, yen) ?? (has ? usual : null),
    areSeveral: tally.byCode.size > 1,
    issues: severalCurrencies(tally.byCode, (columns.get("currency") ?? columns.get(mapped[0] ?? ""))?.name ?? ""),
  };
}

/** As the readers of files take the sign, by the sample. */
function yenOf({ table, recognition: { object, mapping } }: TableRead): Yen {
  const sample = textTable(table.name, table.columns.map(({ name }) => name), table.sample);
  const figures = Object.entries(mapping).flatMap(([field, header]) => (isFigureKind(kindOf(object, field)) ? [columnOf(sample, header)?.cells ?? []] : []));
  return yenIn(sample, figures);
}

/** What tells a field of the records: its value, and for a currency that not all records name also whether there is an amount. */
export function tellingOutputs(source: Source, field: string, found: FieldSql, hasAmount: Output | null): readonly Output[] {
  const value = outputOf(source, field, found);
  return field === "currency" && hasAmount ? [value, hasAmount] : [value];
}

function amountOutput(mapped: readonly string[], fields: Fields): Output | null {
  const amounts = mapped.flatMap((field) => fields(field) ?? []);
  if (amounts.length === 0) return null;
  return { name: "has_amount", inner: new Map(amounts.flatMap((one) => [...one.inner])), sql: sql`case when ${sql.join(amounts.map((one) => sql`${one.sql} is not null`), sql` or `)} then 1 else 0 end` };
}

/** Records by the currency they name, and how many name none but have an amount. */
async function tallied(source: Source, fields: Fields, hasAmount: Output, words: Words | undefined, yen: Yen): Promise<{ byCode: Map<string, number>; without: number }> {
  const outputs = tellingOutputs(source, "currency", fields("currency")!, hasAmount);
  const names = sql.join(outputs.map(({ name }) => sql.id(name)));
  const rows = await asked(source.read, sql`select ${names}, count(*) as records from ${recordsSql(source, outputs)} group by ${names} order by ${names}`, mostCurrencies);
  const byCode = new Map<string, number>();
  let without = 0;
  for (const [raw, has, count] of rows) {
    const code = codeOf(textOf(raw), words, yen);
    if (code !== null) byCode.set(code, (byCode.get(code) ?? 0) + Number(count));
    else if (Number(has) === 1) without += Number(count);
  }
  return { byCode, without };
}

function codeOf(raw: string, words: Words | undefined, yen: Yen): string | null {
  const word = words ? words.of(raw) : raw || null;
  return word === null ? null : currencyCode(word, yen);
}
