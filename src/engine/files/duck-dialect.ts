// How DuckDB spells what every SQL family spells its own way.

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import type { Dialect } from "../dialect";
import type { Statement } from "../engine";

const kysely = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export const duckDbDialect: Dialect = {
  family: "DuckDB",
  compile: (query) => {
    const { sql: text, parameters } = query.compile(kysely);
    return { sql: text, parameters: parameters as Statement["parameters"] };
  },
  dayNumber: (day) => sql`(cast(${day} as date) - date '1899-12-30')`,
  monthNumber: (day) => sql`(cast(date_trunc('month', ${day}) as date) - date '1899-12-30')`,
  decimal: (number) => sql`cast(${number} as decimal(18, 4))`,
  double: (number) => sql`cast(${number} as double)`,
  text: (value) => sql`cast(${value} as varchar)`,
  isBlank: (value, type) => (type === "text" ? sql`coalesce(trim(${value}), '') = ''` : sql`${value} is null`),
  countIf: (condition) => sql`count(*) filter (where ${condition})`,
  sumIf: (value, condition) => sql`sum(${value}) filter (where ${condition})`,
};
