// The work itself: reads what the user brings, and plans the workbook. Runs in the worker; knows no page.

import { tableEvidence } from "../crm/evidence";
import { fieldTables } from "../crm/objects/tables";
import type { CrmTable } from "../crm/reading";
import { isProblem, openTable, parsePaste } from "../crm/table";
import { leastConfidence, linkImports, productsIn, readExport, stageHistoryOf, type Known } from "../read-exports";
import type { Import } from "../sheets/data/import";
import { mappingTableName } from "../sheets/mapping";
import { emptyMemory, type Memory } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";
import type { WhatChanged } from "../sheets/what-changed";
import { columnsOf, currenciesOf, findingsOf } from "./imported";
import { lineOf } from "./lines";
import { formulasIn, previewOf } from "./preview/cut";
import type { Built, BuildProgress, Choice, Correction, Imported, Source, Work } from "./work";

/** A table as cut out of its file, and how it is read now. */
interface Kept {
  readonly id: string;
  readonly source: Source;
  readonly table: CrmTable;
  /** What the user has said of it; null where nothing. */
  readonly said: Known | null;
  readonly read: Import;
}

/** The work of one pane; tables stay here, the pane gets what it shows. */
export function createWork(): Work {
  const tables = new Map<string, Kept>();
  let memory = emptyMemory;
  let last = 0;

  function keep(kept: Omit<Kept, "read">): Imported {
    const read = readExport(kept.table, { ...kept.said, memory });
    tables.set(kept.id, { ...kept, read });
    return importedOf({ ...kept, read });
  }

  function known(id: string): Kept {
    const kept = tables.get(id);
    if (!kept) throw new Error(`unknown table: ${id}`);
    return kept;
  }

  /** Reads again what the user has not corrected here, where the workbook now says something else of its columns. */
  function remember(now: Memory): Imported[] {
    const isNew = JSON.stringify(now.tables.get(mappingTableName)) !== JSON.stringify(memory.tables.get(mappingTableName));
    memory = now;
    return isNew ? [...tables.values()].filter(({ said }) => said === null).map(keep) : [];
  }

  return {
    async readTemplate(content) {
      const { readTemplate } = await import(/* webpackChunkName: "refresh" */ "../sheets/read-template");
      return readTemplate(content);
    },
    async saveTemplate(of, title, about, asOf) {
      const { savedTemplate } = await import(/* webpackChunkName: "refresh" */ "../templates");
      return savedTemplate(of, title, title, about, asOf);
    },
    async open(source) {
      const table = await tableOf(source);
      return isProblem(table) ? { problem: table.problem } : { tables: [keep({ id: `table ${(last += 1)}`, source, table, said: null })] };
    },
    remember: async (now) => remember(now),
    correct: async (id, correction) => keep({ ...known(id), said: saidOf(known(id), correction) }),
    async remove(id) {
      tables.delete(id);
    },
    line: async (id, row) => lineOf(known(id).table, known(id).source, row),
    build: (choice, progress) => build([...tables.values()], choice, progress),
    async plan(choice, now) {
      remember(now);
      return planOf([...tables.values()], choice, now);
    },
    async changes(choice, now) {
      remember(now);
      return changesOf([...tables.values()], choice, now);
    },
  };
}

function tableOf({ name, bytes, html, text }: Source) {
  if (bytes) return openTable(name, bytes);
  return parsePaste({ file: name, ...(html === null ? {} : { html }), ...(text === null ? {} : { text }) });
}

/** Another kind of row is recognised anew; a corrected mapping is taken as it is. */
function saidOf({ read: { recognition } }: Kept, { object, mapping, filled, dateOrders }: Correction): Known {
  if (object !== recognition.object) return { object };
  return { recognition: { ...recognition, mapping, matched: new Set(Object.values(mapping)).size }, filled, dateOrders };
}

function importedOf({ id, source, table, said, read }: Kept): Imported {
  const { recognition, reading } = read;
  const { object, mapping } = recognition;
  return {
    id, recognition, object, mapping,
    file: table.file,
    place: source.place ?? null,
    evidence: tableEvidence(table, recognition),
    isSure: said !== null || recognition.confidence >= leastConfidence,
    fields: Object.keys(fieldTables[object]),
    columns: columnsOf(table, recognition),
    rowsRead: table.rowsRead,
    rowsKept: reading.count,
    findings: findingsOf(table, reading.issues),
    filled: recognition.said?.filled ?? [],
    dateOrders: recognition.said?.dateOrders ?? {},
    currencies: currenciesOf(read),
  };
}

async function build(tables: readonly Kept[], choice: Choice, progress: BuildProgress): Promise<Built> {
  progress("planning", 0, 0);
  const [{ refresh }, { xlsxHost }] = await Promise.all([
    import(/* webpackChunkName: "refresh" */ "../refresh"),
    import(/* webpackChunkName: "xlsx-host" */ "../hosts/xlsx/host"),
  ]);
  let file = new Uint8Array();
  const host = xlsxHost(null, (bytes) => { file = bytes.slice(); });
  const plan = await refresh(host, (memory) => planOf(tables, choice, memory), { progress: (done, total) => progress("writing", done, total) });
  return { plan: previewOf(plan), formulas: formulasIn(plan), file };
}

async function planOf(tables: readonly Kept[], choice: Choice, memory: Memory = emptyMemory): Promise<WorkbookPlan> {
  const { report } = await import(/* webpackChunkName: "refresh" */ "../report");
  const { language, asOf, template: chosen, sheets } = choice;
  const template = typeof chosen === "string" ? (await import(/* webpackChunkName: "refresh" */ "../templates")).readyTemplate(chosen) : chosen;
  return report({ language, asOf, sheets, ...(template ? { template } : {}), imports: importsOf(tables), memory: await withChosen(memory, choice) });
}

async function changesOf(tables: readonly Kept[], choice: Choice, memory: Memory): Promise<WhatChanged | null> {
  const [{ contextOf }, { whatChanged }] = await Promise.all([
    import(/* webpackChunkName: "refresh" */ "../sheets/make-context"),
    import(/* webpackChunkName: "refresh" */ "../sheets/what-changed"),
  ]);
  return whatChanged(contextOf({ ...choice, imports: importsOf(tables), memory: await withChosen(memory, choice) }).context);
}

/** What the user chose in the pane stands in the cells it is typed in. */
async function withChosen(memory: Memory, { currency, fiscalYearStart }: Choice): Promise<Memory> {
  const { settingNames } = await import(/* webpackChunkName: "refresh" */ "../sheets/settings");
  const chosen = [[settingNames.currency, currency], [settingNames.fiscalYearStart, fiscalYearStart]] as const;
  return { ...memory, inputs: new Map([...memory.inputs, ...chosen.filter(([, value]) => value !== null)]) };
}

/** The records of all tables, as the command line puts them together. */
function importsOf(tables: readonly Kept[]): readonly Import[] {
  const lists = tables.map(({ table, read, said }) => (said !== null ? null : productsIn(table, read.recognition)));
  const imports = tables.flatMap(({ table, read }, index) => {
    if (lists[index]) return [];
    const history = stageHistoryOf(table, read.recognition);
    return history ? [read, history] : [read];
  });
  return linkImports(imports, lists.flatMap((list) => list ?? []));
}
