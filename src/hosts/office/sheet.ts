// All that is done to one sheet, in stages: a formula may name tables and sheets that must be there before it.

import { contains } from "../../sheets/address";
import { markPart, marksIn, type SheetMark } from "../../sheets/marks";
import type { Rectangle, SheetPlan, TablePlan, WorkbookPlan } from "../../sheets/plan";
import { addressesOf, joined, meet, without } from "./area";
import { cellPatches, differing, headerPatch, inputOf, tablePatches, type Patch, type TextRows } from "./cells";
import { chartOperations } from "./chart";
import { geometrySteps, type Step } from "./geometry";
import type { Grid } from "./grid";
import { numberFormatOperations, setNumberFormat, styleOperations } from "./look";
import type { Looks, SheetLooks } from "./looks";
import { rangeAt, writeAsText, writePatch } from "./patch";
import type { ReadBook, ReadSheet, ReadTable } from "./read";
import { costs, operation, type Operation } from "./request";
import { ruleOperations } from "./rules";
import { has } from "./run";
import { linkOperations, mergeAreas, setUpOperations } from "./set-up";
import { areaAfter, forgotten, gridAfter, placeAfter } from "./standing";
import { addTable, areaOfTable, settleOperations, stepOperation } from "./table";
import { validationOperations } from "./validations";

/** A sheet of the plan and what of it is there. */
export interface SheetTask {
  readonly plan: SheetPlan;
  /** Null for a sheet that is to be made. */
  readonly found: ReadSheet | null;
  readonly mark: SheetMark | null;
  /** Tables on the sheet that stay. */
  readonly tables: readonly ReadTable[];
  /** Tables of ours that are no longer planned: they go. */
  readonly gone: readonly ReadTable[];
  readonly steps: readonly Step[];
  /** User's tables the steps would cut. */
  readonly cut: readonly string[];
  /** What stands there when the steps are done; null where nothing does. */
  readonly grid: Grid | null;
  readonly before: SheetLooks | null;
  readonly now: SheetLooks | null;
  readonly isText: TextRows;
}

export function sheetTask(plan: SheetPlan, book: ReadBook, grids: ReadonlyMap<string, Grid>, before: Looks, now: Looks, isText: TextRows): SheetTask {
  const marks = marksIn(book.names);
  const mark = marks.sheets.find(({ id }) => id === markPart(plan.id)) ?? null;
  const found = mark ? (book.sheets.find(({ name }) => name === mark.name) ?? null) : null;
  const there = found ? book.tables.filter(({ sheet }) => sheet === found.name) : [];
  const gone = there.filter((table) => markedName(table, book) !== null && !plannedTable(table, plan, book));
  const tables = there.filter((table) => !gone.includes(table));
  const { steps, cut } = geometrySteps(plan.tables, tables, (table) => plannedTable(table, plan, book));
  const read = found ? (grids.get(found.name) ?? null) : null;
  const grid = read && gone.reduce((now, { area }) => forgotten(now, area), read);
  return { plan, found, mark, tables, gone, steps, cut, grid: grid && gridAfter(grid, steps), before: before.get(plan.id) ?? null, now: now.get(plan.id) ?? null, isText };
}

/** The planned table a found one is: by our mark in its header, else by its name. */
export function plannedTable(table: ReadTable, { tables }: SheetPlan, book: ReadBook): TablePlan | undefined {
  const name = markedName(table, book) ?? table.name;
  return tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** The name we gave a table, whatever it is called now; null for one of the user's. */
function markedName(table: ReadTable, { names }: ReadBook): string | null {
  const marked = names.find(({ name, place }) =>
    name.startsWith("_salesbook.table.") && place?.sheet === table.sheet && place.area.top === table.area.top && place.area.left >= table.area.left && place.area.left <= table.area.right);
  return marked?.name.slice("_salesbook.table.".length) ?? null;
}

/** Rows and columns, and what the plan before wrote and this one does not. */
export function placeOperations(task: SheetTask): readonly Operation[] {
  const { plan, found, gone, steps } = task;
  if (!found) return [];
  return [
    ...(found.name === plan.name ? [] : [operation(costs.object, (context) => {
      context.workbook.worksheets.getItem(found.name).name = plan.name;
    })]),
    ...gone.flatMap(({ name, area }) => goneTable(plan.name, name, area)),
    ...unmergeOperations(task),
    ...steps.map((step) => stepOperation(plan.name, step)),
    ...movedLooks(task),
    ...clearOperations(plan.name, goneAreas(task)),
  ];
}

/** What was typed in it is in the plan elsewhere. */
function goneTable(sheet: string, table: string, area: Rectangle): readonly Operation[] {
  return [
    operation(costs.object * 2, (context) => void context.workbook.tables.getItem(table).convertToRange()),
    ...clearOperations(sheet, [area]),
  ];
}

/** What we wrote and do not write again, and cells of the user's that are kept aside; others of the user's are in none of it. */
function goneAreas(task: SheetTask): readonly Rectangle[] {
  const kept = [...task.plan.cells.map(cellArea), ...task.plan.tables.map(areaOfTable), ...(task.plan.strays ?? []).map(cellArea)];
  const old = [...writtenBefore(task), ...(task.plan.emptied ?? []).map(cellArea)].flatMap((area) => areaAfter(area, task.steps) ?? []);
  return joined(without(old, kept.filter((area) => old.some((one) => meet(one, area)))));
}

/** Areas of the plan before where they stand now. */
function writtenBefore({ mark, tables, plan }: SheetTask): readonly Rectangle[] {
  if (!mark) return [];
  const cells = (mark.written ?? []).flatMap(({ row, runs }) => runs.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((column) => cellNow(mark, row, column))));
  const bodies = tables.filter(({ name }) => plan.tables.some((table) => table.name === name)).map(({ area }) => area);
  return [...joined(cells), ...bodies];
}

/** Where a planned cell stands now: its block says. */
function cellNow({ blocks }: SheetMark, row: number, column: number): readonly Rectangle[] {
  const block = blocks.find(({ planned }) => contains(planned, row, column));
  return block ? [cellArea({ row: row + block.now.top - block.planned.top, column: column + block.now.left - block.planned.left })] : [];
}

function clearOperations(sheet: string, areas: readonly Rectangle[]): readonly Operation[] {
  return addressesOf(areas).map((address) => operation(costs.areas + address.length + costs.object * 2, (context) => {
    const ranges = context.workbook.worksheets.getItem(sheet).getRanges(address);
    ranges.clear();
    ranges.dataValidation.clear();
  }));
}

/** Merged cells of ours that the plan does not merge, or not there; no table grows over merged cells. Before ExcelApi 1.13 Excel does not tell of them: then all of our blocks. */
function unmergeOperations(task: SheetTask): readonly Operation[] {
  const { found, plan, steps, mark } = task;
  if (!found || isSameLook(task)) return [];
  const planned = new Set(mergeAreas(plan).map((area) => JSON.stringify(area)));
  const merged = has("1.13") ? found.merged : (mark?.blocks ?? []).map(({ now }) => now);
  return merged.filter((area) => !planned.has(JSON.stringify(areaAfter(area, steps)))).map((area) =>
    operation(costs.range + costs.object, (context) => rangeAt(context, plan.name, area).unmerge()));
}

/** A cell of the user's that the plan puts elsewhere takes its looks along. */
function movedLooks({ plan, steps }: SheetTask): readonly Operation[] {
  return (plan.strays ?? []).flatMap(({ row, column, from }) => {
    const there = from && placeAfter(from, steps);
    if (!there || (there.row === row && there.column === column)) return [];
    return [operation(costs.range * 2 + costs.object, (context) => {
      const old = rangeAt(context, plan.name, cellArea(there));
      rangeAt(context, plan.name, cellArea({ row, column })).copyFrom(old, "Formats");
      old.clear();
    })];
  });
}

function cellArea({ row, column }: { readonly row: number; readonly column: number }): Rectangle {
  return { top: row, left: column, bottom: row, right: column };
}

/** Number formats, then texts and numbers, then the tables over them. */
export function typedOperations(task: SheetTask, book: WorkbookPlan): readonly Operation[] {
  const { plan, tables } = task;
  const isThere = (table: TablePlan) => tables.some(({ name }) => name === table.name);
  return [
    ...(isSameLook(task) ? [] : numberFormatOperations(plan.name, plan, book, !task.found)),
    ...ownFormats(task),
    ...patchOperations(task, cellPatches(plan.cells, "typed")),
    ...plan.tables.flatMap((table) => [
      ...patchOperations(task, [headerPatch(table)]),
      ...patchOperations(task, tablePatches(table, "typed", task.isText), true),
      ...(isThere(table) ? [] : [addTable(plan.name, table)]),
    ]),
  ];
}

/** A column that is added looks like the one beside it: one of the user's shows what it holds. */
function ownFormats({ plan, steps }: SheetTask): readonly Operation[] {
  const added = new Set(steps.flatMap((step) => (step.kind === "addColumn" ? [step.name] : [])));
  return plan.tables.flatMap((table) => table.columns.flatMap(({ own, name }, across) => {
    if (!own || !added.has(name)) return [];
    const area = { top: table.top + 1, left: table.left + across, bottom: table.top + table.rows, right: table.left + across };
    return [operation(costs.range + costs.property, (context) => setNumberFormat(rangeAt(context, plan.name, area), "General"))];
  }));
}

export function computedOperations(task: SheetTask): readonly Operation[] {
  const { plan } = task;
  return [
    ...plan.tables.flatMap((table) => patchOperations(task, tablePatches(table, "computed", task.isText))),
    ...patchOperations(task, cellPatches(plan.cells, "computed")),
    ...strayPatches(task).flatMap((patch) => writeAsText(plan.name, patch)),
  ];
}

function patchOperations({ plan, grid, found }: SheetTask, patches: readonly Patch[], counts = false): readonly Operation[] {
  return patches.flatMap((patch) => (found ? differing(patch, grid) : [patch])).flatMap((patch) => writePatch(plan.name, patch, counts));
}

/** Cells of the user's that do not stand where the plan has them. */
function strayPatches({ plan, steps }: SheetTask): readonly Patch[] {
  return (plan.strays ?? []).flatMap(({ row, column, value, formula, from }): Patch[] => {
    const there = from && placeAfter(from, steps);
    if (there && there.row === row && there.column === column) return [];
    return [{ kind: formula === undefined ? "typed" : "computed", area: cellArea({ row, column }), lines: [[inputOf(value, "text", formula)]] }];
  });
}

/** Looks, set-up, rules, what may be typed, and charts: only what is not as it was. */
export function lookOperations(task: SheetTask, book: WorkbookPlan): readonly Operation[] {
  const { plan, found, before, now, tables } = task;
  const isNew = !found;
  const charts = (key: string, print: readonly string[] | undefined, names: readonly string[] | undefined) => print?.[names?.indexOf(key) ?? -1];
  return [
    ...(isSameLook(task) ? [] : [
      ...linkOperations(plan.name, plan),
      ...styleOperations(plan.name, plan, book, isNew),
      ...setUpOperations(plan.name, plan, book.language, isNew),
      ...validationOperations(plan.name, plan.validations),
      ...ruleOperations(plan.name, plan.rules, isNew ? [] : plan.rules.map(({ area }) => area)),
    ]),
    ...chartOperations(plan.name, plan, book, found?.charts ?? [], before?.charts ?? [], ({ name }) =>
      charts(name, before?.chartPrints, before?.charts) !== charts(name, now?.chartPrints, now?.charts)),
    ...settleOperations(plan.name, tables),
  ];
}

/** Whether the sheet looks as it did when it was written last: then its looks are left alone. */
function isSameLook({ found, before, now, steps }: SheetTask): boolean {
  return found !== null && steps.length === 0 && before !== null && before.print === now?.print;
}
