// Workbooks made by hand: deals said in a line each become the model, the context and a whole plan with its data.

import { dealFields, type Deal } from "../../src/crm/objects/deal";
import { stageMoveFields, type StageMove } from "../../src/crm/objects/stage-move";
import type { ColumnsOf, ObjectKind, Reading } from "../../src/crm/reading";
import { catalogue } from "../../src/metrics/catalogue";
import type { Model, StageRow } from "../../src/metrics/model";
import { grid, input, show, type SheetSpec } from "../../src/sheets/block";
import type { DataTable, SheetContext } from "../../src/sheets/context";
import { dealData } from "../../src/sheets/data/deals";
import { moveData } from "../../src/sheets/data/moves";
import { definitionsSheet } from "../../src/sheets/definitions";
import { layout } from "../../src/sheets/layout";
import { emptyMemory } from "../../src/sheets/memory";
import type { Memory } from "../../src/sheets/memory";
import type { SheetPlan, TablePlan, WorkbookPlan } from "../../src/sheets/plan";
import { derivedNames, settingNames, settingsOf, typedSettings } from "../../src/sheets/settings";
import { stagesTableName, stageTable } from "../../src/sheets/stages";
import type { Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";

/** A deal with dates as `2026-11-23`; what is not said is missing. */
export type MadeDeal = Partial<Omit<Deal, "created" | "closed" | "due" | "stageSince" | "lastActivity">> & {
  readonly created?: string; readonly closed?: string; readonly due?: string; readonly stageSince?: string; readonly lastActivity?: string;
};

export interface Making {
  readonly deals: readonly MadeDeal[];
  /** `["Proposal", "open"]`, in the order of the pipeline. */
  readonly stages: readonly (readonly [stage: string, outcome: StageRow["outcome"], more?: Partial<StageRow>])[];
  readonly moves?: readonly { readonly deal: string; readonly to: string; readonly on: string }[];
  readonly reps?: readonly string[];
  readonly asOf: string;
  readonly language?: Language;
  readonly memory?: Memory;
  readonly currency?: string;
}

export function made(making: Making): SheetContext {
  const language = making.language ?? "en";
  const text = wholeTextIn(language);
  const memory = making.memory ?? emptyMemory;
  const asOf = day(making.asOf) as Day;
  const currency = making.currency ?? "USD";
  const rows = making.stages.map(([stage, outcome, more]): StageRow => ({
    stage, outcome, probability: null, targetConversion: null, entryCriteria: null, exitCriteria: null, longestStay: outcome === "open" ? 90 : null, ...more,
  }));
  const reading = dealReading(making.deals);
  const deal = making.deals.length > 0 ? dealData(reading, mappedOf(making.deals), null, text) : null;
  const moves = making.moves ? moveData(moveReading(making.moves), new Set(["dealId", "to", "on"]), rows, text) : null;
  const model: Model = {
    settings: settingsOf(typedSettings(memory, { asOf, currency }), text.tables.yes),
    words: { outcome: text.tables.outcome, yes: text.tables.yes, no: text.tables.no },
    stages: stageTable(rows, text),
    deals: deal?.deals ?? null,
    moves: moves?.moves ?? null,
    leads: null,
    reps: making.reps ?? [],
    completeness: [],
    completenessTable: { object: "", cells: "", missing: "", notYet: "" },
  };
  const data = new Map<ObjectKind, DataTable>();
  if (deal) data.set("deal", deal);
  if (moves) data.set("stageMove", moves);
  return { language, text, model, metrics: catalogue(model), memory, imports: [], stageGuesses: [], data, currency, rates: null, snapshots: null };
}

/** The sheets in a workbook with what they refer to: settings, stages, data, measures. */
export function bookOf(context: SheetContext, ...sheets: readonly SheetSpec[]): WorkbookPlan {
  const definitions = context.metrics.length > 0 ? [definitionsSheet(context)] : [];
  return layout([...sheets, setupSheet(context), ...definitions, ...dataSheets(context)], { language: context.language, title: "Made", currency: context.currency, functions: [] });
}

export function sheetOf(plan: WorkbookPlan, id: string): SheetPlan {
  const sheet = plan.sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`no such sheet: ${id}`);
  return sheet;
}

export function tableOf(plan: WorkbookPlan, name: string): TablePlan {
  const table = plan.sheets.flatMap((sheet) => sheet.tables).find((one) => one.name === name);
  if (!table) throw new Error(`no such table: ${name}`);
  return table;
}

/** A column's values. */
export function columnOf(plan: WorkbookPlan, table: string, name: string): readonly CellValue[] {
  const found = tableOf(plan, table).columns.find((column) => column.name === name);
  if (!found) throw new Error(`no such column: ${table}[${name}]`);
  return found.values;
}

/** Everything a sheet says in words. */
export function wordsOf(sheet: SheetPlan): string {
  return sheet.cells.map((cell) => cell.value).filter((value) => typeof value === "string").join("\n");
}

/** The deal without some of its fields. */
export function without(deal: MadeDeal, ...fields: readonly (keyof MadeDeal)[]): MadeDeal {
  return Object.fromEntries(Object.entries(deal).filter(([field]) => !fields.includes(field as keyof MadeDeal)));
}

export function dealReading(made: readonly MadeDeal[]): Reading<Deal> {
  const fields = [...Object.keys(dealFields), "row", "outcome", "closed", "due"];
  const values = (field: string) => made.map((deal, index) => {
    const value = (deal as Readonly<Record<string, unknown>>)[field];
    if (field === "row") return index + 2;
    if (field === "id") return value ?? `D${index + 1}`;
    if (field === "outcome") return value ?? "open";
    return dates.has(field) ? day(value) : value ?? null;
  });
  const columns = Object.fromEntries(fields.map((field) => [field, values(field)])) as unknown as ColumnsOf<Deal>;
  return { count: made.length, columns, extras: [], issues: [] };
}

const dates = new Set(["created", "closed", "due", "stageSince", "lastActivity"]);

function mappedOf(made: readonly MadeDeal[]): ReadonlySet<string> {
  const said = new Set(made.flatMap((deal) => Object.keys(deal)));
  return new Set([...said].flatMap((field) => (field === "closed" ? ["closeDate"] : field === "due" ? ["expectedClose"] : field === "outcome" ? [] : [field])));
}

function moveReading(made: NonNullable<Making["moves"]>): Reading<StageMove> {
  const blank = Object.fromEntries([...Object.keys(stageMoveFields), "row"].map((field) => [field, made.map(() => null)]));
  const columns = { ...blank, dealId: made.map((one) => one.deal), to: made.map((one) => one.to), on: made.map((one) => day(one.on)) };
  return { count: made.length, columns: columns as unknown as ColumnsOf<StageMove>, extras: [], issues: [] };
}

function day(value: unknown): Day | null {
  return typeof value === "string" ? dayOfIso(value) : null;
}

/** Settings by name and the Stages table, as Setup has them. */
function setupSheet({ text, model, memory, currency }: SheetContext): SheetSpec {
  const typed = typedSettings(memory, { asOf: model.settings.asOf.value, currency });
  const { derived } = settingsOf(typed, text.tables.yes);
  const values: Record<keyof typeof settingNames, CellValue> = { ...typed, windowOpenEnd: typed.windowOpenEnd ? text.tables.yes : text.tables.no };
  const inputs = Object.entries(settingNames).map(([key, name]) => [show("label", name), input(name, values[key as keyof typeof settingNames], { format: key === "asOf" ? "day" : "general" })]);
  const follows = Object.entries(derivedNames).map(([key, name]) => [show("label", name), show("value", derived[key as keyof typeof derivedNames], { name, format: "day" })]);
  const { stages } = text.tables;
  const user = (name: string, contents: readonly CellValue[]) => ({ name, owner: "user", format: "general", contents }) as const;
  const { rows } = model.stages;
  return {
    id: "setup", name: text.tables.sheets.setup, tab: "C98A1B", columnWidths: [24, 16, 16, 16, 16], gridlines: false,
    blocks: [
      grid([...inputs, ...follows]),
      ...(rows.length === 0 ? [] : [{
        kind: "table", table: {
          name: stagesTableName, kind: "form", key: [stages.stage], filter: false, style: "form",
          columns: [
            user(stages.stage, rows.map((row) => row.stage)), user(stages.outcome, rows.map((row) => text.tables.outcome[row.outcome])),
            user(stages.probability, rows.map((row) => row.probability)), user(stages.targetConversion, rows.map((row) => row.targetConversion)),
            user(stages.longestStay, rows.map((row) => row.longestStay)),
          ],
        },
      } as const]),
    ],
    print: { orientation: "portrait", paper: "a4", fitToHeight: true },
  };
}

function dataSheets(context: SheetContext): readonly SheetSpec[] {
  return [...context.data.values()].map((data) => ({
    id: data.spec.name, name: data.sheet, tab: "8A94A0", columnWidths: data.spec.columns.map(() => 16), gridlines: true,
    blocks: [{ kind: "table", table: data.spec }], print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  }));
}
