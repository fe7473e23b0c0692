// Where do onboarding, learning and certification stand?

import { roundHalf } from "../formula/round";
import { call, literalText, type Figure, type Term } from "../formula/term";
import type { CellValue } from "../values";

/** How a task of the onboarding plan stands. */
export const taskStatuses = ["done", "overdue", "soon", "ahead", "noStart"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Done as soon as anything stands under “done on”; else by the due day against the as-of day, soon within so many days. */
export function taskStatus(done: Term, due: Term<Figure>, asOf: Term<number>, soonDays: Term<number>, words: Readonly<Record<TaskStatus, string>>): Term<string> {
  const say = (status: TaskStatus) => literalText(words[status]);
  const byDay = `IF(${due.text}<${asOf.text},${say("overdue")},IF(${due.text}<=${asOf.text}+${soonDays.text},${say("soon")},${say("ahead")}))`;
  return call(`IF(${done.text}<>"",${say("done")},IF(ISNUMBER(${due.text}),${byDay},${say("noStart")}))`, words[taskStatusNow(done.value, due.value, asOf.value, soonDays.value)]);
}

/** Start day + day of the task; "" without either. */
export function dueDay(start: Term<Figure>, day: Term<Figure>): Term<Figure> {
  const known = start.value !== "" && day.value !== "";
  return call(`IF(AND(ISNUMBER(${start.text}),ISNUMBER(${day.text})),${start.text}+${day.text},"")`, known ? Number(start.value) + Number(day.value) : "");
}

/** How a share of learning stands to its target. */
export const shareStatuses = ["balanced", "little", "much"] as const;
export type ShareStatus = (typeof shareStatuses)[number];

/** Balanced within the tolerance, both ways; "" without a share or a target. */
export function shareStatus(gap: Term<Figure>, tolerance: Term<number>, words: Readonly<Record<ShareStatus, string>>): Term<string> {
  const rounded = `ROUND(${gap.text},9)`;
  const now = gap.value === "" ? null : Math.abs(roundHalf(gap.value, 9)) <= tolerance.value ? "balanced" : gap.value < 0 ? "little" : "much";
  return call(`IF(ISNUMBER(${gap.text}),IF(ABS(${rounded})<=${tolerance.text},${literalText(words.balanced)},IF(${gap.text}<0,${literalText(words.little)},${literalText(words.much)})),"")`, now === null ? "" : words[now]);
}

/** Whether cells hold the same, as `=` has it: texts without regard to case, an empty cell like "". */
export function isSameCell(left: CellValue, right: CellValue): boolean {
  const [a, b] = [left ?? "", right ?? ""];
  return typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function taskStatusNow(done: CellValue, due: Figure, asOf: number, soonDays: number): TaskStatus {
  if ((done ?? "") !== "") return "done";
  if (due === "") return "noStart";
  if (due < asOf) return "overdue";
  return due <= asOf + soonDays ? "soon" : "ahead";
}
