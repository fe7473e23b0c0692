// What the pane does with the workbook that is open in Excel, and how the session hears of it.

import type { StrandedComment } from "../hosts/host";
import { HostError, type LiveBook } from "../hosts/live";
import type { Memory } from "../sheets/memory";
import type { Day } from "../values";
import { attempt, type Tell } from "./attempt";
import { refreshedChoice } from "./choices";
import { formulasIn, previewOf } from "./preview/cut";
import type { Busy, News, SessionEvent } from "./session";
import type { Choice, Source, Work } from "./work";

export interface ExcelActions {
  /** Asks what the workbook is. */
  look(): Promise<void>;
  putBack(): Promise<void>;
  /** The selected range or table as a source; fails with what to select. */
  selected(): Promise<readonly Source[]>;
  /** Says what changed since the last export; nothing is written. */
  compare(choice: Choice): Promise<void>;
  /** Writes into the workbook; `isRefresh` keeps its language and sheets. */
  build(choice: Choice, isRefresh: boolean): Promise<void>;
  /** Stops a build at its next safe point. */
  cancel(): void;
  removeBuilt(): Promise<void>;
  /** Shows a sheet, and a cell of it (zero-based). */
  show(sheet: string, cell?: { readonly row: number; readonly column: number }): Promise<void>;
  insert(formula: string): Promise<void>;
  freeze(): Promise<void>;
  addNames(): Promise<void>;
  repair(): Promise<void>;
  /** Makes a template of the workbook; the news hold it. */
  saveTemplate(title: string, about: string): Promise<void>;
  /** `word` stands for a person. */
  anonymise(word: string): Promise<void>;
}

/** The actions on an open workbook. Only `selected` throws: opening what it gives tells its trouble. */
export function excelActionsOf(book: LiveBook, work: Work, today: () => Day, tell: Tell): ExcelActions {
  let running: AbortController | null = null;
  let compared = 0;

  function busily(kind: "working" | "comparing", doing: () => Promise<SessionEvent | null>): Promise<void> {
    tell({ type: "started", busy: { kind } });
    return attempt(tell, doing);
  }

  const happening = (doing: () => Promise<News>) => busily("working", async () => ({ type: "happened", news: await doing() }));

  return {
    look: () => attempt(tell, async () => {
      const { isBuilt, left } = await book.look();
      tell({ type: "looked", book: { isBuilt, leftOn: left?.day ?? null } });
      const tables = isBuilt ? await work.remember(await recalled(book)) : [];
      return tables.length > 0 ? { type: "reread", tables } : null;
    }),
    putBack: () => happening(async () => ({ kind: "putBack", isWhole: await book.putBack() })),
    async selected() {
      tell({ type: "started", busy: { kind: "selecting" } });
      const { name, sheet, area, text } = await book.selection();
      return [{ name, bytes: null, html: null, text, place: { sheet, row: area.top, column: area.left } }];
    },
    async compare(choice) {
      const mine = (compared += 1);
      await busily("comparing", async () => {
        const memory = await recalled(book);
        const changes = await work.changes(refreshedChoice(choice, memory), memory);
        return mine === compared ? { type: "compared", changes } : null;
      });
    },
    async build(choice, isRefresh) {
      if (running) return;
      const control = (running = new AbortController());
      tell({ type: "started", busy: { kind: "planning", done: 0, total: 0 } });
      await attempt(tell, () => written(book, work, choice, isRefresh, control.signal, (busy) => tell({ type: "started", busy })), "notBuilt");
      running = null;
    },
    cancel: () => running?.abort(),
    removeBuilt: () => happening(async () => ({ kind: "removedBuilt", sheets: await book.removeBuilt() })),
    show: (sheet, cell) => attempt(tell, async () => {
      await book.activate(sheet, cell);
      return null;
    }),
    insert: (formula) => happening(async () => ({ kind: "inserted", address: await book.insertFormula(formula) })),
    freeze: () => happening(async () => {
      const { frozen, left } = await book.freezeFunctions();
      return { kind: "frozen", count: frozen, left };
    }),
    addNames: () => happening(async () => {
      const { twinNames } = await import(/* webpackChunkName: "twins" */ "../sheets/twins/twins");
      return { kind: "named", count: await book.addFunctionNames(twinNames()) };
    }),
    repair: () => happening(async () => ({ kind: "repaired", count: await book.repairFunctions() })),
    saveTemplate: (title, about) => happening(async () => {
      const { rememberedForTemplate } = await import(/* webpackChunkName: "refresh-book" */ "../sheets/save-template");
      const memory = await book.recall(rememberedForTemplate);
      const { template, leftOut } = await work.saveTemplate(memory, title, about, today());
      return { kind: "templateSaved", content: `${JSON.stringify(template, null, 2)}\n`, tables: Object.keys(template.tables).length, leftOut: leftOut.length };
    }),
    anonymise: (word) => happening(async () => {
      const { personColumns } = await import(/* webpackChunkName: "people" */ "./people");
      return { kind: "anonymised", replaced: await book.anonymise(personColumns(), word) };
    }),
  };
}

/** Recall, plan, render; nothing is written once the user has cancelled. */
async function written(book: LiveBook, work: Work, choice: Choice, isRefresh: boolean, signal: AbortSignal, say: (busy: Busy) => void): Promise<SessionEvent> {
  const { refresh } = await import(/* webpackChunkName: "refresh-book" */ "../refresh");
  let stranded: readonly StrandedComment[] = [];
  const plan = await refresh(book, async (memory) => {
    const made = await work.plan(isRefresh ? refreshedChoice(choice, memory) : choice, memory);
    if (signal.aborted) throw new HostError([{ kind: "cancelled" }]);
    return made;
  }, { signal, progress: (done, total) => say({ kind: "writing", done, total }), stranded: (comments) => { stranded = comments; } });
  return { type: "built", isRefresh, built: { plan: previewOf(plan), formulas: formulasIn(plan), file: null, ...(stranded.length > 0 ? { stranded } : {}) } };
}

async function recalled(book: LiveBook): Promise<Memory> {
  const { remembered } = await import(/* webpackChunkName: "refresh-book" */ "../sheets/remembered");
  return book.recall(remembered);
}
