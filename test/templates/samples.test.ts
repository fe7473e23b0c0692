// The samples are what the script makes, and are read without a hand's help.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isProblem } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { allSamples } from "../../templates/samples/samples";
import { openTable } from "../crm/open-table";

const samples = [...allSamples()].map(([name, text]) => ({ name, text }));

it.each(samples)("$name is what the script makes", ({ name, text }) => {
  expect(readFileSync(join(__dirname, "../../templates/samples", name), "utf8")).toBe(text);
});

it.each(samples)("$name is recognised and every row is accounted for", async ({ name, text }) => {
  const table = await openTable(name, new TextEncoder().encode(text));
  if (isProblem(table)) throw new Error(table.problem);
  const { recognition, reading } = readExport(table);
  expect(`${recognition.crm}-${recognition.object}`).toBe(name.replace(/-(en|zh)\.csv$/, "").replace("deals", "deal").replace("activities", "activity"));
  expect(recognition.confidence).toBeGreaterThan(0.8);
  expect(reading.count).toBe(name.includes("activities") ? text.trim().split("\r\n").length - 1 : 240);
  if (recognition.object === "deal") expect(new Set((reading.columns as { outcome: readonly string[] }).outcome)).toEqual(new Set(["open", "won", "lost"]));
});
