// How the SaaS set's “LTV +30 %” follows from a longer customer lifetime.

import { column } from "../../formula/column";
import { call, cell, literalText, type Figure, type Term } from "../../formula/term";
import { keyOfWord } from "../any-language";
import { gap, grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { goalsTableName, type GoalRow } from "./row";

const ids = { before: "goals.lifetime.before", after: "goals.lifetime.after" } as const;

/** The lifetimes of the LTV goal and what they give; nothing where there is no such goal. */
export function derivationBlocks(rows: readonly GoalRow[], { text }: SheetContext): readonly Block[] {
  const row = rows.find(({ goal }) => keyOfWord(goal, ({ goals }) => ({ ltv: goals.seeds.ltv.goal })) !== null);
  if (!row) return [];
  const words = text.goals;
  const { columns } = words;
  const ofGoal = (header: string, value: GoalRow["baseline"]): Term<Figure> => {
    const found = `INDEX(${column(goalsTableName, header, []).text},MATCH(${literalText(row.goal)},${column(goalsTableName, columns.goal, []).text},0))`;
    return call(`IFERROR(IF(ISNUMBER(${found}),${found},""),"")`, typeof value === "number" ? value : "");
  };
  const before = cell(ids.before, ofGoal(columns.baseline, row.baseline).value);
  const after = cell(ids.after, ofGoal(columns.target, row.target).value);
  const known = before.value !== "" && after.value !== "" && before.value > 0;
  const change = call(`IF(COUNT(${before.text},${after.text})<2,"",IF(${before.text}<=0,"",${after.text}/${before.text}-1))`, known ? Number(after.value) / Number(before.value) - 1 : "");
  const enough = call(`IF(ISNUMBER(${before.text}),${before.text}*1.3,"")`, before.value === "" ? "" : before.value * 1.3);
  const line = (label: string, term: Term, format: Format, id?: string): readonly Cell[] => [show("label", label, { across: 2 }), show("value", term, { format, ...(id ? { id } : {}) })];
  return [
    grid([[show("section", words.derivationTitle, { across: 11 })], [show("wrapped", words.derivationNote, { across: 11 })]], [24, 32]),
    grid([
      line(words.lifetimeBefore, ofGoal(columns.baseline, row.baseline), "decimal", ids.before),
      line(words.lifetimeAfter, ofGoal(columns.target, row.target), "decimal", ids.after),
      line(words.lifetimeChange, change, "change"),
      line(words.lifetimeEnough, enough, "decimal"),
    ]),
    gap(),
  ];
}
