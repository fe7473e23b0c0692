// The stages of a funnel: in the order given, or plain from their names.

import { leadingNumber, outcomeOfWord } from "../../crm/outcome";
import type { Outcome } from "../../crm/objects/deal";
import type { FunnelStage } from "../../metrics/model";
import { refuse } from "../../metrics/refusal";
import { optional, type Cell, type Cells } from "./cells";
import { all, grid, type Grid } from "./grid";
import { isStageHeading, outcomesOf } from "./outcomes";
import { columnsOf, fullRows, unlessNothing, upright } from "./rows";

/** Names in a column; its heading and placeholders count as blank. */
export function namesIn(name: string, cells: readonly Cell[]): Grid<string> {
  return grid(name, upright(cells), unlessNothing((cell, { row }) => (row === 1 && cells.length > 1 && isStageHeading(cell) ? null : String(cell).trim())));
}

/**
 * Open stages in their order, then won and lost ones: those listed, else those that occur, by the numbers they begin with;
 * with counts, as they come. Refused where a stage has no place.
 */
export function stagesOf(order: Cells, occurring: readonly { readonly stage: string; readonly row: number }[], hasCounts: boolean): readonly FunnelStage[] {
  const stages = new Map(listed(order).map((one) => [one.stage.toLowerCase(), one]));
  const isListed = stages.size > 0;
  for (const { stage, row } of occurring) {
    const key = stage.toLowerCase();
    if (stages.has(key)) continue;
    const outcome = isListed || !hasCounts ? (outcomeOfWord(stage) ?? "open") : "open";
    if (outcome === "closed" || (isListed && outcome === "open")) refuse(outcome === "open" ? "unknown-stage" : "no-outcome", "stages", { row, found: stage });
    stages.set(key, { stage, outcome });
  }
  const of = (outcome: Outcome) => [...stages.values()].filter((one) => one.outcome === outcome);
  return [...(isListed || hasCounts ? of("open") : byNumber(of("open"))), ...of("won"), ...of("lost")];
}

/** The stages listed, with their outcomes by a second column or their names; a listed `Close` is a stage. */
function listed(order: Cells): readonly FunnelStage[] {
  const given = optional("order", order);
  if (!given) return [];
  const [names, ends] = columnsOf(given);
  const outcomes = ends && all(outcomesOf("order", upright(ends)));
  return fullRows<{ stage: string }>({ stage: namesIn("order", names!) }).map(({ row, stage }) => {
    const said = outcomes?.[row - 1] ?? outcomeOfWord(stage) ?? "open";
    return { stage, outcome: said === "closed" ? "open" : said };
  });
}

function byNumber(stages: readonly FunnelStage[]): readonly FunnelStage[] {
  const numbers = stages.map(({ stage }) => leadingNumber(stage));
  if (stages.length > 1 && (numbers.includes(null) || new Set(numbers).size < stages.length)) refuse("no-stage-order", "order");
  return [...stages].sort((a, b) => leadingNumber(a.stage)! - leadingNumber(b.stage)!);
}
