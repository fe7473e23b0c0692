// Gates, help among colleagues, kinds of surveys and records in time, at their edges.

import { column } from "../../src/formula/column";
import { reference } from "../../src/formula/term";
import { helpByOwner } from "../../src/metrics/collaboration";
import { isComplete, meets, type GateOperator } from "../../src/metrics/gate-checks";
import { surveyKinds } from "../../src/metrics/survey-kind";
import { recordedWithinADay } from "../../src/metrics/timeliness";
import { lagsByOwner } from "../../src/metrics/update-timeliness";
import type { CellValue, Day } from "../../src/values";

it.each<[GateOperator, CellValue, boolean]>([
  ["filled", null, true], ["notPast", null, true], ["is", "x", true], ["is", 0, true], ["isNot", "", false], ["isNot", "x", true], ["contains", null, false], ["contains", "x", true],
  ["atLeast", 5, true], ["above", "5", false], ["above", 5, true], ["atMost", null, false], ["atMost", 1, true], ["below", 0, true], ["below", "x", false], ["within", 30, true], ["within", null, false],
])("%s %p can be compared: %p", (operator, value, complete) => expect(isComplete(operator, value)).toBe(complete));

it.each<[CellValue, GateOperator, CellValue, boolean]>([
  [4, "below", 5, true], [5, "below", 5, false], [5, "atMost", 5, true], ["5", "below", 9, false], [5, "below", "9", false], [70, "within", 30, true], [69, "within", 30, false], [100, "notPast", null, true], [99, "notPast", null, false],
  [5, "is", 5, true], [5, "is", "5", false], ["5", "is", 5, false], ["A", "is", "a", true], [5, "isNot", "5", true], [true, "is", true, true], [5, "contains", "5", false], ["Late", "contains", "LA", true], ["", "isNot", "x", false],
])("%p meets %s %p on day 100: %p", (cell, operator, value, met) => expect(meets(cell, operator, value, 100)).toBe(met));

it("counts help for colleagues by the deal's id or name, and none for nobody's deal or by nobody", () => {
  const deals = { id: ["D1", "D2", "D3", "D4", null], name: ["Big", "Twice", "twice", "Same", "Same"], owner: ["Ann", "Ann", "Bo", "Cy", "cy"] };
  const helped = (owner: readonly CellValue[], deal: readonly CellValue[], records?: readonly number[]) => Object.fromEntries(helpByOwner({ owner, deal, deals, ...(records ? { records } : {}) }));
  expect(helped(["Bo", "bo ", "Bo", "Ann", null, "", "Bo", "Bo"], ["D1", " big ", "D2", "D1", "D1", "D1", "Twice", "unknown"])).toEqual({ bo: { activities: 3, deals: 2 } });
  expect(helped(["Bo", "Cy"], ["same", "Same"])).toEqual({ bo: { activities: 1, deals: 1 } });
  expect(helped(["Bo", "Bo"], ["D1", "D4"], [5, 2])).toEqual({ bo: { activities: 7, deals: 2 } });
  expect(Object.fromEntries(helpByOwner({ owner: ["Bo", "Bo", "Bo"], deal: ["D1", "Big", null], deals: { ...deals, name: null, owner: [null, "Ann", "Bo", "Cy", "x"] } }))).toEqual({});
});

it.each<[string, readonly CellValue[], string, number, number]>([
  ["C-SAT", [0, 3], "csat", 5, 4], ["CSAT", [10, 0], "csat", 10, 9], ["满意度", [100], "csat", 100, 80], ["NPS", [3, 4], "nps", 10, 9], ["x", [0, 10], "nps", 10, 9], ["x", [0, 5], "csat", 5, 4], ["x", [0, 50], "csat", 100, 80], ["x", [1, 10], "csat", 10, 9],
  ["x", [100, 1], "csat", 100, 80], ["x", [101], "other", 100, 80], ["x", [-1, 5], "other", 5, 4], ["x", [1, 0.5], "csat", 1, 0.8], ["CES", [1, 7], "other", 7, 6], ["x", ["a"], "other", 1, 0.8],
])("a survey %p with answers %j is %s of %d, satisfied from %d", (kind, scores, measure, best, satisfiedFrom) => {
  expect(surveyKinds(scores.map(() => kind), scores)).toMatchObject([{ kind, measure, best, satisfiedFrom, answers: scores.filter((score) => typeof score === "number").length }]);
  expect(surveyKinds(null, scores)[0]!.kind).toBe("");
});

it("says by which days an activity is recorded in time", () => {
  const [on, created, modified] = ["On", "Created", "Changed"].map((name, at) => column("A", name, ([[10, 10, 10, 50, 51, null], [11, 12, 9, 50, 51, 10], [null, 11, 11, 60, 60, 10]] as const)[at]!)) as [ReturnType<typeof column>, ReturnType<typeof column>, ReturnType<typeof column>];
  const asOf = reference("AsOf", 50 as Day);
  const held = "ISNUMBER(A[On])*(A[On]<=AsOf)";
  const tells = (name: string) => `ISNUMBER(A[${name}])*(A[${name}]>=A[On])`;
  const soon = (name: string) => `${tells(name)}*(A[${name}]<A[On]+2)`;
  const both = recordedWithinADay({ on, created, modified }, asOf);
  expect(both.of).toMatchObject({ value: 4, text: `SUMPRODUCT(${held}*((${tells("Created")}+${tells("Changed")})>0))` });
  expect(both.share).toMatchObject({ value: 0.75, text: `IF(${both.of.text}=0,"",SUMPRODUCT(${held}*(${soon("Created")}+(${tells("Created")}=0)*${soon("Changed")}))/${both.of.text})` });
  const one = recordedWithinADay({ on, created: null, modified }, asOf);
  expect([one.of.value, one.share.value, one.of.text]).toEqual([3, 2 / 3, `SUMPRODUCT(${held}*((${tells("Changed")})>0))`]);
  const none = recordedWithinADay({ on, created: null, modified: null }, asOf);
  expect([none.of.text, none.share.value]).toEqual([`SUMPRODUCT(${held}*((0)>0))`, ""]);
});

it("counts lags up to the as-of day, of those who have a name", () => {
  const lags = lagsByOwner({ owner: ["Ann", "ann", "Ann", "Ann", null, "", 5], on: [50, 51, null, 49, 50, 50, 50], created: [50, 51, 50, 60, 50, 50, 50], modified: null }, 50 as Day);
  expect(Object.fromEntries(lags)).toEqual({ ann: { sameDay: 1, nextDay: 0, week: 0, later: 1, unknown: 1 } });
  expect(Object.fromEntries(lagsByOwner({ owner: ["Ann"], on: [50], created: null, modified: [57] }, 50 as Day))).toEqual({ ann: { sameDay: 0, nextDay: 0, week: 1, later: 0, unknown: 0 } });
});

