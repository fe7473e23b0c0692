// A table and its cells in SQL, and how a statement is asked.

import { sql, type RawBuilder } from "kysely";
import type { Sql } from "./dialect";
import { EngineProblem, type EngineCell, type EngineColumn, type EngineRow, type EngineTable } from "./engine";
import type { TableRead } from "./read-sample";

export function tableSql({ path }: EngineTable): Sql {
  return sql`${sql.id(...path)}`;
}

/** A cell as text; null or "" where it is empty. No coalesce: engines that keep each text once would have to look at every cell. */
export function cellText({ engine }: TableRead, { name, type }: EngineColumn): Sql {
  return engine.dialect.text(sql.id(name), type);
}

/** The text of a cell of a result. */
export function textOf(cell: EngineCell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

/** The number or day of a cell of a result; null for none. */
export function numberOf(cell: EngineCell | undefined): number | null {
  return cell === null || cell === undefined || cell === "" ? null : Number(cell);
}

/** The rows of a statement; throws an EngineProblem where they are more than `most`. */
export function asked({ engine }: TableRead, query: RawBuilder<unknown>, most: number): Promise<readonly EngineRow[]> {
  return engine.rows(engine.dialect.compile(query), most);
}

/** For `catch`: null in place of too many rows; every other problem goes on. */
export function nullIfTooMany(error: unknown): null {
  if (isTooMany(error)) return null;
  throw error;
}

/** Whether a statement brought more rows than it may. */
export function isTooMany(error: unknown): boolean {
  return error instanceof EngineProblem && error.kind === "too-many-rows";
}
