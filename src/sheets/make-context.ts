// What measures and sheets are made from: exports, memory and settings put together.

import type { StageMove } from "../crm/objects/stage-move";
import type { ObjectKind, Reading, StageGuess } from "../crm/reading";
import { recordCount } from "../crm/record-count";
import { guessStages } from "../crm/stages";
import { column } from "../formula/column";
import { catalogue } from "../metrics/catalogue";
import type { Model, MoveTable, StageRow } from "../metrics/model";
import { wholeTextIn, type WholeText } from "../text/whole";
import type { Language } from "../text/language";
import type { Day } from "../values";
import type { ColumnSpec } from "./block";
import type { DataTable, ImportSummary, SheetContext } from "./context";
import { completenessColumns } from "./data/completeness";
import { dealData } from "./data/deals";
import { groupedMoveData } from "./data/grouped-moves";
import { importsOf, readingOf, type Import } from "./data/import";
import { moveData } from "./data/moves";
import { leadData, plainData } from "./data/tables";
import { completenessTableName } from "./import-report";
import { activityColumns, surveyColumns } from "./journey/activities";
import { waysTable } from "./journey/ways";
import type { Memory } from "./memory";
import { countedCurrencies, ratesFor, ratesNamed, type Rates } from "./rates";
import { settingsOf, typedSettings, type TypedSettings } from "./settings";
import { movesFrom } from "./snapshot-history";
import { snapshotsOf, statesOf } from "./snapshots";
import { stageRows, stageTable } from "./stages";

export interface ContextInput {
  readonly imports: readonly Import[];
  readonly memory: Memory;
  readonly asOf: Day;
  readonly language: Language;
  /** Figures alone are asked for: no log of snapshots is made. */
  readonly withoutLog?: true;
}

/** Everything measures and sheets are made from; the command line prints figures from it without a workbook. */
export function contextOf(input: ContextInput): { readonly context: SheetContext; readonly typed: TypedSettings } {
  const { imports, memory, language } = input;
  const text = wholeTextIn(language);
  const deals = readingOf(imports, "deal");
  const named = currenciesNamed(imports);
  const currencies = [...new Set([...named.values()].flat())];
  const typed = typedSettings(memory, { asOf: input.asOf, currency: currencies[0] ?? "" });
  const rates = ratesNamed(currencies, typed.currency, memory);
  const ratesOf = (object: ObjectKind) => ratesFor(rates, named.get(object) ?? [], typed.currency);
  const stageGuesses = stagesFound(imports);
  const stages = stageTable(stageRows(stageGuesses, memory), text);
  const dealTable = deals && dealData(deals, mappedFields(imports, "deal"), ratesOf("deal"), text, readingOf(imports, "spend") !== null);
  // What a deal was before is known of deals only, not of groups of them.
  const states = deals && dealTable && !deals.groups && !input.withoutLog ? statesOf(deals, dealTable.deals.columns.id.values) : null;
  const snapshots = snapshotsOf(states, memory, input.asOf, text);
  const moves = readingOf(imports, "stageMove");
  const moveTable = moves ? moveTableOf(moves, mappedFields(imports, "stageMove"), stages.rows, text) : snapshots && movesFrom(snapshots, stages.rows, text);
  const leads = readingOf(imports, "lead");
  const leadTable = leads && leadData(leads, mappedFields(imports, "lead"), text);
  const found: readonly [ObjectKind, DataTable | null][] = [
    ["deal", dealTable], ["stageMove", moveTable], ["lead", leadTable],
    ...(["account", "activity", "spend", "order", "survey", "rep"] as const).map((object): [ObjectKind, DataTable | null] => [object, otherTable(imports, object, memory, ratesOf(object), text)]),
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
      object: column(completenessTableName, headers.object, []).text,
      cells: column(completenessTableName, headers.cells, []).text,
      missing: column(completenessTableName, headers.missing, []).text,
      notYet: column(completenessTableName, headers.notYet, []).text,
    },
  };
  return {
    typed,
    context: {
      language, text, model, metrics: catalogue(model), memory, imports: imports.map(summaryOf), stageGuesses, data,
      currency: typed.currency, rates, snapshots,
    },
  };
}

/** Objects whose amounts are added up, deals first: what they are in is the reporting currency at first. */
const addedUp = ["deal", "order", "account", "spend"] as const;

/** The currencies that records of each object name, most records first. */
function currenciesNamed(imports: readonly Import[]): ReadonlyMap<ObjectKind, readonly string[]> {
  return new Map(addedUp.map((object) => {
    const reading = readingOf(imports, object);
    return [object, reading ? countedCurrencies(reading.columns.currency, reading.groups?.records) : []];
  }));
}

function moveTableOf(reading: Reading<StageMove>, mapped: ReadonlySet<string>, stages: readonly StageRow[], text: WholeText): DataTable & { readonly moves: MoveTable | null } {
  const { groups } = reading;
  return groups ? groupedMoveData({ ...reading, groups }, mapped, stages, text) : moveData(reading, mapped, stages, text);
}

function summaryOf({ table, recognition, reading }: Import): ImportSummary {
  const { groups } = reading;
  return { file: table.file, header: table.header, recognition, rowsRead: table.rowsRead, rowsKept: recordCount(reading), issues: reading.issues, ...(groups ? { groups } : {}) };
}

function otherTable(imports: readonly Import[], object: Exclude<ObjectKind, "deal" | "lead" | "stageMove">, memory: Memory, rates: Rates | null, text: WholeText): DataTable | null {
  const reading = readingOf(imports, object);
  const table = reading && plainData(object, reading, mappedFields(imports, object), text, { more: journeyColumns(imports, object, memory, text), rates });
  const activities = object === "activity" ? readingOf(imports, "activity") : null;
  const ways = activities && waysTable(activities, memory, text);
  return table?.groups && ways ? { ...table, groups: { ...table.groups, more: [...table.groups.more, ways] } } : table;
}

/** What the journey needs beside activities and survey answers. */
function journeyColumns(imports: readonly Import[], object: ObjectKind, memory: Memory, text: WholeText): readonly ColumnSpec[] {
  const activities = readingOf(imports, "activity");
  const surveys = readingOf(imports, "survey");
  if (object === "activity" && activities) return activityColumns(activities, memory, text);
  if (object === "survey" && surveys) return surveyColumns(surveys, activities, memory, text);
  return [];
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

