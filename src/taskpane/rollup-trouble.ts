// A rollup that cannot be used, here or as the workbook's Setup now asks for it.

import type { RollupProblem } from "../rollup-file";

/** What is wrong with a rollup, beyond what is wrong with its file. */
export type RollupFault = RollupProblem["problem"] | "unanswered" | "older" | "twice" | "too-long";

/** As data: the pane says it in the user's language. */
export interface RollupTroubled {
  readonly file: string;
  readonly fault: RollupFault;
  readonly where: string;
}

/** The same thrown, where what is asked for cannot be made from it. */
export class RollupTrouble extends Error {
  constructor(readonly rollup: RollupTroubled) {
    super(`rollup ${rollup.fault}: ${rollup.file}`);
  }
}
