// Ways told by the first day of each type are the ways of the activities themselves; stages of a journey are counted by hand.

import { column } from "../../src/formula/column";
import { is } from "../../src/formula/criteria";
import { literal, reference, type Figure } from "../../src/formula/term";
import { activitiesIn, customersIn, daysToNext, rowsNamed, satisfactionIn } from "../../src/metrics/journey";
import { pathsOf } from "../../src/metrics/journey-path";
import { waysOf } from "../../src/metrics/journey-ways";
import { dayOfIso, type CellValue, type Day } from "../../src/values";

const day = (iso: string) => dayOfIso(iso) as Day;
type Way = readonly [customer: string | null, type: string | null, first: string | null, last: string | null, dated: number];
const table = (columns: Readonly<Record<string, readonly CellValue[]>>, dated: readonly (number | null)[] = []) =>
  ({ columns, measures: { dated: { sum: dated } } }) as unknown as Parameters<typeof waysOf>[0];
const waysFor = (rows: readonly Way[], again?: readonly (readonly [string, string, string, string])[]) => waysOf(
  table({ customer: rows.map(([name]) => name), type: rows.map((row) => row[1]), first: rows.map((row) => row[2] && day(row[2])), last: rows.map((row) => row[3] && day(row[3])) }, rows.map((row) => row[4])),
  again && table({ customer: again.map(([name]) => name), type: again.map((row) => row[1]), again: again.map((row) => row[2]), day: again.map((row) => day(row[3])) }),
  (type) => ["Visit", "Demo", "Offer"].indexOf(type ?? ""), 3,
);

it("tells each customer's first days, and how long the next stage took", () => {
  const { travellers, first, daysToNext: waits } = waysFor([
    ["Beta", "Visit", "2026-01-05", "2026-01-09", 3], ["Acme", "Demo", "2026-01-10", "2026-01-20", 2], ["Acme", "Visit", "2026-01-01", "2026-01-02", 2], ["Acme", "Mail", "2025-12-01", "2026-02-01", 4], ["Acme", "Offer", "2026-01-08", "2026-01-08", 1],
  ], []);
  expect(travellers).toEqual([
    { number: 1, name: "Acme", count: 9, first: day("2025-12-01"), last: day("2026-02-01"), firstDays: [day("2026-01-01"), day("2026-01-10"), day("2026-01-08")] },
    { number: 2, name: "Beta", count: 3, first: day("2026-01-05"), last: day("2026-01-09"), firstDays: [day("2026-01-05"), null, null] },
  ]);
  expect(first).toEqual([1, 1, 1, null, 1]);
  // Acme: the visit of the 1st waits 7 days for the offer; the demo came after the only offer that is known.
  expect(waits).toEqual([null, null, 7, null, null]);
});

it("takes a type that came again for the next stage", () => {
  const rows: readonly Way[] = [["Acme", "Demo", "2026-01-10", "2026-01-10", 1], ["acme", "Offer", "2026-01-08", "2026-01-15", 2]];
  const same: readonly Way[] = [rows[0]!, ["Acme", "Offer", "2026-01-08", "2026-01-15", 2]];
  expect(waysFor(same, [["acme", "demo", "OFFER", "2026-01-15"]]).daysToNext).toEqual([5, null]);
  expect(waysFor(same, []).daysToNext).toEqual([null, null]);
  expect(waysFor(same).daysToNext).toBeNull();
  expect(waysFor(rows, []).daysToNext).toBeNull();
  expect(waysFor(rows, []).travellers.map(({ name, count }) => [name, count])).toEqual([["Acme", 3]]);
});

it("takes the earlier of two types of one stage, and leaves out what has no customer or day", () => {
  const both = waysOf(table({ customer: ["A", "A", " ", null, "B"], type: ["Call", "Visit", "Visit", "Visit", "Visit"], first: [day("2026-01-03"), day("2026-01-02"), day("2026-01-01"), day("2026-01-01"), null], last: [day("2026-01-03"), day("2026-01-02"), null, null, null] }, [1, 1, 1, 1, 1]), undefined, () => 0, 1);
  expect(both.first).toEqual([0, 1, null, null, null]);
  expect(both.travellers).toEqual([{ number: 1, name: "A", count: 2, first: day("2026-01-02"), last: day("2026-01-03"), firstDays: [day("2026-01-02")] }]);
});

it("takes the earlier type wherever it stands, and customers in the order of their names", () => {
  const ways = waysOf(table({ customer: ["C", "C", "A", "B"], type: ["Visit", "Call", "Visit", "Visit"], first: [day("2026-01-02"), day("2026-01-03"), day("2026-01-05"), day("2026-01-04")], last: [day("2026-01-02"), day("2026-01-03"), day("2026-01-05"), day("2026-01-04")] }, [1, null, 1, 1]), undefined, () => 0, 1);
  expect(ways.first).toEqual([1, 0, 1, 1]);
  expect(ways.travellers.map(({ number, name, count }) => [number, name, count])).toEqual([[1, "A", 1], [2, "B", 1], [3, "C", 1]]);
});

it("takes only the customer's own repeat of that type after that type", () => {
  const rows: readonly Way[] = [["Acme", "Demo", "2026-01-10", "2026-01-10", 1], ["Acme", "Offer", "2026-01-08", "2026-01-15", 2]];
  const waits = (...again: [string, string, string, string][]) => waysFor(rows, again).daysToNext![0];
  expect([waits(["Beta", "Demo", "Offer", "2026-01-15"]), waits(["Acme", "Visit", "Offer", "2026-01-15"]), waits(["Acme", "Demo", "Visit", "2026-01-15"]), waits(["AcmeDemo", "", "Offer", "2026-01-15"])]).toEqual([null, null, null, null]);
  const other: Way = ["Zed", "Visit", "2026-01-01", "2026-01-01", 1];
  expect(waysFor([["Acme", "Demo", "2026-01-10", "2026-01-10", 1], ["ACME", "Offer", "2026-01-12", "2026-01-12", 1], other], []).daysToNext).toBeNull();
});

it("agrees with the paths of single activities", () => {
  const steps = [["A", "Visit", "2026-01-01"], ["A", "Demo", "2026-01-04"], ["A", "Offer", "2026-01-04"], ["B", "Demo", "2026-02-01"], ["B", "Visit", "2026-01-01"]] as const;
  const paths = pathsOf({ customers: steps.map(([name]) => name), days: steps.map((row) => day(row[2])), stages: steps.map((row) => ["Visit", "Demo", "Offer"].indexOf(row[1])) }, 3);
  const ways = waysFor(steps.map(([name, type, on]): Way => [name, type, on, on, 1]), []);
  expect(ways.first).toEqual(paths.first);
  expect(ways.daysToNext).toEqual(paths.daysToNext);
  expect(paths.travellers).toMatchObject(ways.travellers);
});

describe("stages of a journey", () => {
  const stage = column("Activities", "Stage", ["Aware", "Aware", "Buy", "aware"]);
  const path = { stage, first: column("Activities", "First", [1, 0, 1, 1]), daysToNext: column("Activities", "Days", [4, null, null, 8]) };
  const touchpoints = { stage: column("Touchpoints", "Stage", ["Aware", "Aware", "Buy"]), activities: column("Touchpoints", "Activities", [3, 4, 0]) };
  const at = (name: string) => reference("B2", name);

  it("add up the activities of their touchpoints; without any they are not measured", () => {
    expect(activitiesIn(at("Aware"), touchpoints)).toMatchObject({ value: 7, text: 'IF(B2="","",IF(COUNTIFS(Touchpoints[Stage],B2)=0,"",SUMIFS(Touchpoints[Activities],Touchpoints[Stage],B2)))' });
    expect([activitiesIn(at("Buy"), touchpoints).value, activitiesIn(at("Renew"), touchpoints).value, activitiesIn(at(""), touchpoints).value]).toEqual([0, "", ""]);
  });
  it("count each customer once", () => {
    expect(customersIn(at("Aware"), reference<Figure>("C2", 7), path)).toMatchObject({ value: 2, text: 'IF(B2="","",IF(C2="","",COUNTIFS(Activities[Stage],B2,Activities[First],1)))' });
    expect([customersIn(at("Aware"), reference<Figure>("C2", ""), path).value, customersIn(at(""), reference<Figure>("C2", 7), path).value]).toEqual(["", ""]);
  });
  it("take so many days to the next", () => {
    expect([daysToNext(at("aware"), path).value, daysToNext(at("Buy"), path).value, daysToNext(at(""), path).value]).toEqual([6, "", ""]);
    expect(daysToNext(at("aware"), path).array).toBe(true);
  });
  it("please by the mean score of their answers", () => {
    const kind = column("Survey", "Kind", ["CSAT", "NPS", "CSAT"]);
    const scores = { stage: column("Survey", "Stage", ["Buy", "Buy", "Aware"]), score: column("Survey", "Score", [4, 10, 2]), kind: null };
    expect([satisfactionIn(at("Buy"), scores).value, satisfactionIn(at("Buy"), { ...scores, kind: is(kind, literal("CSAT")) }).value, satisfactionIn(at("Renew"), scores).value]).toEqual([7, 4, ""]);
  });
  it("count rows once they are named", () => {
    expect(rowsNamed(at("AWARE"), stage)).toMatchObject({ value: 3, text: 'IF(B2="","",COUNTIFS(Activities[Stage],B2))' });
    expect(rowsNamed(at(""), stage).value).toBe("");
  });
});
