// KPIs of leads and completeness, stages of a funnel, and figures of deals, by hand.

import { column, type Column } from "../../src/formula/column";
import { isFilled } from "../../src/formula/criteria";
import { literal, reference } from "../../src/formula/term";
import { catalogue, measureCell } from "../../src/metrics/catalogue";
import { allCells, missingCells, notYetCells } from "../../src/metrics/completeness";
import { weightedAmount, type DealModel } from "../../src/metrics/deals";
import { dealsAtStep, enteredStep, funnelStages, funnelSteps, meanDaysInStage, possibleModes, reachedFrom, wholeHistory } from "../../src/metrics/funnel";
import type { CompletenessColumn } from "../../src/metrics/model";
import { openWithAmount, withoutOwner } from "../../src/metrics/period";
import { closedLately, valuesOf, winReasons } from "../../src/metrics/reasons";
import { activitiesAWeek, movingShare, openFilledShare } from "../../src/metrics/rep-process";
import { averageWonOf, meanCycleOf } from "../../src/metrics/rep-ranking";
import { grossRevenueRetention } from "../../src/metrics/retention";
import { sizeLimits, wonSizeLimits } from "../../src/metrics/size-limits";
import { stalledDeals } from "../../src/metrics/stalled";
import { lagBandOf, lagOf, recordedDays, recordedWithinADay } from "../../src/metrics/timeliness";
import { dayOfIso, type Day } from "../../src/values";
import { made, type Making } from "../sheets/made";

const day = (iso: string) => dayOfIso(iso) as Day;
const making: Making = {
  asOf: "2026-06-30", stages: [["Lead", "open", { longestStay: 30, probability: 0.2 }], ["Offer", "open", { longestStay: null, probability: 0.5 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { owner: "Ann", stage: "Lead", amount: 100, stageSince: "2026-05-31", due: "2026-06-29", source: "Web" },
    { owner: "Ann", stage: "Lead", amount: 40, stageSince: "2026-05-30", due: "2026-06-30", source: "web" },
    { owner: "Bo", stage: "Offer", stageSince: "2026-01-01", source: "Fair" },
    { owner: "Ann", stage: "Won", outcome: "won", amount: 300, created: "2026-01-01", closed: "2026-03-31", lostReason: "Price" },
    { owner: "Ann", stage: "Won", outcome: "won", amount: 100, created: "2026-01-01", closed: "2026-01-11", lostReason: "Won" },
    { stage: "Lost", outcome: "lost", amount: 70, closed: "2026-04-01", lostReason: "Price" },
  ],
};
function modelOf(more: Partial<Making> = {}): DealModel {
  const { model } = made({ ...making, ...more });
  return { ...model, deals: model.deals! };
}
const model = modelOf();

it("has every KPI of deals", () => {
  const found = Object.fromEntries(catalogue(model).map(({ id, unit, term, rows }) => [id, [unit, term.value, rows.value]]));
  expect(found).toMatchObject({
    "deals.total": ["deals", 6, 6], "deals.won": ["deals", 2, 6], "deals.lost": ["deals", 1, 6], "deals.open": ["deals", 3, 6], "amount.won": ["money", 400, 2], "amount.open": ["money", 140, 2],
    "amount.weighted": ["money", 28, 2], "average-won": ["money", 200, 2], "win-rate": ["ratio", 2 / 3, 3], "win-rate.amount": ["ratio", 400 / 470, 3], "cycle.mean": ["days", (89 + 10) / 2, 2], "cycle.median": ["days", 49.5, 2],
    "cycle.mean.lost": ["days", "", 0], "cycle.mean.closed": ["days", 49.5, 2], "cycle.median.closed": ["days", 49.5, 2], stalled: ["deals", 1, 3], overdue: ["deals", 1, 2],
    velocity: ["moneyPerDay", expect.closeTo((3 * (2 / 3) * 200) / 49.5, 9), 6], "forecast.simple": ["money", expect.closeTo(400, 9), 6], "forecast.weighted": ["money", 28, 2],
  });
  expect(Object.keys(found)).not.toContain("leads");
  expect(measureCell("win-rate")).toBe("measure win-rate");
});

it("has the days of won and lost deals and the run rate", () => {
  const lost = { stage: "Lost", outcome: "lost", created: "2026-01-01" } as const;
  const found = catalogue(modelOf({ deals: [{ ...lost, closed: "2026-01-03" }, { ...lost, closed: "2026-01-05" }, { ...lost, closed: "2026-01-31" }, { stage: "Won", outcome: "won", amount: 60, created: "2026-01-01", closed: "2026-05-01" }, { stage: "Won", outcome: "won" }] }));
  // Won in the 120 days from January to April, lost in 2, 4 and 30; April to June won 60, with one amount known.
  expect(found.filter(({ id }) => ["cycle.mean", "cycle.median", "cycle.mean.lost", "cycle.median.lost", "forecast.run-rate"].includes(id)).map(({ id, unit, term, rows }) => [id, unit, term.value, rows.value])).toEqual([["cycle.mean", "days", 120, 1], ["cycle.median", "days", 120, 1], ["cycle.mean.lost", "days", 12, 3], ["cycle.median.lost", "days", 4, 3], ["forecast.run-rate", "money", 20, 1]]);
});

it("says nothing of stalled and overdue deals where no day is known", () => {
  const bare = modelOf({ deals: [{ stage: "Lead" }] });
  const of = (id: string) => catalogue(bare).find((metric) => metric.id === id)!.term;
  expect([of("stalled").value, of("overdue").value]).toEqual(["", ""]);
  expect(of("overdue").text).toMatch(/^IF\(AND\(COUNTIFS\(.*\)>0,COUNTIFS\(.*\)=0\),"",COUNTIFS\(/);
});

it("counts no stalled and no overdue deal where none is open", () => {
  const closed = catalogue(modelOf({ deals: [{ stage: "Won", outcome: "won", amount: 60, created: "2026-01-01", closed: "2026-05-01" }] }));
  expect(["stalled", "overdue"].map((id) => closed.find((metric) => metric.id === id)!.term.value)).toEqual([0, 0]);
});

it("has the conversion of leads", () => {
  const leads = { count: 4, converted: column("Leads", "Converted", ["Yes", "No", "yes", null]) };
  expect(catalogue({ ...model, deals: null, leads }).map(({ id, unit, term, rows }) => [id, unit, term.value, rows.value])).toEqual([["leads", "leads", 4, 4], ["leads.converted", "leads", 2, 4], ["lead-conversion", "ratio", 0.5, 4]]);
});

describe("completeness", () => {
  const of = (header: string, values: Column["values"], more: Partial<CompletenessColumn> = {}): CompletenessColumn => ({ kind: "deal", object: "Deals", header, column: column("Deals", header, values), notYetStages: [], ...more });
  const closed = of("Closed", [null, null, null, 5, 6, ""], { notYetStages: ["Lead"] });
  const name = of("Name", ["a", "b", "", "d", "e", "f"]);
  const table = { object: "C[Object]", cells: "C[Cells]", missing: "C[Missing]", notYet: "C[Not yet]" };

  it("counts empty cells, and of them those that cannot be filled yet", () => {
    expect([missingCells(closed), allCells(closed), notYetCells(model, closed)].map(({ text, value }) => [text, value])).toEqual([["COUNTBLANK(Deals[Closed])", 4], ["ROWS(Deals[Closed])", 6], ['COUNTIFS(Deals[Stage],"Lead",Deals[Closed],"")', 2]]);
    expect([notYetCells(model, name).value, notYetCells({ ...model, deals: null }, closed).value]).toEqual([0, 0]);
  });
  it("is filled ÷ fillable, over the columns of one export", () => {
    const other = of("Email", [null], { object: "Leads", kind: "lead" });
    const [share, cells] = catalogue({ ...model, completeness: [closed, name, other], completenessTable: table }).slice(-2);
    // 12 cells, 5 empty, 2 of them too early.
    expect(share).toMatchObject({ id: "completeness", unit: "ratio", term: { value: 7 / 10 }, rows: { value: 12, text: 'SUMIFS(C[Cells],C[Object],"Deals")' } });
    expect(cells).toMatchObject({ id: "completeness.cells", unit: "ratio", term: { value: 7 / 12 } });
    expect(share!.term.text).toContain('SUMIFS(C[Missing],C[Object],"Deals")');
    expect(share!.term.text).toContain('SUMIFS(C[Not yet],C[Object],"Deals")');
  });
  it("is counted by columns where records are in groups", () => {
    const counted = { header: column("F", "Header", ["Closed", "Closed", "Name"]), stage: column("F", "Stage", ["Lead", "Won", "Lead"]), records: column("F", "Records", [5, 3, 8]), filled: column("F", "Filled", [1, 3, 8]) };
    const grouped = { ...closed, counted };
    expect([allCells(grouped).value, missingCells(grouped).value, notYetCells(model, grouped).value]).toEqual([8, 4, 4]);
    expect(missingCells(grouped).text).toBe('SUMIFS(F[Records],F[Header],"Closed")-SUMIFS(F[Filled],F[Header],"Closed")');
  });
});

describe("funnels", () => {
  const moved = modelOf({ moves: [{ deal: "D1", to: "Lead", on: "2026-05-01" }, { deal: "D1", to: "Offer", on: "2026-05-11" }, { deal: "D2", to: "Lead", on: "2026-01-01" }, { deal: "D2", to: "Won", on: "2026-01-31" }] });
  const moves = moved.moves!;
  it("show open stages in their order, then the won one", () => {
    expect(funnelStages(modelOf({ stages: [["Won", "won"], ["B", "open"], ["Lost", "lost"], ["A", "open"]] })).map(({ stage }) => stage)).toEqual(["B", "A", "Won"]);
    expect(funnelSteps(model, "Closed").map(({ kind, label }) => [kind, label])).toEqual([["open", "Lead"], ["open", "Offer"], ["closed", "Closed"], ["won", "Won"]]);
    const two = modelOf({ stages: [["Lead", "open"], ["Signed", "won"], ["Paid", "won"]], deals: [{ stage: "Lead" }] });
    expect(funnelSteps(two, "Closed")).toEqual([{ kind: "open", label: "Lead", stages: ["Lead"] }, { kind: "won", label: two.words.outcome.won, stages: ["Signed", "Paid"] }]);
  });
  it("count deals at a step", () => expect(funnelSteps(model, "Closed").map((step) => dealsAtStep(model, step).value)).toEqual([2, 1, "", 2]));
  it("add up from the far end", () => {
    const steps = [{ kind: "open", now: literal(3) }, { kind: "closed", now: literal("") }, { kind: "won", now: literal(2) }] as const;
    expect(reachedFrom("snapshot", steps, literal(4)).map(({ value }) => value)).toEqual([9, 6, 2]);
    expect(reachedFrom("back-filled", steps, literal(4)).map(({ value }) => value)).toEqual([5, "", 2]);
  });
  it("count by history, all of it or a cohort", () => {
    const [lead, , , won] = funnelSteps(moved, "Closed");
    const entered = (cohort: boolean, further: boolean) => enteredStep(moved, moves, lead!, cohort, further).value;
    expect([entered(false, false), entered(true, false), entered(false, true), entered(true, true)]).toEqual([2, 1, 2, 1]);
    expect(enteredStep(moved, moves, won!, false, false).value).toBe(1);
    expect(enteredStep(moved, moves, lead!, false, false, reference("A2", "Lead")).text).toContain("A2");
    expect(enteredStep(moved, moves, { kind: "closed", label: "x", stages: [] }, false, false).value).toBe("");
    expect([possibleModes(model), possibleModes(moved).length]).toEqual([["snapshot", "back-filled"], 4]);
    expect([wholeHistory(moved), wholeHistory({ ...moved, moves: { ...moves, fromSnapshots: true } }), wholeHistory(model)]).toEqual([moves, null, null]);
  });
  it("count alike where first entries are in groups", () => {
    const blank = column("R", "Blank", []);
    const reached = { stage: column("R", "Stage", ["Lead", "Lead", "Offer"]), cohort: column("R", "Cohort", [day("2026-05-01"), day("2026-01-01"), day("2026-05-01")]), further: column("R", "Further", [1, 1, 0]), once: column("R", "Once", [1, 1, 0]) };
    const grouped = { ...moves, first: { reached, entered: { stage: blank, on: blank, cohort: blank, within: blank, since: blank } } };
    const lead = funnelSteps(moved, "Closed")[0]!;
    expect([[false, false], [true, false], [false, true], [true, true]].map(([cohort, further]) => enteredStep(moved, grouped, lead, cohort!, further!).value)).toEqual([2, 1, 2, 1]);
    expect(possibleModes({ ...moved, moves: grouped })).toHaveLength(4);
  });
  it("have the mean days of a stage", () => {
    expect(meanDaysInStage(moves, literal("Lead"))).toMatchObject({ value: 20, text: expect.stringMatching(/^IF\(COUNTIFS\(.*\)=0,"",SUMIFS\(.*\)\/COUNTIFS\(/) });
    expect(meanDaysInStage(moves, literal("Won")).value).toBe("");
  });
});

describe("deals", () => {
  it("are weighted by their stage, and not at all without a probability or an amount", () => {
    expect(weightedAmount(model)).toMatchObject({ value: 28, text: 'IF(OR(COUNTIFS(Deals[Outcome],"Open",Deals[Amount],">-1E+99")=0,COUNTIFS(Stages[Outcome],"Open",Stages[Probability],">-1E+99")=0),"",SUMPRODUCT(SUMIFS(Deals[Amount],Deals[Outcome],"Open",Deals[Stage],Stages[Stage]),Stages[Probability]))' });
    expect(weightedAmount(modelOf({ stages: [["Lead", "open"], ["Won", "won", { probability: 1 }]] })).value).toBe("");
    expect(weightedAmount(modelOf({ deals: [{ stage: "Lead" }] })).value).toBe("");
    expect(weightedAmount(modelOf({ stages: [] })).value).toBe("");
    const odd = weightedAmount(modelOf({ stages: [["Lead", "open", { probability: 0.2 }], ["A*", "open", { probability: 0.5 }]] }));
    expect(odd).toMatchObject({ value: 28, array: true, text: expect.stringContaining('SUMPRODUCT((Deals[Outcome]="Open")*(Deals[Stage]=TRANSPOSE(Stages[Stage]))*IF(ISNUMBER(Deals[Amount]),Deals[Amount],0)*TRANSPOSE(IF(ISNUMBER(Stages[Probability]),Stages[Probability],0)))') });
  });
  it("are weighted and stalled stage by stage where open ones are in groups", () => {
    const grouped: DealModel = { ...model, deals: { ...model.deals, groups: { eachOpen: false } } };
    expect(weightedAmount(grouped)).toMatchObject({ value: 28, text: expect.stringContaining("SUMPRODUCT(SUMIFS(Deals[Amount],Deals[Outcome],\"Open\",Deals[Stage],Stages[Stage]),Stages[Probability])") });
    expect(stalledDeals(grouped)).toMatchObject({ value: 1, text: expect.stringMatching(/^SUMPRODUCT\(IF\(Stages\[Longest stay in days\]="",0,COUNTIFS\(/) });
    expect(movingShare(grouped, literal("Ann"))).toMatchObject({ value: 0.5, text: expect.stringMatching(/^IFERROR\(1-\(.*\)\/\(.*\),""\)$/) });
    expect(movingShare(grouped, literal("Nobody")).value).toBe("");
    expect(stalledDeals({ ...grouped, stages: { ...grouped.stages, rows: [] } }).value).toBe(0);
  });
  it("stand still from the day after their limit", () => expect([stalledDeals(model).value, stalledDeals(modelOf({ asOf: "2026-06-29" })).value, stalledDeals(modelOf({ asOf: "2026-07-01" })).value]).toEqual([1, 0, 2]));
  it("may have no owner, or no amount", () => {
    expect(withoutOwner(model)).toMatchObject({ text: "COUNTBLANK(Deals[Owner])", value: 1 });
    expect(openWithAmount(model).value).toBe(2);
  });
  it("have values that count once however they are written, most frequent first, then by name", () => {
    const source = model.deals.columns.source!;
    expect(valuesOf(source, null)).toEqual([{ text: "Web", deals: 2 }, { text: "Fair", deals: 1 }]);
    expect(valuesOf(source, isFilled(model.deals.columns.amount))).toEqual([{ text: "Web", deals: 2 }]);
    expect(valuesOf(column("T", "X", ["b", "a", "", null, 5]), null)).toEqual([{ text: "a", deals: 1 }, { text: "b", deals: 1 }]);
    expect(winReasons(model)).toEqual([{ text: "Price", deals: 1 }]);
    expect(winReasons({ ...model, deals: { ...model.deals, columns: { ...model.deals.columns, lostReason: null } } })).toEqual([]);
  });
  it("closed lately or in the three months before", () => {
    const bounds = (before: boolean) => closedLately(model, before).map(({ operator, operand }) => [operator, operand!.text, operand!.value]);
    expect(bounds(false)).toEqual([[">=", "EDATE(AsOf,-3)", day("2026-03-30")], ["<=", "AsOf", day("2026-06-30")]]);
    expect(bounds(true)).toEqual([[">=", "EDATE(AsOf,-6)", day("2025-12-30")], ["<", "EDATE(AsOf,-3)", day("2026-03-30")]]);
  });
  it("are medium and large by thirds, rounded to one figure", () => {
    expect(sizeLimits([940, 100, 240, 300, 880, 120])).toEqual([200, 900]);
    expect(sizeLimits([260, 300, 880])).toEqual([300, 900]);
    expect([sizeLimits([1, 2, null, "x", 0, -5]), sizeLimits([100, 100, 100]), sizeLimits([])]).toEqual([null, null, null]);
    expect(wonSizeLimits(model)).toBeNull();
    expect(wonSizeLimits(modelOf({ deals: [10, 50, 900].map((amount) => ({ stage: "Won", outcome: "won", amount } as const)).concat([{ stage: "Won", outcome: "won", amount: 20 }]) }))).toEqual([20, 50]);
  });
});

describe("reps", () => {
  it("are active so often a week", () => {
    const activities = { owner: column("A", "Owner", ["Ann", "ann", "Ann", "Bo"]), day: column("A", "Day", [10, 23, 24, 12]) };
    expect(activitiesAWeek(activities, literal("Ann"), { from: reference("From", 10), to: reference("To", 23) })).toMatchObject({ value: 1, text: expect.stringContaining("((To-From+1)/7)") });
  });
  it("fill in cells of their open deals", () => {
    const { due, amount } = model.deals.columns;
    expect([openFilledShare(model, literal("Ann"), [due, amount]).value, openFilledShare(model, literal("Bo"), [due, amount]).value, openFilledShare(model, literal("Cid"), [due]).value, openFilledShare(model, literal("Ann"), []).value]).toEqual([1, 0, "", ""]);
  });
  it("move their deals, and win so much in so many days", () => {
    expect([movingShare(model, literal("Ann")).value, movingShare(model, literal("Cid")).value]).toEqual([0.5, ""]);
    expect([averageWonOf(model, literal("Ann")).value, meanCycleOf(model, literal("Ann")).value, meanCycleOf(model, literal("Bo")).value]).toEqual([200, 49.5, ""]);
  });
});

describe("records in time", () => {
  it.each([[10, [10], 0], [10, [9, 12], 2], [10, [9, 8], null], [null, [10], null], [10, [null, 11], 1]])("an activity on %p recorded on %p took %p days", (on, recorded, lag) => expect(lagOf(on, recorded)).toBe(lag));
  it.each([[0, 0], [1, 1], [2, 2], [7, 2], [8, 8], [90, 8]])("%p days are in the band from %p", (lag, band) => expect(lagBandOf(100, [100 + lag])).toBe(band));
  it("are in no band where nobody can tell", () => expect(lagBandOf(10, [9])).toBeNull());
  it("are counted in groups by their bands", () => {
    const groups = { held: column("L", "Held", [10, 11, 12, 99]), lag: column("L", "Lag", [0, 1, 2, 0]) };
    const { share, of } = recordedWithinADay({ on: groups.held, created: null, modified: null, groups }, reference("AsOf", 50 as Day));
    expect([share.value, of.value]).toEqual([2 / 3, 3]);
    const on: Column = { ...groups.held, grouping: {} as never };
    const found = (more: Readonly<Record<string, Column>>) => recordedDays(new Map(Object.entries({ on, created: on, ...more })))?.groups;
    expect([found({ heldOn: groups.held, lag: groups.lag }), found({ lag: groups.lag }), found({ heldOn: groups.held })]).toEqual([groups, null, null]);
  });
});

it("keeps of the revenue what did not shrink or leave", () => {
  expect(grossRevenueRetention(reference("Start", 200), literal(20), literal(30))).toMatchObject({ value: 0.75, text: 'IF(Start=0,"",(Start-20-30)/Start)' });
});
