// From records, memory and an as-of day to a workbook: which sheets, in which order.

import type { ObjectKind, StageGuess } from "./crm/reading";
import { guessStages } from "./crm/stages";
import { catalogue } from "./metrics/catalogue";
import type { Model } from "./metrics/model";
import { completenessColumns } from "./sheets/data/completeness";
import { dealData } from "./sheets/data/deals";
import { importsOf, readingOf, type Import } from "./sheets/data/import";
import { moveData } from "./sheets/data/moves";
import { leadData, plainData } from "./sheets/data/tables";
import { column } from "./formula/column";
import type { SheetSpec } from "./sheets/block";
import type { DataTable, GoalSet, ImportSummary, SheetContext } from "./sheets/context";
import { dashboardSheet } from "./sheets/dashboard";
import { dataSheet } from "./sheets/data/sheet";
import { definitionsSheet } from "./sheets/definitions";
import { funnelSheet } from "./sheets/funnel";
import { goalsSheet } from "./sheets/goals";
import { completenessTableName, importReportSheet } from "./sheets/import-report";
import { journeySheet } from "./sheets/journey";
import { layout } from "./sheets/layout";
import type { Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { countedCurrencies, ratesOf } from "./sheets/rates";
import { settingsOf, typedSettings, type TypedSettings } from "./sheets/settings";
import { setupSheet } from "./sheets/setup";
import { stageRows, stageTable } from "./sheets/stages";
import { startSheet } from "./sheets/start";
import type { Text } from "./text/en";
import { textIn, type Language } from "./text/language";
import type { Day } from "./values";

/** Sheets that can be left out; the others are always there. */
export const chosenSheets = ["dashboard", "goals", "funnel", "journey"] as const;
export type ChosenSheet = (typeof chosenSheets)[number];

export interface ReportInput {
  readonly imports: readonly Import[];
  readonly memory: Memory;
  readonly asOf: Day;
  readonly language: Language;
  readonly goals: GoalSet;
  readonly sheets: readonly ChosenSheet[];
}

/** The same input gives the same plan: in the pane, the page and the command line. */
export function report(input: ReportInput): WorkbookPlan {
  const { context, typed } = contextOf(input);
  const { text, model } = context;
  const sheets = new Map<ChosenSheet, (context: SheetContext) => SheetSpec>([
    ["dashboard", dashboardSheet], ["goals", goalsSheet], ["funnel", funnelSheet], ["journey", journeySheet],
  ]);
  const why = (id: ChosenSheet): string | null => {
    if (!input.sheets.includes(id)) return text.report.start.notChosen;
    return model.deals || id === "goals" || id === "journey" ? null : text.report.start.needsDeals;
  };
  const built = [...sheets].flatMap(([id, make]) => (why(id) === null ? [{ id, spec: make(context) }] : []));
  const missing = chosenSheets.flatMap((id) => {
    const reason = why(id);
    return reason === null ? [] : [{ name: text.tables.sheets[id], why: reason }];
  });
  const data = [...context.data].map(([object, table]) => dataSheet(object, table));
  const reference = [setupSheet(context, typed), ...data, definitionsSheet(context), importReportSheet(context)];
  const entries = [...built.map(({ spec }) => spec), ...reference].map((spec) => ({ name: spec.name, purpose: purposeOf(spec.id, text) }));
  const specs = [startSheet(context, entries, missing), ...built.map(({ spec }) => spec), ...reference];
  return layout(specs, { language: input.language, title: text.report.bookTitle, currency: context.currency });
}

/** Everything measures and sheets are made from; the command line prints figures from it without a workbook. */
export function contextOf(input: ReportInput): { readonly context: SheetContext; readonly typed: TypedSettings } {
  const { imports, memory, language } = input;
  const text = textIn(language);
  const deals = readingOf(imports, "deal");
  const typed = typedSettings(memory, { asOf: input.asOf, currency: deals ? (countedCurrencies(deals.columns.currency)[0] ?? "") : "", yes: text.tables.yes });
  const rates = deals ? ratesOf(deals.columns.currency, typed.currency, memory, text) : null;
  const stageGuesses = stagesFound(imports);
  const stages = stageTable(stageRows(stageGuesses, memory, text), text);
  const dealTable = deals && dealData(deals, mappedFields(imports, "deal"), rates, text);
  const moves = readingOf(imports, "stageMove");
  const moveTable = moves && moveData(moves, mappedFields(imports, "stageMove"), stages.rows, text);
  const leads = readingOf(imports, "lead");
  const leadTable = leads && leadData(leads, mappedFields(imports, "lead"), text);
  const found: readonly [ObjectKind, DataTable | null][] = [
    ["deal", dealTable], ["stageMove", moveTable], ["lead", leadTable],
    ...(["account", "activity", "spend", "order", "survey", "rep"] as const).map((object): [ObjectKind, DataTable | null] => [object, otherTable(imports, object, text)]),
  ];
  const data = new Map(found.flatMap(([object, table]): [ObjectKind, DataTable][] => (table ? [[object, table]] : [])));
  const headers = text.tables.completeness;
  const model: Model = {
    settings: settingsOf(typed, text.tables.yes),
    words: { outcome: text.tables.outcome, yes: text.tables.yes, no: text.tables.no },
    stages,
    deals: dealTable ? dealTable.deals : null,
    moves: moveTable ? moveTable.moves : null,
    leads: leadTable ? leadTable.leads : null,
    reps: (readingOf(imports, "rep")?.columns.name ?? []).filter((name): name is string => name !== null),
    completeness: completenessColumns(imports, data, stages.rows),
    completenessTable: {
      cells: column(completenessTableName, headers.cells, []).text,
      missing: column(completenessTableName, headers.missing, []).text,
      notYet: column(completenessTableName, headers.notYet, []).text,
    },
  };
  return {
    typed,
    context: {
      language, text, model, metrics: catalogue(model), memory, imports: imports.map(summaryOf), stageGuesses, data,
      goalSet: input.goals, currency: typed.currency, rates,
    },
  };
}

export function summaryOf({ table, recognition, reading }: Import): ImportSummary {
  return { file: table.file, recognition, rowsRead: table.rowsRead, rowsKept: reading.count, issues: reading.issues };
}

function otherTable(imports: readonly Import[], object: Exclude<ObjectKind, "deal" | "lead" | "stageMove">, text: Text): DataTable | null {
  const reading = readingOf(imports, object);
  return reading && plainData(object, reading, mappedFields(imports, object), text);
}

function stagesFound(imports: readonly Import[]): readonly StageGuess[] {
  const deals = readingOf(imports, "deal");
  if (!deals) return [];
  const crm = importsOf(imports, "deal")[0]?.recognition.crm ?? "other";
  return guessStages(deals, crm, readingOf(imports, "stageMove") ?? undefined);
}

function mappedFields(imports: readonly Import[], object: ObjectKind): ReadonlySet<string> {
  return new Set(importsOf(imports, object).flatMap((one) => Object.keys(one.recognition.mapping)));
}

function purposeOf(id: string, text: Text): string {
  const purposes: Readonly<Record<string, string>> = text.report.start.sheets;
  return purposes[id] ?? text.report.start.sheets.data;
}
