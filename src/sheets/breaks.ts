// On which days must groups of records be cut, so that what a workbook asks of days is true for all records of a group or for none?

import type { CellValue, Day } from "../values";
import { addMonths } from "../values";
import { readTable } from "./any-language";
import { comparisonInputs } from "./comparison/period";
import { historyInputs } from "./history/period";
import type { Memory } from "./memory";
import { qualityInputs } from "./quality/inputs";
import { typedSettings } from "./settings";
import { longestStayAtFirst, stagesTableName } from "./stages";
import { valueInputs } from "./value/inputs";

/** Setup's window may reach back so many months and stay live. */
const mostMonths = 36;

/** 2000-01-01: an earlier day that somebody typed is a slip. */
const earliest = 36_526;

/** The last that Excel knows. */
const lastDay = 2_958_465;

/** The days of the settings and of what is typed on sheets, oldest first. Other days are asked for one by one. */
export function breaksOf(memory: Memory, asOf: Day): readonly Day[] {
  const typed = typedSettings(memory, { asOf, currency: "" });
  const days = [
    ...[asOf, asOf + 1, asOf - 364],
    ...windows(asOf, typed.windowMonths),
    ...meetings(asOf),
    ...ages(memory, asOf, typed.noActivityDays),
    ...stays(memory).map((days) => asOf - days),
    ...comparedDays(memory, asOf),
    ...historyDays(memory, asOf),
    dayAfter(addMonths(asOf, -numberIn(memory, valueInputs.months, 12))),
  ];
  return [...new Set(days.map(Math.floor))].filter((day) => day > 0 && day < lastDay).sort((left, right) => left - right) as Day[];
}

/** The window of Setup for any number of months, and as many days before it for those most use; “after” a day counts from the next. */
function windows(asOf: Day, months: number): readonly number[] {
  const any = Array.from({ length: mostMonths }, (_, at) => at + 1);
  const usual = [...new Set([1, 2, 3, 6, 12, months])];
  return [
    ...[...any, months].map((back) => addMonths(asOf, -back) as number),
    ...usual.map((back) => addMonths(asOf, -back)).flatMap((start) => [dayAfter(start), start - (asOf - start + 1)]),
  ];
}

/** The week and the month of a review, and those before. */
function meetings(asOf: Day): readonly number[] {
  const month = dayAfter(addMonths(asOf, -1)) as Day;
  return [asOf - 6, asOf - 13, month, addMonths(month, -1)];
}

/** How long ago records were touched. */
function ages(memory: Memory, asOf: Day, noActivityDays: number): readonly number[] {
  const limits = [numberIn(memory, qualityInputs.day, 1), numberIn(memory, qualityInputs.week, 7), numberIn(memory, qualityInputs.month, 30), noActivityDays];
  return limits.map((days) => asOf - days);
}

/** The longest stays of the stages, as typed or as at first. */
function stays(memory: Memory): readonly number[] {
  const table = readTable(memory.tables.get(stagesTableName), ({ tables }) => tables.stages);
  return [longestStayAtFirst, ...table.rows.map((row) => table.value(row, "longestStay")).filter((days): days is number => typeof days === "number" && days >= 0)];
}

/** The period definitions are compared for, and the earlier one that had time to be decided. */
function comparedDays(memory: Memory, asOf: Day): readonly number[] {
  const to = dayIn(memory, comparisonInputs.end) ?? asOf;
  const from = dayAfter(addMonths(to, -Math.min(600, Math.max(1, Math.floor(numberIn(memory, comparisonInputs.months, 12))))));
  const maturity = Math.max(0, numberIn(memory, comparisonInputs.maturity, 180));
  return [from, dayAfter(to), from - maturity, dayAfter(to) - maturity];
}

/** The period of moves, and the days a cohort has had to be won in. */
function historyDays(memory: Memory, asOf: Day): readonly number[] {
  const to = dayIn(memory, historyInputs.to) ?? asOf;
  const from = dayIn(memory, historyInputs.from) ?? to - Math.max(1, Math.floor(numberIn(memory, historyInputs.days, 90))) + 1;
  return [from, dayAfter(to), asOf - 90 + 1];
}

function dayAfter(day: number): number {
  return day + 1;
}

function numberIn({ inputs }: Memory, name: string, first: number): number {
  const typed: CellValue | undefined = inputs.get(name);
  return typeof typed === "number" && typed >= 0 && typed < 100_000 ? typed : first;
}

function dayIn({ inputs }: Memory, name: string): Day | null {
  const typed = inputs.get(name);
  return typeof typed === "number" && typed >= earliest && typed < lastDay ? (typed as Day) : null;
}
