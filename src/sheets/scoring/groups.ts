// Groups of rules, each with the cap that holds their points together.

import { averageifs } from "../../formula/aggregate";
import { column, thisRow, type Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { call, cell, literal, type Figure } from "../../formula/term";
import { cutByCap } from "../../metrics/rules/live";
import type { CellValue } from "../../values";
import { isTyped } from "../any-language";
import type { SheetContext } from "../context";
import { rulesTableName, scoresTableName } from "./names";
import type { RuleRow } from "./rule-rows";
import { sumOf, type CountedRule, type ScoreGroup } from "./score-parts";

/** Excel takes texts of up to 255 characters in a formula. */
const longestName = 200;

/** Groups with a name, each with what its cap takes off. */
export function groupsOf(counted: readonly CountedRule[], rows: readonly RuleRow[], count: number, { text }: SheetContext): readonly ScoreGroup[] {
  const words = text.scoring.rules;
  const named = counted.map(({ row }) => row.group).filter(isTyped).map(String).filter(({ length }) => length <= longestName);
  const groupNames = named.filter((name, at) => named.findIndex((one) => groupKey(one) === groupKey(name)) === at);
  const written = column(rulesTableName, words.group, []);
  const groupColumn: Column = { text: `TRIM(${written.text})`, values: rows.map(({ group }) => groupKey(group)), isArray: true };
  const capColumn = column(rulesTableName, words.cap, rows.map(({ cap }) => cap));
  return groupNames.map((name, at): ScoreGroup => {
    const code = `C${at + 1}`;
    const rules = counted.filter(({ row }) => groupKey(row.group) === groupKey(name));
    const cap = averageifs(capColumn, is(groupColumn, literal(groupKey(name))));
    const said = `${text.scoring.separator}${text.scoring.capOf(name)} `;
    const capCell = cell<Figure>(`score.${code}.cap`, cap.value);
    const parts = rules.map((rule) => thisRow(scoresTableName, rule.code)).join(",");
    const cuts = Array.from({ length: count }, (_, row) => cutByCap(capCell, call(`SUM(${parts})`, sumOf(rules, row))));
    return { code, name, kind: rules[0]?.kind ?? "engagement", rules, cap, said: literal(said), capCell, saidCell: cell(`score.${code}.said`, said), cuts };
  });
}

/** As TRIM and a comparison without regard to case have it. */
function groupKey(group: CellValue): string {
  return String(group ?? "").replace(/ +/g, " ").trim().toLowerCase();
}
