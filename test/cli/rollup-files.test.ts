import { newestOf, type RollupRead } from "../../src/cli/rollup-files";
import { voiceIn } from "../../src/cli/voice";
import { dayOfIso } from "../../src/values";

/** A rollup file of some objects, made for a day. */
function rollup(path: string, day: string, ...objects: readonly string[]): RollupRead {
  const imports = objects.map((object) => ({ recognition: { object }, reading: {} })) as unknown as RollupRead["imports"];
  return { path, file: { asOf: dayOfIso(day)!, imports, products: [] }, imports };
}

function used(...rollups: readonly RollupRead[]): { readonly used: readonly string[]; readonly told: readonly string[] } {
  const told: string[] = [];
  const newest = newestOf(rollups, voiceIn("en", (line) => told.push(line)));
  return { used: newest.map(({ path, imports }) => `${path}: ${imports.map(({ recognition }) => recognition.object).join(", ")}`), told };
}

it("says of an older rollup only what is not used of it", () => {
  const rollups = [rollup("october.json", "2026-10-31", "deal", "lead", "account"), rollup("november.json", "2026-11-30", "deal", "account")];
  const told = ["october.json: its deals, accounts are not used, since november.json has them and is not older."];
  for (const order of [rollups, [...rollups].reverse()]) expect(used(...order)).toEqual({ used: ["november.json: deal, account", "october.json: lead"], told });
});

it("says which newer rollup has what, where there are several", () => {
  expect(used(rollup("a.json", "2026-10-01", "deal", "lead"), rollup("b.json", "2026-10-02", "deal"), rollup("c.json", "2026-10-03", "lead")).told).toEqual([
    "a.json: its deals are not used, since b.json has them and is not older.",
    "a.json: its leads are not used, since c.json has them and is not older.",
  ]);
});

it("takes the first of two that are equally new", () => {
  expect(used(rollup("first.json", "2026-10-01", "deal"), rollup("second.json", "2026-10-01", "deal"))).toEqual({
    used: ["first.json: deal", "second.json: "],
    told: ["second.json: its deals are not used, since first.json has them and is not older."],
  });
});
