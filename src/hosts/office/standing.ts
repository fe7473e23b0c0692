// What stands on a sheet while its rows and columns are moved: what was read stays of use where it did not change.

import type { Rectangle } from "../../sheets/plan";
import type { Step } from "./geometry";
import type { Grid } from "./grid";

/** Stands where nothing is known of a cell; equal to nothing that is written. */
const unknown = Symbol("unknown");

/** A grid after the steps; what they put in or moved away is unknown. */
export function gridAfter(grid: Grid, steps: readonly Step[]): Grid {
  return steps.reduce((now, step) => {
    switch (step.kind) {
      case "insert": return withInserted(now, step);
      case "delete": return withDeleted(now, step);
      case "resize": return forgotten(now, { ...step.area, bottom: Math.max(step.area.bottom, step.before.bottom) });
      case "addColumn": case "dropColumn": return forgotten(now, { ...step.area, right: Number.MAX_SAFE_INTEGER });
    }
  }, grid);
}

/** Where a row or column is after the steps; null when it was taken out. */
export function placeAfter(at: { readonly row: number; readonly column: number }, steps: readonly Step[]): { row: number; column: number } | null {
  let place: { row: number; column: number } | null = { ...at };
  for (const step of steps) {
    if (!place || (step.kind !== "insert" && step.kind !== "delete")) continue;
    const key: "row" | "column" = step.lines === "rows" ? "row" : "column";
    if (place[key] < step.at) continue;
    if (step.kind === "insert") place = { ...place, [key]: place[key] + step.count };
    else place = place[key] < step.at + step.count ? null : { ...place, [key]: place[key] - step.count };
  }
  return place;
}

/** Where an area is after the steps; null when nothing of it is left. */
export function areaAfter(area: Rectangle, steps: readonly Step[]): Rectangle | null {
  let left: Rectangle | null = area;
  for (const step of steps) {
    if (!left || (step.kind !== "insert" && step.kind !== "delete")) continue;
    const [first, last]: readonly ["top" | "left", "bottom" | "right"] = step.lines === "rows" ? ["top", "bottom"] : ["left", "right"];
    const move = (edge: number, isEnd: boolean) => {
      if (step.kind === "insert") return edge >= step.at ? edge + step.count : edge;
      return edge - Math.max(0, Math.min(edge + (isEnd ? 1 : 0), step.at + step.count) - step.at);
    };
    const moved: Rectangle = { ...left, [first]: move(left[first], false), [last]: move(left[last], true) };
    left = moved.top <= moved.bottom && moved.left <= moved.right ? moved : null;
  }
  return left;
}

function withInserted({ area, values, formulas }: Grid, { lines, at, count }: Extract<Step, { kind: "insert" | "delete" }>): Grid {
  const [from, width] = [at - (lines === "rows" ? area.top : area.left), area.right - area.left + 1];
  if (lines === "rows") {
    if (from < 0) return { area: { ...area, top: area.top + count, bottom: area.bottom + count }, values, formulas };
    const blank = Array.from({ length: count }, () => new Array<unknown>(width).fill(unknown));
    const put = (rows: Grid["values"]) => [...rows.slice(0, from), ...blank, ...rows.slice(from)];
    return from > values.length ? { area, values, formulas } : { area: { ...area, bottom: area.bottom + count }, values: put(values), formulas: put(formulas) };
  }
  if (from < 0) return { area: { ...area, left: area.left + count, right: area.right + count }, values, formulas };
  const blank = new Array<unknown>(count).fill(unknown);
  const put = (rows: Grid["values"]) => rows.map((row) => [...row.slice(0, from), ...blank, ...row.slice(from)]);
  return from > width ? { area, values, formulas } : { area: { ...area, right: area.right + count }, values: put(values), formulas: put(formulas) };
}

function withDeleted({ area, values, formulas }: Grid, { lines, at, count }: Extract<Step, { kind: "insert" | "delete" }>): Grid {
  const first = lines === "rows" ? area.top : area.left;
  const [from, to] = [Math.max(0, at - first), Math.max(0, at + count - first)];
  const above = Math.max(0, Math.min(count, first - at));
  const outOf = <T>(line: readonly T[]) => [...line.slice(0, from), ...line.slice(to)];
  const cut = (rows: Grid["values"]) => (lines === "rows" ? outOf(rows) : rows.map(outOf));
  const [kept, keptFormulas] = [cut(values), cut(formulas)];
  const moved = lines === "rows" ? { ...area, top: area.top - above } : { ...area, left: area.left - above };
  const size = lines === "rows" ? { bottom: moved.top + kept.length - 1 } : { right: moved.left + (kept[0]?.length ?? 0) - 1 };
  return { area: { ...moved, ...size }, values: kept, formulas: keptFormulas };
}

/** The grid with an area of it unknown. */
export function forgotten({ area, values, formulas }: Grid, lost: Rectangle): Grid {
  const blank = (rows: Grid["values"]) => rows.map((row, down) => {
    const at = area.top + down;
    return at < lost.top || at > lost.bottom ? row : row.map((value, across) => (area.left + across < lost.left || area.left + across > lost.right ? value : unknown));
  });
  return { area, values: blank(values), formulas: blank(formulas) };
}
