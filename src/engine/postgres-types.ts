// What do PostgreSQL's types hold, and how are their values read?

import type { ColumnType, EngineCell } from "./engine";

const numbers = ["int2", "int4", "int8", "float4", "float8", "numeric", "oid"];
const days = ["date", "timestamp", "timestamptz"];

/** What a column holds, by the name of its type in `pg_type`. */
export function postgresType(name: string): ColumnType {
  if (numbers.includes(name)) return "number";
  if (days.includes(name)) return "day";
  return name === "bool" ? "flag" : "text";
}

/** Types of the wire protocol: numbers exact to 15 digits, flags, and text as the server writes it; never a Date, which has a zone. */
export const asPostgresWrites = {
  getTypeParser: (oid: number) => (text: string): EngineCell => {
    if (numberTypes.includes(oid)) return /^-?(NaN|Infinity)$/.test(text) ? null : Number(text);
    return oid === flagType ? text === "t" : text;
  },
};

/** int8, int2, int4, oid, float4, float8, numeric. */
const numberTypes = [20, 21, 23, 26, 700, 701, 1700];
const flagType = 16;
