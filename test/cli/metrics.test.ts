import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requestOf } from "../../src/cli/arguments";
import { bring } from "../../src/cli/bring";
import { metricsOf } from "../../src/cli/metrics";
import { voiceIn } from "../../src/cli/voice";
import { emptyMemory } from "../../src/sheets/memory";
import { dayOfIso } from "../../src/values";
import { standIn } from "./stand-in";

const folder = mkdtempSync(join(tmpdir(), "salesbook-metrics-"));
afterAll(() => { rmSync(folder, { recursive: true }); });
const told: string[] = [];
const voice = voiceIn("en", (line) => told.push(line));
beforeEach(() => { told.length = 0; });

async function printed(content: string, ...options: readonly string[]): Promise<string> {
  const path = join(folder, "deals.csv");
  writeFileSync(path, content);
  const request = requestOf(["metrics", path, ...options], voice);
  if (!request) throw new Error("no request");
  return metricsOf(request, await bring(request, emptyMemory, dayOfIso("2026-11-23")!, standIn(), voice), voice);
}

const header = "Deal ID,Deal Name,Stage,Amount,Currency,Create Date,Close Date";

it("says in which currency money is", async () => {
  const deals = `${header}\n1,A,Closed Won,1000.5,EUR,2026-01-01,2026-01-11\n2,B,Closed Won,2000,EUR,2026-01-01,2026-01-11\n3,C,Closed Lost,70,EUR,2026-01-01,2026-01-11\n`;
  const text = await printed(deals);
  expect(text).toMatch(/^Won amount +3,000\.50 EUR$/m);
  expect(text).toMatch(/^Sales velocity +[\d.,]+ EUR a day$/m);
  expect(JSON.parse(await printed(deals, "--json"))).toMatchObject({ asOf: "2026-11-23", currency: "EUR" });
});

it("names no currency where the export names none", async () => {
  const deals = `${header}\n1,A,Closed Won,1000,,2026-01-01,2026-01-11\n2,B,Closed Lost,2000,,2026-01-01,2026-01-11\n`;
  expect(await printed(deals)).toMatch(/^Won amount +1,000$/m);
  expect(JSON.parse(await printed(deals, "--json"))).toMatchObject({ currency: null });
});

it("tells what was noticed that may change a figure, and nothing else", async () => {
  await printed("My deals,,,,,,\n\n" + `${header},Mood\n1,=A,Closed Won,1000,EUR,2026-01-01,2026-01-11,good\n2,B,Closed Lost,a lot,EUR,2026-01-01,2026-01-11,bad\n2,B,Closed Lost,70,EUR,2026-01-01,2026-01-11,bad\nTotal,,,1070,,,,\n`);
  expect(told).toEqual([[
    `${join(folder, "deals.csv")}: this may change the figures:`,
    "  • Could not be read, so empty here: 1 cell in “Amount” (line 5, “a lot”). Correct the export, or choose another field for the column.",
    "  • The same record again: 1 row (line 6, “2”). Check for double entries in the CRM.",
  ].join("\n")]);
});

it("tells nothing of an export in order", async () => {
  await printed(`${header}\n1,A,Closed Won,1000,EUR,2026-01-01,2026-01-11\n2,B,Closed Lost,2000,EUR,2026-01-02,2026-01-11\n`);
  expect(told).toEqual([]);
});
