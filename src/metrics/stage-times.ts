// How many days did won and lost deals spend in each stage?

import { medianOf } from "../formula/aggregate";
import type { Figure } from "../formula/term";
import type { CellValue } from "../values";

/** A stay in a stage: whose, where, how long; columns of the stage history. */
export interface StageStays {
  readonly deal: readonly CellValue[];
  readonly stage: readonly CellValue[];
  readonly days: readonly CellValue[];
}

export interface StageTime {
  readonly deals: number;
  readonly mean: Figure;
  readonly median: Figure;
}

/** Days of each deal in each stage, several stays added up, of the deals that `counts` says; by stage in lower case. */
export function stageTimes({ deal, stage, days }: StageStays, counts: (deal: string) => boolean): ReadonlyMap<string, StageTime> {
  const byStage = new Map<string, Map<string, number>>();
  for (let row = 0; row < stage.length; row += 1) {
    const [whose, where, long] = [deal[row], stage[row], days[row]];
    if (typeof whose !== "string" || typeof where !== "string" || typeof long !== "number" || !counts(whose)) continue;
    const key = where.toLowerCase();
    let deals = byStage.get(key);
    if (!deals) byStage.set(key, (deals = new Map()));
    deals.set(whose, (deals.get(whose) ?? 0) + long);
  }
  return new Map([...byStage].map(([key, deals]) => [key, timeOf([...deals.values()])]));
}

function timeOf(days: readonly number[]): StageTime {
  const sum = days.reduce((total, each) => total + each, 0);
  return { deals: days.length, mean: sum / days.length, median: medianOf(Float64Array.from(days)) };
}
