// The columns of the export a rule can look at; the drop-downs of the rules list them.

import { rowsOf } from "../../formula/aggregate";
import { call, literal, type Figure, type Term } from "../../formula/term";
import { allCells, missingCells } from "../../metrics/completeness";
import { largestFirst } from "../../metrics/largest-first";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import { fieldsName } from "./names";
import { leadScoring } from "./model";
import type { LeadField } from "./lead-fields";
import { valueCounts } from "./value-counts";
import { isoOf, type Day } from "../../values";

export function fieldsTable(context: SheetContext): TableSpec {
  const words = context.text.scoring.fields;
  const { fields } = leadScoring(context);
  return {
    name: fieldsName, kind: "mirror", key: [words.field], filter: false, style: "report",
    columns: [
      fixed(words.field, "text", fields.map(({ header }) => header), "label"),
      figures(words.filled, "percent", fields.map((field) => filledShare(field, context))),
      fixed(words.written, "text", fields.map(({ written }) => written)),
      fixed(words.examples, "text", fields.map((field) => examplesOf(field, context))),
    ],
  };
}

/** Of groups the source's own cells are counted; what follows from a column is always filled. */
function filledShare({ column, written }: LeadField, { data, model }: SheetContext): Term<Figure> {
  const isGrouped = data.get("lead")?.groups !== undefined;
  const counted = isGrouped ? model.completeness.find(({ kind, header }) => kind === "lead" && header === written) : null;
  if (isGrouped && !counted) return literal(1);
  const all = counted ? allCells(counted) : rowsOf(column);
  const blank = counted ? missingCells(counted) : call(`COUNTBLANK(${column.text})`, column.values.filter((value) => value === null || value === "").length);
  return call(`IF(${all.text}=0,"",1-${counted ? `(${blank.text})` : blank.text}/${all.text})`, all.value === 0 ? "" : 1 - blank.value / all.value);
}

/** The most frequent values, up to four. */
function examplesOf(field: LeadField, context: SheetContext): string {
  const { isDay } = field;
  const counts = new Map<string, number>();
  for (const { value, leads } of valueCounts(field, context).all) {
    if (value === null) continue;
    const said = isDay && typeof value === "number" ? isoOf(value as Day) : String(value).replace(/\s+/g, " ").slice(0, 30);
    counts.set(said, (counts.get(said) ?? 0) + leads);
  }
  return [...counts].sort(largestFirst(([, leads]) => leads, ([said]) => said)).slice(0, 4).map(([said]) => said).join(" · ");
}
