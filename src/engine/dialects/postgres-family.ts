// DuckDB, PostgreSQL, and what speaks like PostgreSQL (Citus, CockroachDB).

import { sql } from "kysely";
import { dayOf } from "../../values";
import { compileForPostgres } from "../compile";
import type { Dialect } from "../dialect";

export const postgresDialect: Dialect = familyOf("PostgreSQL", (number) => sql`cast(${number} as numeric)`, (number) => sql`cast(${number} as numeric)`);

/** DuckDB would make a decimal of 3 places of `decimal` alone. */
export const duckDbDialect: Dialect = {
  ...familyOf("DuckDB", (number) => sql`cast(${number} as decimal(18, 4))`, (number) => sql`cast(${number} as decimal(38, 4))`),
  usualDays: {
    table: sql`(select cast(range as date) as each_day from range(date '1970-01-01', date '2070-01-01', interval 1 day)) as usual_days`,
    from: dayOf(1970, 1, 1)!,
    to: dayOf(2070, 1, 1)!,
  },
  // Asked once for each text of a Parquet dictionary, where a CASE looks at every cell.
  valueFor: (text, values) => sql`map_extract_value(map {${sql.join(values.map(([one, value]) => sql`${one}: ${sql.lit(value)}`))}}, ${text})`,
};

function familyOf(family: string, decimal: Dialect["decimal"], wideDecimal: Dialect["wideDecimal"]): Dialect {
  return {
    family,
    compile: compileForPostgres,
    date: (value) => sql`cast(${value} as date)`,
    dayNumber: (date) => sql`(${date} - cast('1899-12-30' as date))`,
    timeOfDay: (value) => sql`cast(floor(extract(epoch from cast(cast(${value} as timestamp) as time)) * 1000000) as bigint)`,
    monthNumber: (date) => sql`(${date} - cast('1899-12-30' as date) - cast(extract(day from ${date}) as integer) + 1)`,
    decimal,
    wideDecimal,
    double: (number) => sql`cast(${number} as double precision)`,
    text: (value, type) => (type === "text" ? value : sql`cast(${type === "day" ? sql`cast(${value} as date)` : value} as text)`),
    folded: (text) => sql`lower(trim(${text}))`,
    countIf: (condition) => sql`count(*) filter (where ${condition})`,
  };
}
