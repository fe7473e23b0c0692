// Which table of a database does a name mean?

import { nearestName } from "../crm/near";
import { EngineProblem } from "./engine";

/** A table of the catalogue; `visible` where its name alone finds it. */
export interface Listed {
  readonly schema: string;
  readonly name: string;
  readonly visible: boolean;
}

/** The table of the catalogue that a name means. Throws an EngineProblem that names those near it. */
export function tableMeant(name: string, tables: readonly Listed[], place: string): Listed {
  const parts = namePartsOf(name);
  const table = parts && tableNamed(parts, tables);
  if (!table) throw new EngineProblem("no-table", place, name, nearTables(parts ?? [name], tables));
  return table;
}

/** The parts of `crm.deals`, `"my schema"."Deals"` or `` `crm`.`deals` ``; null where it is no name of a table. */
export function namePartsOf(name: string): readonly string[] | null {
  const part = /\s*(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|([^\s."`][^."`]*?))\s*(?:\.|$)/y;
  const parts: string[] = [];
  while (part.lastIndex < name.length) {
    const match = part.exec(name);
    if (!match) return null;
    parts.push(match[1]?.replaceAll('""', '"') ?? match[2]?.replaceAll("``", "`") ?? match[3]!);
  }
  return parts.length === 1 || parts.length === 2 ? parts : null;
}

/** The table meant: by its exact name, else by the only one that differs in case; null where there is none. */
export function tableNamed(parts: readonly string[], tables: readonly Listed[]): Listed | null {
  const name = parts.at(-1)!;
  const schema = parts.length === 2 ? parts[0]! : null;
  const exact = tables.find((table) => table.name === name && (schema === null ? table.visible : table.schema === schema));
  if (exact) return exact;
  const alike = tables.filter((table) => same(table.name, name) && (schema === null ? table.visible : same(table.schema, schema)));
  return alike.length === 1 ? alike[0]! : null;
}

/** What was probably meant by a name that no table has: the same name elsewhere, then the nearest; at most five. */
export function nearTables(parts: readonly string[], tables: readonly Listed[]): readonly string[] {
  const name = parts.at(-1) ?? "";
  const elsewhere = tables.filter((table) => same(table.name, name));
  const nearest = nearestName(name, tables.map((table) => table.name));
  const slips = tables.filter((table) => table.name === nearest);
  const longer = tables.filter((table) => name !== "" && table.name.toLowerCase().startsWith(name.toLowerCase()));
  const neighbours = tables.length <= 5 ? tables : [];
  return [...new Set([...elsewhere, ...slips, ...longer, ...neighbours].map(({ schema, name }) => `${schema}.${name}`))].slice(0, 5);
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
