// Which CRM wrote this export?

import type { CrmTable, Crm, ObjectKind } from "../reading";
import { crms } from "../reading";
import { crmHeaders, isKnownTo } from "./dictionary";
import { headerKeys } from "./key";

/** The CRM whose own headers and values the table shows; `other` when none stands out. */
export function whichCrm(table: CrmTable, object: ObjectKind): Crm {
  const ranked = crms
    .filter((crm) => crm !== "other")
    .map((crm) => ({ crm, ...evidence(table, object, crm) }))
    .sort((left, right) => right.score - left.score);
  const best = ranked[0]!;
  const share = best.known / Math.max(1, table.header.length);
  const isClear = best.signs >= 2 || (best.signs >= 1 && (share >= 0.6 || best.values > 0)) || best.values > 0;
  return isClear ? best.crm : "other";
}

/** What speaks for a CRM. */
export interface CrmSigns {
  /** Headers as it alone writes them. */
  readonly signs: readonly string[];
  /** Headers it has for the object, other CRMs perhaps too. */
  readonly known: readonly string[];
  /** The table has values that it alone writes. */
  readonly hasItsValues: boolean;
}

/** The headers of a table that speak for a CRM; none for `other`. */
export function crmSigns(table: CrmTable, object: ObjectKind, crm: Crm): CrmSigns {
  if (crm === "other") return { signs: [], known: [], hasItsValues: false };
  const signs = new Set(crmHeaders[crm].signs.split(" | ").map(tidy));
  return {
    signs: table.header.filter((header) => signs.has(tidy(header))),
    known: table.header.filter((header) => isKnownTo(crm, headerKeys(header), object)),
    hasItsValues: valueSigns[crm]?.(table) ?? false,
  };
}

interface Evidence {
  readonly signs: number;
  readonly known: number;
  readonly values: number;
  readonly score: number;
}

function evidence(table: CrmTable, object: ObjectKind, crm: Crm): Evidence {
  const found = crmSigns(table, object, crm);
  const [signs, known, values] = [new Set(found.signs.map(tidy)).size, found.known.length, found.hasItsValues ? 1 : 0];
  return { signs, known, values, score: signs * 2 + known * 0.5 + values * 3 };
}

function tidy(header: string): string {
  return header.normalize("NFKC").replace(/[*\ufeff]|\((?:必填|required)\)/gi, "").trim().toLowerCase();
}

/** Values only one CRM writes. */
const valueSigns: Partial<Record<Crm, (table: CrmTable) => boolean>> = {
  salesforce: (table) => someCell(table, /id$/i, /^(?:006|00Q|001|005|00T|00U|701)[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/),
  hubspot: (table) => someCell(table, /stage/i, /^(?:appointmentscheduled|qualifiedtobuy|presentationscheduled|decisionmakerboughtin|contractsent|closedwon|closedlost)$/),
};

function someCell(table: CrmTable, header: RegExp, value: RegExp): boolean {
  const rows = table.rows.slice(0, 20);
  return table.header.some((name, at) => header.test(name) && rows.filter((row) => value.test(row[at] ?? "")).length * 2 > rows.length);
}
