// Where things go when cells are inserted or deleted.

import { holds, meet, type Rectangle } from "./area";
import type { Shift } from "./grid";

/** An area after cells were inserted (Down, Right) or deleted (Up, Left); null when nothing of it is left. Areas that stick out of the band stay. */
export function shifted(area: Rectangle, at: Rectangle, to: Shift): Rectangle | null {
  if (!isInBand(area, at, to)) return area;
  const [first, last] = isDown(to) ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const count = at[last] - at[first] + 1;
  if (to === "Down" || to === "Right") return { ...area, [first]: area[first] >= at[first] ? area[first] + count : area[first], [last]: area[last] >= at[first] ? area[last] + count : area[last] };
  const start = place(area[first], at[first], at[last], count, at[first]);
  const end = place(area[last], at[first], at[last], count, at[first] - 1);
  return start > end ? null : { ...area, [first]: start, [last]: end };
}

/** Whether the move would tear an area: part of it moves, part stays. */
export function tears(area: Rectangle, at: Rectangle, to: Shift): boolean {
  const after = isDown(to) ? { ...at, bottom: Infinity } : { ...at, right: Infinity };
  return meet(area, after) !== null && !isInBand(area, at, to);
}

function isInBand(area: Rectangle, at: Rectangle, to: Shift): boolean {
  return isDown(to) ? area.left >= at.left && area.right <= at.right : area.top >= at.top && area.bottom <= at.bottom;
}

function isDown(to: Shift): boolean {
  return to === "Down" || to === "Up";
}

function place(edge: number, first: number, last: number, count: number, inside: number): number {
  return edge < first ? edge : edge > last ? edge - count : inside;
}

/** Areas that can be written as one when a part moves: for rules and validations. */
export function shiftedAll(areas: readonly Rectangle[], at: Rectangle, to: Shift): Rectangle[] {
  return areas.flatMap((area) => shifted(area, at, to) ?? []).filter((area, place, all) => !all.some((other, index) => index < place && holds(other, area)));
}
