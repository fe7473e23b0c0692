// A user may put a column of his own between ours: the plan follows the order a table has, for Excel cannot move columns of a table.

import { parseA1Ref, stringifyA1Ref, stringifyTokens, tokenize } from "@borgar/fx/xlsx";
import type { Rectangle, SheetPlan, TablePlan, WorkbookPlan } from "../../sheets/plan";
import { holds } from "./area";
import { areaOfTable } from "./table";

/** Columns of a table that go elsewhere: `to[i]` is the new place of its column `i`. */
interface Moved {
  readonly sheet: string;
  readonly area: Rectangle;
  readonly to: readonly number[];
}

/** The plan with the columns of each table in the order they have now; `columnsOf` gives those of a planned table. */
export function asFound(plan: WorkbookPlan, columnsOf: (sheet: SheetPlan, table: TablePlan) => readonly string[] | null): WorkbookPlan {
  const moves = plan.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => {
    const to = placesIn(table.columns.map(({ name }) => name), columnsOf(sheet, table) ?? []);
    return to.every((place, at) => place === at) ? [] : [{ sheet: sheet.name, area: areaOfTable(table), to }];
  }));
  if (moves.length === 0) return plan;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => movedSheet(sheet, moves)),
    names: plan.names.map((name) => (name.hidden ? name : { ...name, area: movedArea(name.area, name.sheet, moves) })),
    functions: plan.functions.map((one) => ({ ...one, formula: movedFormula(one.formula, "", moves) })),
  };
}

/** Those that are there keep their order; each other one stands behind the one it is planned behind. */
function placesIn(planned: readonly string[], there: readonly string[]): readonly number[] {
  const order = there.filter((name) => planned.includes(name));
  planned.forEach((name, at) => {
    if (!order.includes(name)) order.splice(order.indexOf(planned[at - 1] ?? "") + 1, 0, name);
  });
  return planned.map((name) => order.indexOf(name));
}

function movedSheet(sheet: SheetPlan, moves: readonly Moved[]): SheetPlan {
  const area = (one: Rectangle) => movedArea(one, sheet.name, moves);
  const formula = (text: string) => movedFormula(text, sheet.name, moves);
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: formula(cell.formula) })),
    tables: sheet.tables.map((table) => movedTable(table, sheet.name, moves, formula)),
    rules: sheet.rules.map((rule) => ({ ...rule, area: area(rule.area), ...(rule.kind === "formula" ? { formula: formula(rule.formula) } : {}) })),
    validations: sheet.validations.map((one) => ({ ...one, area: area(one.area), ...(one.kind === "listOf" ? { formula: formula(one.formula) } : {}) })),
    charts: sheet.charts.map((chart) => ({
      ...chart,
      series: chart.series.map((series) => ({
        ...series,
        values: { ...series.values, area: movedArea(series.values.area, series.values.sheet, moves) },
        categories: { ...series.categories, area: movedArea(series.categories.area, series.categories.sheet, moves) },
      })),
    })),
  };
}

function movedTable(table: TablePlan, sheet: string, moves: readonly Moved[], formula: (text: string) => string): TablePlan {
  const columns = table.columns.map((column) => ({
    ...column,
    ...(column.formula === undefined ? {} : { formula: formula(column.formula) }),
    ...(column.formulas === undefined ? {} : { formulas: column.formulas.map((text) => text && formula(text)) }),
  }));
  const move = moves.find((one) => one.sheet === sheet && one.area.top === table.top && one.area.left === table.left);
  return { ...table, columns: move ? columns.map((_, place) => columns[move.to.indexOf(place)] ?? columns[place]!) : columns };
}

/** An area of one column goes with it; one of several is the one from its first to its last. */
function movedArea(area: Rectangle, sheet: string, moves: readonly Moved[]): Rectangle {
  const move = moves.find((one) => one.sheet === sheet && holds(one.area, area));
  if (!move) return area;
  const [first, last] = [area.left, area.right].map((column) => move.area.left + (move.to[column - move.area.left] ?? 0));
  return { ...area, left: Math.min(first ?? area.left, last ?? area.right), right: Math.max(first ?? area.left, last ?? area.right) };
}

/** Addresses in a formula go along; names of columns say themselves where they are. */
function movedFormula(formula: string, home: string, moves: readonly Moved[]): string {
  return stringifyTokens(tokenize(formula, { negativeNumbers: false }).map((token) => (token.type === "range" ? { ...token, value: movedReference(token.value, home, moves) } : token)));
}

function movedReference(text: string, home: string, moves: readonly Moved[]): string {
  const reference = parseA1Ref(text);
  if (!reference || !("range" in reference)) return text;
  const { range } = reference;
  const { top, left, bottom, right } = range;
  if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number") return text;
  const area = movedArea({ top, left, bottom, right }, reference.sheetName || home, moves);
  return area.left === left && area.right === right ? text : stringifyA1Ref({ ...reference, range: { ...range, left: area.left, right: area.right } });
}
