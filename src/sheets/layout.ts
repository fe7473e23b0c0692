// Where does everything go? Blocks without addresses in, a plan with every address out.

import type { CellValue } from "../values";
import { areaText, quoteSheet } from "./address";
import { isTerm, valueOf, type Allowed, type Block, type Cell, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import { isKept, keptIn, isSameEverywhere, laidFormula } from "./kept-formula";
import type { Memory } from "./memory";
import { rangeAt, rangeOf, resolve, resolveRelative, rowCount, type CellPlace, type Places } from "./places";
import { withStrays } from "./place-strays";
import { blockKeys, hasContent, marksOf, type PlacedBlock } from "./write-marks";
import type { CellPlan, ChartPlan, ColumnPlan, NamePlan, Rectangle, RulePlan, SheetPlan, TablePlan, ValidationPlan, WorkbookPlan } from "./plan";

/** Gives every block of every sheet its address and every formula its references; rows the user inserted and cells of his own keep their place beside the blocks. */
export function layout(sheets: readonly SheetSpec[], book: Pick<WorkbookPlan, "language" | "title" | "currency" | "functions">, typed: Pick<Memory, "strays" | "inserted"> = {}): WorkbookPlan {
  const places: Places = { cells: new Map(), tables: new Map() };
  const drafts = sheets.map((sheet) => placeSheet(sheet, typed.inserted?.get(sheet.id) ?? new Map(), places));
  const finished = drafts.map((draft) => withStrays(finishSheet(draft, places), draft.blocks, typed.strays ?? []));
  const marks = marksOf(finished, new Map(drafts.map(({ spec, blocks }) => [spec.id, blocks])), book.language);
  return {
    ...book,
    sheets: finished,
    names: [...drafts.flatMap((draft) => draft.cells.flatMap((placed) => nameOf(placed, draft.spec.name))), ...marks.names],
    functions: [...book.functions, ...marks.functions],
  };
}

interface Placed<T> {
  readonly row: number;
  readonly column: number;
  readonly it: T;
}

interface Draft {
  readonly spec: SheetSpec;
  readonly cells: Placed<Cell>[];
  readonly tables: Placed<TableSpec>[];
  readonly charts: Placed<Extract<Block, { kind: "chart" }>>[];
  readonly heights: Map<number, number>;
  readonly blocks: PlacedBlock[];
}

function placeSheet(spec: SheetSpec, inserted: ReadonlyMap<string, number>, places: Places): Draft {
  const draft: Draft = { spec, cells: [], tables: [], charts: [], heights: new Map(), blocks: [] };
  const keys = blockKeys(spec.blocks);
  let [row, pushed] = [0, 0];
  spec.blocks.forEach((block, index) => {
    const key = keys[index] ?? "";
    const inside: Draft = { ...draft, cells: [], tables: [], charts: [] };
    if (hasContent(block)) pushed += inserted.get(key) ?? 0;
    row += place(block, row + pushed, 0, inside, places);
    // One by one: a call takes some hundred thousand arguments at most.
    for (const cell of inside.cells) draft.cells.push(cell);
    draft.tables.push(...inside.tables);
    draft.charts.push(...inside.charts);
    const area = areaAround(inside);
    if (area) draft.blocks.push({ key, area, pushed });
  });
  return draft;
}

/** Puts a block with its top left corner here and says how many rows it took. */
function place(block: Block, row: number, column: number, draft: Draft, places: Places): number {
  switch (block.kind) {
    case "gap":
      return block.rows;
    case "stack":
      return block.blocks.reduce((used, inner) => used + place(inner, row + used, column, draft, places), 0);
    case "beside":
      return Math.max(0, ...block.blocks.map((inner) => place(inner.block, row, column + inner.column + ownColumnsBefore(inner.column, block), draft, places)));
    case "chart":
      draft.charts.push({ row, column, it: block });
      return block.down;
    case "table":
      return placeTable(block.table, row, column, draft, places);
    case "grid":
      return placeGrid(block, row, column, draft, places);
  }
}

/** Columns the user added to tables further left push what stands beside them. */
function ownColumnsBefore(column: number, { blocks }: Extract<Block, { kind: "beside" }>): number {
  const own = (block: Block): number => {
    switch (block.kind) {
      case "table": return block.table.columns.filter((one) => one.own).length;
      case "stack": return Math.max(0, ...block.blocks.map(own));
      case "beside": return block.blocks.reduce((sum, inner) => sum + own(inner.block), 0);
      default: return 0;
    }
  };
  return blocks.reduce((sum, inner) => (inner.column < column ? sum + own(inner.block) : sum), 0);
}

function placeTable(table: TableSpec, row: number, column: number, draft: Draft, places: Places): number {
  if (places.tables.has(table.name)) throw new Error(`two tables of one name: ${table.name}`);
  draft.tables.push({ row, column, it: table });
  places.tables.set(table.name, { sheet: draft.spec.name, row, column, spec: table });
  table.columns.forEach((spec, across) => {
    spec.ids?.forEach((id, down) => {
      const content = spec.contents[down];
      addCell(id, { sheet: draft.spec.name, row: row + 1 + down, column: column + across, value: content === undefined ? null : valueOf(content) }, places);
    });
  });
  return rowCount(table) + 1;
}

function placeGrid(block: Extract<Block, { kind: "grid" }>, row: number, column: number, draft: Draft, places: Places): number {
  block.rows.forEach((cells, down) => {
    let across = 0;
    for (const cell of cells) {
      if (cell) placeCell(cell, row + down, column + across, draft, places);
      across += cell?.across ?? 1;
    }
  });
  block.heights?.forEach((height, down) => {
    if (height !== null) draft.heights.set(row + down, Math.max(height, draft.heights.get(row + down) ?? 0));
  });
  return block.rows.length;
}

function placeCell(cell: Cell, row: number, column: number, draft: Draft, places: Places): void {
  draft.cells.push({ row, column, it: cell });
  if (cell.id !== undefined) addCell(cell.id, { sheet: draft.spec.name, row, column, value: valueOf(cell.content) }, places);
}

function addCell(id: string, place: CellPlace, places: Places): void {
  if (places.cells.has(id)) throw new Error(`two cells of one id: ${id}`);
  places.cells.set(id, place);
}

function finishSheet(draft: Draft, places: Places): SheetPlan {
  const { spec } = draft;
  return {
    id: spec.id,
    name: spec.name,
    tab: spec.tab,
    columnWidths: spec.columnWidths,
    rowHeights: draft.heights,
    gridlines: spec.gridlines,
    ...(spec.freeze ? { freeze: spec.freeze } : {}),
    cells: draft.cells.map((placed) => finishCell(placed, spec.name, places)),
    tables: draft.tables.map((placed) => finishTable(placed, spec.name, places)),
    charts: draft.charts.map((placed) => finishChart(placed, places)),
    rules: (spec.rules ?? []).map((rule) => finishRule(rule, spec.name, places)),
    validations: [
      ...draft.cells.flatMap((placed) => (placed.it.allowed ? [finishAllowed(placed.it.allowed, cellArea(placed), places)] : [])),
      ...draft.tables.flatMap((placed) => tableValidations(placed, places)),
    ],
    print: spec.print,
  };
}

function finishCell({ row, column, it }: Placed<Cell>, sheet: string, places: Places): CellPlan {
  const term = isTerm(it.content) ? it.content : null;
  return {
    row,
    column,
    value: valueOf(it.content),
    ...(term ? { formula: formulaAt(term.text, { row, column }, sheet, places) } : {}),
    ...(term?.array ? { array: true } : {}),
    look: it.look,
    format: it.format,
    ...(it.across ? { across: it.across } : {}),
    ...(it.down ? { down: it.down } : {}),
    ...(it.linkToSheet ? { linkToSheet: it.linkToSheet } : {}),
  };
}

function finishTable({ row, column, it }: Placed<TableSpec>, sheet: string, places: Places): TablePlan {
  return {
    name: it.name,
    kind: it.kind,
    key: it.key,
    top: row,
    left: column,
    rows: rowCount(it),
    columns: it.columns.map((spec, across) => finishColumn(spec, { row: row + 1, column: column + across }, sheet, places)),
    filter: it.filter,
    style: it.style,
  };
}

/** `first` is the column's first cell below its header. */
function finishColumn(spec: ColumnSpec, first: { readonly row: number; readonly column: number }, sheet: string, places: Places): ColumnPlan {
  const { name, owner, format, look = "plain", formats, own } = spec;
  const plain = { name, owner, format, look, ...(formats ? { formats } : {}), ...(own ? { own } : {}) } as const;
  if (!spec.contents.some(isTerm)) return { ...plain, values: spec.contents as readonly CellValue[] };
  const array = spec.contents.some((content) => isTerm(content) && content.array);
  const texts = spec.contents.map((content) => (isTerm(content) ? content.text : null));
  const one = texts[0];
  const same = typeof one === "string" && texts.every((text) => text === one) && (!isKept(one) || isSameEverywhere(keptIn(one)));
  const at = (text: string, down: number) => formulaAt(text, { ...first, row: first.row + down }, sheet, places);
  return {
    ...plain,
    values: spec.contents.map(valueOf),
    ...(same ? { formula: at(one, 0) } : { formulas: texts.map((text, down) => (text === null ? null : at(text, down))) }),
    ...(array ? { array: true } : {}),
  };
}

function formulaAt(text: string, at: { readonly row: number; readonly column: number }, sheet: string, places: Places): string {
  return isKept(text) ? laidFormula(keptIn(text), at) : resolve(text, sheet, places);
}

function finishChart({ row, column, it }: Placed<Extract<Block, { kind: "chart" }>>, places: Places): ChartPlan {
  return {
    ...it.chart,
    area: { top: row, left: column, bottom: row + it.down - 1, right: column + it.across - 1 },
    series: it.chart.series.map((series) => ({
      name: series.name,
      categories: rangeOf(series.categories, places),
      values: rangeOf(series.values, places),
      colour: series.colour,
      draw: series.draw ?? "bar",
      labels: series.labels ?? false,
      axis: series.axis ?? "first",
    })),
  };
}

function finishRule(rule: RuleSpec, sheet: string, places: Places): RulePlan {
  const { area } = rangeAt(rule.area, places);
  switch (rule.kind) {
    case "dataBar": return { ...rule, area };
    case "icons": return { ...rule, area };
    case "equals": return { ...rule, area };
    case "formula": return { ...rule, area, formula: resolveRelative(rule.formula, sheet, places) };
  }
}

function tableValidations({ row, column, it }: Placed<TableSpec>, places: Places): ValidationPlan[] {
  return it.columns.flatMap((spec, across) => {
    if (!spec.allowed) return [];
    const area = { top: row + 1, left: column + across, bottom: row + rowCount(it), right: column + across };
    return [finishAllowed(spec.allowed, area, places)];
  });
}

function finishAllowed(allowed: Allowed, area: Rectangle, places: Places): ValidationPlan {
  if (allowed.kind !== "listOf") return { ...allowed, area };
  const range = rangeAt({ table: allowed.table, column: allowed.column }, places);
  const formula = `${quoteSheet(range.sheet)}!${areaText(range.area)}`;
  return { kind: "listOf", formula, area, ...(allowed.prompt ? { prompt: allowed.prompt } : {}) };
}

/** The rectangle around all that was placed; null for nothing. */
function areaAround({ cells, tables, charts }: Draft): Rectangle | null {
  const areas = [
    ...cells.map(cellArea),
    ...tables.map(({ row, column, it }) => ({ top: row, left: column, bottom: row + rowCount(it), right: column + it.columns.length - 1 })),
    ...charts.map(({ row, column, it }) => ({ top: row, left: column, bottom: row + it.down - 1, right: column + it.across - 1 })),
  ];
  if (areas.length === 0) return null;
  return areas.reduce((a, b) => ({ top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) }));
}

function nameOf({ row, column, it }: Placed<Cell>, sheet: string): NamePlan[] {
  if (!it.name) return [];
  return [{ name: it.name, sheet, area: { top: row, left: column, bottom: row, right: column }, input: it.input ?? false }];
}

function cellArea({ row, column, it }: Placed<Cell>): Rectangle {
  return { top: row, left: column, bottom: row + (it.down ?? 1) - 1, right: column + (it.across ?? 1) - 1 };
}

