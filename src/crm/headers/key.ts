// What is left of a header when case, signs, units and the CRM's decoration are gone.

import { simplified } from "../traditional";

/** A header's two keys: with its entity prefix (`dealtitle`) and without (`title`). */
export interface HeaderKeys {
  readonly full: string;
  readonly bare: string;
  /** The entity that stood before ` - `, in lower case: `deal` of `Deal - Title`; null without one. */
  readonly entity: string | null;
}

/** The keys by which a header is looked up. */
export function headerKeys(header: string): HeaderKeys {
  const tidy = simplified(header.normalize("NFKC")).replace(/[\u200b-\u200f\ufeff]/g, "").trim();
  const prefixed = /^(deal|lead|person|organization|organisation|activity|note|product|opportunity|account|contact|user|order|商机|线索|客户|联系人)\s*(?:-|:|\.(?!id\b))\s*(.+)$/i.exec(tidy);
  return {
    full: headerKey(tidy),
    bare: headerKey(prefixed ? prefixed[2]! : tidy),
    entity: prefixed ? prefixed[1]!.toLowerCase() : null,
  };
}

/** Letters and digits in lower case; brackets only go when they hold a unit or a mark. */
export function headerKey(header: string): string {
  return simplified(header.normalize("NFKC"))
    .toLowerCase()
    .replace(/__c$/, "")
    .replace(BRACKETS, (whole, inside: string) => (MARK.test(inside.trim()) || MONEY_UNIT.test(inside.trim()) ? "" : whole))
    .replace(/#/g, "number")
    .replace(/\s+in\s+(\S{1,12}(?:\s\S{1,3})?)$/, (whole, unit: string) => (MONEY_UNIT.test(unit) ? "" : whole))
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const BRACKETS = /[([{【]([^)\]}】]*)[)\]}】]/g;
/** A currency, a scale, or both: `usd`, `k€`, `tsd. €`, `teur`, `₹ lakhs`, `thousands`. */
const MONEY_UNIT = /^(?:us|hk)?[$€£¥₹]?(?:usd|eur|gbp|cny|inr)?\s?(?:'?000'?s?|[kmt]|bn|mn|mio\.?|mrd\.?|tsd\.?|thousands?|millions?|billions?|lakhs?|crores?|cr)?\s?(?:usd|eur|gbp|cny|chf|[$€£¥])?$/;
/** Further units and currencies, and marks that say nothing of what a column is. */
const MARK =
  /^(?:%|[百千]?[万亿]?元?|人民币.*|[百千万亿]*(?:美元|欧元|港元)|rmb|jpy|hkd|aud|cad|sgd|(?:in )?(?:thousands?|millions?|k|m|days?|天|日|个|人|次|分)|必填|required|optional|选填|pipeline|work|home|converted currency|yyyy.*|\d{4}.*)$/;
