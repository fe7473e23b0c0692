// How time and memory grow with the rows, from a thousand to a million.

import { count, exponent, megabytes, seconds } from "./figures";
import type { Measure } from "./measure";
import { table } from "./table";
import type { Measured, Task } from "./task";

const sizes = (process.env["BENCH_ROWS"] ?? "1000,10000,100000,1000000").split(",").map(Number);

const grown = [
  { task: "read", what: "Read: text to records" },
  { task: "report", what: "Measure: records to formulas with their values" },
  { task: "build", what: "Build: text to the .xlsx" },
  { task: "refresh", what: "Refresh: the .xlsx and next week's text to the .xlsx" },
] as const satisfies readonly { readonly task: Task; readonly what: string }[];

/** What was measured of one task, size by size. */
export interface Growth {
  readonly what: string;
  readonly sizes: readonly { readonly rows: number; readonly measured: Measured }[];
}

export function growths(measure: Measure): readonly Growth[] {
  return grown.map(({ task, what }) => ({ what, sizes: sizes.map((rows) => ({ rows, measured: measure(task, rows) })) }));
}

/** The lines of the results. */
export function growthLines(all: readonly Growth[]): string[] {
  return [
    "## As rows grow", "",
    "Deals × 12 columns with dashboard, goals, funnel and journey. The exponent is the power of the rows that time grew with since the row above: 1 is linear, less is a part that does not grow. Memory is of the whole process, the text it reads included (for a refresh, the build before it too).", "",
    ...all.flatMap(({ what, sizes: measured }) => [
      `### ${what}`, "",
      ...table(["Rows", "Time", "Exponent", "Memory", "Exponent"], measured.map(({ rows, measured: { ms, peak } }, at) => {
        const before = measured[at - 1];
        const since = (now: number, then: number) => (before ? exponent(now, then, rows, before.rows).toFixed(2) : "");
        return [count(rows), seconds(ms), since(ms, before?.measured.ms ?? 0), megabytes(peak), since(peak, before?.measured.peak ?? 0)];
      })), "",
    ]),
  ];
}
