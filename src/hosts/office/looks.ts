// What each sheet looked like when we last wrote it: a part of the workbook that says whether its looks must be written again.

import type { SheetPlan, WorkbookPlan } from "../../sheets/plan";
import type { ReadPart } from "./read";
import { textOfParts, xmlParts } from "../../sheets/xml-part";

export const looksNamespace = "urn:salesbook:looks";

/** How a sheet was written, beside its values. */
export interface SheetLooks {
  /** A print of all that is said of its looks, rules and set-up. */
  readonly print: string;
  /** Names of its charts in the plan. */
  readonly charts: readonly string[];
  /** Prints of the charts, in that order. */
  readonly chartPrints: readonly string[];
}

/** By the sheet's id. */
export type Looks = ReadonlyMap<string, SheetLooks>;

export function looksOf({ sheets, language, currency }: WorkbookPlan): Looks {
  return new Map(sheets.map((sheet) => [sheet.id, {
    print: printOf({ ...withoutValues(sheet), charts: null, language, currency }),
    charts: sheet.charts.map(({ name }) => name),
    chartPrints: sheet.charts.map((chart) => printOf({ ...chart, series: chart.series.map((series) => ({ ...series, values: { ...series.values, values: null }, categories: { ...series.categories, values: null } })), language, currency })),
  }]));
}

/** All of a sheet that does not change with its values. */
function withoutValues({ cells, tables, ...rest }: SheetPlan): object {
  return {
    ...rest,
    strays: null,
    rowHeights: [...rest.rowHeights],
    cells: cells.map(({ value, formula, ...cell }) => ({ ...cell, value: typeof value, formula: formula !== undefined })),
    tables: tables.map(({ columns, ...table }) => ({ ...table, columns: columns.map(({ name, look, format, formats, formula, formulas, own }) => ({ name, look, format, formats, computed: (formula ?? formulas) !== undefined, own })) })),
  };
}

/** While sheets are written over: their charts, old and new, are ours, and nothing looks as it was. */
export function looksBetween(before: Looks, now: Looks): Looks {
  const ids = [...new Set([...before.keys(), ...now.keys()])];
  return new Map(ids.map((id) => [id, { print: "", chartPrints: [], charts: [...new Set([before, now].flatMap((looks) => looks.get(id)?.charts ?? []))] }]));
}

export function looksXml(looks: Looks): readonly string[] {
  return xmlParts(looksNamespace, JSON.stringify([...looks]), longest);
}

const longest = 240_000;

/** What the parts say; nothing is known when they say something else. */
export function looksIn(parts: readonly ReadPart[]): Looks {
  try {
    return new Map(JSON.parse(textOfParts(parts.map(({ xml }) => xml)) ?? "[]") as [string, SheetLooks][]);
  } catch {
    return new Map();
  }
}

/** 64 bits of a value's text (FNV-1a, twice). */
function printOf(value: unknown): string {
  const text = JSON.stringify(value);
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(36)).join("");
}
