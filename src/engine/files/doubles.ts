// Money that a file holds in doubles, whose sums shift: as the least decimal that holds all of it.

import { mostAmount } from "../../values";
import { vast } from "../dialect";
import type { EngineTable } from "../engine";
import { rowsOf, type Duck } from "./duck";
import type { Reader, FileSource, SourceColumn } from "./source";
import { quoted } from "./sql-text";

/** The SQL of such columns by header, and cells that are no amounts. */
export interface Doubles {
  readonly values: ReadonlyMap<string, string>;
  readonly unreadable: EngineTable["unreadable"];
}

/** Looks once at all of them. */
export async function doublesIn(duck: Duck, source: FileSource, reader: Reader): Promise<Doubles> {
  const columns = source.columns.filter((column) => isMoney(column, reader));
  if (columns.length === 0) return { values: new Map(), unreadable: [] };
  const asked = columns.flatMap(({ name }) => {
    const cell = quoted(name);
    return [`count(*) filter (where abs(${cell}) >= ${vast})`, `count(*) filter (where ${isBeyond(cell)})`, `min(${cell}) filter (where ${isBeyond(cell)})`];
  });
  const [found = []] = await rowsOf(duck, `select ${asked.join(", ")} from (${source.sql}) as rows`);
  const each = columns.map(({ header, name }, at) => ({ header, name, isWide: Number(found[at * 3]) > 0, beyond: Number(found[at * 3 + 1]), example: String(found[at * 3 + 2]) }));
  return {
    values: new Map(each.map(({ header, name, isWide }) => [header, isWide ? `case when not ${isBeyond(quoted(name))} then cast(cast(${quoted(name)} as varchar) as decimal(38, 10)) end` : `cast(${quoted(name)} as decimal(18, 4))`])),
    unreadable: each.flatMap(({ header, beyond, example }) => (beyond > 0 ? [{ column: header, count: beyond, example }] : [])),
  };
}

function isMoney({ header, isDouble }: SourceColumn, { kinds }: Reader): boolean {
  return isDouble === true && kinds.get(header) === "money";
}

/** Infinite or no number, or more than anything is sold for. */
function isBeyond(cell: string): string {
  return `(abs(${cell}) > ${mostAmount} or isnan(${cell}))`;
}
