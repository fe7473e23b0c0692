// Days from an activity to its record, by owner.

import { literal } from "../../src/formula/term";
import { lagsByOwner, withinADay } from "../../src/metrics/update-timeliness";
import type { Day } from "../../src/values";

const asOf = 200 as Day;

it("takes the day modified where an activity was created before it took place", () => {
  const lags = lagsByOwner({
    owner: ["Ann", "ANN", "Ann", "Ann", "Ann", "Ann", "", "Bob"], on: [100, 100, 100, 100, null, 201, 100, 100],
    created: [100, 90, 90, 108, 100, 201, 100, 101], modified: [120, 101, 95, 109, 100, 201, 100, null],
  }, asOf);
  expect(lags.get("ann")).toEqual({ sameDay: 1, nextDay: 1, week: 0, later: 1, unknown: 2 });
  expect(lags.get("bob")).toEqual({ sameDay: 0, nextDay: 1, week: 0, later: 0, unknown: 0 });
  expect([...lags.keys()]).toEqual(["ann", "bob"]);
});

it("counts the seventh day as within the week and the eighth as later", () => {
  const lags = lagsByOwner({ owner: ["A", "A", "A"], on: [100, 100, 100], created: [102, 107, 108], modified: null }, asOf);
  expect(lags.get("a")).toEqual({ sameDay: 0, nextDay: 0, week: 2, later: 1, unknown: 0 });
});

it("shares the same and the next day among those that tell", () => {
  const counts = (sameDay: number, nextDay: number, week: number, later: number) => withinADay({ sameDay: literal(sameDay), nextDay: literal(nextDay), week: literal(week), later: literal(later) }).value;
  expect(counts(6, 3, 2, 1)).toBe(9 / 12);
  expect(counts(0, 0, 0, 0)).toBe("");
});
