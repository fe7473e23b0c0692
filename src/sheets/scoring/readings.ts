// What rules read of the leads, as columns of the table of scores: values as of the build, ages by formula.

import { thisRow } from "../../formula/column";
import { call, type Figure } from "../../formula/term";
import { readingOf, type ReadingKind } from "../../metrics/rules/live";
import type { CellValue } from "../../values";
import { freeName } from "../any-language";
import type { SheetContext } from "../context";
import type { LeadField } from "./lead-fields";
import { scoresTableName } from "./names";
import type { ScoredRows } from "./scored-rows";
import type { Age, Reading } from "./score-parts";

/** The columns so far; asking for one makes it. */
export interface Readings {
  readonly all: readonly Reading[];
  readonly ages: readonly Age[];
  readonly read: (field: LeadField, kind: ReadingKind, value: CellValue) => Reading;
  readonly ageOf: (field: LeadField) => Age;
}

/** `taken` are headers of the table, in lower case. */
export function readingsFor(context: SheetContext, rows: ScoredRows, taken: Set<string>): Readings {
  const { all, read } = reader(rows, taken);
  const ages = aging(context, read, taken);
  return { all, ages: ages.all, read, ageOf: ages.of };
}

/** Each field is read once for all rules that read it the same way. */
function reader({ valuesOf, records }: ScoredRows, taken: Set<string>): { readonly all: Reading[]; readonly read: Readings["read"] } {
  const all: Reading[] = [];
  const byKey = new Map<string, Reading>();
  function read(field: LeadField, kind: ReadingKind, value: CellValue): Reading {
    const key = `${kind} ${field.header}`;
    const before = byKey.get(key);
    if (before) return before;
    let unreadable = 0;
    const header = freeName(field.header.slice(0, 200), taken);
    taken.add(header.toLowerCase());
    const values = valuesOf(field).map((each, row) => {
      const said = readingOf(each, kind, value);
      if (typeof said !== "object" || said === null) return said;
      unreadable += records?.[row] ?? 1;
      return null;
    });
    const reading = { header, values, unreadable, isDay: field.isDay };
    byKey.set(key, reading);
    all.push(reading);
    return reading;
  }
  return { all, read };
}

function aging(context: SheetContext, read: Readings["read"], taken: Set<string>): { readonly all: Age[]; readonly of: (field: LeadField) => Age } {
  const all: Age[] = [];
  const { asOf } = context.model.settings;
  function of(field: LeadField): Age {
    const date = read(field, "day", null);
    const before = all.find((one) => one.date === date);
    if (before) return before;
    const header = freeName(context.text.scoring.daysSince(field.header.slice(0, 150)), taken);
    taken.add(header.toLowerCase());
    const at = thisRow(scoresTableName, date.header);
    const terms = date.values.map((day) => call<Figure>(`IF(ISNUMBER(${at}),${asOf.text}-INT(${at}),"")`, typeof day === "number" ? asOf.value - Math.floor(day) : ""));
    const age = { header, date, terms };
    all.push(age);
    return age;
  }
  return { all, of };
}
