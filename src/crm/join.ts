// How ids in one export become the names another export gives them.

import { nearestName } from "./near";
import type { Account } from "./objects/account";
import type { Deal } from "./objects/deal";
import type { Rep } from "./objects/rep";
import { mostSingle, type Issue, type Reading } from "./reading";

/** Deals with owner and account ids replaced by names; ids and names the other exports do not know are reported. Groups know no names. */
export function joinNames(deals: Reading<Deal>, reps?: Reading<Rep> | null, accounts?: Reading<Account> | null): Reading<Deal> {
  const owner = reps && !reps.groups ? joined(deals.columns.owner, reps.columns.id, reps.columns.name, "owner") : null;
  const account = accounts && !accounts.groups ? joined(deals.columns.account, accounts.columns.id, accounts.columns.name, "account") : null;
  if (!owner && !account) return deals;
  return {
    ...deals,
    columns: { ...deals.columns, owner: owner?.values ?? deals.columns.owner, account: account?.values ?? deals.columns.account },
    issues: [...deals.issues, ...(owner?.issues ?? []), ...(account?.issues ?? [])],
  };
}

/** A record that a representative owns. */
export interface Owned {
  readonly owner: string | null;
}

/** Owners' ids replaced by the representatives' names. */
export function joinOwners<T extends Owned>(records: Reading<T>, reps: Reading<Rep>): Reading<T> {
  if (reps.groups) return records;
  const { owner } = records.columns as { readonly owner: readonly (string | null)[] };
  const { values, issues } = joined(owner, reps.columns.id, reps.columns.name, "owner");
  return { ...records, columns: { ...records.columns, owner: values }, issues: [...records.issues, ...issues] };
}

/** Products of deals that a list of products does not have, with the one that was probably meant; nothing is corrected. */
export function unknownProducts(deals: Reading<Deal>, products: readonly string[]): Issue[] {
  return misses(deals.columns.product, new Set(products), products, "product");
}

interface Joined {
  readonly values: readonly (string | null)[];
  readonly issues: readonly Issue[];
}

function joined(values: readonly (string | null)[], ids: readonly (string | null)[], names: readonly (string | null)[], column: string): Joined {
  const byId = new Map<string, string>();
  const known = new Set<string>();
  for (let at = 0; at < names.length; at++) {
    const name = names[at]!;
    if (name === null) continue;
    known.add(name);
    const id = ids[at]!;
    if (id === null) continue;
    byId.set(id, name);
    // Salesforce reports give 15 characters of the 18 its API gives.
    if (id.length === 18) byId.set(id.slice(0, 15), name);
  }
  const named = values.map((value) => (value === null ? null : (byId.get(value) ?? (value.length === 18 ? byId.get(value.slice(0, 15)) : undefined) ?? value)));
  return { values: named, issues: misses(named, known, [...known], column) };
}

/** One issue a value that is not known, with the number of rows that have it; `found` names the near match after an arrow. */
function misses(values: readonly (string | null)[], known: ReadonlySet<string>, names: readonly string[], column: string): Issue[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null && !known.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].sort((left, right) => right[1] - left[1]);
  const issues: Issue[] = all.slice(0, mostSingle).map(([value, count]) => {
    const near = nearestName(value, names);
    return { kind: "join-miss", row: null, column, found: near === null ? value : `${value} → ${near}`, count };
  });
  const rest = all.slice(mostSingle).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) issues.push({ kind: "join-miss", row: null, column, found: null, count: rest });
  return issues;
}
