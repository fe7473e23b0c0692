import { furthestBy, pathsOf } from "../../src/metrics/journey-path";
import { dayOfIso, type Day } from "../../src/values";

const day = (iso: string | null) => (iso === null ? null : (dayOfIso(iso) as Day));

function pathsFor(rows: readonly (readonly [customer: string | null, day: string | null, stage: number])[]) {
  return pathsOf({ customers: rows.map(([customer]) => customer), days: rows.map(([, iso]) => day(iso)), stages: rows.map(([, , stage]) => stage) }, 3);
}

it("numbers customers by name and their activities by day", () => {
  const { keys, travellers } = pathsFor([["Beta", "2026-02-01", 0], ["Acme", "2026-03-01", 1], ["acme ", "2026-01-01", 0]]);
  expect(keys).toEqual([2_000_001, 1_000_002, 1_000_001]);
  expect(travellers.map(({ number, name }) => [number, name])).toEqual([[1, "Acme"], [2, "Beta"]]);
});

it("counts the days from the first activity in a stage to the first in any later one", () => {
  const { first, daysToNext } = pathsFor([["A", "2026-01-01", 0], ["A", "2026-01-05", 0], ["A", "2026-01-11", 2], ["A", "2026-01-21", 1]]);
  expect(first).toEqual([1, 0, 1, 1]);
  expect(daysToNext).toEqual([10, null, null, null]);
});

it("waits no day for a later stage on the same day, whatever the order in the file", () => {
  expect(pathsFor([["A", "2026-01-01", 1], ["A", "2026-01-01", 0]]).daysToNext).toEqual([null, 0]);
});

it("leaves out activities without a day or a customer, and passes over those without a stage", () => {
  const { keys, first, daysToNext } = pathsFor([[null, "2026-01-01", 0], ["A", null, 0], ["A", "2026-01-02", -1], ["A", "2026-01-03", 0], ["A", "2026-01-04", 1]]);
  expect(keys).toEqual([null, null, 1_000_001, 1_000_002, 1_000_003]);
  expect(first).toEqual([null, null, null, 1, 1]);
  expect(daysToNext).toEqual([null, null, null, 1, null]);
});

it("knows how far a customer had come by a day", () => {
  const firstDays = [day("2026-01-01"), day("2026-03-01"), null];
  expect([day("2025-12-31"), day("2026-02-28"), day("2026-03-01")].map((one) => furthestBy(firstDays, one as Day))).toEqual([-1, 0, 1]);
});

it("numbers by name whatever the order of the export, and takes the first spelling without outer spaces", () => {
  expect(pathsFor([["C", "2026-01-01", 0], [" a ", "2026-01-01", 0], ["B", "2026-01-01", 0], ["A", "2026-01-02", 0], ["D", "2026-01-01", 0]]).travellers.map(({ number, name, count }) => [number, name, count])).toEqual([[1, "a", 2], [2, "B", 1], [3, "C", 1], [4, "D", 1]]);
});

it("keeps activities of one day in the order of the export, and knows no customer without a name", () => {
  const { keys, travellers } = pathsFor([["A", "2026-01-02", 0], ["A", "2026-01-02", 1], [" ", "2026-01-01", 0], ["A", "2026-01-01", 2]]);
  expect(keys).toEqual([1_000_002, 1_000_003, null, 1_000_001]);
  expect(travellers).toEqual([{ number: 1, name: "A", activities: [3, 0, 1], count: 3, first: day("2026-01-01"), last: day("2026-01-02"), firstDays: [day("2026-01-02"), day("2026-01-02"), day("2026-01-01")] }]);
});

it("waits for the nearest of several later stages, and not for an earlier one", () => {
  expect(pathsFor([["A", "2026-01-01", 0], ["A", "2026-01-09", 1], ["A", "2026-01-04", 2], ["A", "2026-01-20", 0], ["A", "2026-01-21", 1]]).daysToNext).toEqual([3, null, null, null, null]);
});
