// Trino and what is made of it (Athena, Starburst). Written by its documentation and compiled by a test; it was never run, as no server could be had.

import { sql } from "kysely";
import { compileForTrino } from "../compile";
import type { Dialect } from "../dialect";

export const trinoDialect: Dialect = {
  family: "Trino",
  compile: compileForTrino,
  date: (value) => sql`cast(${value} as date)`,
  dayNumber: (date) => sql`date_diff('day', date '1899-12-30', ${date})`,
  timeOfDay: (value) => sql`date_diff('millisecond', cast(cast(${value} as date) as timestamp), cast(${value} as timestamp)) * 1000`,
  monthNumber: (date) => sql`date_diff('day', date '1899-12-30', date_trunc('month', ${date}))`,
  decimal: (number) => sql`cast(${number} as decimal(38, 4))`,
  wideDecimal: (number) => sql`cast(${number} as decimal(38, 4))`,
  double: (number) => sql`cast(${number} as double)`,
  text: (value, type) => (type === "text" ? value : sql`cast(${type === "day" ? sql`cast(${value} as date)` : value} as varchar)`),
  folded: (text) => sql`lower(trim(${text}))`,
  countIf: (condition) => sql`count_if(${condition})`,
};
