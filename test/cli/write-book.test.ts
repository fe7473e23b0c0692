// What ends the writing of a workbook is told as what it is.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { requestOf } from "../../src/cli/arguments";
import { build } from "../../src/cli/build";
import type { Engines } from "../../src/cli/engines";
import { refreshBook } from "../../src/cli/refresh";
import { voiceIn } from "../../src/cli/voice";
import { dayOfIso } from "../../src/values";
import { standIn } from "./stand-in";

const deals = resolve(__dirname, "../../templates/samples/salesforce-deals-en.csv");
const folder = mkdtempSync(join(tmpdir(), "salesbook-write-book-"));
const at = (name: string) => join(folder, name);
afterAll(() => { rmSync(folder, { recursive: true }); });

async function salesbook(words: readonly string[], engines: Engines = standIn()): Promise<readonly string[]> {
  const request = requestOf(words, voiceIn("en", () => undefined));
  if (!request) throw new Error("no command");
  const told: string[] = [];
  const run = request.command === "refresh" ? refreshBook : build;
  await run(request, (request.book ?? request.output)!, dayOfIso("2026-11-23")!, (line) => told.push(line), engines);
  return told;
}

it("a fault of the program is not told as one of the disk, and the workbook stays as it was", async () => {
  await salesbook(["build", deals, "-o", at("book.xlsx"), "--sheets", "dashboard"]);
  copyFileSync(at("book.xlsx"), at("before.xlsx"));
  writeFileSync(at("deals.parquet"), "");
  const fault = new TypeError("groups.paths is undefined");
  const engines: Engines = { ...standIn(), rollup: () => Promise.reject(fault) };
  for (const words of [["refresh", at("book.xlsx"), at("deals.parquet")], ["build", at("deals.parquet"), "-o", at("book.xlsx")]]) await expect(salesbook(words, engines)).rejects.toBe(fault);
  expect([readFileSync(at("book.xlsx")).equals(readFileSync(at("before.xlsx"))), readdirSync(folder).filter((name) => name.endsWith(".tmp"))]).toEqual([true, []]);
}, 60_000);

it("a sheet that another needs is not said to hold what was typed", async () => {
  writeFileSync(at("leads.csv"), "Lead ID,Lead Source,Lead Status,Create Date,Converted\n1,Webinar,Qualified,2026-10-01,true\n2,Referral,New,2026-10-05,false\n");
  const told = await salesbook(["build", `lead=${at("leads.csv")}`, "-o", at("needs.xlsx"), "--sheets", "scoring-review"]);
  expect(told.join("\n")).not.toContain("These sheets stay");
}, 60_000);

it("says which tables of the workbook no file brings any more", async () => {
  writeFileSync(at("leads.csv"), "Lead ID,Lead Source,Lead Status,Create Date,Converted\n1,Webinar,Qualified,2026-10-01,true\n2,Referral,New,2026-10-05,false\n");
  await salesbook(["build", deals, `lead=${at("leads.csv")}`, "-o", at("both.xlsx"), "--sheets", "dashboard"]);
  const line = "Not among the files, so not in the workbook any more: leads. To have them back, name their export too.";
  expect(await salesbook(["refresh", at("both.xlsx"), deals, `lead=${at("leads.csv")}`])).not.toContain(line);
  expect(await salesbook(["refresh", at("both.xlsx"), deals])).toContain(line);
  expect(await salesbook(["refresh", at("both.xlsx"), deals])).not.toContain(line);
}, 60_000);
