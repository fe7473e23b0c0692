import { areas } from "./areas";
import { batchSize, tryBatch } from "./attempts";

/** Batches of each area in the normal run, the same each time; `npm run fuzz` tries others. */
const batches: Readonly<Record<string, number>> = { text: 8, bytes: 8, clipboard: 8, xlsx: 4, book: 0.1, recall: 1, rollup: 30, template: 10, functions: 40 };

it.each(areas.map((area) => [area.name, area] as const))("meets any %s with an answer or a sentence", async (name, area) => {
  const count = batches[name]!;
  const failures = [];
  for (let seed = 1; seed <= count; seed++) failures.push(...(await tryBatch(area, seed)).failures);
  expect(failures).toEqual([]);
  expect(count * batchSize).toBeGreaterThan(0);
});
