// ClickHouse, from 18.16 on: no FILTER, no date_trunc, no cast with ::, no date literals.

import { sql } from "kysely";
import { compileForClickHouse } from "../compile";
import type { Dialect } from "../dialect";

export const clickHouseDialect: Dialect = {
  family: "ClickHouse",
  compile: compileForClickHouse,
  // A column that cannot be null has 1970-01-01 where there is no day.
  date: (value) => sql`nullIf(toDate(${value}), toDate(0))`,
  dayNumber: (date) => sql`(toInt64(toRelativeDayNum(${date})) + 25569)`,
  timeOfDay: (value) => sql`((toHour(toDateTime(${value})) * 3600 + toMinute(toDateTime(${value})) * 60 + toSecond(toDateTime(${value}))) * toInt64(1000000))`,
  monthNumber: (date) => sql`(toInt64(toRelativeDayNum(toStartOfMonth(${date}))) + 25569)`,
  decimal: (number) => sql`toDecimal64(${number}, 4)`,
  wideDecimal: (number) => sql`toDecimal128(${number}, 4)`,
  double: (number) => sql`toFloat64(${number})`,
  text: (value, type) => sql`toString(${type === "day" ? sql`toDate(${value})` : value})`,
  folded: (text) => sql`lowerUTF8(replaceRegexpAll(${text}, '^ +| +$', ''))`,
  // countIf takes no condition that can be null.
  countIf: (condition) => sql`sum(case when ${condition} then 1 else 0 end)`,
};
