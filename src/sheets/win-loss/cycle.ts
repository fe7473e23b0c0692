// How long does it take to win, and to lose, in all and in each stage?

import { countifs } from "../../formula/aggregate";
import { isFilled } from "../../formula/criteria";
import { add, type Term } from "../../formula/term";
import { cycleDeals, meanCycle, medianCycle } from "../../metrics/sales-cycle";
import type { StageTime } from "../../metrics/stage-times";
import type { CellValue } from "../../values";
import { gap, grid, show, type Block } from "../block";
import type { Format } from "../plan";
import { figures, fixed, reportTable } from "../report-table";
import { isUntold, stageTimesOf } from "../stage-stays";
import { across, saying, section, winLossNames, type WinLossParts } from "./parts";

export function cycleBlocks(parts: WinLossParts): readonly Block[] {
  const { model, words, context } = parts;
  const known = countifs(isFilled(model.deals.columns.cycle));
  if (known.value === 0) return [saying(words.cycleTitle, words.noCycle), ...stageBlocks(parts)];
  const headers = words.outcome;
  const { outcome } = context.text.tables;
  const each = ["won", "lost", null] as const;
  const counts: readonly Term[] = [cycleDeals(model, "won"), cycleDeals(model, "lost"), add(cycleDeals(model, "won"), cycleDeals(model, "lost"))];
  return [
    section(words.cycleTitle, words.cycleNote),
    reportTable(winLossNames.cycle, headers.outcome, [
      fixed(headers.outcome, "text", [outcome.won, outcome.lost, headers.both]),
      figures(headers.deals, "count", counts),
      figures(headers.mean, "decimal", each.map((one) => meanCycle(model, one))),
      figures(headers.median, "decimal", each.map((one) => medianCycle(model, one))),
    ]),
    ...stageBlocks(parts),
  ];
}

function stageBlocks({ context, model, words }: WinLossParts): readonly Block[] {
  const [won, lost] = (["won", "lost"] as const).map((outcome) => stageTimesOf(context, model, outcome));
  const missing = isUntold(context, model) ? context.text.tables.groups.noStays : words.noHistory;
  const headers = words.stages;
  const stages = model.stages.rows.filter(({ outcome, stage }) => outcome === "open" && (won?.has(stage.toLowerCase()) === true || lost?.has(stage.toLowerCase()) === true));
  if (stages.length === 0) return [grid([[show("note", missing, { across })]], [18])];
  const of = (header: string, format: Format, times: ReadonlyMap<string, StageTime> | null | undefined, figure: keyof StageTime) =>
    fixed(header, format, stages.map(({ stage }): CellValue => times?.get(stage.toLowerCase())?.[figure] ?? null));
  return [
    gap(),
    reportTable(winLossNames.stages, headers.stage, [
      fixed(headers.stage, "text", stages.map(({ stage }) => stage)),
      of(headers.won, "count", won, "deals"), of(headers.wonMean, "decimal", won, "mean"), of(headers.wonMedian, "decimal", won, "median"),
      of(headers.lost, "count", lost, "deals"), of(headers.lostMean, "decimal", lost, "mean"), of(headers.lostMedian, "decimal", lost, "median"),
    ]),
  ];
}
