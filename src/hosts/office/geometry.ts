// How do the tables of a sheet get to their planned places without being made anew: where are rows put in, taken out, columns added?

import type { Rectangle, TablePlan } from "../../sheets/plan";
import { meet } from "./area";
import type { ReadTable } from "./read";

/** A change of a sheet's rows or columns, or of a table's. Counted in the places that hold when its turn comes. */
export type Step =
  | { readonly kind: "insert" | "delete"; readonly lines: "rows" | "columns"; readonly at: number; readonly count: number }
  | { readonly kind: "resize"; readonly table: string; readonly before: Rectangle; readonly area: Rectangle }
  | { readonly kind: "addColumn"; readonly table: string; readonly at: number; readonly name: string; readonly area: Rectangle }
  | { readonly kind: "dropColumn"; readonly table: string; readonly name: string; readonly area: Rectangle };

/** A table where the steps so far have put it. */
interface Standing {
  readonly name: string;
  readonly plan: TablePlan | null;
  readonly totals: number;
  area: Rectangle;
}

/** The steps for one sheet, and the tables that would be cut by them: those of the user. `named` gives the planned table of a found one. */
export function geometrySteps(plans: readonly TablePlan[], found: readonly ReadTable[], named: (table: ReadTable) => TablePlan | undefined): { steps: readonly Step[]; cut: readonly string[] } {
  const standing = found.map((table): Standing => ({ name: table.name, plan: named(table) ?? null, totals: table.totals, area: table.area }));
  const steps: Step[] = [];
  const cut = new Set<string>();
  function take(step: Step): void {
    steps.push(step);
    if (step.kind === "insert" || step.kind === "delete") for (const table of standing) shift(table, step, cut);
  }
  for (const table of standing) if (table.plan) alignColumns(table, table.plan, found, steps);
  for (const table of inOrder(standing)) if (table.plan) toColumn(table, table.plan.left, take);
  for (const table of inOrder(standing)) {
    if (!table.plan || !plans.includes(table.plan)) continue;
    toRow(table, table.plan.top, take);
    toRows(table, table.plan.rows, standing, take);
  }
  return { steps, cut: [...cut] };
}

function inOrder(tables: readonly Standing[]): readonly Standing[] {
  return [...tables].sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
}

/** Columns the plan has not go, those it has are added where it has them. A column out of order is made anew. */
function alignColumns(table: Standing, plan: TablePlan, found: readonly ReadTable[], steps: Step[]): void {
  const wanted = plan.columns.map(({ name }) => name);
  const there = [...(found.find(({ name }) => name === table.name)?.columns ?? [])];
  const kept = longestInOrder(there, wanted);
  for (const name of there.filter((one) => !kept.has(one))) {
    steps.push({ kind: "dropColumn", table: table.name, name, area: table.area });
    table.area = { ...table.area, right: table.area.right - 1 };
  }
  wanted.forEach((name, at) => {
    if (kept.has(name)) return;
    table.area = { ...table.area, right: table.area.right + 1 };
    steps.push({ kind: "addColumn", table: table.name, at, name, area: table.area });
  });
}

/** The most columns that can stay where they are. */
function longestInOrder(there: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const best: { last: number; names: readonly string[] }[] = [];
  for (const name of there) {
    const place = wanted.indexOf(name);
    if (place < 0) continue;
    const before = best.filter(({ last }) => last < place).reduce<readonly string[]>((most, { names }) => (names.length > most.length ? names : most), []);
    best.push({ last: place, names: [...before, name] });
  }
  return new Set(best.reduce<readonly string[]>((most, { names }) => (names.length > most.length ? names : most), []));
}

type Take = (step: Step) => void;

function toColumn({ area }: Standing, left: number, take: Take): void {
  if (area.left < left) take({ kind: "insert", lines: "columns", at: area.left, count: left - area.left });
  if (area.left > left) take({ kind: "delete", lines: "columns", at: left, count: area.left - left });
}

function toRow({ area }: Standing, top: number, take: Take): void {
  if (area.top < top) take({ kind: "insert", lines: "rows", at: area.top, count: top - area.top });
  if (area.top > top) take({ kind: "delete", lines: "rows", at: top, count: area.top - top });
}

/** A table alone in its rows grows and shrinks with them, and what lies below goes along; beside another one only its own area changes. */
function toRows(table: Standing, rows: number, all: readonly Standing[], take: Take): void {
  const { area, totals } = table;
  const missing = rows - (area.bottom - area.top - totals);
  if (missing === 0) return;
  const isAlone = all.every((other) => other === table || !meet({ ...other.area, left: 0, right: 0 }, { ...area, left: 0, right: 0 }));
  const last = area.bottom - totals;
  if (!isAlone) {
    take({ kind: "resize", table: table.name, before: area, area: { ...area, bottom: area.bottom + missing } });
    table.area = { ...area, bottom: area.bottom + missing };
  } else if (missing > 0) take({ kind: "insert", lines: "rows", at: last, count: missing });
  else take({ kind: "delete", lines: "rows", at: last + 1 + missing, count: -missing });
}

/** As Excel does: what is below or right moves, what is around grows or shrinks. */
function shift(table: Standing, { kind, lines, at, count }: Extract<Step, { kind: "insert" | "delete" }>, cut: Set<string>): void {
  const [first, last] = lines === "rows" ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const { area } = table;
  if (kind === "insert") {
    const by = (edge: number) => (edge >= at ? count : 0);
    table.area = { ...area, [first]: area[first] + by(area[first]), [last]: area[last] + by(area[last]) };
    return;
  }
  const lost = Math.max(0, Math.min(area[last], at + count - 1) - Math.max(area[first], at) + 1);
  if (lost > 0 && (!table.plan || (at <= area[first] && lines === "rows"))) cut.add(table.name);
  const before = (edge: number) => Math.max(0, Math.min(edge, at + count) - at);
  table.area = { ...area, [first]: area[first] - before(area[first]), [last]: area[last] - before(area[last] + 1) };
}
