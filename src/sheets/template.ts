// Content without code: what a team types once and shares. A template is what is remembered of a workbook without its customers' data.

import { languages, type Language } from "../text/language";
import type { CellValue, Day } from "../values";
import { isTyped, keyOfWord, readTable } from "./any-language";
import { sheetCatalogue } from "./catalogue";
import type { ChosenSheet } from "./chosen";
import { readingOf, type Import } from "./data/import";
import { fiscalYearOf } from "./goals/settings";
import type { Memory, RememberedTable } from "./memory";
import { paperName } from "./paper";
import { settingNames } from "./settings";
import { stagesTableName } from "./stages";

/** A text in every language, or one for all. */
export type Words = string | Readonly<Record<Language, string>>;

/** A day that moves with the workbook's: the as-of day, or the first or last day of its fiscal year, and so many days later. */
export interface MovingDay {
  readonly day: "asOf" | "yearStart" | "yearEnd";
  readonly plus?: number;
}

export type TemplateCell = CellValue | Words | MovingDay;

/** Rows of one form table; columns by their headers in any one language. */
export interface TemplateTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TemplateCell[])[];
}

export interface Template {
  readonly salesbook: "template";
  readonly version: typeof templateVersion;
  readonly name: string;
  readonly title: Words;
  readonly about: Words;
  /** The sheets it is for. */
  readonly sheets: readonly ChosenSheet[];
  /** Input cells by name. */
  readonly inputs: Readonly<Record<string, TemplateCell>>;
  /** Form tables by name. */
  readonly tables: Readonly<Record<string, TemplateTable>>;
}

export const templateVersion = 1;

/** Names of the inputs a template may hold: what is set once, not what is looked at just now. */
export function templateInputs(): readonly string[] {
  const ours = Object.values(sheetCatalogue).flatMap(({ inputs, choices = [] }) => inputs.filter((name) => !choices.includes(name)));
  const { fiscalYearStart, windowMonths, windowOpenEnd, noActivityDays } = settingNames;
  return [fiscalYearStart, windowMonths, windowOpenEnd, noActivityDays, paperName, "AtRiskBelow", "OffTrackBelow", ...ours];
}

/** Names of the tables a template may hold. */
export function templateTables(): readonly string[] {
  return [stagesTableName, ...Object.values(sheetCatalogue).flatMap(({ shared = [] }) => shared)];
}

/** How a text reads in a language. */
export function wordsIn(words: Words, language: Language): string {
  return typeof words === "string" ? words : words[language];
}

interface Applied {
  readonly language: Language;
  readonly asOf: Day;
  /** Tables and inputs of other sheets of the catalogue are left out. */
  readonly sheets: readonly ChosenSheet[];
  readonly imports: readonly Import[];
}

/** Tables whose rows are about the template's own stages. */
const aboutStages: ReadonlySet<string> = new Set([stagesTableName, "GateCriteria"]);

/** Whether the template's stages are those of the export, in any language; true where one of them has none. */
export function hasStagesOf(template: Template, imports: readonly Import[]): boolean {
  const found = new Set((readingOf(imports, "deal")?.columns.stage ?? []).flatMap((stage) => (stage === null ? [] : [stage.toLowerCase()])));
  const own = languages.flatMap((language) => openStagesOf(template, language));
  return found.size === 0 || own.length === 0 || own.some((stage) => found.has(stage.toLowerCase()));
}

/** Won and lost are called the same everywhere, so they tell nothing. */
function openStagesOf({ tables }: Template, language: Language): readonly string[] {
  const { columns = [], rows = [] } = tables[stagesTableName] ?? {};
  const spoken = rows.map((row) => row.map((one) => (one !== null && typeof one === "object" ? ("day" in one ? null : one[language]) : one)));
  const table = readTable({ columns, rows: spoken }, (text) => text.tables.stages);
  return table.rows.filter((row) => (keyOfWord(table.value(row, "outcome") ?? undefined, (text) => text.tables.outcome) ?? "open") === "open").map((row) => String(table.value(row, "stage")));
}

/** The memory with what the template holds wherever nothing was typed yet: what the user typed comes first, and the stages of an export before those of the template. */
export function withTemplate(memory: Memory, template: Template, { language, asOf, sheets, imports }: Applied): Memory {
  const typedMonth = memory.inputs.get(settingNames.fiscalYearStart) ?? template.inputs[settingNames.fiscalYearStart];
  const year = fiscalYearOf(asOf, typeof typedMonth === "number" && typedMonth >= 1 && typedMonth <= 12 ? Math.trunc(typedMonth) : 1);
  const value = (one: TemplateCell): CellValue => {
    if (one === null || typeof one !== "object") return one;
    if (!("day" in one)) return one[language];
    const start = { asOf, yearStart: year.from, yearEnd: year.to }[one.day];
    return start + (one.plus ?? 0);
  };
  const unused = new Set([...unusedNames(sheets), ...(hasStagesOf(template, imports) ? [] : aboutStages)]);
  const inputs = Object.entries(template.inputs).flatMap(([name, one]): [string, CellValue][] => (unused.has(name) || isTyped(memory.inputs.get(name) ?? null) ? [] : [[name, value(one)]]));
  const tables = Object.entries(template.tables).flatMap(([name, { columns, rows }]): [string, RememberedTable][] =>
    (unused.has(name) || hasRows(memory.tables.get(name)) ? [] : [[name, { columns, rows: rows.map((row) => row.map(value)) }]]));
  return { ...memory, inputs: new Map([...memory.inputs, ...inputs]), tables: new Map([...memory.tables, ...tables]) };
}

/** Forms and inputs of the sheets that are not built. */
function unusedNames(sheets: readonly ChosenSheet[]): ReadonlySet<string> {
  const others = Object.entries(sheetCatalogue).filter(([id]) => !sheets.some((one) => one === id));
  return new Set(others.flatMap(([, { forms, inputs }]) => [...forms, ...inputs]));
}

function hasRows(table: RememberedTable | undefined): boolean {
  return table?.rows.some((row) => row.some(isTyped)) ?? false;
}
