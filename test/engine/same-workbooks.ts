// One workbook from the records as our own readers read them, one from what a real engine says of the same records.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ObjectKind } from "../../src/crm/reading";
import { isProblem } from "../../src/crm/table";
import type { Engine } from "../../src/engine/engine";
import { fieldNames } from "../../src/engine/main-table";
import { inOrder } from "../../src/engine/merge-groups";
import { rollup, type Rollup } from "../../src/engine/rollup";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { linkImports, readExport } from "../../src/read-exports";
import { isRollupProblem, readRollup, rollupText } from "../../src/rollup-file";
import { breaksOf } from "../../src/sheets/breaks";
import { chosenSheets } from "../../src/sheets/chosen";
import { customerDays } from "../../src/sheets/customer-days";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import type { CellValue, Day } from "../../src/values";
import { planned } from "../../src/report";
import { differences, plannedByEngines } from "./same-numbers";
import { openTable } from "../crm/open-table";

/** The exports of a company, and how a workbook of them is asked for. */
export interface Company {
  readonly files: Readonly<Partial<Record<ObjectKind, string>>>;
  readonly asOf: Day;
  readonly language: Language;
  readonly memory?: Memory;
}

/** Where an engine has the records of an object. */
export interface Place {
  readonly engine: Engine;
  readonly table: string;
}

/** Each export as our own readers read it, names not yet joined. */
export async function readAll({ files, memory = emptyMemory }: Company): Promise<readonly Import[]> {
  return Promise.all(Object.entries(files).map(async ([object, path]) => {
    const table = await openTable(basename(path), await readFile(path));
    if (isProblem(table)) throw new Error(`${object}: ${table.problem}`);
    return ordered(readExport(table, { object: object as ObjectKind, memory }) as Import);
  }));
}

/** In the order an engine's rows come: a database has no other, and lists name the first of equals. */
function ordered(one: Import): Import {
  const columns = one.reading.columns as unknown as Readonly<Record<string, readonly CellValue[]>>;
  const told = fieldNames(one.recognition.object).flatMap((name) => (columns[name] ? [columns[name]] : []));
  const keys = Array.from({ length: one.reading.count }, (_, at) => told.map((values) => values[at] ?? null));
  const order = keys.map((_, at) => at).sort((left, right) => inOrder(keys[left]!, keys[right]!) || left - right);
  const moved = <T>(values: readonly T[]) => order.map((at) => values[at] as T);
  return { ...one, reading: { ...one.reading, columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, moved(values)])), extras: one.reading.extras.map(({ header, values }) => ({ header, values: moved(values) })) } } as unknown as Import;
}

/** The workbook from records alone. */
export function fromRecords(company: Company, imports: readonly Import[]): WorkbookPlan {
  return planned({ ...inputOf(company), imports: linkImports(imports) }).plan;
}

/** The workbook where the records of some objects are groups that engines make. */
export async function fromEngines(company: Company, imports: readonly Import[], places: ReadonlyMap<ObjectKind, Place>, limits: Partial<RollupLimits>): Promise<WorkbookPlan> {
  const { asOf, memory = emptyMemory } = company;
  const customers = { asOf, until: (first: Day, last: Day) => customerDays(memory, asOf, first, last) };
  const made = new Map<ObjectKind, Rollup>();
  for (const [object, { engine, table }] of places) {
    // Called as the file is: where records are from is no figure.
    const named = { ...(await engine.table(table)), name: basename(company.files[object]!) };
    made.set(object, await rollup(engine, named, { memory, object, breaks: breaksOf(memory, asOf), customers, limits, mostRows: 0, at: "2026-11-28T12:00:00Z" }));
  }
  const all = imports.map((one) => {
    const grouped = made.get(one.recognition.object)?.import;
    return grouped ? throughFile(grouped, asOf) : one;
  });
  const { plan } = await plannedByEngines(inputOf(company), all, (object, questions) => made.get(object)!.answer(questions));
  return plan;
}

/** As the pane reads it from the file that the command line wrote. */
function throughFile(one: Import, asOf: Day): Import {
  const file = readRollup(rollupText({ asOf, imports: [one], products: [] }));
  if (isRollupProblem(file)) throw new Error(`${file.problem}: ${file.where}`);
  return file.imports[0]!;
}

/** The blocks where something is not the same: sheet, table and its columns, or the words that cells stand under; none of the sheets of the data themselves. */
export function differentBlocks(lines: readonly string[]): readonly string[] {
  const tables = new Map<string, Set<string>>();
  const words = new Set<string>();
  for (const line of lines) {
    const [, table, column] = /^(\w+: \w+)\[(.*?)\] of /.exec(line) ?? [];
    if (table === undefined) words.add(/^(\w+: “.*?)” column \d+/s.exec(line)?.[1]?.concat("”") ?? line);
    else tables.set(table, (tables.get(table) ?? new Set()).add(column!));
  }
  return [...[...tables].map(([table, columns]) => `${table}: ${[...columns].sort().join(", ")}`), ...words].sort();
}

/** All that is not the same, on every sheet but those of the data themselves. Rows of their tables are no figures. */
export function allDifferences(records: WorkbookPlan, engines: WorkbookPlan): readonly string[] {
  const ids = new Set([...records.sheets, ...engines.sheets].map(({ id }) => id as string));
  return differences(records, engines, [...ids].filter((id) => !isData(id))).filter((line) => !/^review: “(Row|行)” column 1 /.test(line));
}

/** Sheets of the records or the groups, and of what was asked of engines. */
function isData(id: string): boolean {
  return ["start", "answers", "leadScores", "gateChecks"].includes(id) || /^(deal|lead|account|activity|stageMove|spend|order|survey|rep)$/.test(id) || /^[A-Z]/.test(id);
}

function inputOf({ asOf, language, memory = emptyMemory }: Company) {
  return { memory, asOf, language, sheets: chosenSheets, withoutLog: true } as const;
}
