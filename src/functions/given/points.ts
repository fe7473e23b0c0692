// Rules that give points: from a table, or the article's where there is none.

import { refuse } from "../../metrics/refusal";
import { articleRules } from "../../metrics/rules/article";
import type { Cap, Fading, PointRule } from "../../metrics/rules/score";
import { readNumberCell } from "./figures";
import { linesOf, numberWhere, readText, type Line } from "./rules";
import { columnOf, type Table } from "./table";

/** A table of rules on the columns of `leads`: field, operator, value, points; optionally group, cap, decay, half-life and date field. */
export function pointRules(given: Table, leads: Table, capWord: string): { readonly rules: readonly PointRule[]; readonly caps: readonly Cap[] } {
  const caps = new Map<string, number>();
  const rules = linesOf(given, leads).map((line): PointRule => {
    const group = line.optional("group", readText);
    const cap = line.optional("cap", readNumberCell);
    if (cap !== null) {
      const named = line.needed("group", readText);
      // A cap stands in any row of its group.
      if ((caps.get(named) ?? cap) !== cap) refuse("out-of-range", given.name, { row: line.at.row, found: cap, expected: `${named}: ${caps.get(named)}` });
      caps.set(named, cap);
    }
    return { ...line.test(), points: line.needed("points", readNumberCell), group, fading: fadingOf(line) };
  });
  return { rules, caps: [...caps].map(([group, limit]) => ({ group, limit, says: `${group}: ${capWord} ${limit}` })) };
}

function fadingOf(line: Line): Fading | null {
  const perMonth = line.optional("decay", numberWhere((value) => value >= 0 && value <= 1, "0% – 100%"));
  const halfLife = line.optional("halfLife", numberWhere((value) => value > 0, "> 0"));
  return perMonth === null && halfLife === null ? null : { ...line.column("date"), perMonth: perMonth ?? 0, halfLife: halfLife ?? Infinity };
}

/** The article's rules as a table on the columns of `leads`, found by their usual names. */
export function articleTable(leads: Table): Table {
  const rows = articleRules.map(([names, ...rule]) => [leads.headings[columnOf(leads, names.split(","))], ...rule]);
  return { name: "rules", headings: ["field", "operator", "value", "points"], rows };
}
