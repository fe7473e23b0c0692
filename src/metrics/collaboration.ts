// Who worked on the deals of colleagues?

import type { CellValue } from "../values";

/** What a rep did for others: activities on their deals, and on how many different ones. */
export interface Help {
  readonly activities: number;
  readonly deals: number;
}

export interface Helping {
  /** Of each activity: who did it, and the deal's id or name. */
  readonly owner: readonly CellValue[];
  readonly deal: readonly CellValue[];
  readonly deals: { readonly id: readonly CellValue[]; readonly name: readonly CellValue[] | null; readonly owner: readonly CellValue[] };
}

/** By the name of the one who helped, in lower case. A deal's name that several owners use tells nothing. */
export function helpByOwner({ owner, deal, deals }: Helping): ReadonlyMap<string, Help> {
  const owners = ownersOfDeals(deals);
  const helped = new Map<string, { activities: number; deals: Set<string> }>();
  owner.forEach((name, row) => {
    const to = keyOf(deal[row]);
    const whose = owners.get(to);
    const who = keyOf(name);
    if (who === "" || to === "" || !whose || whose === who) return;
    let known = helped.get(who);
    if (!known) helped.set(who, (known = { activities: 0, deals: new Set() }));
    known.activities += 1;
    known.deals.add(to);
  });
  return new Map([...helped].map(([who, { activities, deals: different }]) => [who, { activities, deals: different.size }]));
}

function ownersOfDeals({ id, name, owner }: Helping["deals"]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const learn = (key: string, whose: string) => {
    if (key !== "") owners.set(key, owners.has(key) && owners.get(key) !== whose ? "" : whose);
  };
  name?.forEach((one, row) => { learn(keyOf(one), keyOf(owner[row])); });
  // An id is surer than a name.
  id.forEach((one, row) => { if (keyOf(one) !== "") owners.set(keyOf(one), keyOf(owner[row])); });
  return owners;
}

function keyOf(value: CellValue | undefined): string {
  return typeof value === "string" ? value.trim().toLowerCase() : "";
}
