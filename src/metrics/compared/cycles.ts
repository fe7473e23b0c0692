// How long does a deal take? Mean or median, won or all closed, from created or from the first stage.

import { countifs, sumifs } from "../../formula/aggregate";
import { is, isFilled, than, type Criterion } from "../../formula/criteria";
import { add, literal, subtract } from "../../formula/term";
import { outcomeIs, type DealModel } from "../deals";
import type { FirstEntries, MoveTable, StageRow } from "../model";
import type { Period } from "../period";
import { meanOf, medianOf, quotient, within, type Compared } from "./definition";

export const cycleIds = ["wonMean", "wonMedian", "closedMean", "closedMedian", "firstStage", "everMean", "everMedian"] as const;
export type CycleId = (typeof cycleIds)[number];

/** Calendar days from created to closed of deals closed in the period, unless said otherwise. Source: product research §8. */
export function salesCycles(model: DealModel, period: Period): readonly Compared<CycleId>[] {
  const { cycle, closed } = model.deals.columns;
  const inPeriod = within(closed, period);
  const won = outcomeIs(model, "won");
  return [
    meanOf("wonMean", cycle, won, ...inPeriod),
    medianOf("wonMedian", cycle, won, ...inPeriod),
    meanOf("closedMean", cycle, ...inPeriod),
    medianOf("closedMedian", cycle, ...inPeriod),
    ...(model.moves ? fromFirstStage(model, model.moves, period) : []),
    meanOf("everMean", cycle, won),
    medianOf("everMedian", cycle, won),
  ];
}

/** Mean days from entering the first known stage to entering a won one, entered in the period; by stage history. */
function fromFirstStage({ stages }: DealModel, moves: MoveTable, period: Period): readonly Compared<CycleId>[] {
  const won = stages.rows.filter(({ outcome }) => outcome === "won");
  if (won.length === 0) return [];
  // Groups tell of each stage alone: a deal that entered two won ones would count twice.
  if (moves.first && won.length > 1) return [];
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
