// Is this text a template, and if not, why not? Nothing of it is trusted: it may come from anyone.

import { languages } from "../text/language";
import { mostTemplateColumns, mostTemplateRows, mostTemplateText } from "../values";
import { chosenSheets, type ChosenSheet } from "./chosen";
import { templateInputs, templateTables, templateVersion, type Template, type TemplateCell, type TemplateTable, type Words } from "./template";

/** `newer` was made by a later version; `odd` is a template with something in it that cannot be (`where`). */
export interface TemplateProblem {
  readonly problem: "not-json" | "not-template" | "newer" | "odd";
  readonly where?: string;
}

/** The template a text holds. Tables, inputs and sheets unknown here are left out and named. */
export function readTemplate(text: string): { readonly template: Template; readonly unknown: readonly string[] } | TemplateProblem {
  const read = parsed(text);
  if (read === undefined) return { problem: "not-json" };
  if (!isObject(read) || read["salesbook"] !== "template") return { problem: "not-template" };
  if (typeof read["version"] !== "number" || read["version"] > templateVersion) return { problem: "newer" };
  const { name, title, about, sheets = [], inputs = {}, tables = {} } = read;
  if (typeof name !== "string") return odd("name");
  if (!isWords(title)) return odd("title");
  if (!isWords(about)) return odd("about");
  if (!Array.isArray(sheets) || !sheets.every((one) => typeof one === "string")) return odd("sheets");
  if (!isObject(inputs)) return odd("inputs");
  if (!isObject(tables)) return odd("tables");
  const wrongInput = Object.entries(inputs).find(([, value]) => !isCell(value));
  if (wrongInput) return odd(`inputs.${wrongInput[0]}`);
  const wrongTable = Object.entries(tables).find(([, table]) => !isTable(table));
  if (wrongTable) return odd(`tables.${wrongTable[0]}`);
  const known = { sheets: new Set<string>(chosenSheets), inputs: new Set(templateInputs()), tables: new Set(templateTables()) };
  const template: Template = {
    salesbook: "template", version: templateVersion, name, title, about,
    sheets: sheets.filter((one): one is ChosenSheet => known.sheets.has(one as string)),
    inputs: Object.fromEntries(Object.entries(inputs).filter(([one]) => known.inputs.has(one))) as Record<string, TemplateCell>,
    tables: Object.fromEntries(Object.entries(tables).filter(([one]) => known.tables.has(one))) as Record<string, TemplateTable>,
  };
  const unknown = [...(sheets as string[]).filter((one) => !known.sheets.has(one)), ...Object.keys(inputs).filter((one) => !known.inputs.has(one)), ...Object.keys(tables).filter((one) => !known.tables.has(one))];
  return { template, unknown };
}

export function isTemplateProblem(read: ReturnType<typeof readTemplate>): read is TemplateProblem {
  return "problem" in read;
}

function odd(where: string): TemplateProblem {
  return { problem: "odd", where };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

function isTable(value: unknown): value is TemplateTable {
  if (!isObject(value)) return false;
  const { columns, rows } = value;
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > mostTemplateColumns || !columns.every((one) => isText(one) && one !== "")) return false;
  return Array.isArray(rows) && rows.length <= mostTemplateRows && rows.every((row) => Array.isArray(row) && row.length <= columns.length && row.every(isCell));
}

function isCell(value: unknown): value is TemplateCell {
  if (value === null || typeof value === "boolean" || isText(value)) return true;
  if (typeof value === "number") return Number.isFinite(value);
  return isWords(value) || isMovingDay(value);
}

function isMovingDay(value: unknown): boolean {
  if (!isObject(value) || !["asOf", "yearStart", "yearEnd"].includes(String(value["day"]))) return false;
  const { plus = 0 } = value;
  return typeof plus === "number" && Number.isInteger(plus) && Math.abs(plus) <= 36_600;
}

function isWords(value: unknown): value is Words {
  return isText(value) || (isObject(value) && languages.every((language) => isText(value[language])));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= mostTemplateText;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
