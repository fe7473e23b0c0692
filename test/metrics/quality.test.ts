// What gaps put at risk, how old records are and how soon activities are recorded, on figures worked out by hand.

import { column, type Column } from "../../src/formula/column";
import { literal, reference } from "../../src/formula/term";
import { recordsOfAge, ages } from "../../src/metrics/freshness";
import { amountAtRisk, amountWithout, dealsAtRisk, dealsWithout, missingKeyCells, ownedBy, type KeyField } from "../../src/metrics/key-fields";
import { recordedWithinADay } from "../../src/metrics/timeliness";
import { lagsByOwner } from "../../src/metrics/update-timeliness";
import type { CellValue, Day } from "../../src/values";
import { made } from "../sheets/made";

const context = made({
  asOf: "2026-11-20", stages: [["New", "open"], ["Won", "won"]],
  deals: [
    { owner: "Ann", stage: "New", outcome: "open", amount: 100, nextStep: "Call", contact: "X" },
    { owner: "Ann", stage: "New", outcome: "open", amount: 40, nextStep: null, contact: "Y" },
    { owner: "Ben", stage: "New", outcome: "open", amount: 7, nextStep: null, contact: null },
    { owner: null, stage: "New", outcome: "open", amount: null, nextStep: "Demo", contact: null },
    { owner: "Ben", stage: "Won", outcome: "won", amount: 1000, nextStep: null, contact: null },
  ],
});
const model = { ...context.model, deals: context.model.deals! };
const of = (field: string): Column => context.data.get("deal")!.fields.get(field)!;
const key = (field: string, isKey: string): KeyField => ({ column: of(field), isKey: reference(`Key${field}`, isKey) });

describe("key fields", () => {
  const both = [key("nextStep", "Yes"), key("contact", "yes")];
  it("counts open deals without a field, and their amount", () => {
    expect([dealsWithout(model, of("nextStep")).value, amountWithout(model, of("nextStep")).value]).toEqual([2, 40 + 7]);
  });
  it("counts a deal that lacks two fields once", () => expect([dealsAtRisk(model, both).value, amountAtRisk(model, both).value]).toEqual([3, 40 + 7]));
  it("passes over fields that are no key fields", () => expect(dealsAtRisk(model, [key("nextStep", "No"), key("contact", "Yes")]).value).toBe(2));
  it("puts nothing at risk without a key field", () => expect([dealsAtRisk(model, []).value, amountAtRisk(model, [key("contact", "")]).value]).toEqual([0, 0]));
  it("counts each empty key field", () => expect(missingKeyCells(model, both, "Yes").value).toBe(2 + 2));
  it("tells owners apart, and deals without one", () => {
    expect([dealsAtRisk(model, both, ownedBy(model, literal("ann"))).value, dealsAtRisk(model, both, ownedBy(model, null)).value]).toEqual([1, 1]);
  });
});

it("sorts records by their age, each into one", () => {
  const days: readonly CellValue[] = [46_000, 45_999, 45_998, 45_993, 45_992, 45_970, 45_969, null, 46_005, ""];
  const limits = { day: literal(1), week: literal(7), month: literal(30) };
  const counts = ages.map((age) => recordsOfAge(age, column("T", "Day", days), reference("AsOf", 46_000 as Day), limits).value);
  // Today, yesterday and the day to come; 2 and 7 days ago; 8 and 30; 31; two without a day.
  expect(counts).toEqual([3, 2, 2, 1, 2]);
});

describe("recorded within a day", () => {
  const share = (rows: readonly (readonly [on: CellValue, created: CellValue, modified?: CellValue])[]) => recordedWithinADay({
    on: column("A", "On", rows.map(([on]) => on)), created: column("A", "Created", rows.map(([, created]) => created)), modified: column("A", "Modified", rows.map(([, , modified]) => modified ?? null)),
  }, reference("AsOf", 20 as Day));
  it("leaves out what was planned ahead and what does not tell", () => {
    // Same day, next day, two days late; planned ahead; no day; not recorded.
    const { share: within, of: told } = share([[10, 10], [10, 11], [10, 12], [10, 8], [null, 9], [10, null]]);
    expect([within.value, told.value]).toEqual([2 / 3, 3]);
  });
  it("takes the day of change of what was planned ahead, and nothing after the as-of day", () => {
    // Planned and changed on the day; planned and changed three days later; the first record counts; after the as-of day.
    const { share: within, of: told } = share([[10, 8, 10], [10, 8, 13], [10, 11, 15], [21, 21, 21]]);
    expect([within.value, told.value]).toEqual([2 / 3, 3]);
  });
  it("agrees with what the Team sheet counts of each rep", () => {
    const rows = [[10, 10, null], [10, 11, null], [10, 8, 12], [10, 9, 10], [21, 21, null], [10, null, null], [12, 19, 13]] as const;
    const lags = [...lagsByOwner({ owner: rows.map((_, at) => (at % 2 ? "Ann" : "Ben")), on: rows.map(([on]) => on), created: rows.map(([, created]) => created), modified: rows.map(([, , modified]) => modified) }, 20 as Day).values()];
    const sum = (of: "sameDay" | "nextDay" | "week" | "later") => lags.reduce((total, one) => total + one[of], 0);
    const { share: within, of: told } = share(rows);
    expect([Number(within.value) * told.value, told.value]).toEqual([sum("sameDay") + sum("nextDay"), sum("sameDay") + sum("nextDay") + sum("week") + sum("later")]);
  });
  it("has no share of nothing", () => expect(share([[10, null]]).share.value).toBe(""));
});
