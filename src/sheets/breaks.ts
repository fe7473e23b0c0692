// On which days must groups of records be cut, so that what a workbook asks of days is true for all records of a group or for none?

import { addMonths, lastDay, type Day } from "../values";
import { readTable } from "./any-language";
import { comparedDays } from "./comparison/period";
import { countedDays } from "./history/period";
import type { Memory } from "./memory";
import { qualityNow } from "./quality/inputs";
import { typedSettings } from "./settings";
import { longestStayAtFirst, stagesTableName } from "./stages";
import { settingNow } from "./value/inputs";

/** Setup's window may reach back so many months and stay live. */
const mostMonths = 36;

/** More days than anyone means. */
const mostDays = 100_000;

/** The days of the settings and of what is typed on sheets, oldest first. Other days are asked for one by one. */
export function breaksOf(memory: Memory, asOf: Day): readonly Day[] {
  const typed = typedSettings(memory, { asOf, currency: "" });
  const days = [
    ...[asOf, asOf + 1, asOf - 364],
    ...windows(asOf, typed.windowMonths),
    ...meetings(asOf),
    ...ages(memory, asOf, typed.noActivityDays),
    ...stays(memory).map((days) => asOf - days),
    ...compared(memory, asOf),
    ...history(memory, asOf),
    dayAfter(addMonths(asOf, -settingNow({ memory }, "months"))),
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
  const limits = (["day", "week", "month"] as const).map((limit) => qualityNow({ memory }, limit));
  return [...limits, noActivityDays].filter((days) => days >= 0 && days < mostDays).map((days) => asOf - days);
}

/** The longest stays of the stages, as typed or as at first. */
function stays(memory: Memory): readonly number[] {
  const table = readTable(memory.tables.get(stagesTableName), ({ tables }) => tables.stages);
  return [longestStayAtFirst, ...table.rows.map((row) => table.value(row, "longestStay")).filter((days): days is number => typeof days === "number" && days >= 0)];
}

/** The period definitions are compared for, and the earlier one that had time to be decided. */
function compared(memory: Memory, asOf: Day): readonly number[] {
  const { from, to, maturity } = comparedDays(memory, asOf);
  return [from, dayAfter(to), from - maturity, dayAfter(to) - maturity];
}

/** The period of moves, and the days a cohort has had to be won in. */
function history(memory: Memory, asOf: Day): readonly number[] {
  const { start, end } = countedDays(memory, asOf);
  return [start, dayAfter(end), asOf - 90 + 1];
}

function dayAfter(day: number): number {
  return day + 1;
}
