// Which field of which object a header is, in the words of every CRM we know.

import type { FieldTables } from "../objects/tables";
import { crms, type Crm, type ObjectKind } from "../reading";
import { dynamics } from "./dynamics";
import { fxiaoke } from "./fxiaoke";
import { generic } from "./generic";
import { hubspot } from "./hubspot";
import { headerKey, type HeaderKeys } from "./key";
import { pipedrive } from "./pipedrive";
import { salesforce } from "./salesforce";
import { zoho } from "./zoho";

/** Headers of one object: field → its headers, best first, parted by ` | `. */
export type ObjectHeaders<K extends ObjectKind> = { readonly [F in keyof FieldTables[K]]?: string };

/** A CRM is a file of headers. */
export type CrmHeaders = { readonly [K in ObjectKind]?: ObjectHeaders<K> } & {
  /** Headers as this CRM alone writes them, parted by ` | `; exact but for case. */
  readonly signs: string;
};

/** A field a header may be; a lower rank is a better name for it. */
export interface HeaderMatch {
  readonly field: string;
  readonly rank: number;
  /** True when the CRM's own file has the header, not only the generic one. */
  readonly isOwn: boolean;
}

export const crmHeaders: Readonly<Record<Crm, CrmHeaders>> = { salesforce, hubspot, fxiaoke, dynamics, pipedrive, zoho, other: generic };

/** The field of an object that a header is by the CRM's file, else by the generic one, else by any CRM's. */
export function lookUp(keys: HeaderKeys, object: ObjectKind, crm: Crm): HeaderMatch | null {
  const own = crm === "other" ? null : find(keys, object, crm);
  if (own) return { ...own, isOwn: true };
  const shared = find(keys, object, "other") ?? find(keys, object, "any");
  return shared ? { ...shared, rank: shared.rank + 100, isOwn: false } : null;
}

/** True when the CRM's file has the header for the object. */
export function isKnownTo(crm: Crm, keys: HeaderKeys, object: ObjectKind): boolean {
  return find(keys, object, crm) !== null;
}

/** The entity prefixes whose columns are the object's own: `Deal - Title` of a deal, but not `Contact - Name`. */
const entities: Readonly<Record<ObjectKind, RegExp>> = {
  deal: /deal|opportunity|商机/,
  lead: /lead|person|线索/,
  account: /account|organi[sz]ation|客户/,
  activity: /activity|note/,
  stageMove: /deal|opportunity/,
  spend: /$^/,
  order: /order/,
  survey: /$^/,
  rep: /user/,
};

type Index = ReadonlyMap<string, { readonly field: string; readonly rank: number }>;

const indexes = new Map<string, Index>();

function find(keys: HeaderKeys, object: ObjectKind, crm: Crm | "any"): { field: string; rank: number } | null {
  const index = indexOf(object, crm);
  const ownEntity = keys.entity === null || entities[object].test(keys.entity);
  return index.get(keys.full) ?? (ownEntity ? index.get(keys.bare) : undefined) ?? null;
}

function indexOf(object: ObjectKind, crm: Crm | "any"): Index {
  const name = `${crm} ${object}`;
  let index = indexes.get(name);
  if (!index) indexes.set(name, (index = crm === "any" ? anyIndex(object) : crmIndex(crmHeaders[crm][object] ?? {})));
  return index;
}

function crmIndex(headers: Readonly<Record<string, string | undefined>>): Index {
  const index = new Map<string, { field: string; rank: number }>();
  for (const [field, names] of Object.entries(headers)) {
    (names ?? "").split(" | ").forEach((name, rank) => {
      const key = headerKey(name);
      if (key !== "" && !index.has(key)) index.set(key, { field, rank });
    });
  }
  return index;
}

function anyIndex(object: ObjectKind): Index {
  const index = new Map<string, { field: string; rank: number }>();
  for (const crm of crms.filter((one) => one !== "other")) {
    for (const [key, match] of indexOf(object, crm)) if (!index.has(key)) index.set(key, match);
  }
  return index;
}
