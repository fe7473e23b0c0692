// Spend is kept by month: a month alone is its first day there, and no day anywhere else.

import { monthOf } from "../../src/crm/readers/day-text";
import { isoOf } from "../../src/values";
import { readAs, tableOf } from "./tables";

it.each(["2026-03", "2026/3", "3/2026", "03-2026", "2026年3月", "Mar 2026", "March 2026", "März 2026", "mars-2026"])("knows the month %s", (text) => {
  expect(isoOf(monthOf(text)!)).toBe("2026-03-01");
});

it.each(["2026-13", "0/2026", "2026.3", "3.2026", "Mar 20", "2026", "Foo 2026", "Q1 2026"])("takes %s for no month", (text) => {
  expect(monthOf(text)).toBeNull();
});

it("reads the months of spend", () => {
  const { recognition, reading } = readAs("spend", tableOf(["Month", "Channel", "Spend"], [["2026-01", "Fair", "100"], ["2026-02", "Web", "200"], ["2026-03-15", "Web", "300"]]));
  expect(recognition.mapping).toEqual({ channel: "Channel", start: "Month", cost: "Spend" });
  expect(reading.columns.start.map((day) => day && isoOf(day))).toEqual(["2026-01-01", "2026-02-01", "2026-03-15"]);
  expect(reading.issues).toEqual([]);
});

it("makes no day of a deal's month", () => {
  const { reading } = readAs("deal", tableOf(["Deal Name", "Stage", "Amount", "Close Date"], [["A", "Won", "1", "2026-03"], ["B", "Won", "2", "2026-03-31"], ["C", "Lost", "3", "2026-03-30"]]));
  expect(reading.columns.closeDate.map((day) => day && isoOf(day))).toEqual([null, "2026-03-31", "2026-03-30"]);
  expect(reading.issues.map(({ kind, found }) => [kind, found])).toContainEqual(["unreadable", "2026-03"]);
});
