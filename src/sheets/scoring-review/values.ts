// Conversion by what a lead's field says: where converting leads come from.

import { thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is, isEmpty, isFilled, type Criterion } from "../../formula/criteria";
import { call, literal, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { largestFirst } from "../../metrics/largest-first";
import { gap, grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { fieldOf, isFilledField, type LeadField } from "../scoring/lead-fields";
import type { SheetContext } from "../context";
import { columnOf } from "../data/columns";
import { valueCounts } from "../scoring/value-counts";
import type { Leak } from "./leaks";
import type { ReviewParts } from "./parts";

const mostFields = 5;
const mostValues = 25;
const fewestValues = 2;
/** Fields worth a look in any export; after them those that tell most. */
const usual = ["source", "channel", "industry"] as const;
/** What tells leads apart, or who works on them. */
const notOfInterest: ReadonlySet<string | null> = new Set(["id", "owner", "name", "firstName", "lastName", "email", "phone", "description", "currency"]);

/** A table for each of up to five fields. */
export function valueBlocks(parts: ReviewParts, leaks: readonly Leak[], width: number): readonly Block[] {
  return fieldsShown(parts, leaks).flatMap((field, at) => [
    grid([[show("section", parts.words.byField(field.header), { across: width })]], [24]),
    valueTable(field, `ScoreValues${at + 1}`, parts), gap(),
  ]);
}

function fieldsShown({ scoring, context }: ReviewParts, leaks: readonly Leak[]): readonly LeadField[] {
  const isShown = (field: LeadField) => {
    const values = field.isDay || notOfInterest.has(field.field) || leaks.some(({ header }) => header === field.header) ? [] : distinct(field, context);
    return values.length >= fewestValues && values.length <= mostValues * 2 && (values[0]?.leads ?? 0) > 1;
  };
  const first = usual.map((field) => fieldOf(field, scoring.fields)).filter((field): field is LeadField => field !== null && isFilledField(field, context) && isShown(field));
  const others = scoring.fields.filter((field) => !first.includes(field) && isShown(field)).map((field) => ({ field, tells: informationOf(field, context) })).sort(largestFirst(({ tells }) => Math.round(1e9 * tells), ({ field }) => field.header));
  return [...first, ...others.map(({ field }) => field)].slice(0, mostFields);
}

/** Mutual information of a field and the conversion, in nats: how much knowing the value tells. */
function informationOf(field: LeadField, context: SheetContext): number {
  const seen = new Map<string, { leads: number; converted: number }>();
  for (const { value, leads, converted: won } of valueCounts(field, context).all) {
    const key = String(value ?? "").toLowerCase();
    const counts = seen.get(key) ?? { leads: 0, converted: 0 };
    counts.leads += leads;
    counts.converted += won;
    seen.set(key, counts);
  }
  const all = [...seen.values()].reduce((sum, { leads }) => sum + leads, 0);
  const converted = [...seen.values()].reduce((sum, counts) => sum + counts.converted, 0);
  const part = (both: number, leads: number, outcome: number) => (both === 0 ? 0 : (both / all) * Math.log((both * all) / (leads * outcome)));
  return [...seen.values()].reduce((sum, counts) => sum + part(counts.converted, counts.leads, converted) + part(counts.leads - counts.converted, counts.leads, all - converted), 0);
}

/** Values without regard to case, as first written; most leads first. */
function distinct(field: LeadField, context: SheetContext): readonly { readonly value: string; readonly leads: number }[] {
  const { all, isWhole } = valueCounts(field, context);
  if (!isWhole) return [];
  const seen = new Map<string, { readonly value: string; leads: number }>();
  for (const { value: each, leads } of all) {
    if (typeof each !== "string") continue;
    const known = seen.get(each.toLowerCase()) ?? { value: each, leads: 0 };
    known.leads += leads;
    seen.set(each.toLowerCase(), known);
    if (seen.size > 200) break;
  }
  return [...seen.values()].sort(largestFirst(({ leads }) => leads, ({ value }) => value));
}

function valueTable(field: LeadField, name: string, { words, context, total }: ReviewParts): Block {
  const header = words.values;
  const status = columnOf(context.data.get("lead")!.fields, "isConverted");
  const yes = literal(context.text.tables.yes);
  const values = distinct(field, context);
  const [found, others] = [values.slice(0, mostValues), values.slice(mostValues)];
  const own = (name_: string, value: Figure) => reference(thisRow(name, name_), value);
  const { all } = valueCounts(field, context);
  const hasBlank = all.some(({ value }) => value === null);
  const hasNumbers = all.some(({ value }) => typeof value === "number");
  const rows: readonly { readonly label: string; readonly criterion: Criterion }[] = [
    ...found.map(({ value }) => ({ label: value, criterion: is(field.column, reference(thisRow(name, header.value), value)) })),
    ...(hasNumbers ? [{ label: words.numbers, criterion: isFilled(field.column) }] : []),
    ...(hasBlank ? [{ label: words.blank, criterion: isEmpty(field.column) }] : []),
  ];
  const counts = rows.map(({ criterion }) => ({ leads: countifs(criterion), won: countifs(criterion, is(status, yes)) }));
  const labels = [...rows.map(({ label }) => label), ...(others.length === 0 ? [] : [words.otherValues(others.length)])];
  const ids = (what: "leads" | "won") => labels.map((_, row) => `review.${name}.${row}.${what}`);
  // Whatever is in no row above: together the rows are all leads.
  const rest = (what: "leads" | "won", all: Term<number>) => subtract(all, call(`SUM(⟦${ids(what)[0]}:${ids(what)[rows.length - 1]}⟧)`, counts.reduce((sum, one) => sum + one[what].value, 0)));
  const more = others.length === 0 ? [] : [{ leads: rest("leads", total.leads), won: rest("won", total.converted) }];
  const [leads, won] = [[...counts, ...more].map((one) => one.leads), [...counts, ...more].map((one) => one.won)];
  const rates = leads.map((one, at) => ratio(own(header.converted, won[at]!.value), own(header.leads, one.value)));
  return reportTable(name, header.value, [
    fixed(header.value, "text", labels, "label"),
    { ...figures(header.leads, "count", leads), ids: ids("leads") },
    figures(header.share, "percent", leads.map((one) => ratio(own(header.leads, one.value), total.leads))),
    { ...figures(header.converted, "count", won), ids: ids("won") },
    figures(header.rate, "percent", rates),
    figures(header.lift, "ratio", rates.map((rate) => ratio(own(header.rate, rate.value), ratio(total.converted, total.leads)))),
  ]);
}
