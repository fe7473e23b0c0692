// How long does a deal take? Mean or median, won or all closed, from created or from the first stage.

import { countifs, sumifs } from "../../formula/aggregate";
import { is, isFilled, than, type Criterion } from "../../formula/criteria";
import { add, literal, subtract } from "../../formula/term";
import { outcomeIs, type DealModel } from "../deals";
import { winsTwice } from "../funnel";
import type { FirstEntries, MoveTable, StageRow } from "../model";
import { within, type Period } from "../period";
import { comparedMean, comparedMedian, quotient, type Compared } from "./definition";

export const cycleIds = ["wonMean", "wonMedian", "closedMean", "closedMedian", "firstStage", "everMean", "everMedian"] as const;
export type CycleId = (typeof cycleIds)[number];

/** Calendar days from created to closed of deals closed in the period, unless said otherwise. Source: product research §8. */
export function salesCycles(model: DealModel, period: Period): readonly Compared<CycleId>[] {
  const { cycle, closed } = model.deals.columns;
  const inPeriod = within(closed, period);
  const won = outcomeIs(model, "won");
  return [
    comparedMean("wonMean", cycle, won, ...inPeriod),
    comparedMedian("wonMedian", cycle, won, ...inPeriod),
    comparedMean("closedMean", cycle, ...inPeriod),
    comparedMedian("closedMedian", cycle, ...inPeriod),
    ...(model.moves ? fromFirstStage(model, model.moves, period) : []),
    comparedMean("everMean", cycle, won),
    comparedMedian("everMedian", cycle, won),
  ];
}

/** Mean days from entering the first known stage to entering a won one, entered in the period; by stage history. */
function fromFirstStage(model: DealModel, moves: MoveTable, period: Period): readonly Compared<CycleId>[] {
  const { stages } = model;
  const won = stages.rows.filter(({ outcome }) => outcome === "won");
  if (won.length === 0) return [];
  if (moves.first && winsTwice(model, moves.first)) return [];
  if (moves.first) return firstStageInGroups(won, moves.first, period);
  const criteria = (stage: string): readonly Criterion[] => [
    is(moves.stage, literal(stage)), than(moves.firstEntry, "=", literal(1)), ...within(moves.entered, period), isFilled(moves.cohort),
  ];
  const count = add(...won.map(({ stage }) => countifs(...criteria(stage))));
  const entered = add(...won.map(({ stage }) => sumifs(moves.entered, ...criteria(stage))));
  const first = add(...won.map(({ stage }) => sumifs(moves.cohort, ...criteria(stage))));
  return [quotient("firstStage", subtract(entered, first), count, count)];
}

function firstStageInGroups(won: readonly StageRow[], { entered }: FirstEntries, period: Period): readonly Compared<CycleId>[] {
  const criteria = (stage: string): readonly Criterion[] => [is(entered.stage, literal(stage)), ...within(entered.on, period), isFilled(entered.cohort)];
  const count = add(...won.map(({ stage }) => countifs(...criteria(stage))));
  return [quotient("firstStage", add(...won.map(({ stage }) => sumifs(entered.since, ...criteria(stage)))), count, count)];
}
