// A stage history of made-up deals, by chance from a seed: forwards, back, skipped, twice, some rows without a day or a deal.

import { dayOf, isoOf, type Day } from "../../src/values";

export interface HistoryOptions {
  readonly withFrom?: boolean;
  readonly withDays?: boolean;
  /** No two rows of a deal on one day: their order is told by the days. */
  readonly isClear?: boolean;
  /** Every row has a deal and a day. */
  readonly isDated?: boolean;
}

/** As CSV, of deals `D1` to so many. */
export function historyText(deals: number, stages: readonly string[], { withFrom = false, withDays = false, isClear = false, isDated = isClear }: HistoryOptions = {}): string {
  let seed = 11;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const asOf = dayOf(2026, 11, 20) as number;
  const rows: string[][] = [];
  for (let deal = 1; deal <= deals; deal += 1) {
    let day = asOf - Math.floor(chance() * 500);
    let place = 0;
    let before = "";
    for (let step = 0; step < 9 && day <= asOf; step += 1) {
      const stage = stages[place]!;
      const isOdd = chance() < 0.02;
      rows.push([isOdd && !isDated ? "" : `D${deal}`, ...(withFrom ? [before] : []), chance() < 0.03 ? stage.toLowerCase() : stage, chance() < 0.02 && !isDated ? "" : isoOf(day as Day), ...(withDays ? [String(Math.floor(chance() * 40))] : [])]);
      before = stage;
      if (place >= stages.length - 2) break;
      day += (isClear ? 1 : 0) + Math.floor(chance() * 45);
      place = Math.min(stages.length - 1, Math.max(0, place + (chance() < 0.15 ? -1 : chance() < 0.15 ? 2 : chance() < 0.15 ? stages.length : 1)));
    }
  }
  const header = ["Deal ID", ...(withFrom ? ["From Stage"] : []), "To Stage", "Changed On", ...(withDays ? ["Days in Stage"] : [])];
  return [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
}
