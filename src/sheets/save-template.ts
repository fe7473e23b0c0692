// A template out of a workbook: targets, stages, rules and texts, and nothing of its customers.

import { fieldTables } from "../crm/objects/tables";
import { objects, type ObjectKind } from "../crm/reading";
import { languages } from "../text/language";
import { wholeTextIn } from "../text/whole";
import type { CellValue, Day } from "../values";
import { isTyped } from "./any-language";
import { chosenSheets } from "./chosen";
import { headerOf } from "./data/columns";
import { tableNames } from "./data/tables";
import type { Memory, Remembered } from "./memory";
import type { CellPlan, ColumnPlan, SheetPlan, TablePlan, WorkbookPlan } from "./plan";
import { remembered } from "./remembered";
import { templateInputs, templateTables, templateVersion, type Template, type TemplateCell, type TemplateTable } from "./template";

/** What to read of a workbook to make a template of it: what was typed, and the rows that name its customers. */
export const rememberedForTemplate: Remembered = { ...remembered, tables: [...remembered.tables, ...objects.map((object) => tableNames[object])] };

/** Fields that say who a customer is or what is sold to whom. */
const customerFields: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  deal: ["name", "account", "contact", "id"],
  lead: ["name", "firstName", "lastName", "company", "email", "phone"],
  account: ["name", "phone", "website"],
  activity: ["account", "contact", "deal", "lead", "subject"],
  order: ["account", "contact", "deal"],
  survey: ["account", "contact"],
};

/** Shorter names would be found in every text. */
const shortestName = 3;
/** A name inside a longer text counts from this length on. */
const shortestInText = 5;

export interface SavedTemplate {
  readonly template: Template;
  /** Cells left empty, since they name a customer: table and column. */
  readonly leftOut: readonly { readonly table: string; readonly column: string }[];
}

interface Saving {
  /** The workbook planned without data from what was typed in it. */
  readonly plan: WorkbookPlan;
  /** What was read by `rememberedForTemplate`. */
  readonly memory: Memory;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly asOf: Day;
}

/** Days become days from the as-of day, so that the template does not grow old. Columns of the user's own stay behind. */
export function templateOf({ plan, memory, name, title, about, asOf }: Saving): SavedTemplate {
  const names = customersIn(memory);
  const leftOut: { table: string; column: string }[] = [];
  const safe = (value: CellValue, table: string, column: string): CellValue => {
    if (typeof value !== "string" || !namesCustomer(value, names)) return value;
    leftOut.push({ table, column });
    return null;
  };
  const wanted = new Set(templateTables());
  const tables = plan.sheets.flatMap((sheet) => sheet.tables).filter((table) => wanted.has(table.name));
  return {
    leftOut,
    template: {
      salesbook: "template", version: templateVersion, name, title, about,
      sheets: chosenSheets.filter((id) => plan.sheets.some((sheet) => sheet.id === id)),
      inputs: inputsOf(plan, asOf),
      tables: Object.fromEntries(tables.map((table) => [table.name, tableOf(table, asOf, safe)])),
    },
  };
}

function tableOf(table: TablePlan, asOf: Day, safe: (value: CellValue, table: string, column: string) => CellValue): TemplateTable {
  const columns = table.columns.filter((column) => column.owner === "user" && !column.own);
  const rows = Array.from({ length: table.rows }, (_, row) => columns.map((column) => cellOf(column, safe(column.values[row] ?? null, table.name, column.name), asOf)));
  return { columns: columns.map((column) => column.name), rows: rows.filter((row) => row.some((value) => value !== null && value !== "")) };
}

function cellOf({ format }: Pick<ColumnPlan, "format">, value: CellValue, asOf: Day): TemplateCell {
  return format === "day" && typeof value === "number" ? { day: "asOf", plus: value - asOf } : value;
}

function inputsOf(plan: WorkbookPlan, asOf: Day): Readonly<Record<string, TemplateCell>> {
  const wanted = new Set(templateInputs());
  return Object.fromEntries(plan.names.flatMap((one): [string, TemplateCell][] => {
    const sheet = plan.sheets.find(({ name }) => name === one.sheet);
    const cell = one.input && wanted.has(one.name) && sheet ? cellAt(sheet, one.area.top, one.area.left) : undefined;
    return cell && isTyped(cell.value) ? [[one.name, cellOf(cell, cell.value, asOf)]] : [];
  }));
}

function cellAt(sheet: SheetPlan, row: number, column: number): CellPlan | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

/** Names of customers in the data, in lower case. */
function customersIn(memory: Memory): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of objects) {
    const table = memory.tables.get(tableNames[object]);
    const fields = (customerFields[object] ?? []).filter((field) => field in fieldTables[object]);
    const headers = new Set(fields.flatMap((field) => languages.map((language) => headerOf(field, wholeTextIn(language)).toLowerCase())));
    const places = (table?.columns ?? []).flatMap((column, at) => (headers.has(column.toLowerCase()) ? [at] : []));
    for (const row of table?.rows ?? []) for (const at of places) {
      const value = row[at];
      if (typeof value === "string" && value.trim().length >= shortestName) names.add(value.trim().toLowerCase());
    }
  }
  return names;
}

function namesCustomer(text: string, names: ReadonlySet<string>): boolean {
  const said = text.trim().toLowerCase();
  if (/[^\s@]+@[^\s@]+\.[a-z]{2,}/.test(said) || /(?:\+|\b00?)?\d[\d\s().-]{8,}\d/.test(said) || names.has(said)) return true;
  for (const name of names) if (name.length >= shortestInText && said.includes(name)) return true;
  return false;
}
