// A plan becomes the workbook: checked, journalled, sheets made out of sight, tables, names, formulas, looks; then shown.

import { isMarked, markPart, marksIn } from "../../sheets/marks";
import { remembered } from "../../sheets/remembered";
import { isSameMemory } from "../../sheets/same-memory";
import type { Memory } from "../../sheets/memory";
import type { WorkbookPlan } from "../../sheets/plan";
import { HostError } from "../live";
import type { Rendering } from "../host";
import type { Place } from "./area";
import { asFound } from "./as-found";
import { atRisk } from "./at-risk";
import type { TextRows } from "./cells";
import { commentsAfter } from "./comments";
import { isSameGrid, readGrids, type Grid } from "./grid";
import { goneOperations, goneSheets, type Gone } from "./gone";
import { dropParts, writeJournal, writeParts } from "./journal";
import { looksBetween, looksIn, looksOf, looksXml } from "./looks";
import { dropHalfMade, halfMade, makeSheet, orderWith, readWhole, showSheets } from "./made";
import { nameOperations, transitionOperations, wantedNames } from "./names";
import { troublesIn } from "./preflight";
import { cellPlaces, readBook, readCells, type ReadBook, type ReadTable } from "./read";
import { memoryIn, type Recalled } from "./recall";
import { operation, costs, send, type Operation } from "./request";
import { inExcel } from "./run";
import { computedOperations, lookOperations, placeOperations, plannedTable, sheetTask, typedOperations, type SheetTask } from "./sheet";

/** Writes the plan. Throws HostError: then nothing is written, or what was typed is in the journal and no half-made sheet stays. */
export async function renderPlan(wanted: WorkbookPlan, rendering: Rendering, before: Recalled | null): Promise<void> {
  await inExcel(async (context) => {
    const book = await readWhole(context);
    const plan = planFor(wanted, book);
    const grids = before && (await standsAsRead(context, before, book)) ? before.grids : await readCells(context, book);
    const memory = before?.grids === grids ? before.memory : memoryIn(book, grids, before?.asked ?? remembered);
    if (before && !isSameMemory(before.memory, memory)) throw new HostError([{ kind: "typed-meanwhile" }]);
    const tasks = tasksOf(plan, book, grids, await ownTexts(context, plan, book));
    const comments = commentsAfter(tasks, book, grids);
    const troubles = [...troublesIn(plan, book, tasks), ...comments.troubles];
    if (troubles.length > 0) throw new HostError(troubles);
    await write(context, { plan, book, tasks, gone: await goneSheets(context, plan, book), memory, rendering });
    if (comments.stranded.length > 0) rendering.stranded?.(comments.stranded);
  });
}

/** The plan as it fits the tables that are there. */
function planFor(plan: WorkbookPlan, book: ReadBook): WorkbookPlan {
  const marks = marksIn(book.names).sheets;
  return asFound(plan, (sheet, table) => {
    const name = marks.find(({ id }) => id === markPart(sheet.id))?.name;
    return book.tables.find((one) => one.sheet === name && plannedTable(one, sheet, book) === table)?.columns ?? null;
  });
}

/** Whether nobody changed anything since the recall: formulas and all that is typed; what formulas give may differ. */
async function standsAsRead(context: Excel.RequestContext, { book, grids }: Recalled, now: ReadBook): Promise<boolean> {
  if (JSON.stringify([book.sheets, book.tables, book.names]) !== JSON.stringify([now.sheets, now.tables, now.names])) return false;
  const places = cellPlaces(now);
  const typed = await readGrids(context, places, "formulas", "formulas");
  return places.every(({ sheet }, at) => isSameGrid(typed[at]!, grids.get(sheet) ?? null));
}

function tasksOf(plan: WorkbookPlan, book: ReadBook, grids: ReadonlyMap<string, Grid>, isText: TextRows): readonly SheetTask[] {
  const [before, now] = [looksIn(book.looks), looksOf(plan)];
  return plan.sheets.map((sheet) => sheetTask(sheet, book, grids, before, now, isText));
}

/** Which cells in columns of the user's have the format Text: there a text is written as it is. */
async function ownTexts(context: Excel.RequestContext, plan: WorkbookPlan, book: ReadBook): Promise<TextRows> {
  const own = plan.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => {
    const found = book.tables.find((one) => plannedTable(one, sheet, book) === table);
    return found ? table.columns.flatMap(({ own, name }) => (own && found.columns.includes(name) ? [{ table: table.name, name, ...bodyOf(found, name) }] : [])) : [];
  }));
  const grids = await readGrids(context, own, "numberFormat");
  const formats = new Map(own.map(({ table, name }, at) => [`${table}\n${name}`, grids[at]?.formulas.flat() ?? []]));
  return (table, column, row) => {
    const codes = formats.get(`${table}\n${column}`) ?? [];
    return codes[Math.min(row, codes.length - 1)] === "@";
  };
}

function bodyOf({ sheet, area, headers, columns }: ReadTable, column: string): Place {
  const left = area.left + columns.indexOf(column);
  return { sheet, area: { ...area, top: area.top + headers, left, right: left } };
}

interface Job {
  readonly plan: WorkbookPlan;
  readonly book: ReadBook;
  readonly tasks: readonly SheetTask[];
  readonly gone: readonly Gone[];
  readonly memory: Memory;
  readonly rendering: Rendering;
}

async function write(context: Excel.RequestContext, { plan, book, tasks, gone, memory, rendering }: Job): Promise<void> {
  const total = plan.sheets.reduce((rows, { tables }) => tables.reduce((sum, table) => sum + table.rows, rows), 0);
  let done = 0;
  let isWritingOver = false;
  const sending = {
    wrote: (rows: number) => rendering.progress?.((done = Math.min(total, done + rows)), total),
    pause: () => {
      if (rendering.signal?.aborted && !isWritingOver) throw new HostError([{ kind: "cancelled" }]);
    },
  };
  const made = tasks.filter(({ found }) => !found);
  const kept = tasks.filter(({ found }) => found);
  const journal = kept.length > 0 || book.journals.length > 0 ? writeJournal(atRisk(memory, kept)) : null;
  const now = looksOf(plan);
  const looks = writeParts(looksXml(now));
  const between = kept.length > 0 ? writeParts(looksXml(looksBetween(looksIn(book.looks), now))) : null;
  try {
    const first = [setEvents(false), ...(journal?.operations ?? []), ...dropParts(book.journals.map(({ id }) => id)), ...(between?.operations ?? []), ...dropParts(book.looks.map(({ id }) => id)), ...made.map(({ plan: { name } }, number) => makeSheet(name, number))];
    const fresh = made.flatMap((task) => typedOperations(task, plan));
    const { marks, names } = nameOperations(plan, book);
    const rest = [
      ...transitionOperations(plan, book),
      ...kept.flatMap(placeOperations),
      ...marks,
      ...kept.flatMap((task) => typedOperations(task, plan)),
      ...names,
      ...tasks.flatMap(computedOperations),
      ...tasks.flatMap((task) => lookOperations(task, plan)),
      ...goneOperations(gone, book),
    ];
    await send(context, journal || kept.length > 0 ? [...first, ...fresh] : [...first, ...fresh, ...rest], sending);
    sending.pause();
    isWritingOver = true;
    await send(context, [...(journal || kept.length > 0 ? rest : []), ...lastOperations(plan, book, made, gone, [...dropParts(between?.ids() ?? []), ...looks.operations], journal?.ids() ?? [])], sending);
    rendering.progress?.(total, total);
  } catch (error) {
    await cleanUp(plan, book, made.map(({ plan: { name } }) => name), isWritingOver, idsOf(journal)).catch(() => undefined);
    throw error;
  }
}

function lastOperations(plan: WorkbookPlan, book: ReadBook, made: readonly SheetTask[], gone: readonly Gone[], looks: readonly Operation[], journal: readonly string[]): readonly Operation[] {
  const names = made.map(({ plan: { name } }) => name);
  const order = orderWith(book.sheets.map(({ name }) => name).filter((name) => gone.every(([, sheet]) => sheet !== name)), plan.sheets.map(({ name }) => name), names);
  return [
    ...showSheets(names, order),
    ...looks,
    ...(names.length === plan.sheets.length ? [operation(costs.object, (context: Excel.RequestContext) => context.workbook.worksheets.getItem(names[0] ?? "").activate())] : []),
    ...(book.calculatesByHand ? [operation(costs.object, (context: Excel.RequestContext) => context.application.calculate("Recalculate"))] : []),
    ...dropParts(journal),
    setEvents(book.hasEvents),
  ];
}

/** Events of the add-in are still while it writes itself. */
function setEvents(enabled: boolean): Operation {
  return operation(costs.property, (context) => {
    context.runtime.enableEvents = enabled;
  });
}

function idsOf(journal: ReturnType<typeof writeJournal> | null): readonly string[] {
  try {
    return journal?.ids() ?? [];
  } catch {
    return [];
  }
}

/** After a failure: the sheets of this run go, unless they were whole already; where nothing was written over, the journal of this run and names that were not there before too. A journal that took in an older one stays. */
async function cleanUp(plan: WorkbookPlan, before: ReadBook, made: readonly string[], isWritingOver: boolean, journal: readonly string[]): Promise<void> {
  await inExcel(async (context) => {
    const book = await readBook(context);
    const known = new Set(before.names.map(({ name }) => name));
    const isBuild = !isMarked(before.names) && before.journals.length === 0;
    const added = new Set(wantedNames(plan).map(({ name }) => name).filter((name) => !known.has(name)));
    const isWhole = !isBuild && isWritingOver && halfMade(book).length === 0;
    const sheets = isWhole ? [] : book.sheets.map(({ name }) => name).filter((sheet) => made.includes(sheet) || halfMade(book).includes(sheet));
    const names = isWhole || (isWritingOver && !isBuild) ? new Set<string>() : added;
    await send(context, [setEvents(before.hasEvents), ...dropHalfMade(book, sheets, names), ...(isWritingOver || before.journals.length > 0 ? [] : dropParts(journal))]);
  });
}
