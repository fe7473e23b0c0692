// Outcomes of deals as words: won, lost, open, or the stage a deal is in.

import { headerKey } from "../../crm/headers/key";
import type { Outcome } from "../../crm/objects/deal";
import { outcomeOfWord } from "../../crm/outcome";
import { Refusal, shown } from "../../metrics/refusal";
import type { Cell, Cells } from "./cells";
import { grid, type Grid } from "./grid";
import { unlessNothing } from "./rows";

/** What a column of stages is called. */
export const stageHeadings: readonly string[] = ["Stage", "Deal Stage", "Sales Stage", "Opportunity Stage", "Pipeline Stage", "Current Stage", "Stage Name", "Pipeline Phase", "阶段", "商机阶段", "机会阶段", "销售阶段", "交易阶段", "交易所处阶段", "当前阶段"];
/** What a column of outcomes beside the stages is called. */
export const statusHeadings: readonly string[] = ["Won/Lost", "Deal Status", "Status", "Result", "商机状态", "状态", "成交结果"];
/** The same in our own workbook, where it tells more than a status of the CRM. */
export const outcomeHeadings: readonly string[] = ["Outcome", "结果"];

/** An outcome in every cell; a heading in the first row (`Is won?`, `Lost reason`, `Won or lost`) and placeholders count as blank. */
export function outcomesOf(name: string, cells: Cells): Grid<Outcome> {
  let isFirst = true;
  return grid(name, cells, unlessNothing((cell, at) => {
    const isHeading = at.row === 1 && (isStageHeading(cell) || (isFirst && headingOfOutcomes.test(shown(cell))));
    isFirst = false;
    if (isHeading) return null;
    return outcomeSaid(shown(cell)) ?? new Refusal("no-outcome", { ...at, found: shown(cell) });
  }));
}

/**
 * What a word says; the name of a stage that says neither won nor lost is open. Null where it says nothing: `closed`
 * without how, yes and no, numbers, a letter or two.
 */
function outcomeSaid(word: string): Outcome | null {
  const said = outcomeOfWord(word) ?? (nameOfOutcome.test(word) ? "open" : null);
  return said === "closed" ? null : said;
}

const nameOfOutcome = /^(?!(?:true|false|yes)$).*(?:\p{L}{3}|\p{Script=Han}{2})/iu;

/** What says won or lost in the first cell, above the words: a question, a property of the deal, or both in one; not `Lost (won by others)`. */
const headingOfOutcomes = /[?？]$|^is(?: |won|closed)|^是否|(?:reason|date|status|outcome|result|原因|情况|状态)$|(?:w[io]n|赢)(?:\P{L}|[acdelnors单或])*(?:los|[输丢])|lost.(?:or )?won|输赢/iu;

/** `Stage`, `Step`, `Status`, `Won/Lost`, `阶段`. */
export function isStageHeading(cell: Cell): boolean {
  return typeof cell === "string" && headings.has(headerKey(cell));
}

const headings: ReadonlySet<string> = new Set([...stageHeadings, ...statusHeadings, ...outcomeHeadings, "Stages", "Step", "Phase", "Funnel Stage", "步骤", "阶段名称"].map(headerKey));
