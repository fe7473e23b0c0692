// What do ClickHouse's types hold?

import type { ColumnType, EngineCell } from "./engine";

/** What a column holds; null where its values cannot be shown (states of aggregates). A UInt8 is a number: only Bool is a flag. */
export function clickHouseType(type: string): ColumnType | null {
  const plain = bare(type);
  if (/^(Simple)?AggregateFunction\(/.test(plain)) return null;
  if (/^(U?Int\d+|Float\d+|Decimal(\d+)?)\b/.test(plain)) return "number";
  if (/^Date(32|Time|Time64)?\b/.test(plain)) return "day";
  return plain === "Bool" ? "flag" : "text";
}

/** A cell of a result: 64-bit numbers come as text, flags of older servers as 0 and 1. */
export function clickHouseCell(value: unknown, type: ColumnType | null): EngineCell {
  if (value === null || value === undefined) return null;
  if (type === "number") return typeof value === "number" ? value : Number(value);
  if (type === "flag") return value === true || value === 1 || value === "true";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `LowCardinality(Nullable(String))` is a String. */
function bare(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1];
  return inner === undefined ? type : bare(inner);
}
