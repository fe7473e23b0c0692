// Leads as CSV text become the score sheets, with rules and grades typed before if need be.

import { parseTable, isProblem } from "../../src/crm/table";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import type { ChosenSheet } from "../../src/sheets/chosen";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { TablePlan, WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import { dayOfIso, type CellValue, type Day } from "../../src/values";

interface ScoringInput {
  readonly rules?: readonly (readonly CellValue[])[];
  readonly grades?: readonly (readonly CellValue[])[];
  readonly routing?: readonly (readonly CellValue[])[];
  readonly inputs?: Readonly<Record<string, CellValue>>;
  readonly language?: Language;
  readonly asOf?: string;
  readonly sheets?: readonly ChosenSheet[];
}

export const ruleHeaders = ["No", "Rule", "Kind", "Field", "Operator", "Value", "Points", "Group", "Cap", "Decay per month", "Half-life", "Date field", "Note"] as const;
const gradeHeaders = ["Grade", "Limit", "Counts", "Then", "In practice"] as const;

export function scored(csv: string, input: ScoringInput = {}): WorkbookPlan {
  const memory = memoryOf(input);
  const asOf = dayOfIso(input.asOf ?? "2026-11-20");
  if (asOf === null) throw new Error("no such day");
  const table = parseTable({ file: "leads.csv", text: csv });
  if (isProblem(table)) throw new Error(table.problem);
  return report({ imports: linkImports([readExport(table, { object: "lead", memory })]), memory, asOf: asOf as Day, language: input.language ?? "en", sheets: input.sheets ?? ["scoring", "scoringReview"] });
}

/** What someone typed before, in English. */
export function memoryOf({ rules, grades, routing, inputs }: ScoringInput): Memory {
  const tables = new Map<string, RememberedTable>();
  const put = (name: string, columns: readonly string[], rows: ScoringInput["rules"]) => {
    if (rows) tables.set(name, { columns, rows: rows.map((row) => columns.map((_, at) => row[at] ?? null)) });
  };
  put("ScoreRules", ruleHeaders, rules);
  put("ScoreGrades", gradeHeaders, grades);
  put("LeadRouting", ["Region, source or industry", "Goes to", "Remark"], routing);
  return { ...emptyMemory, tables, inputs: new Map(Object.entries(inputs ?? {})) };
}

/** A rule in short: field, operator, value, points, and whatever else. */
export function rule(no: number, kind: "Fit" | "Engagement", field: string, operator: string, value: CellValue, points: number, more: Partial<Record<(typeof ruleHeaders)[number], CellValue>> = {}): readonly CellValue[] {
  const row: Record<string, CellValue> = { No: no, Kind: kind, Field: field, Operator: operator, Value: value, Points: points, ...more };
  return ruleHeaders.map((header) => row[header] ?? null);
}

export function tableOf(plan: WorkbookPlan, name: string): TablePlan {
  const found = plan.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name);
  if (!found) throw new Error(`no table: ${name}`);
  return found;
}

export function valuesOf(plan: WorkbookPlan, table: string, header: string): readonly CellValue[] {
  const found = tableOf(plan, table).columns.find(({ name }) => name === header);
  if (!found) throw new Error(`no column: ${table}[${header}]`);
  return found.values;
}

/** A table's rows as objects by header. */
export function rowsOf(plan: WorkbookPlan, name: string): readonly Readonly<Record<string, CellValue>>[] {
  const { rows, columns } = tableOf(plan, name);
  return Array.from({ length: rows }, (_, at) => Object.fromEntries(columns.map((column) => [column.name, column.values[at] ?? null])));
}

/** Every text of a sheet's loose cells. */
export function textsOf(plan: WorkbookPlan, id: string): readonly string[] {
  return plan.sheets.find((sheet) => sheet.id === id)?.cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])) ?? [];
}

/** The plan as it stands after someone typed into a cell of a table, nothing computed anew. */
export function typedInto(plan: WorkbookPlan, table: string, header: string, row: number, value: CellValue): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((one) => (one.name !== table ? one : {
        ...one, columns: one.columns.map((column) => (column.name !== header ? column : { ...column, values: column.values.map((old, at) => (at === row ? value : old)) })),
      })),
    })),
  };
}
