// Medians of histograms, and of more values than a histogram may have.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duckFiles } from "../../src/engine/duckdb";
import { EngineProblem, type Engine } from "../../src/engine/engine";
import { medianOf } from "../../src/engine/medians";
import { rollup } from "../../src/engine/rollup";
import type { Question } from "../../src/formula/question";

it("takes the middle value, or the mean of the two in the middle, of counted values", () => {
  expect(medianOf([[5, 1], [1, 2]])).toBe(1);
  expect(medianOf([[4, 2], [1, 2]])).toBe(2.5);
  expect(medianOf([])).toBeNull();
});

it("finds the median by halves where the values are too many for a histogram", async () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-median-"));
  const path = join(folder, "deals.csv");
  const amounts = Array.from({ length: 120_000 }, (_, at) => ((at * 7919) % 120_011) / 100 + 10);
  writeFileSync(path, ["Opportunity ID,Stage,Amount", ...amounts.map((amount, at) => `${at},${at % 3 === 0 ? "Closed Won" : "Closed Lost"},${amount.toFixed(2)}`)].join("\n"));
  const engine = await duckFiles([path], { known: { object: "deal" } });
  try {
    const { answer } = await rollup(withoutHistograms(engine), await engine.table(path), { object: "deal", breaks: [], at: "", mostRows: 0 });
    const won: Question = { object: "deal", ask: "median", field: "amount", where: [{ field: "outcome", operator: "is", operand: "won", isDay: false }] };
    const all: Question = { ...won, where: [] };
    const none: Question = { ...won, where: [{ field: "stage", operator: "is", operand: "nowhere", isDay: false }] };
    const answers = [...(await answer([won, all, none])).values()];
    expect(answers).toEqual([middleOf(amounts.filter((_, at) => at % 3 === 0)), middleOf(amounts), null]);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/** As if there were millions of values. */
function withoutHistograms(engine: Engine): Engine {
  return {
    ...engine,
    rows: (statement, most) => (/group by (?:"piece_of_\w+", )?"value_of_/.test(statement.sql) ? Promise.reject(new EngineProblem("too-many-rows", "", "")) : engine.rows(statement, most)),
  };
}

function middleOf(values: readonly number[]): number {
  const sorted = values.map((value) => Number(value.toFixed(2))).sort((left, right) => left - right);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
