// The stages of a funnel: in the order given, or plain from their names.

import { leadingNumber, outcomeOfWord } from "../../crm/outcome";
import type { Outcome } from "../../crm/objects/deal";
import type { FunnelStage } from "../../metrics/model";
import { refuse, Refusal, shown } from "../../metrics/refusal";
import { optional, type Cell, type Cells } from "./cells";
import { all, grid, type Grid } from "./grid";
import { isStageHeading, outcomesOf } from "./outcomes";
import { belowHeading, columnsOf, fullRows, unlessNothing, upright } from "./rows";

/** Stages in a column; placeholders count as blank, numbers are refused. */
export function stagesIn(name: string, cells: readonly Cell[]): Grid<string> {
  return grid(name, upright(cells), unlessNothing((cell, at) => (typeof cell === "string" && /\p{L}/u.test(cell) ? cell.trim() : new Refusal("no-stage", { ...at, found: shown(cell) }))));
}

/**
 * Open stages in their order, then won and lost ones: those listed, else those that occur, by the numbers they begin with;
 * with counts, as they come but for lost ones. Refused where a stage has no place.
 */
export function stagesOf(order: Cells, occurring: readonly { readonly stage: string; readonly row: number }[], hasCounts: boolean): readonly FunnelStage[] {
  const stages = new Map(listed(order).map((one) => [one.stage.toLowerCase(), one]));
  const isListed = stages.size > 0;
  for (const { stage, row } of occurring) {
    const key = stage.toLowerCase();
    if (stages.has(key)) continue;
    const said = outcomeOfWord(stage) ?? "open";
    const outcome = isListed || !hasCounts || said === "lost" ? said : "open";
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
  const columns = columnsOf(given);
  const first = columns[0]![0];
  // Deals may be in a stage called Order; above a list it is the heading.
  const [names, ends] = isStageHeading(first) || /^(?:order|顺序)$/i.test(shown(first)) ? columns.map(belowHeading) : columns;
  const outcomes = ends && all(outcomesOf("order", upright(ends)));
  return fullRows<{ stage: string }>({ stage: stagesIn("order", names!) }).map(({ row, stage }) => {
    const said = outcomes?.[row - 1] ?? outcomeOfWord(stage) ?? "open";
    return { stage, outcome: said === "closed" ? "open" : said };
  });
}

function byNumber(stages: readonly FunnelStage[]): readonly FunnelStage[] {
  const numbers = stages.map(({ stage }) => leadingNumber(stage));
  if (stages.length > 1 && (numbers.includes(null) || new Set(numbers).size < stages.length)) refuse("no-stage-order", "order");
  return [...stages].sort((a, b) => leadingNumber(a.stage)! - leadingNumber(b.stage)!);
}
