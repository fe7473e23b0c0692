// Which columns only tell after the conversion? Rules on them look good and help nobody before.

import { countifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { column, thisRow } from "../../formula/column";
import { add, call, literal, literalText, reference } from "../../formula/term";
import type { Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { fieldOf, type LeadField } from "../scoring/lead-fields";
import { leadScoring } from "../scoring/model";
import { valueCounts } from "../scoring/value-counts";
import { rulesTableName } from "../scoring/names";
import type { SheetContext } from "../context";
import type { ReviewParts } from "./parts";

const leaksTableName = "ScoreLeaks";

export interface Leak {
  readonly header: string;
  /** What the export calls it; a rule may name it so too. */
  readonly written: string;
  readonly why: string;
}

type Reason = "conversion" | "status" | "typed" | "lastActivity" | "later" | "deal" | "onlyConverted" | "tells";

const byField: Readonly<Record<string, Reason>> = { converted: "conversion", isConverted: "conversion", convertedOn: "conversion", status: "status", rating: "typed", modified: "later", nextActivity: "later" };
const byHeader: readonly (readonly [RegExp, Reason])[] = [
  [/^tags?$|标签/i, "typed"], [/lead ?quality|lead ?profile|rating|线索质量|线索等级/i, "typed"], [/last.*activity|最后.*(?:活动|跟进)/i, "lastActivity"],
  [/closed|won|lost|opportunity|deal|成交|赢单|输单|商机|转化|转换/i, "deal"],
];

/** What the values alone give away: at least this share of the converted leads … */
const muchOfConverted = 0.3;
/** … has a value whose leads nearly all converted. */
const nearlyAll = 0.95;
const fewestOfValue = 10;

/** The columns with the reason, in the order of the export; for each only the first reason. */
export function leaksOf(context: SheetContext): readonly Leak[] {
  const words = context.text.scoringReview;
  const { fields } = leadScoring(context);
  return fields.flatMap((field): Leak[] => {
    const reason = reasonFor(field, fields, context);
    return reason ? [{ header: field.header, written: field.written, why: words.leakReasons[reason.kind].replace("{share}", reason.share) }] : [];
  });
}

function reasonFor(field: LeadField, fields: readonly LeadField[], context: SheetContext): { readonly kind: Reason; readonly share: string } | null {
  const none = { share: "" };
  const own = field.field ? byField[field.field] : undefined;
  if (own) return { kind: own, ...none };
  if (field.field === "lastActivity") return fieldOf("convertedOn", fields) ? null : { kind: "lastActivity", ...none };
  const named = field.field === null ? byHeader.find(([pattern]) => pattern.test(field.header)) : undefined;
  if (named) return { kind: named[1], ...none };
  return givenAway(field, context);
}

/** Values that nearly always go with a conversion, and a column filled for converted leads alone; of columns with more values than an engine is asked for, nothing. */
function givenAway(field: LeadField, context: SheetContext): { readonly kind: Reason; readonly share: string } | null {
  if (field.field === "id") return null;
  const { all: counts, isWhole } = valueCounts(field, context);
  const all = counts.reduce((sum, { converted }) => sum + converted, 0);
  if (!isWhole || all < fewestOfValue) return null;
  const seen = new Map<string, { leads: number; converted: number }>();
  let [filledConverted, filledOthers, others] = [0, 0, 0];
  for (const { value, leads, converted } of counts) {
    others += leads - converted;
    if (value === null) continue;
    filledConverted += converted;
    filledOthers += leads - converted;
    const key = String(value).trim().toLowerCase();
    const known = seen.get(key) ?? { leads: 0, converted: 0 };
    known.leads += leads;
    known.converted += converted;
    seen.set(key, known);
  }
  if (filledConverted >= 0.8 * all && filledOthers <= 0.05 * others) return { kind: "onlyConverted", share: "" };
  const sure = [...seen.values()].filter(({ leads, converted }) => leads >= fewestOfValue && converted >= nearlyAll * leads).reduce((sum, { converted }) => sum + converted, 0);
  return sure >= muchOfConverted * all ? { kind: "tells", share: `${Math.round((100 * sure) / all)}%` } : null;
}

/** The table; null where no column is suspicious. */
export function leaksTable({ words, scoring }: ReviewParts, leaks: readonly Leak[]): Block | null {
  if (leaks.length === 0) return null;
  const header = words.leaks;
  const rules = scoring.rules.map(({ row }) => row);
  const fieldColumn = column(rulesTableName, words.ruleField, rules.map(({ field }) => (field === null ? null : String(field))));
  return reportTable(leaksTableName, header.column, [
    fixed(header.column, "text", leaks.map((leak) => leak.header), "label"),
    figures(header.used, "text", leaks.map((leak) => {
      const byHeader = countifs(is(fieldColumn, reference(thisRow(leaksTableName, header.column), leak.header)));
      const count = leak.written === leak.header || leak.written.length > 200 ? byHeader : add(byHeader, countifs(is(fieldColumn, literal(leak.written))));
      return call(`IF(${count.text}>0,${literalText(words.used)},${literalText(words.unused)})`, count.value > 0 ? words.used : words.unused);
    }), "centred"),
    fixed(header.why, "text", leaks.map((leak) => leak.why)),
  ]);
}
