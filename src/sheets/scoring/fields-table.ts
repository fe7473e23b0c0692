// The columns of the export a rule can look at; the drop-downs of the rules list them.

import { rowsOf } from "../../formula/aggregate";
import { call } from "../../formula/term";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import { fieldsName } from "./names";
import { leadScoring } from "./model";
import type { LeadField } from "./lead-fields";
import { isoOf, type Day } from "../../values";

export function fieldsTable(context: SheetContext): TableSpec {
  const words = context.text.scoring.fields;
  const { fields } = leadScoring(context);
  return {
    name: fieldsName, kind: "mirror", key: [words.field], filter: false, style: "report",
    columns: [
      fixed(words.field, "text", fields.map(({ header }) => header), "label"),
      figures(words.filled, "percent", fields.map(({ column }) => {
        const all = rowsOf(column);
        const blank = column.values.filter((value) => value === null || value === "").length;
        return call(`IF(${all.text}=0,"",1-COUNTBLANK(${column.text})/${all.text})`, all.value === 0 ? "" : 1 - blank / all.value);
      })),
      fixed(words.written, "text", fields.map(({ written }) => written)),
      fixed(words.examples, "text", fields.map((field) => examplesOf(field))),
    ],
  };
}

/** The most frequent values, up to four. */
function examplesOf({ values, isDay }: LeadField): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value === null || value === "") continue;
    const said = isDay && typeof value === "number" ? isoOf(value as Day) : String(value).replace(/\s+/g, " ").slice(0, 30);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([said]) => said).join(" · ");
}
