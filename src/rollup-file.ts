// A rollup in a file: exports already read, some of them groups of records, as JSON text that the pane and the command line take back.

import { looksLikeRollup } from "./rollup-file/looks";
import { readWhole } from "./rollup-file/read";
import { Damaged } from "./rollup-file/parts";
import { tablePart } from "./rollup-file/write";
import type { Import } from "./sheets/data/import";
import { isoOf, type Day } from "./values";

/** What a rollup file holds. */
export interface RollupFile {
  /** The day its groups are cut at; a workbook made from it is as of this day unless another is asked for. */
  readonly asOf: Day;
  /** As each was read by itself: names are not yet joined. */
  readonly imports: readonly Import[];
  /** Names of a list of products, to check deals by. */
  readonly products: readonly string[];
}

export const rollupProblems = ["not-a-rollup", "newer", "cut-off", "damaged", "lengths"] as const;

/** Why a file is no rollup that can be used: said to the user, never thrown. */
export interface RollupProblem {
  readonly problem: (typeof rollupProblems)[number];
  /** The part of the file that is wrong, such as `tables[0].columns.amount`; "" where it is the whole. */
  readonly where: string;
}

/** The version this program writes, and the newest it reads. */
const rollupVersion = 1;

/** True for what `readRollup` gives when the text is no rollup. */
export function isRollupProblem(result: RollupFile | RollupProblem): result is RollupProblem {
  return "problem" in result;
}

/** The as-of day, then the moment its groups were made: of two rollups of the same records the one with the greater text is newer. */
export function madeAt({ asOf, imports }: Pick<RollupFile, "asOf" | "imports">): string {
  const moments = imports.flatMap(({ reading: { groups } }) => (groups ? [momentOf(groups.origin.at)] : []));
  return `${String(asOf).padStart(8, "0")} ${moments.sort().at(-1) ?? ""}`;
}

/** In one way of writing, so that it sorts as a text. */
function momentOf(at: string): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? at : moment.toISOString();
}

/** The text of a rollup file. */
export function rollupText({ asOf, imports, products }: RollupFile): string {
  return `${JSON.stringify({ salesbook: "rollup", version: rollupVersion, asOf: isoOf(asOf), products, tables: imports.map(tablePart) })}\n`;
}

/** The rollup in a text, or why there is none. */
export function readRollup(text: string): RollupFile | RollupProblem {
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: looksLikeRollup(text) ? "cut-off" : "not-a-rollup", where: "" };
  }
  try {
    return readWhole(whole, rollupVersion);
  } catch (error) {
    if (error instanceof Damaged) return { problem: error.problem, where: error.where };
    throw error;
  }
}
