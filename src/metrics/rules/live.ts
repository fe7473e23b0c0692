// How does a rule of the workbook decide, by formula, what a lead earns? The same language as `condition.ts`, its value left live.

import { call, type Figure, type Term } from "../../formula/term";
import { numberIn } from "../../crm/readers/sure";
import type { CellValue } from "../../values";
import { daysPerMonth } from "./score";
import { bareNumberIn, cellFlag, figureOf, folded, plainFlag, saysNothing, type RuleCell } from "./reading";
import type { Compared } from "./compared";
import type { Operator } from "./condition";

/** How the cells of a rule's field are read: once, at the build. */
export const readingKinds = ["flag", "figure", "day", "number", "equal", "words"] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** How a rule reads its field; `isDay` says that the column holds dates. */
export function readingKindOf(operator: Operator, value: CellValue, isDay: boolean): ReadingKind {
  switch (operator) {
    case ">": case ">=": case "<": case "<=": case "between": return isDay ? "day" : "figure";
    case "contains": case "not contains": case "starts with": case "ends with": return "words";
    case "=": case "<>": return typeof value === "number" ? "number" : value !== null && plainFlag(value) !== null ? "flag" : "equal";
    case "in": case "not in": case "is blank": case "is not blank": return "equal";
  }
}

/** What a cell says to such rules: a number, a text as texts are compared, `yes` or `no`; null where it says nothing; `unreadable` where a number is wanted and it has none. */
export function readingOf(cell: RuleCell, kind: ReadingKind, value: CellValue): CellValue | { readonly unreadable: true } {
  if (typeof cell === "object" && cell !== null) return { unreadable: true };
  if (saysNothing(cell) || cell === undefined || cell === null) return null;
  switch (kind) {
    case "flag": { const said = cellFlag(cell); return said === null ? folded(cell) : said ? "yes" : "no"; }
    case "day": return typeof cell === "number" ? cell : { unreadable: true };
    case "figure": {
      const figure = figureOf(cell, { value: typeof value === "number" ? value : 0, isDay: false });
      return typeof figure === "number" ? figure : figure === false ? null : { unreadable: true };
    }
    // Beside a number a code is its number, and yes is 1; beside a text it is not.
    case "number": {
      const said = plainFlag(cell);
      if (typeof cell === "number" || said !== null) return Number(typeof cell === "number" ? cell : said);
      return (typeof cell === "string" ? numberIn(cell) : null) ?? folded(cell);
    }
    case "equal": return typeof cell === "number" ? cell : (typeof cell === "string" ? bareNumberIn(cell) : null) ?? folded(cell);
    case "words": return folded(cell);
  }
}

/** A lead's reading beside what is compared: `earned` where the rule is met, else "". */
export function whereMet(operator: Operator, reading: Term, { first, second }: Compared, earned: Term<Figure>): Term<Figure> {
  const [v, w, t] = [reading.text, first.text, second.text];
  const given = (test: string) => call(`IF(${test},${earned.text},"")`, isMet(operator, reading.value, first.value, second.value) ? earned.value : "");
  switch (operator) {
    case "=": case "in": return given(`ISNUMBER(FIND("|"&${v}&"|",${w}))`);
    case "<>": case "not in": return given(`AND(${v}<>"",${w}<>"",ISERROR(FIND("|"&${v}&"|",${w})))`);
    case "contains": return given(`AND(${w}<>"",ISNUMBER(FIND(${w},${v})))`);
    case "not contains": return given(`AND(${v}<>"",${w}<>"",ISERROR(FIND(${w},${v})))`);
    case "starts with": return given(`AND(${w}<>"",LEFT(${v},LEN(${w}))=${w})`);
    case "ends with": return given(`AND(${w}<>"",RIGHT(${v},LEN(${w}))=${w})`);
    case ">": case ">=": case "<": case "<=": return given(`AND(COUNT(${v},${w})=2,${v}${operator}${w})`);
    case "between": return given(`AND(COUNT(${v},${w},${t})=3,${v}>=${w},${v}<=${t})`);
    case "is blank": return given(`${v}=""`);
    case "is not blank": return given(`${v}<>""`);
  }
}

/** Whether a reading meets what is compared. */
export function isMet(operator: Operator, reading: CellValue, first: CellValue, second: CellValue): boolean {
  const said = reading ?? "";
  const listed = String(first).includes(`|${String(said)}|`);
  const [text, part] = [String(said), String(first)];
  switch (operator) {
    case "=": case "in": return listed;
    case "<>": case "not in": return said !== "" && first !== "" && !listed;
    case "contains": return first !== "" && text.includes(part);
    case "not contains": return said !== "" && !text.includes(part);
    case "starts with": return first !== "" && text.startsWith(part);
    case "ends with": return first !== "" && text.endsWith(part);
    case ">": return typeof reading === "number" && typeof first === "number" && reading > first;
    case ">=": return typeof reading === "number" && typeof first === "number" && reading >= first;
    case "<": return typeof reading === "number" && typeof first === "number" && reading < first;
    case "<=": return typeof reading === "number" && typeof first === "number" && reading <= first;
    case "between": return typeof reading === "number" && typeof first === "number" && typeof second === "number" && reading >= first && reading <= second;
    case "is blank": return said === "";
    case "is not blank": return said !== "";
  }
}

/** How points fade: the share lost a day (linear) and 1 ÷ half-life in days; both 0 where they do not. */
export interface Fade {
  readonly perDay: Term<number>;
  readonly perHalf: Term<number>;
}

/** From the cells the user types in: the share lost a month, and the days after which half is left. */
export function fadeOf(perMonth: Term, halfLife: Term): Fade {
  const rate = typeof perMonth.value === "number" ? perMonth.value / daysPerMonth : 0;
  const half = typeof halfLife.value === "number" && halfLife.value > 0 ? 1 / halfLife.value : 0;
  return {
    perDay: call(`IF(ISNUMBER(${perMonth.text}),${perMonth.text}/${daysPerMonth},0)`, rate),
    perHalf: call(`IF(ISNUMBER(${halfLife.text}),IF(${halfLife.text}>0,1/${halfLife.text},0),0)`, half),
  };
}

/** points × max(0, 1 − share × days) × 0.5 ^ (days ÷ half-life). Without an age nothing is earned, before the day of the score neither. Source: product research §3 (HubSpot). */
export function faded(points: Term<number>, { perDay, perHalf }: Fade, age: Term<Figure>): Term<Figure> {
  const text = `IF(${perDay.text}+${perHalf.text}=0,${points.text},IF(ISNUMBER(${age.text}),IF(${age.text}<0,"",${points.text}*MAX(0,1-${perDay.text}*${age.text})*0.5^(${perHalf.text}*${age.text})),""))`;
  if (perDay.value + perHalf.value === 0) return call(text, points.value);
  const days = age.value;
  return call(text, days === "" || days < 0 ? "" : points.value * Math.max(0, 1 - perDay.value * days) * 0.5 ** (perHalf.value * days));
}

/** What a cap takes off the sum of its group; where negative it is the least. */
export function cutByCap(cap: Term<Figure>, sum: Term<number>): Term<number> {
  const limit = cap.value;
  const cut = limit === "" ? 0 : limit < 0 ? Math.max(0, limit - sum.value) : Math.min(0, limit - sum.value);
  return call(`IF(ISNUMBER(${cap.text}),IF(${cap.text}<0,MAX(0,${cap.text}-${sum.text}),MIN(0,${cap.text}-${sum.text})),0)`, cut);
}
