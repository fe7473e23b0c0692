// Outcomes of deals as words: won, lost, open, or the stage a deal is in.

import { headerKey } from "../../crm/headers/key";
import type { Outcome } from "../../crm/objects/deal";
import { outcomeOfWord } from "../../crm/outcome";
import { Refusal, shown } from "../../metrics/refusal";
import type { Cell, Cells } from "./cells";
import { grid, type Grid } from "./grid";
import { unlessNothing } from "./rows";

/** What a column of stages is called. */
export const stageHeadings: readonly string[] = ["Stage", "Deal Stage", "Sales Stage", "Opportunity Stage", "Pipeline Stage", "Current Stage", "Stage Name", "阶段", "商机阶段", "机会阶段", "销售阶段", "交易阶段", "当前阶段"];
/** What a column of outcomes beside the stages is called. */
export const statusHeadings: readonly string[] = ["Status", "Deal Status", "Result", "Won/Lost", "状态", "商机状态", "成交结果"];
/** The same in our own workbook, where it tells more than a status of the CRM. */
export const outcomeHeadings: readonly string[] = ["Outcome", "结果"];

/** An outcome in every cell; a heading in the first row and placeholders count as blank. */
export function outcomesOf(name: string, cells: Cells): Grid<Outcome> {
  return grid(name, cells, unlessNothing((cell, at) => {
    if (at.row === 1 && isStageHeading(cell)) return null;
    return outcomeSaid(shown(cell)) ?? new Refusal("no-outcome", { ...at, found: shown(cell) });
  }));
}

/**
 * What a word says; the name of a stage that says neither won nor lost is open. Null where it says nothing: `closed`
 * without how, yes and no, numbers, a letter or two.
 */
function outcomeSaid(word: string): Outcome | null {
  const said = outcomeOfWord(word) ?? (NAME.test(word) ? "open" : null);
  return said === "closed" ? null : said;
}

const NAME = /^(?!(?:true|false|yes)$).*(?:\p{L}{3}|\p{Script=Han}{2})/iu;

/** `Stage`, `Status`, `Won/Lost`, `阶段`. */
export function isStageHeading(cell: Cell): boolean {
  return typeof cell === "string" && headings.has(headerKey(cell));
}

const headings: ReadonlySet<string> = new Set([...stageHeadings, ...statusHeadings, ...outcomeHeadings].map(headerKey));
