// The Gantt chart beside the milestones: a narrow column for each week, a sign in each cell, coloured by rule.

import { calendarOf, type Day } from "../../values";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import { grid, show, type Area, type Block, type Cell, type RuleSpec } from "../block";
import { milestoneColumns, numberIn, type Milestone } from "./milestones";
import type { RoadmapSettings } from "./settings";

/** Columns of the chart: 39 weeks, three quarters of a year. */
export const ganttColumns = 39;
/** Rows under the last milestone that are ready for new ones. */
const ganttSpare = 3;

/** What stands in a cell; the sheet's note says what each means. */
const ganttSigns = { done: "■", left: "□", point: "◆", today: "│", marker: "▼" } as const;

const places = Array.from({ length: ganttColumns }, (_, at) => at);

/** Above the table's header: months where they begin, and where the as-of day is. */
export function ganttScale(settings: RoadmapSettings, asOf: Term<Day>): readonly (readonly Cell[])[] {
  return [
    places.map((at) => show("centred", monthAt(at, settings))),
    places.map((at) => show("centred", markerAt(at, settings, asOf))),
  ];
}

/** Level with the milestones: the day of the month each column begins with, then a row for each milestone. */
export function ganttRows(rows: readonly Milestone[], settings: RoadmapSettings, asOf: Term<Day>, text: WholeText): Block {
  const days = places.map((at) => show("centred", dayAt(at, settings)));
  const body = Array.from({ length: rows.length + ganttSpare }, (_, row) => places.map((at) => show("centred", signAt(row, at, rows, settings, asOf, text), { id: cellId(row, at) })));
  return grid([days, ...body]);
}

/** Done, left and due in their colours, the as-of day in its own. */
export function ganttRules(rows: readonly Milestone[]): readonly RuleSpec[] {
  const area: Area = { from: cellId(0, 0), to: cellId(rows.length + ganttSpare - 1, ganttColumns - 1) };
  return [
    { kind: "equals", area, text: ganttSigns.done, tone: "good" }, { kind: "equals", area, text: ganttSigns.left, tone: "strong" },
    { kind: "equals", area, text: ganttSigns.point, tone: "fair" }, { kind: "equals", area, text: ganttSigns.today, tone: "bad" },
  ];
}

/** The column's first day. */
function firstDayAt(at: number, { firstDay, step }: RoadmapSettings): Term<number> {
  return call(at === 0 ? firstDay.text : `(${firstDay.text}+${at}*${step.text})`, firstDay.value + at * step.value);
}

function monthAt(at: number, settings: RoadmapSettings): Term<Figure> {
  const day = firstDayAt(at, settings);
  const month = calendarOf(day.value as Day).month;
  if (at === 0) return call(`MONTH(${day.text})`, month);
  const before = firstDayAt(at - 1, settings);
  return call(`IF(MONTH(${day.text})=MONTH(${before.text}),"",MONTH(${day.text}))`, month === calendarOf(before.value as Day).month ? "" : month);
}

function dayAt(at: number, settings: RoadmapSettings): Term<number> {
  const day = firstDayAt(at, settings);
  return call(`DAY(${day.text})`, calendarOf(day.value as Day).date);
}

function markerAt(at: number, settings: RoadmapSettings, asOf: Term<Day>): Term<string> {
  return call(`IF(${isToday(at, settings, asOf)},${literalText(ganttSigns.marker)},"")`, holdsToday(at, settings, asOf) ? ganttSigns.marker : "");
}

function isToday(at: number, settings: RoadmapSettings, asOf: Term<Day>): string {
  const day = firstDayAt(at, settings).text;
  return `AND(${asOf.text}>=${day},${asOf.text}<${day}+${settings.step.text})`;
}

function holdsToday(at: number, settings: RoadmapSettings, asOf: Term<Day>): boolean {
  const day = firstDayAt(at, settings).value;
  return asOf.value >= day && asOf.value < day + settings.step.value;
}

/** The sign of a milestone's row in a column; rows typed under the table are found by their place too. */
function signAt(row: number, at: number, rows: readonly Milestone[], settings: RoadmapSettings, asOf: Term<Day>, text: WholeText): Term<string> {
  const columns = milestoneColumns(rows, [], text);
  const [start, due, done] = [columns.start, columns.due, columns.done].map((column) => `INDEX(${column.text},${row + 1})`) as [string, string, string];
  const day = firstDayAt(at, settings);
  const end = `${day.text}+${settings.step.text}`;
  const empty = `IF(${isToday(at, settings, asOf)},${literalText(ganttSigns.today)},"")`;
  const bar = `IF(AND(${start}<${end},${due}>=${day.text}),IF(${start}+(${due}-${start}+1)*N(${done})>MAX(${start},${day.text}),${literalText(ganttSigns.done)},${literalText(ganttSigns.left)}),${empty})`;
  const point = `IF(AND(ISNUMBER(${due}),${due}>=${day.text},${due}<${end}),${literalText(ganttSigns.point)},${empty})`;
  const value = signValue(rows[row], day.value, settings.step.value) || (row < rows.length && holdsToday(at, settings, asOf) ? ganttSigns.today : "");
  return call(`IF(${row + 1}>ROWS(${columns.due.text}),"",IF(COUNT(${start},${due})=2,${bar},${point}))`, value);
}

function signValue(milestone: Milestone | undefined, day: number, step: number): string {
  if (typeof milestone?.due !== "number") return "";
  const { start, due, done } = milestone;
  if (typeof start !== "number") return due >= day && due < day + step ? ganttSigns.point : "";
  if (start >= day + step || due < day) return "";
  return start + (due - start + 1) * numberIn(done) > Math.max(start, day) ? ganttSigns.done : ganttSigns.left;
}

function cellId(row: number, at: number): string {
  return `roadmap.gantt.${row}.${at}`;
}
