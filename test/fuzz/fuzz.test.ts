import { areas } from "./areas";
import { batchSize, tryBatch, type Failure } from "./attempts";

/** Inputs of each area in the normal run, the same each time; `npm run fuzz` tries others. */
const inputs: Readonly<Record<string, number>> = { text: 800, bytes: 800, clipboard: 800, xlsx: 400, book: 20, recall: 100, rollup: 3000, template: 1000, functions: 4000, files: 60 };

it.each(areas.map((area) => [area.name, area] as const))("meets any %s with an answer or a sentence", async (name, area) => {
  const failures: Failure[] = [];
  const count = inputs[name] ?? 0;
  let tried = 0;
  for (let seed = 1; tried < count; seed++) {
    const size = Math.min(batchSize, count - tried);
    failures.push(...(await tryBatch(area, seed, size)).failures);
    tried += size;
  }
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(0);
});
