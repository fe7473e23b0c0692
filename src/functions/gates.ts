// Custom function on the entry and exit criteria of stages.

import { checkGates, gatesOf, type Gate, type GateCriterion } from "../metrics/gates";
import { Refusal } from "../metrics/refusal";
import { saysNothing } from "../metrics/rules/reading";
import { isBlank, isErrorCell, shown, type Answer, type Cell, type Cells } from "./given/cells";
import { flag, wordKey } from "./given/choice";
import { readable, ruleLines } from "./given/rules";
import { columnOf, rowNumber, table, type Table } from "./given/table";

/**
 * Which entry and exit criteria a deal misses for the stage it is in: how many, one row a deal.
 * @customfunction GATECHECK
 * @param deals Deals with their headings, one of them the stage; one row a deal
 * @param criteria Criteria with headings: stage, gate (entry or exit), field, operator ("is not blank" if left out), value; stages in their order
 * @param [explain] TRUE adds the missed criteria and what is still needed to leave the stage
 * @returns A row for each deal: the number missed, with explain also which, and what is needed to move on. Lost deals stay blank
 */
export function GATECHECK(deals: Cells, criteria: Cells, explain: Cells): Answer {
  const given = table("deals", deals);
  const stage = columnOf(given, stageHeadings);
  const gates = gatesOf(criteriaIn(table("criteria", criteria), given));
  const isExplained = flag("explain", explain);
  return given.rows.map((row, at) => {
    const check = row.every(isBlank) ? null : checked(row, row[stage], given.headings[stage]!, rowNumber(at));
    if (check === null) return isExplained ? ["", "", ""] : [""];
    if (check instanceof Refusal) return isExplained ? [check, check, check] : [check];
    return isExplained ? [check.missed.length, saying(check.missed), saying(check.next)] : [check.missed.length];
  });

  function checked(row: readonly Cell[], cell: Cell, column: string, number: number) {
    const place = { argument: "deals", row: number };
    if (isErrorCell(cell)) return new Refusal("error-cell", { ...place, found: `${cell.code} (${column})` });
    if (isBlank(cell) || saysNothing(cell)) return new Refusal("blank-in", { ...place, column });
    return checkGates(row, shown(cell).trim(), gates, place);
  }
}

const stageHeadings = [
  "Stage", "Deal Stage", "Sales Stage", "Opportunity Stage", "Pipeline Stage", "Current Stage", "Stage Name", "Phase",
  "阶段", "商机阶段", "机会阶段", "销售阶段", "交易阶段", "所处阶段", "当前阶段", "项目阶段", "阶段名称",
];
const gateHeadings = ["gate", "entry/exit", "entry or exit", "type", "门", "关卡", "准入/准出", "准入准出", "类型"];
const gateWords: Readonly<Record<Gate, readonly string[]>> = {
  entry: ["entry", "enter", "in", "entrycriteria", "准入", "进入", "准入标准"], exit: ["exit", "leave", "out", "exitcriteria", "准出", "退出", "离开", "准出标准"],
};

/** A criterion with its gate in the user's own word. */
interface Criterion extends GateCriterion {
  readonly gateWord: string;
}

function criteriaIn(given: Table, deals: Table): readonly Criterion[] {
  const stage = columnOf(given, stageHeadings);
  const gate = columnOf(given, gateHeadings);
  return ruleLines(given, deals, "is not blank").map(({ row, cells, test }) => {
    const at = { argument: given.name, row };
    const name = shown(readable(cells[stage], at)).trim();
    if (name === "") throw new Refusal("blank-in", { ...at, column: given.headings[stage]! });
    const gateWord = shown(readable(cells[gate], at)).trim();
    return { ...test, stage: name, gate: gateOf(gateWord, given.headings[gate]!, at), gateWord };
  });
}

function gateOf(word: string, column: string, at: { readonly argument: string; readonly row: number }): Gate {
  const key = wordKey(word);
  if (key === "") throw new Refusal("blank-in", { ...at, column });
  if (gateWords.entry.includes(key)) return "entry";
  if (gateWords.exit.includes(key)) return "exit";
  throw new Refusal("no-word-in", { ...at, found: word, expected: "entry, exit" });
}

function saying(criteria: readonly Criterion[]): string {
  return criteria.map(({ stage, gateWord, says }) => `${stage} ${gateWord}: ${says}`).join("; ");
}
