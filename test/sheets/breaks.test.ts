import { breaksOf } from "../../src/sheets/breaks";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { settingNames } from "../../src/sheets/settings";
import { stagesTableName } from "../../src/sheets/stages";
import { dayOfIso, isoOf, type CellValue } from "../../src/values";

const asOf = dayOfIso("2026-11-23")!;
const typed = (...inputs: [string, CellValue][]): Memory => ({ ...emptyMemory, inputs: new Map(inputs) });
const isoDays = (memory: Memory) => breaksOf(memory, asOf).map(isoOf);

it("cuts at the as-of day and after it, at the window's start and at as many days before", () => {
  const days = isoDays(emptyMemory);
  expect(days).toEqual(expect.arrayContaining(["2026-11-23", "2026-11-24", "2026-08-23", "2026-05-22"]));
  expect(days).toEqual([...new Set(days)].sort());
});

it("cuts a month and ninety days before, where deals have no activity or stand still", () => {
  expect(isoDays(emptyMemory)).toEqual(expect.arrayContaining(["2026-10-24", "2026-08-25"]));
});

it("follows what was typed on Setup", () => {
  const days = isoDays(typed([settingNames.windowMonths, 6], [settingNames.noActivityDays, 10]));
  expect(days).toEqual(expect.arrayContaining(["2026-05-23", "2026-11-13"]));
  expect(days).not.toContain("2026-08-23");
});

it("follows the longest stay of each stage", () => {
  const stages = { columns: ["Stage", "Outcome", "Longest stay in days"], rows: [["Demo", "Open", 20], ["Offer", "Open", 45]] };
  const memory = { ...emptyMemory, tables: new Map([[stagesTableName, stages]]) };
  expect(isoDays(memory)).toEqual(expect.arrayContaining(["2026-11-03", "2026-10-09"]));
});

it("takes no day that Excel cannot hold", () => {
  expect(breaksOf(typed([settingNames.noActivityDays, 3650], ["ComparedMonths", 600], ["ComparedMaturity", 99_999]), asOf).every((day) => day > 0)).toBe(true);
});
