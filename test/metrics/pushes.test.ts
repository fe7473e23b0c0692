// How deals' dates were moved, and which states of a deal are the same, by hand.

import type { DealLog } from "../../src/metrics/deal-log";
import { isSameNumber, isSameState, isSameText } from "../../src/metrics/deal-state";
import { dueChangesOf } from "../../src/metrics/due-changes";
import { pushesIn } from "../../src/metrics/pushes";
import { day, state } from "./states";

const line = (on: number, id: string, due: string | null, more: Partial<ReturnType<typeof state>> = {}, isGone = false) => ({ day: (day("2026-06-01") + on) as ReturnType<typeof day>, isGone, state: state(id, { due: due === null ? null : day(due), outcome: "open", ...more }) });

it("counts each move to a later day of a deal that is open, as the changes of expected closes do", () => {
  const log: DealLog = [
    line(1, "A", "2026-06-30"), line(2, "A", "2026-07-31"), line(3, "A", "2026-07-15"), line(4, "A", "2026-08-16"), line(4, "A", "2026-07-16"), line(5, "A", "2026-07-16"),
    line(1, "B", "2026-06-30"), line(2, "B", null), line(3, "B", "2026-08-31"), line(1, "C", "2026-06-30"), line(2, "C", "2026-09-30", { outcome: "won" }), line(1, "D", "2026-06-30"), line(2, "D", "2026-09-30", {}, true), line(1, "E", "2026-06-30"), line(2, "E", "2026-06-01"),
    line(1, "F", "2026-06-30"), line(2, "F", "2026-07-31"), line(2, "F", "2026-06-30"),
  ];
  expect([...pushesIn(log)]).toEqual([["A", 2]]);
});

it("reads changed dates from an exported history in the order of its days", () => {
  const entry = (id: string, on: string, due: string) => ({ id, deal: `Deal ${id}`, owner: "Ann", on: day(on), due: day(due), amount: 5, currency: null });
  const changes = dueChangesOf([entry("A", "2026-03-01", "2026-08-31"), entry("A", "2026-01-01", "2026-06-30"), entry("A", "2026-02-01", "2026-06-30"), entry("B", "2026-01-01", "2026-06-30"), entry("A", "2026-04-01", "2026-08-01"), entry("A", "2026-05-01", "2026-08-11")]);
  expect(changes.map(({ id, on, from, to, days, isNewestSlip }) => [id, on, from, to, days, isNewestSlip])).toEqual([
    ["A", day("2026-03-01"), day("2026-06-30"), day("2026-08-31"), 62, false], ["A", day("2026-04-01"), day("2026-08-31"), day("2026-08-01"), -30, false], ["A", day("2026-05-01"), day("2026-08-01"), day("2026-08-11"), 10, true],
  ]);
  expect(changes[0]).toMatchObject({ deal: "Deal A", owner: "Ann", amount: 5, currency: null });
});

describe("states of a deal", () => {
  const base = state("A", { stage: "Lead", owner: "Ann", amount: 100, currency: "EUR", probability: 0.5, due: day("2026-06-30"), created: day("2026-01-01"), stageSince: day("2026-02-01"), closed: null });
  it("are the same but for the name, and a currency that is not said", () => {
    expect([isSameState(base, { ...base, name: "Other" }), isSameState(base, { ...base, stage: " lead ", owner: "ANN" }), isSameState(base, { ...base, currency: null }), isSameState({ ...base, currency: null }, base), isSameState(base, { ...base, amount: 100 * (1 + 1e-15) })]).toEqual([true, true, true, true, true]);
  });
  it.each([{ outcome: "won" }, { stage: "Offer" }, { stage: null }, { owner: "Bo" }, { amount: 101 }, { amount: null }, { probability: 0.6 }, { due: day("2026-07-01") }, { closed: day("2026-07-01") }, { stageSince: null }, { created: null }, { currency: "USD" }] as const)("differ by %j", (more) => {
    expect(isSameState(base, { ...base, ...more })).toBe(false);
  });
  it("compare texts and numbers as people do", () => {
    expect([isSameText(null, " "), isSameText("A", "a "), isSameText("A", "b"), isSameNumber(null, null), isSameNumber(null, 0), isSameNumber(0, 0), isSameNumber(0.1 + 0.2, 0.3), isSameNumber(-1, 1), isSameNumber(1, 1.001)]).toEqual([true, true, false, true, false, true, true, false, false]);
  });
});
