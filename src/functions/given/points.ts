// Rules that give points: from a table, or the article's where there is none.

import { Refusal, shown } from "../../metrics/refusal";
import { articleRules } from "../../metrics/rules/article";
import { folded } from "../../metrics/rules/reading";
import type { Cap, Fading, PointRule } from "../../metrics/rules/score";
import { readNumberCell } from "./figures";
import type { ReadCell } from "./grid";
import { linesOf, numberWhere, readText, type Line } from "./rules";
import { columnOf, type Table } from "./table";

/** A table of rules on the columns of `leads`: field, operator, value, points; optionally group, cap, decay, half-life and date field. */
export function pointRules(given: Table, leads: Table, capWord: string): { readonly rules: readonly PointRule[]; readonly caps: readonly Cap[] } {
  const caps = new Map<string, Cap>();
  const rules = linesOf(given, leads, (line): PointRule => {
    const rule = { ...line.test(), points: line.needed("points", readNumberCell), group: line.optional("group", folded) ?? "", fading: fadingOf(line) };
    // A cap stands in any row of its group.
    const before = caps.get(rule.group);
    const limit = line.optional("cap", numberWhere((value) => value === (before?.limit ?? value), before?.says ?? ""));
    if (limit !== null) caps.set(rule.group, { group: rule.group, limit, says: `${line.needed("group", readText)}: ${capWord} ${limit}` });
    return rule;
  });
  return { rules, caps: [...caps.values()] };
}

function fadingOf(line: Line): Fading | null {
  const perMonth = line.optional("decay", numberWhere((value) => value >= 0 && value <= 1, "0% – 100%"));
  const halfLife = line.optional("halfLife", readDayCount);
  // A date field without a decay changes nothing, yet must be one.
  const date = line.optional("date", () => line.column("date"));
  return perMonth === null && halfLife === null ? null : { ...(date ?? line.column("date")), perMonth: perMonth ?? 0, halfLife: halfLife ?? Infinity };
}

const readPositive = numberWhere((value) => value > 0, "> 0");

/** `30`, `30 days` and `30天`: 3 months are not 3. */
const readDayCount: ReadCell<number> = (cell, at) =>
  (/\d\s*(?:d|days?|天|日)?\s*$/i.test(String(cell)) ? readPositive(cell, at) : new Refusal("no-number", { ...at, found: shown(cell) }));

/** The article's rules as a table on the columns of `leads`, found by their usual names. */
export function articleTable(leads: Table): Table {
  const rows = articleRules.map(([names, ...rule]) => [leads.headings[columnOf(leads, names.split(","))], ...rule]);
  return { name: "rules", headings: ["field", "operator", "value", "points"], rows };
}
