// The model measures are computed from, made of columns at hand instead of a workbook's tables.

import type { Outcome } from "../crm/objects/deal";
import { column } from "../formula/column";
import { literal } from "../formula/term";
import { completeMonthEnd, type CellValue, type Day } from "../values";
import type { DealModel } from "./deals";
import type { MoveTable, StageRow } from "./model";

/** Columns of deals, as many as a measure needs; those not given are empty. */
export interface GivenDeals {
  readonly stage?: readonly (string | null)[];
  readonly outcome?: readonly Outcome[];
  readonly amount?: readonly (number | null)[];
  readonly probability?: readonly (number | null)[];
  /** Days from created to closed. */
  readonly cycle?: readonly (number | null)[];
  readonly closed?: readonly (Day | null)[];
}

export interface GivenAround {
  readonly stages?: readonly StageRow[];
  readonly moves?: MoveTable | null;
  readonly asOf?: Day;
  /** The first and the last day of the window. */
  readonly window?: readonly [Day, Day];
  /** What the won step is called where no stage is. */
  readonly won?: string;
}

/** The model of these columns, which have one length. */
export function dealModelOf(given: GivenDeals, { stages = [], moves = null, asOf = 1 as Day, window = [1 as Day, 2_958_465 as Day], won = "Won" }: GivenAround = {}): DealModel {
  const outcomeWords = { open: "Open", won, lost: "Lost" };
  const count = Math.max(...Object.values(given).map((values: readonly unknown[]) => values.length), 0);
  const none = column("Deals", "", new Array<null>(count).fill(null));
  const of = (header: string, values?: readonly CellValue[]) => (values ? column("Deals", header, values) : none);
  const ofStages = (header: string, value: (row: StageRow) => CellValue) => column("Stages", header, stages.map(value));
  const { amount, probability } = given;
  return {
    settings: {
      asOf: literal(asOf), windowStart: literal(window[0]), windowEnd: literal(window[1]), lastMonthEnd: literal(completeMonthEnd(asOf)),
      noActivityDays: literal(30), fiscalYearStart: literal(1),
    },
    words: { outcome: outcomeWords, yes: "Yes", no: "No" },
    stages: {
      name: "Stages", rows: stages, stage: ofStages("Stage", (row) => row.stage), outcome: ofStages("Outcome", (row) => outcomeWords[row.outcome]),
      probability: ofStages("Probability", (row) => row.probability), longestStay: none, targetConversion: none,
    },
    deals: {
      name: "Deals", count, hasProbability: true, has: { stageSince: false, due: false },
      columns: {
        id: none, owner: none, created: none, due: none, stageSince: none, lastActivity: null, source: null, lostReason: null,
        stage: of("Stage", given.stage), outcome: of("Outcome", given.outcome?.map((one) => outcomeWords[one])), amount: of("Amount", amount), probability: of("Probability", probability),
        weighted: of("Weighted amount", amount && probability && amount.map((value, row) => weighted(value, probability[row] ?? null))), closed: of("Close date", given.closed), cycle: of("Cycle days", given.cycle),
      },
    },
    moves, leads: null, reps: [], completeness: [], completenessTable: { object: "", cells: "", missing: "", notYet: "" },
  };
}

/** A stage of which nothing is known but its outcome. */
export function stageRow(stage: string, outcome: Outcome): StageRow {
  return { stage, outcome, probability: null, targetConversion: null, entryCriteria: null, exitCriteria: null, longestStay: null };
}

/** Amount × probability of a deal; null where either is unknown. */
export function weighted(amount: number | null, probability: number | null): number | null {
  return amount === null || probability === null ? null : amount * probability;
}
