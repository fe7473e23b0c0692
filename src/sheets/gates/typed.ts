// What the user typed beside deals of a list, by deal; a deal that is no longer listed keeps its row while anything is typed there.

import { isTyped, readTable } from "../any-language";
import type { SheetContext } from "../context";
import type { Memory } from "../memory";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { OpenDeal } from "./checks";
import { mostListed } from "./names";

/** A row of a list: its deal where it is open, with its number in the table of checks. */
export interface Listed<Key extends string> {
  readonly id: string;
  readonly name: string;
  readonly no: number | null;
  readonly deal: OpenDeal | null;
  readonly typed: Readonly<Record<Key, CellValue>>;
}

interface List<Key extends string> {
  readonly table: string;
  readonly headers: (text: WholeText) => Readonly<Record<Key | "id" | "deal", string>>;
  readonly keys: readonly Key[];
}

/** The first of the deals that `belongs` says, then deals of rows typed before. */
export function listed<Key extends string>({ table, headers, keys }: List<Key>, deals: readonly OpenDeal[], belongs: (at: number) => boolean, { memory }: SheetContext): readonly Listed<Key>[] {
  const before = typedRows(memory, table, headers, keys);
  const take = (id: string) => before.get(id.toLowerCase())?.shift() ?? null;
  const empty = Object.fromEntries(keys.map((key) => [key, null])) as Record<Key, CellValue>;
  const top = deals.flatMap((deal, at) => (belongs(at) ? [{ deal, at }] : [])).slice(0, mostListed);
  const rows = top.map(({ deal, at }): Listed<Key> => ({ id: deal.id, name: deal.name, no: at + 1, deal, typed: take(deal.id)?.typed ?? empty }));
  const others = [...before.values()].flat().map(({ id, name, typed }): Listed<Key> => {
    const at = deals.findIndex((deal) => deal.id.toLowerCase() === id.toLowerCase());
    return { id, name: deals[at]?.name ?? name, no: at < 0 ? null : at + 1, deal: deals[at] ?? null, typed };
  });
  return [...rows, ...others];
}

/** How many deals there are in all. */
export function countOf(deals: readonly OpenDeal[], belongs: (at: number) => boolean): number {
  return deals.filter((_, at) => belongs(at)).length;
}

function typedRows<Key extends string>(memory: Memory, name: string, headers: List<Key>["headers"], keys: readonly Key[]) {
  const table = readTable<Key | "id" | "deal">(memory.tables.get(name), headers);
  const rows = new Map<string, { readonly id: string; readonly name: string; readonly typed: Record<Key, CellValue> }[]>();
  for (const cells of table.rows) {
    const typed = Object.fromEntries(keys.map((key) => [key, table.value(cells, key)])) as Record<Key, CellValue>;
    if (!keys.some((key) => isTyped(typed[key]))) continue;
    const id = String(table.value(cells, "id") ?? "");
    rows.set(id.toLowerCase(), [...(rows.get(id.toLowerCase()) ?? []), { id, name: String(table.value(cells, "deal") ?? ""), typed }]);
  }
  return rows;
}
