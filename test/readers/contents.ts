// What is in a workbook, line by line, whoever tells it: our plan or a program that read the file.

import { areaReference, areaText, quoteSheet, relative } from "../../src/sheets/address";
import { listText } from "../../src/sheets/limits";
import type { Rectangle, RulePlan, SheetPlan, ValidationPlan, WorkbookPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";
import { cellsOf } from "../plan-cells";

export interface ReadCell {
  readonly value: CellValue;
  /** Without "="; "{…}" around one entered with Ctrl+Shift+Enter. */
  readonly formula: string | null;
}

/** Null where a program does not tell. */
export interface Contents {
  /** In their order, hidden ones marked. */
  readonly sheets: readonly string[];
  /** By `Sheet!A1`; none that holds nothing. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly merged: readonly string[] | null;
  readonly tables: readonly string[] | null;
  readonly names: readonly string[] | null;
  /** One line for each cell. */
  readonly validations: readonly string[] | null;
  readonly rules: readonly string[] | null;
}

/** What a program must find in the file of a plan. */
export function contentsOf(plan: WorkbookPlan): Contents {
  const perSheet = (lines: (sheet: SheetPlan) => readonly string[]) => plan.sheets.flatMap((sheet) => lines(sheet).map((line) => `${sheet.name}!${line}`));
  const ranges = plan.names.map(({ name, sheet, area }) => nameLine(name, `${quoteSheet(sheet)}!${areaText(area)}`));
  return {
    sheets: plan.sheets.map(({ name }) => sheetLine(name, false)),
    cells: new Map(plan.sheets.flatMap((sheet) => [...cellsOf(sheet)].flatMap(({ row, column, value, formula, array }) =>
      cellEntry(`${sheet.name}!${relative({ row, column })}`, value, formula === undefined ? null : formulaLine(formula, array === true))))),
    merged: perSheet(({ cells }) => cells.filter(({ across = 1, down = 1 }) => across * down > 1).map(({ row, column, across = 1, down = 1 }) =>
      areaReference({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 }))),
    tables: perSheet(({ tables }) => tables.map(({ name, top, left, rows, columns }) =>
      tableLine(name, areaReference({ top, left, bottom: top + rows, right: left + columns.length - 1 }), columns.map((column) => column.name)))),
    names: [...ranges, ...plan.functions.map(({ name, formula }) => nameLine(name, formula))],
    validations: perSheet(({ validations }) => validations.flatMap((one) => cellsIn(one.area).map((at) => validationLine(at, ...conditionOf(one))))),
    rules: perSheet(({ rules }) => rules.map((rule) => ruleLine(areaReference(rule.area), ruleTypes[rule.kind]))),
  };
}

/** No entry for a cell that holds nothing; a program may give "" for it. */
export function cellEntry(at: string, value: CellValue, formula: string | null): readonly (readonly [string, ReadCell])[] {
  return formula === null && (value === null || value === "") ? [] : [[at, { value, formula }]];
}

export function formulaLine(formula: string, isArray: boolean): string {
  return isArray ? `{${formula}}` : formula;
}

export function sheetLine(name: string, isHidden: boolean): string {
  return isHidden ? `${name} (hidden)` : name;
}

/** Columns are null where a program does not tell them. */
export function tableLine(name: string, area: string, columns: readonly string[] | null): string {
  return `${area} ${name}${columns === null ? "" : `: ${columns.map((column) => JSON.stringify(column)).join(" ")}`}`;
}

/** Sheets with quotes around them only where they need them: programs differ. */
export function nameLine(name: string, formula: string): string {
  return `${name} = ${formula.replace(/'([\p{L}_][\p{L}\p{N}_.]*)'!/gu, "$1!")}`;
}

export function validationLine(at: string, type: string, formulas: readonly string[]): string {
  return `${at} ${type} ${formulas.join(" to ")}`;
}

export function ruleLine(area: string, type: string): string {
  return `${area} ${type}`;
}

/** All cells of an area. */
export function cellsIn({ top, left, bottom, right }: Rectangle): readonly string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push(relative({ row, column }));
  return cells;
}

function conditionOf(validation: ValidationPlan): [type: string, formulas: readonly string[]] {
  switch (validation.kind) {
    case "list": return ["list", [listText(validation.items)]];
    case "listOf": return ["list", [validation.formula]];
    case "number": return [validation.whole ? "whole" : "decimal", [String(validation.min), String(validation.max)]];
    case "day": return ["date", ["367", "2958465"]];
  }
}

const ruleTypes: Readonly<Record<RulePlan["kind"], string>> = { dataBar: "dataBar", icons: "iconSet", formula: "expression", equals: "cellIs" };
