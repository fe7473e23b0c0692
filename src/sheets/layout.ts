// Where does everything go? Blocks without addresses in, a plan with every address out.

import type { CellValue } from "../values";
import { absolute, areaText, quoteSheet, relative } from "./address";
import { isTerm, valueOf, type Allowed, type Area, type Block, type Cell, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type {
  CellPlan, ChartPlan, ColumnPlan, NamePlan, RangePlan, Rectangle, RulePlan, SheetPlan, TablePlan, ValidationPlan, WorkbookPlan,
} from "./plan";

/** Gives every block of every sheet its address and every formula its references. */
export function layout(sheets: readonly SheetSpec[], book: Pick<WorkbookPlan, "language" | "title" | "currency" | "functions">): WorkbookPlan {
  const places: Places = { cells: new Map(), tables: new Map() };
  const drafts = sheets.map((sheet) => placeSheet(sheet, places));
  return {
    ...book,
    sheets: drafts.map((draft) => finishSheet(draft, places)),
    names: drafts.flatMap((draft) => draft.cells.flatMap((placed) => nameOf(placed, draft.spec.name))),
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
}

interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

interface Places {
  readonly cells: Map<string, CellPlace>;
  readonly tables: Map<string, { readonly sheet: string; readonly row: number; readonly column: number; readonly spec: TableSpec }>;
}

function placeSheet(spec: SheetSpec, places: Places): Draft {
  const draft: Draft = { spec, cells: [], tables: [], charts: [], heights: new Map() };
  place({ kind: "stack", blocks: spec.blocks }, 0, 0, draft, places);
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
      return Math.max(0, ...block.blocks.map((inner) => place(inner.block, row, column + inner.column, draft, places)));
    case "chart":
      draft.charts.push({ row, column, it: block });
      return block.down;
    case "table":
      return placeTable(block.table, row, column, draft, places);
    case "grid":
      return placeGrid(block, row, column, draft, places);
  }
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
    ...(term ? { formula: resolve(term.text, sheet, places) } : {}),
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
    columns: it.columns.map((spec) => finishColumn(spec, sheet, places)),
    filter: it.filter,
    style: it.style,
  };
}

function finishColumn(spec: ColumnSpec, sheet: string, places: Places): ColumnPlan {
  const plain = { name: spec.name, owner: spec.owner, format: spec.format, look: spec.look ?? "plain", ...(spec.formats ? { formats: spec.formats } : {}) } as const;
  if (!spec.contents.some(isTerm)) return { ...plain, values: spec.contents as readonly CellValue[] };
  const array = spec.contents.some((content) => isTerm(content) && content.array);
  const texts = spec.contents.map((content) => (isTerm(content) ? content.text : null));
  const one = texts[0];
  const same = typeof one === "string" && texts.every((text) => text === one);
  return {
    ...plain,
    values: spec.contents.map(valueOf),
    ...(same ? { formula: resolve(one, sheet, places) } : { formulas: texts.map((text) => (text === null ? null : resolve(text, sheet, places))) }),
    ...(array ? { array: true } : {}),
  };
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

function nameOf({ row, column, it }: Placed<Cell>, sheet: string): NamePlan[] {
  if (!it.name) return [];
  return [{ name: it.name, sheet, area: { top: row, left: column, bottom: row, right: column }, input: it.input ?? false }];
}

function cellArea({ row, column, it }: Placed<Cell>): Rectangle {
  return { top: row, left: column, bottom: row + (it.down ?? 1) - 1, right: column + (it.across ?? 1) - 1 };
}

function rangeOf(area: Area, places: Places): RangePlan {
  const range = rangeAt(area, places);
  return { ...range, values: valuesAt(area, places) };
}

function rangeAt(area: Area, places: Places): { sheet: string; area: Rectangle } {
  if ("table" in area) {
    const { table, index } = columnPlace(area.table, area.column, places);
    const column = table.column + index;
    return { sheet: table.sheet, area: { top: table.row + 1, left: column, bottom: table.row + rowCount(table.spec), right: column } };
  }
  const from = cellPlace(area.from, places);
  const to = cellPlace(area.to, places);
  return { sheet: from.sheet, area: { top: from.row, left: from.column, bottom: to.row, right: to.column } };
}

function valuesAt(area: Area, places: Places): readonly CellValue[] {
  if ("table" in area) {
    const { table, index } = columnPlace(area.table, area.column, places);
    return table.spec.columns[index]?.contents.map(valueOf) ?? [];
  }
  const { sheet, area: box } = rangeAt(area, places);
  const inside = [...places.cells.values()].filter((place) => place.sheet === sheet && contains(box, place.row, place.column));
  return inside.sort((a, b) => a.row - b.row || a.column - b.column).map((place) => place.value);
}

/** ⟦id⟧ becomes that cell's address, ⟦a:b⟧ the range between two cells, with the sheet's name when it is another sheet. */
function resolve(formula: string, sheet: string, places: Places): string {
  return formula.replace(/⟦([^⟧:]+)(?::([^⟧]+))?⟧/g, (_, from: string, to: string | undefined) => {
    const first = cellPlace(from, places);
    const prefix = first.sheet === sheet ? "" : `${quoteSheet(first.sheet)}!`;
    if (to === undefined) return prefix + absolute(first);
    return `${prefix}${absolute(first)}:${absolute(cellPlace(to, places))}`;
  });
}

/** As `resolve`, for rules: ⟦Table.Column⟧ is the column's first row with the row left relative. */
function resolveRelative(formula: string, sheet: string, places: Places): string {
  const cells = formula.replace(/⟦([^⟧.]+)\.([^⟧]+)⟧/g, (whole, table: string, column: string) => {
    if (!places.tables.has(table)) return whole;
    const range = rangeAt({ table, column }, places);
    return relative({ row: range.area.top, column: range.area.left });
  });
  return resolve(cells, sheet, places);
}

function cellPlace(id: string, places: Places): CellPlace {
  const found = places.cells.get(id);
  if (!found) throw new Error(`no cell of this id: ${id}`);
  return found;
}

function columnPlace(name: string, column: string, places: Places) {
  const table = places.tables.get(name);
  if (!table) throw new Error(`no table of this name: ${name}`);
  const index = table.spec.columns.findIndex((spec) => spec.name === column);
  if (index < 0) throw new Error(`no such column: ${name}[${column}]`);
  return { table, index };
}

function rowCount(table: TableSpec): number {
  return table.columns[0]?.contents.length ?? 0;
}

function contains(box: Rectangle, row: number, column: number): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
}
