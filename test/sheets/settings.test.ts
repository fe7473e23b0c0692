// What the cells of Setup hold, whatever was typed.

import { emptyMemory } from "../../src/sheets/memory";
import { settingsOf, typedSettings } from "../../src/sheets/settings";
import { dayOfIso, type CellValue, type Day } from "../../src/values";

const asOf = dayOfIso("2026-03-31") as Day;
const typed = (inputs: Readonly<Record<string, CellValue>>) => typedSettings({ ...emptyMemory, inputs: new Map(Object.entries(inputs)) }, { asOf, currency: "USD" });

it.each<[CellValue, number, string]>([[2.9, 2, "2026-01-31"], [1, 1, "2026-02-28"], [0.5, 3, "2025-12-31"], ["2", 3, "2025-12-31"], [121, 3, "2025-12-31"]])("a window of %p months is one of %d, as EDATE has it", (months, whole, start) => {
  const settings = typed({ WindowMonths: months });
  expect(settings.windowMonths).toBe(whole);
  expect(settingsOf(settings, "Yes").windowStart.value).toBe(dayOfIso(start));
});

it("takes months and days that are no whole numbers without their fraction", () => {
  expect(typed({ FiscalYearStart: 4.7, NoActivityDays: 30.5 })).toMatchObject({ fiscalYearStart: 4, noActivityDays: 30 });
});
