// Before a workbook is shared: cells with our custom functions become values, carry names that compute the same, or are entered again.

import type { FoundCell } from "../../sheets/found";
import { codeOf } from "../../sheets/names-in-formula";
import type { FunctionNamePlan, Rectangle } from "../../sheets/plan";
import { HostError, type Frozen } from "../live";
import { placeOf } from "./area";
import { inputOf, type Patch } from "./cells";
import { cellIn, cellsOf, type Grid } from "./grid";
import { spoken } from "./names";
import { rangeAt, writePatch } from "./patch";
import { readUsed } from "./read";
import { costs, operation, send } from "./request";
import { has } from "./run";

/** Cells with our functions become their values, with all cells they fill; those that show an error, or wait for their value, stay formulas. */
export async function freezeFunctions(context: Excel.RequestContext): Promise<Frozen> {
  const found = await cellsWithFunctions(context);
  const spills = found.map(({ sheet, cell }) => (has("1.12") ? rangeAt(context, sheet, areaOf(cell)).getSpillingToRangeOrNullObject().load("address") : null));
  await context.sync();
  const patches = found.map(({ sheet, cell, grid }, at) => {
    const spill = spills[at];
    const area = (spill && !spill.isNullObject ? placeOf(spill.address)?.area : null) ?? areaOf(cell);
    return { sheet, patch: frozen(grid, area), isWhole: valuesIn(grid, area).every((value) => !isError(value)) };
  });
  const whole = patches.filter(({ isWhole }) => isWhole);
  await send(context, whole.flatMap(({ sheet, patch }) => writePatch(sheet, patch)));
  return { frozen: whole.length, left: patches.length - whole.length };
}

function valuesIn(grid: Grid, { top, left, bottom, right }: Rectangle): readonly unknown[] {
  return grid.values.slice(top - grid.area.top, bottom - grid.area.top + 1).flatMap((row) => row.slice(left - grid.area.left, right - grid.area.left + 1));
}

/** Excel gives an error as its text: `#N/A`, `#BUSY!`, `#GETTING_DATA`. */
function isError(value: unknown): boolean {
  return typeof value === "string" && /^#(?:N\/A|DIV\/0!|\p{Lu}[\p{Lu}_]+[!?]?)$/u.test(value);
}

function frozen(grid: Grid, { top, left, bottom, right }: Rectangle): Patch {
  const lines = Array.from({ length: bottom - top + 1 }, (_, down) => Array.from({ length: right - left + 1 }, (_, across) => {
    const value = cellIn(grid, top + down, left + across)?.value ?? null;
    return inputOf(value, typeof value === "string" && value.startsWith("#") ? "text" : "general");
  }));
  return { kind: "typed", area: { top, left, bottom, right }, lines };
}

/** Adds names that are not there yet; gives how many. */
export async function addFunctionNames(context: Excel.RequestContext, functions: readonly FunctionNamePlan[]): Promise<number> {
  const names = context.workbook.names.load("items/name");
  await context.sync();
  const there = new Set(names.items.map(({ name }) => name.toLowerCase()));
  const missing = functions.filter(({ name }) => !there.has(name.toLowerCase()));
  await send(context, missing.map(({ name, formula, hidden }) => operation(costs.object * 2 + formula.length, (now) => {
    const added = now.workbook.names.add(name, `=${spoken(formula)}`);
    if (hidden) added.visible = false;
  })));
  return missing.length;
}

/** Enters formulas again that Excel read before it knew our functions; gives how many. */
export async function repairFunctions(context: Excel.RequestContext): Promise<number> {
  const stuck = (await cellsWithFunctions(context)).filter(({ cell }) => cell.value === "#NAME?");
  await send(context, stuck.flatMap(({ sheet, cell }) =>
    writePatch(sheet, { kind: "computed", area: areaOf(cell), lines: [[`=${(cell.formula ?? "").replace(/_xldudf_SALES_/gi, "SALES.")}`]] })));
  return stuck.length;
}

interface FunctionCell {
  readonly sheet: string;
  readonly cell: FoundCell;
  readonly grid: Grid & { readonly isProtected: boolean };
}

async function cellsWithFunctions(context: Excel.RequestContext): Promise<readonly FunctionCell[]> {
  const grids = await readAll(context);
  const found = [...grids].flatMap(([sheet, grid]) => [...cellsOf(grid)].filter(({ formula }) => formula !== undefined && callsFunctions(formula)).map((cell) => ({ sheet, cell, grid })));
  const locked = new Set(found.filter(({ grid }) => grid.isProtected).map(({ sheet }) => sheet));
  if (locked.size > 0) throw new HostError([...locked].map((sheet) => ({ kind: "protected-sheet", sheet })));
  return found;
}

async function readAll(context: Excel.RequestContext): Promise<ReadonlyMap<string, Grid & { readonly isProtected: boolean }>> {
  const sheets = context.workbook.worksheets.load("items/name,items/protection/protected");
  await context.sync();
  const locked = new Set(sheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name));
  const grids = await readUsed(context, sheets.items.map(({ name }) => name));
  return new Map([...grids].map(([sheet, grid]) => [sheet, { ...grid, isProtected: locked.has(sheet) }]));
}

/** Whether a formula calls a function of ours; texts and names of sheets in it do not count. */
export function callsFunctions(formula: string): boolean {
  return /(?:^|[^\p{L}\p{N}_.])(?:SALES\.[A-Z]\w*\s*\(|_xldudf_SALES_)/iu.test(codeOf(formula).replace(/'(?:[^']|'')*'!/g, ""));
}

function areaOf({ row, column }: FoundCell): Rectangle {
  return { top: row, left: column, bottom: row, right: column };
}
