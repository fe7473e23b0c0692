// Rules that give points: from a table, or the article's where there is none.

import { Refusal } from "../../metrics/refusal";
import { articleRules } from "../../metrics/rules/article";
import { testOf } from "../../metrics/rules/condition";
import type { Caps, Decay, PointRule } from "../../metrics/rules/score";
import { isBlank, shown, type Cell } from "./cells";
import { shares } from "./figures";
import { columnsOf, fieldColumn, knownNumberAt, numberAt, readable, ruleLines, type At } from "./rules";
import { columnOf, findColumn, isChinese, type Table } from "./table";

export interface PointTable {
  readonly rules: readonly PointRule[];
  readonly caps: Caps;
}

const headings = {
  points: ["points", "point", "score", "分值", "得分", "分数", "加分"],
  group: ["group", "category", "组", "分组", "组别"],
  cap: ["cap", "group cap", "limit", "group limit", "上限", "组上限", "分组上限", "封顶"],
  decay: ["decay per month", "decay", "monthly decay", "每月衰减", "月衰减", "衰减"],
  halfLife: ["half-life", "half-life days", "half-life in days", "半衰期", "半衰期天数"],
  date: ["date field", "date column", "date", "日期字段", "日期列", "日期"],
};

/** A table of rules on the columns of `leads`: field, operator, value, points; optionally group, cap, decay, half-life and date field. */
export function pointRules(given: Table, leads: Table): PointTable {
  const points = columnOf(given, headings.points);
  const [group, cap, decay, halfLife, date] = [headings.group, headings.cap, headings.decay, headings.halfLife, headings.date].map((names) => findColumn(given, names));
  const rates = decay === null ? null : shares(given.name, [[null], ...given.rows.map((row) => [row[decay!]])]);
  const caps = new Map<string, number>();
  const rules = ruleLines(given, leads, null).map((line): PointRule => {
    const at = { argument: given.name, row: line.row };
    const cell = (column: number | null | undefined) => readable(column === null || column === undefined ? null : line.cells[column], at);
    const inGroup = isBlank(cell(group)) ? null : shown(cell(group)).trim();
    keepCap(caps, inGroup, numberAt(cell(cap), at), at);
    const rate = rates?.values[line.row - 1] ?? null;
    if (rate instanceof Refusal) throw rate;
    return {
      ...line.test,
      points: knownNumberAt(cell(points), at, "no-points"),
      group: inGroup,
      ...fadingOf(decayOf(rate, numberAt(cell(halfLife), at), at), cell(date), leads, at),
    };
  });
  return { rules, caps };
}

/** A cap stands in any row of its group; two that differ are refused. */
function keepCap(caps: Map<string, number>, group: string | null, cap: number | null, at: At): void {
  if (cap === null) return;
  if (group === null) throw new Refusal("no-group", { ...at, found: cap });
  const before = caps.get(group);
  if (before !== undefined && before !== cap) throw new Refusal("caps-differ", { ...at, column: group, found: cap, expected: before });
  caps.set(group, cap);
}

function decayOf(perMonth: number | null, halfLife: number | null, at: At): Decay | null {
  if (perMonth !== null && halfLife !== null) throw new Refusal("two-decays", at);
  if (halfLife !== null && halfLife <= 0) throw new Refusal("out-of-range", { ...at, found: halfLife, expected: "> 0" });
  return perMonth !== null ? { perMonth } : halfLife !== null ? { halfLife } : null;
}

function fadingOf(decay: Decay | null, date: Cell, leads: Table, at: At): Pick<PointRule, "decay" | "date"> {
  if (decay && isBlank(date)) throw new Refusal("no-date-field", at);
  if (isBlank(date)) return { decay, date: null };
  const column = fieldColumn(leads, shown(date), at);
  return { decay, date: { column, heading: leads.headings[column]! } };
}

/** The article's rules on the columns of `leads`, found by their usual names. */
export function articlePoints(leads: Table): PointTable {
  const inChinese = isChinese(leads);
  const found = articleRules.map(({ names }) => findColumn(leads, names));
  const missing = articleRules.filter((_, at) => found[at] === null).map(({ names }) => names[inChinese ? 1 : 0]);
  if (missing.length > 0) throw new Refusal("no-article-columns", { argument: leads.name, column: missing.join(", "), found: columnsOf(leads) });
  const rules = articleRules.map(({ condition, points }, at): PointRule => {
    const heading = leads.headings[found[at]!]!;
    const [value] = condition.values;
    const says = `${heading} ${condition.operator} ${value === true ? (inChinese ? "是" : "Yes") : String(value)}`;
    return { column: found[at]!, heading, test: testOf(condition), says, isOneOf: condition.operator === "in", points, group: null, decay: null, date: null };
  });
  return { rules, caps: new Map() };
}
