// The work itself: reads what the user brings, and plans the workbook. Runs in the worker; knows no page.

import type { CrmTable } from "../crm/reading";
import { isProblem, parsePaste, type TableProblem } from "../crm/table";
import { openExport, readExport, type Known } from "../read-exports";
import { looksLikeRollup } from "../rollup-file/looks";
import { mappingTableName } from "../sheets/mapping";
import { emptyMemory, type Memory } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";
import type { WhatChanged } from "../sheets/what-changed";
import { importedOf, importsOf, isRollup, type Kept, type KeptTable } from "./kept";
import { lineOf } from "./lines";
import { formulasIn, previewOf } from "./preview/cut";
import { RollupTrouble } from "./rollup-trouble";
import type { Built, BuildProgress, Choice, Correction, Imported, Opened, Source, Work } from "./work";

/** The work of one pane; tables stay here, the pane gets what it shows. */
export function createWork(): Work {
  const tables = new Map<string, Kept>();
  let memory = emptyMemory;
  let last = 0;

  function keep(kept: Omit<KeptTable, "read">): Imported {
    const read = readExport(kept.table, { ...kept.said, memory });
    tables.set(kept.id, { ...kept, read });
    return importedOf({ ...kept, read });
  }

  function known(id: string): KeptTable {
    const kept = tables.get(id);
    if (!kept || isRollup(kept)) throw new Error(`unknown table: ${id}`);
    return kept;
  }

  async function openedRollup(file: string, text: string): Promise<Opened> {
    const { openRollup } = await import(/* webpackChunkName: "rollup" */ "./open-rollup");
    const opened = openRollup(file, text, [...tables.values()].filter(isRollup));
    if ("fault" in opened) return { rollup: opened };
    for (const { id } of opened.replaced) tables.delete(id);
    const kept = opened.taken.map((one) => ({ ...one, id: `table ${(last += 1)}` }));
    for (const one of kept) tables.set(one.id, one);
    return { tables: kept.map(importedOf), replaced: opened.replaced.map(({ id }) => id) };
  }

  /** Reads again what the user has not corrected here, where the workbook now says something else of its columns. */
  function remember(now: Memory): Imported[] {
    const isNew = JSON.stringify(now.tables.get(mappingTableName)) !== JSON.stringify(memory.tables.get(mappingTableName));
    memory = now;
    return isNew ? [...tables.values()].flatMap((kept) => (isRollup(kept) || kept.said !== null ? [] : [keep(kept)])) : [];
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
      const rollup = rollupIn(source);
      if (rollup !== null) return openedRollup(source.name, rollup);
      const tables = await tablesOf(source, memory);
      if (!("problem" in tables)) return { tables: tables.map((table) => keep({ id: `table ${(last += 1)}`, source, table, said: null })) };
      return tables.problem === "too-long" ? { rollup: { file: source.name, fault: "too-long", where: "" } } : { problem: tables.problem };
    },
    remember: async (now) => remember(now),
    correct: async (id, correction) => keep({ ...known(id), said: saidOf(known(id), correction) }),
    async remove(id) {
      tables.delete(id);
    },
    async line(id, row) {
      const kept = tables.get(id);
      return kept && !isRollup(kept) ? lineOf(kept.table, kept.source, row) : null;
    },
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

/** The text of a rollup, whole or not; every .json is taken for one. Null for any other file or paste. */
function rollupIn({ name, bytes, text }: Source): string | null {
  const start = bytes ? new TextDecoder().decode(bytes.subarray(0, 200)) : (text ?? "");
  if (!looksLikeRollup(start) && !/\.json$/i.test(name)) return null;
  return bytes ? new TextDecoder().decode(bytes) : (text ?? "");
}

async function tablesOf({ name, bytes, html, text }: Source, memory: Memory): Promise<readonly CrmTable[] | TableProblem> {
  if (bytes) return openExport(name, bytes, { memory });
  const table = parsePaste({ file: name, ...(html === null ? {} : { html }), ...(text === null ? {} : { text }) });
  return isProblem(table) ? table : [table];
}

/** Another kind of row is recognised anew; a corrected mapping is taken as it is. */
function saidOf({ read: { recognition } }: KeptTable, { object, mapping, filled, dateOrders }: Correction): Known {
  if (object !== recognition.object) return { object };
  return { recognition: { ...recognition, mapping, matched: new Set(Object.values(mapping)).size }, filled, dateOrders };
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
  const { planned } = await import(/* webpackChunkName: "refresh" */ "../report");
  const { language, asOf, template: chosen, sheets } = choice;
  const template = typeof chosen === "string" ? (await import(/* webpackChunkName: "refresh" */ "../templates")).readyTemplate(chosen) : chosen;
  const { plan, questions } = planned({ language, asOf, sheets, ...(template ? { template } : {}), imports: importsOf(tables), memory: await withChosen(memory, choice) });
  // Only an engine can answer, and there is none here.
  if (questions.length > 0) throw new RollupTrouble({ file: tables.filter(isRollup)[0]?.file ?? "", fault: "unanswered", where: "" });
  return plan;
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
