import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
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

it("tells once which sheet of a workbook was not read", async () => {
  const path = join(folder, "deals.xlsx");
  const sheets = { "Read me": utils.aoa_to_sheet([["Exported by Mia"]]), Deals: utils.aoa_to_sheet([["Deal Name", "Deal Stage", "Amount"], ["A", "Closed Won", 1], ["B", "Closed Lost", 2]]) };
  writeFileSync(path, write({ SheetNames: ["Read me", "Deals"], Sheets: sheets }, { type: "buffer", bookType: "xlsx" }));
  const request = requestOf(["metrics", path], voice)!;
  await metricsOf(request, await bring(request, emptyMemory, dayOfIso("2026-11-23")!, standIn(), voice), voice);
  expect(told.join("\n").match(/“Read me”/g)).toHaveLength(1);
});

it("tells once which currencies are not in the figures, of one file or several", async () => {
  const line = "Amounts in AUD, GBP are not in these figures, which are in EUR. A workbook asks for their rates on its sheet Setup.";
  const row = (id: number, currency: string) => `${id},A,Closed Won,1000,${currency},2026-01-0${id},2026-01-11`;
  expect(await printed([header, row(1, "EUR"), row(2, "EUR"), row(3, "EUR"), row(4, "AUD"), row(5, "AUD"), row(6, "GBP")].join("\n"))).toMatch(/^Won amount +3,000 EUR$/m);
  expect(told).toEqual([line]);
  told.length = 0;
  writeFileSync(join(folder, "more.csv"), [header, row(7, "AUD"), row(8, "AUD")].join("\n"));
  await printed([header, row(1, "EUR"), row(2, "EUR"), row(3, "EUR"), row(6, "GBP")].join("\n"), join(folder, "more.csv"));
  expect(told).toEqual([line]);
});
