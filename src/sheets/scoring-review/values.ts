// Conversion by what a lead's field says: where converting leads come from.

import { thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is, isEmpty, isFilled, type Criterion } from "../../formula/criteria";
import { literal, ratio, reference, type Figure } from "../../formula/term";
import { gap, grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { fieldOf, isFilledField, type LeadField } from "../scoring/lead-fields";
import type { ReviewParts } from "./parts";

const mostFields = 4;
const mostValues = 25;
const fewestValues = 2;
/** Fields worth a look in any export, then those of rules. */
const usual = ["source", "channel", "industry", "jobTitle", "campaign", "region"] as const;

/** A table for each of up to four fields. */
export function valueBlocks(parts: ReviewParts, width: number): readonly Block[] {
  return fieldsShown(parts).flatMap((field, at) => [
    grid([[show("section", parts.words.byField(field.header), { across: width })]], [24]),
    valueTable(field, `ScoreValues${at + 1}`, parts), gap(),
  ]);
}

function fieldsShown({ scoring }: ReviewParts): readonly LeadField[] {
  const fields = [
    ...usual.map((field) => fieldOf(field, scoring.fields)),
    ...scoring.counted.filter(({ readingKind }) => readingKind === "equal" || readingKind === "words").map(({ field }) => field),
    ...scoring.fields.filter(({ field }) => field === null),
  ];
  return [...new Set(fields)].filter((field): field is LeadField => {
    if (!field || field.isDay || !isFilledField(field)) return false;
    const count = distinct(field).length;
    return count >= fewestValues && count <= mostValues * 2 && distinct(field)[0]!.leads > 1;
  }).slice(0, mostFields);
}

/** Values without regard to case, as first written; most leads first. */
function distinct({ values }: LeadField): readonly { readonly value: string; readonly leads: number }[] {
  const seen = new Map<string, { readonly value: string; leads: number }>();
  for (const each of values) {
    if (typeof each !== "string" || each === "") continue;
    const known = seen.get(each.toLowerCase()) ?? { value: each, leads: 0 };
    known.leads += 1;
    seen.set(each.toLowerCase(), known);
    if (seen.size > 200) break;
  }
  return [...seen.values()].sort((a, b) => b.leads - a.leads || (a.value < b.value ? -1 : 1));
}

function valueTable(field: LeadField, name: string, { words, context, total }: ReviewParts): Block {
  const header = words.values;
  const status = context.data.get("lead")?.fields.get("isConverted");
  if (!status) throw new Error("no column for the field: isConverted");
  const yes = literal(context.text.tables.yes);
  const found = distinct(field).slice(0, mostValues);
  const own = (name_: string, value: Figure) => reference(thisRow(name, name_), value);
  const hasBlank = field.values.some((value) => value === null || value === "");
  const hasNumbers = field.values.some((value) => typeof value === "number");
  const rows: readonly { readonly label: string; readonly criterion: Criterion }[] = [
    ...found.map(({ value }) => ({ label: value, criterion: is(field.column, reference(thisRow(name, header.value), value)) })),
    ...(hasNumbers ? [{ label: words.numbers, criterion: isFilled(field.column) }] : []),
    ...(hasBlank ? [{ label: words.blank, criterion: isEmpty(field.column) }] : []),
  ];
  const leads = rows.map(({ criterion }) => countifs(criterion));
  const won = rows.map(({ criterion }) => countifs(criterion, is(status, yes)));
  const rates = leads.map((one, at) => ratio(own(header.converted, won[at]!.value), own(header.leads, one.value)));
  return reportTable(name, header.value, [
    fixed(header.value, "text", rows.map(({ label }) => label), "label"),
    figures(header.leads, "count", leads),
    figures(header.share, "percent", leads.map((one) => ratio(own(header.leads, one.value), total.leads))),
    figures(header.converted, "count", won),
    figures(header.rate, "percent", rates),
    figures(header.lift, "ratio", rates.map((rate) => ratio(own(header.rate, rate.value), ratio(total.converted, total.leads)))),
  ]);
}
