// The days groups are cut at: those of the settings, as typed.

import { breaksOf } from "../../src/sheets/breaks";
import { emptyMemory } from "../../src/sheets/memory";
import { dayOfIso, isoOf, type Day } from "../../src/values";

const day = (iso: string): Day => dayOfIso(iso)!;
const asOf = day("2026-03-31");
const isos = (memory = emptyMemory) => breaksOf(memory, asOf).map(isoOf);

it("cuts at the as-of day, the day after, and every start the window may have", () => {
  expect(isos()).toEqual(expect.arrayContaining(["2026-03-31", "2026-04-01", "2026-02-28", "2025-12-31", "2023-03-31"]));
  expect(isos()).not.toContain("2023-02-28");
});

it("cuts where the period before the window begins", () => {
  expect(isos()).toContain(isoOf((day("2025-12-31") - (asOf - day("2025-12-31") + 1)) as Day));
});

it("cuts at days that follow from what was typed", () => {
  const inputs = new Map([["NoActivityDays", 11], ["WindowMonths", 48], ["ComparedEnd", day("2025-10-10")], ["HistoryDays", 40]]);
  const stages = { name: "Stages", columns: ["Stage", "Longest stay in days"], rows: [["Offer", 17]] };
  expect(isos({ inputs, tables: new Map([["Stages", stages]]) } as never)).toEqual(expect.arrayContaining([
    isoOf((asOf - 11) as Day), isoOf((asOf - 17) as Day), "2022-03-31", "2025-10-11", "2024-10-11", isoOf((asOf - 39) as Day),
  ]));
});

it("names each day once, oldest first", () => {
  const days = breaksOf(emptyMemory, asOf);
  expect([...new Set(days)].sort((a, b) => a - b)).toEqual(days);
});
