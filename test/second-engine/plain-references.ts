// References to tables said as addresses, for programs that know no tables.

import { parseStructRef, tokenize, type ReferenceStructXlsx } from "@borgar/fx/xlsx";
import { areaText, quoteSheet } from "../../src/sheets/address";
import type { TablePlan, WorkbookPlan } from "../../src/sheets/plan";

/** Tables by name, in lower case, with the sheet each is on. */
type Tables = ReadonlyMap<string, { readonly sheet: string; readonly table: TablePlan }>;

export function tablesOf({ sheets }: WorkbookPlan): Tables {
  return new Map(sheets.flatMap(({ name: sheet, tables }) => tables.map((table) => [table.name.toLowerCase(), { sheet, table }] as const)));
}

/** `'Goals'!B2*SUM('Deals'!$E$2:$E$41)` of `B2*SUM(Deals[Amount])` on the sheet Goals: it means the same wherever it stands. `row` is the zero-based row it stands in. */
export function withPlainReferences(formula: string, sheet: string, row: number, tables: Tables): string {
  return tokenize(formula, { mergeRefs: true }).map(({ type, value }) => {
    if (type === "structured") return addressOf(value, row, tables);
    return type === "range" && !value.includes("!") ? `${quoteSheet(sheet)}!${value}` : value;
  }).join("").replaceAll("ROW()", `ROW(A${row + 1})`);
}

function addressOf(text: string, row: number, tables: Tables): string {
  const { table: name = "", columns = [], sections = [] } = (parseStructRef(text) ?? {}) as Partial<ReferenceStructXlsx>;
  const found = tables.get(name.toLowerCase());
  if (!found) throw new Error(`no table: ${text}`);
  const { sheet, table: { top, left, rows, columns: all } } = found;
  const places = columns.map((column) => all.findIndex((one) => one.name.toLowerCase() === column.toLowerCase()));
  if (places.includes(-1)) throw new Error(`no column: ${text}`);
  const across = places.length === 0 ? { left, right: left + all.length - 1 } : { left: left + Math.min(...places), right: left + Math.max(...places) };
  return `${quoteSheet(sheet)}!${areaText({ ...across, ...rowsOf(sections, top, rows, row, text) })}`;
}

function rowsOf(sections: readonly string[], top: number, rows: number, row: number, text: string): { readonly top: number; readonly bottom: number } {
  switch (sections.join(" ").toLowerCase()) {
    case "": case "data": return { top: top + 1, bottom: top + rows };
    case "this row": return { top: row, bottom: row };
    case "headers": return { top, bottom: top };
    case "all": return { top, bottom: top + rows };
    default: throw new Error(`no rows: ${text}`);
  }
}
