// Who bought when, by DuckDB and by plain loops over the same rows.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectKind } from "../../src/crm/reading";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup } from "../../src/engine/rollup";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { importsOf } from "../everything";
import { describeWithShared } from "../shared-data";
import { awkwardOrders, cdnowOrders, wonDeals } from "./customers-made";
import { groupRows } from "./group-rows";
import { textsOf } from "./group-texts";

const folder = mkdtempSync(join(tmpdir(), "salesbook-customers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const day = (iso: string): Day => dayOfIso(iso)!;

interface Told {
  readonly object: ObjectKind;
  readonly text: string;
  readonly asOf: Day;
  readonly until: readonly Day[];
  readonly limits: Partial<RollupLimits>;
}

async function byDuckDb({ object, text, asOf, until, limits }: Told): Promise<unknown> {
  const path = join(folder, `${object}.csv`);
  writeFileSync(path, text);
  const engine = await duckFiles([path], { known: { object } });
  try {
    const { import: read } = await rollup(engine, await engine.table(path), { object, breaks: [], at: "2026-11-28T12:00:00Z", mostRows: 0, limits, customers: { asOf, until: () => until } });
    return textsOf(read)["customers"];
  } finally {
    await engine.close();
  }
}

function byLoops({ object, text, asOf, until, limits }: Told): unknown {
  return textsOf(groupRows(importsOf({ [object]: text })[0] as Import, { breaks: [], limits, customerDays: { asOf, until } }))["customers"];
}

const awkward = { object: "order", text: awkwardOrders, asOf: day("2026-06-30"), until: [day("2026-02-02"), day("2026-05-31"), day("2026-06-30")] } as const;
const won = { object: "deal", text: wonDeals, asOf: day("2026-06-30"), until: [day("2026-03-15"), day("2026-06-30")] } as const;

it.each<[string, Told]>([
  ["days of customers", { ...awkward, limits: {} }], ["a row for each customer", { ...awkward, limits: { customerDays: 0 } }], ["nothing of too many customers", { ...awkward, limits: { customerDays: 0, customers: 1 } }],
  ["days of those who won deals name", { ...won, limits: {} }], ["no rows where deals are in several currencies", { ...won, limits: { customerDays: 0 } }],
  ["a row for each where won deals are in one currency", { ...won, text: wonDeals.replaceAll("USD", "EUR"), limits: { customerDays: 0 } }],
  ["a row for each, of orders far ahead", { ...awkward, text: awkwardOrders.replace("Finn,,13", "Finn,2199-01-05,13"), asOf: day("2200-01-01"), until: [day("2199-12-31")], limits: { customerDays: 0 } }],
  ["nothing added up of orders without amounts", { ...awkward, text: awkwardOrders.split("\n").map((line) => line.split(",").slice(0, 3).join(",")).join("\n"), limits: { customerDays: 0 } }],
])("tells %s", async (_, told) => {
  const found = byLoops(told);
  expect(found).not.toBeNull();
  expect(await byDuckDb(told)).toEqual(found);
});

describeWithShared("the customers of CDNOW", () => {
  it.each([{}, { customerDays: 100 }])("are told by DuckDB as by loops with %j", async (limits) => {
    const told: Told = { object: "order", text: cdnowOrders(), asOf: day("1998-06-30"), until: ["1997-06-30", "1997-09-30", "1997-12-31", "1998-06-30"].map(day), limits };
    expect(await byDuckDb(told)).toEqual(byLoops(told));
  });
});

it("sums no customer up where one actual amount is vast, though the estimates are not", async () => {
  const text = ["Deal ID,Deal Name,Account Name,Stage,Est. Revenue,Actual Revenue,Actual Close Date", "1,a,Acme,Won,10,200000000000000,2026-01-05", "2,b,Acme,Won,20,,2026-01-06", "3,c,Bolt,Won,30,5,2026-03-05"].join("\n");
  const told: Told = { ...won, text, limits: { customerDays: 0 } };
  const found = await byDuckDb(told);
  expect(JSON.stringify(found)).toContain('"summaries":null');
});
