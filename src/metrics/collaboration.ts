// Who worked on the deals of colleagues?

import type { CellValue } from "../values";

/** What a rep did for others: activities on their deals, and on how many different ones. */
export interface Help {
  readonly activities: number;
  readonly deals: number;
}

interface Helping {
  /** Of each activity: who did it, and the deal's id or name. */
  readonly owner: readonly CellValue[];
  readonly deal: readonly CellValue[];
  /** How many activities each row is; one where absent. */
  readonly records?: readonly number[];
  readonly deals: { readonly id: readonly CellValue[]; readonly name: readonly CellValue[] | null; readonly owner: readonly CellValue[] };
}

/** By the name of the one who helped, in lower case. A deal's name that several owners use tells nothing. */
export function helpByOwner({ owner, deal, records, deals }: Helping): ReadonlyMap<string, Help> {
  const known = rowsByKey(deals);
  const helped = new Map<string, { activities: number; deals: Set<number> }>();
  owner.forEach((name, row) => {
    const on = known.get(keyOf(deal[row]));
    const who = keyOf(name);
    const whose = on === undefined ? "" : keyOf(deals.owner[on]);
    if (on === undefined || who === "" || whose === "" || whose === who) return;
    let help = helped.get(who);
    if (!help) helped.set(who, (help = { activities: 0, deals: new Set() }));
    help.activities += records?.[row] ?? 1;
    help.deals.add(on);
  });
  return new Map([...helped].map(([who, { activities, deals: different }]) => [who, { activities, deals: different.size }]));
}

/** Rows of deals by name and by id, in lower case; an id is surer than a name. */
function rowsByKey({ id, name, owner }: Helping["deals"]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const torn = new Set<string>();
  name?.forEach((one, row) => {
    const first = rows.get(keyOf(one));
    if (first === undefined) rows.set(keyOf(one), row);
    else if (keyOf(owner[first]) !== keyOf(owner[row])) torn.add(keyOf(one));
  });
  for (const key of torn) rows.delete(key);
  id.forEach((one, row) => { rows.set(keyOf(one), row); });
  rows.delete("");
  return rows;
}

function keyOf(value: CellValue | undefined): string {
  return typeof value === "string" ? value.trim().toLowerCase() : "";
}
