// What a model fitted on the first half of CDNOW foresees for the second, against the published example.

import { readFileSync } from "node:fs";
import { holdout } from "../../src/metrics/customers/holdout";
import { buyingOf, type Orders } from "../../src/metrics/customers/orders";
import { rfmGroupOf } from "../../src/metrics/customers/rfm-group";
import { dayOf, dayOfIso, isoOf, type Day } from "../../src/values";
import { describeWithShared, sharedData } from "../shared-data";

const holdoutOf = (orders: Orders, asOf: number) => holdout((day) => buyingOf(orders, day), Math.min(...orders.day), asOf);

describeWithShared("the second half of CDNOW", () => {
  const { aggregate_expected_purchases_next_39_weeks: foreseen, aggregate_actual_purchases_1997_10_01_to_1998_06_30: happened } = JSON.parse(readFileSync(sharedData("cdnow_sample/expected_bgnbd.json")!, "utf8"));
  const lines = readFileSync(sharedData("cdnow_sample/CDNOW_sample.txt")!, "utf8").trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const customers = [...new Set(lines.map(([id]) => id!))];
  const places = new Map(customers.map((id, place) => [id, place]));
  const orders: Orders = {
    customers, customer: lines.map(([id]) => places.get(id!)!), amount: lines.map((line) => Number(line[4])),
    day: lines.map(([, , date]) => dayOf(Number(date!.slice(0, 4)), Number(date!.slice(4, 6)), Number(date!.slice(6)))!),
  };
  const found = holdoutOf(orders, dayOfIso("1998-06-30")!);

  it("begins where the published calibration ends", () => expect(isoOf(found?.until as Day)).toBe("1997-09-30"));
  it("counts the purchases that happened", () => expect([found?.customers, found?.happened]).toEqual([2357, happened]));
  it("foresees what the published parameters foresee", () => expect(found!.foreseen / foreseen).toBeCloseTo(1, 3));
});

it("tests no model that a half cannot carry", () => {
  const few: Orders = { customers: ["a", "b"], customer: [0, 1, 0, 1], day: [45_000, 45_050, 45_300, 45_400], amount: [1, 2, 3, 4] };
  expect(holdoutOf(few, 45_500)).toBeNull();
  expect(holdoutOf(few, 45_010)).toBeNull();
});

it.each([[[5, 5, 1], "best"], [[4, 4, 3], "best"], [[3, 3, 3], "loyal"], [[5, 3, 2], "loyal"], [[5, 1, 1], "fresh"], [[3, 1, 5], "promising"], [[2, 4, 4], "slipping"], [[1, 2, 2], "asleep"], [null, "none"]] as const)("calls %j %s", (scores, group) => expect(rfmGroupOf(scores)).toBe(group));
