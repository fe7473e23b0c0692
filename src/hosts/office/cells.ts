// Which rectangles are written, and how Excel is told a value: nothing stays as it was by accident, and a text stays a text.

import type { CellPlan, ColumnPlan, Format, Rectangle, TablePlan } from "../../sheets/plan";
import { shownAs } from "../../sheets/shown";
import type { CellValue } from "../../values";
import { cellIn, type Grid } from "./grid";
import { sameFormula } from "./same-formula";

/** What Excel is told for a cell; null would leave it as it was and never occurs. */
export type Input = string | number | boolean;

/** A rectangle and its inputs row by row; computed ones hold formulas: there a text with "=" is one, elsewhere never. */
export interface Patch {
  readonly kind: "typed" | "computed";
  readonly area: Rectangle;
  readonly lines: readonly (readonly Input[])[];
}

/** What is typed for a value in a cell of this format. */
export function inputOf(value: CellValue, format: Format, formula?: string | null): Input {
  if (formula !== undefined && formula !== null) return `=${formula}`;
  if (typeof value !== "string") return value ?? "";
  return format !== "text" && couldBeElse(value) ? `'${value}` : value;
}

/** Whether Excel, in some language, could read a text as a number, a day, a formula or a truth. */
export function couldBeElse(text: string): boolean {
  return /^\s*[=+\-@#'＝＋－＠]/.test(text) || (text.length <= 40 && /\p{N}/u.test(text)) || truths.has(text.trim().toLowerCase());
}

const truths: ReadonlySet<string> = new Set(
  "true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar истина ложь prawda fałsz doğru yanlış sant falskt sand falsk tosi epätosi pravda nepravda igaz hamis".split(" "),
);

/** Loose cells in runs: cells side by side that are all typed or all computed. */
export function cellPatches(cells: readonly CellPlan[], kind: Patch["kind"]): readonly Patch[] {
  const wanted = cells.filter(({ formula }) => (formula !== undefined) === (kind === "computed"));
  const inOrder = [...wanted].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { area: Rectangle; line: Input[] }[] = [];
  for (const { row, column, value, format, formula } of inOrder) {
    const input = inputOf(value, shownAs(format, formula), formula);
    const last = runs.at(-1);
    if (last && last.area.top === row && last.area.right === column - 1) {
      last.area = { ...last.area, right: column };
      last.line.push(input);
    } else runs.push({ area: { top: row, left: column, bottom: row, right: column }, line: [input] });
  }
  return stacked(runs).map((patch) => ({ kind, ...patch }));
}

/** Runs that lie under each other and are as wide become one rectangle. */
function stacked(runs: readonly { readonly area: Rectangle; readonly line: readonly Input[] }[]): readonly Omit<Patch, "kind">[] {
  const open = new Map<string, { area: Rectangle; lines: (readonly Input[])[] }>();
  const done: { area: Rectangle; lines: (readonly Input[])[] }[] = [];
  for (const { area, line } of runs) {
    const key = `${area.left} ${area.right}`;
    const above = open.get(key);
    if (above && above.area.bottom === area.top - 1) {
      above.area = { ...above.area, bottom: area.bottom };
      above.lines.push(line);
      continue;
    }
    const patch = { area, lines: [line] };
    open.set(key, patch);
    done.push(patch);
  }
  return done;
}

/** Whether a row of a column of the user's in a table of the plan has the format Text. */
export type TextRows = (table: string, column: string, row: number) => boolean;

/** The body of a table: its columns that stand side by side and are all typed, or all computed. */
export function tablePatches(table: TablePlan, kind: Patch["kind"], isText: TextRows = () => false): readonly Patch[] {
  const groups: { left: number; columns: ColumnPlan[] }[] = [];
  table.columns.forEach((column, across) => {
    if (isComputed(column) !== (kind === "computed")) return;
    const last = groups.at(-1);
    if (last && last.left + last.columns.length === table.left + across) last.columns.push(column);
    else groups.push({ left: table.left + across, columns: [column] });
  });
  return groups.map(({ left, columns }) => ({
    kind,
    area: { top: table.top + 1, left, bottom: table.top + table.rows, right: left + columns.length - 1 },
    lines: Array.from({ length: table.rows }, (_, row) => columns.map((column) => columnInput(column, row, (name, at) => isText(table.name, name, at)))),
  }));
}

export function headerPatch({ top, left, columns }: TablePlan): Patch {
  return { kind: "typed", area: { top, left, bottom: top, right: left + columns.length - 1 }, lines: [columns.map(({ name }) => inputOf(name, "general"))] };
}

export function isComputed({ formula, formulas }: ColumnPlan): boolean {
  return formula !== undefined || formulas !== undefined;
}

function columnInput(column: ColumnPlan, row: number, isText: (column: string, row: number) => boolean): Input {
  const formula = column.formula ?? column.formulas?.[row] ?? null;
  const format = column.own ? (isText(column.name, row) ? "text" : "general") : columnFormat(column, row);
  return inputOf(column.values[row] ?? null, format, formula);
}

/** How a cell of a column is shown: rows of different units have their own formats. */
export function columnFormat(column: ColumnPlan, row: number): Format {
  return shownAs(column.formats?.[row] ?? column.format, column.formula ?? column.formulas);
}

/** How many unchanged rows are written along rather than begin another rectangle. */
const bridge = 2;

/** The parts of a patch that differ from what stands there. */
export function differing(patch: Patch, before: Grid | null): readonly Patch[] {
  const parts: Rectangle[] = [];
  patch.lines.forEach((line, down) => {
    const row = patch.area.top + down;
    const changed = line.flatMap((input, across) => (isThere(input, patch.kind, row, patch.area.left + across, before) ? [] : [across]));
    const [left, right] = [changed[0], changed.at(-1)];
    if (left === undefined || right === undefined) return;
    const last = parts.at(-1);
    if (last && down - last.bottom <= bridge) parts[parts.length - 1] = { top: last.top, bottom: down, left: Math.min(last.left, left), right: Math.max(last.right, right) };
    else parts.push({ top: down, bottom: down, left, right });
  });
  return parts.map((part) => cutFrom(patch, part));
}

/** Part of a patch; rows and columns count from its first cell. */
export function cutFrom({ kind, area, lines }: Patch, { top, left, bottom, right }: Rectangle): Patch {
  return {
    kind,
    area: { top: area.top + top, left: area.left + left, bottom: area.top + bottom, right: area.left + right },
    lines: lines.slice(top, bottom + 1).map((line) => (left === 0 && right === line.length - 1 ? line : line.slice(left, right + 1))),
  };
}

function isThere(input: Input, kind: Patch["kind"], row: number, column: number, before: Grid | null): boolean {
  const cell = before && cellIn(before, row, column);
  if (kind === "computed" && typeof input === "string" && input.startsWith("=")) return cell?.formula !== undefined && sameFormula(cell.formula, input.slice(1));
  if (cell?.formula !== undefined) return false;
  const value = cell?.value ?? "";
  return value === input || (typeof input === "string" && input.startsWith("'") && value === input.slice(1));
}
