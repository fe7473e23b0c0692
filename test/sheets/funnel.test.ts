import { emptyMemory } from "../../src/sheets/memory";
import { funnelSheet, leakCell } from "../../src/sheets/funnel";
import type { SheetPlan } from "../../src/sheets/plan";
import { describeWithShared } from "../shared-data";
import { bookOf, columnOf, made, sheetOf, tableOf, without, wordsOf, type Making } from "./made";
import { maven } from "./maven";

const making: Making = {
  asOf: "2026-11-23",
  stages: [["Lead", "open", { targetConversion: 0.8 }], ["Proposal", "open"], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { id: "1", stage: "Lead", amount: 100, created: "2026-08-01" },
    { id: "2", stage: "Lead", created: "2026-11-01" },
    { id: "3", stage: "Proposal", amount: 300, created: "2026-10-01" },
    { id: "4", stage: "Won", outcome: "won", amount: 500, created: "2026-06-01", closed: "2026-11-01" },
    { id: "5", stage: "Won", outcome: "won", amount: 700, created: "2026-06-01", closed: "2026-07-01" },
    { id: "6", stage: "Lost", outcome: "lost", amount: 50, created: "2026-09-01", closed: "2026-10-01" },
  ],
};
const moves = [
  { deal: "1", to: "Lead", on: "2026-10-01" },
  { deal: "2", to: "Lead", on: "2026-10-01" },
  { deal: "3", to: "Lead", on: "2026-08-01" }, { deal: "3", to: "Proposal", on: "2026-08-11" },
  { deal: "4", to: "Lead", on: "2026-08-01" }, { deal: "4", to: "Won", on: "2026-11-01" },
];

function planOf(more: Partial<Making> = {}) {
  const context = made({ ...making, ...more });
  return bookOf(context, funnelSheet(context));
}

const stages = (plan: ReturnType<typeof planOf>, column: string) => columnOf(plan, "FunnelStages", column);

it("counts closed deals in every stage before closing, and closed as a step of its own", () => {
  const plan = planOf();
  expect(stages(plan, "Stage")).toEqual(["Lead", "Proposal", "Closed", "Won"]);
  expect(stages(plan, "Deals now")).toEqual([2, 1, null, 2]);
  expect(stages(plan, "Amount now")).toEqual([100, 300, null, 1200]);
  expect(stages(plan, "Reached")).toEqual([6, 4, 3, 2]);
  expect(stages(plan, "From step before")).toEqual([null, 4 / 6, 3 / 4, 2 / 3]);
  expect(stages(plan, "Of first stage")).toEqual([1, 4 / 6, 3 / 6, 2 / 6]);
  expect(stages(plan, "Went no further")).toEqual([2, 1, 1, null]);
  expect(stages(plan, "Went further")).toEqual([4 / 6, 3 / 4, 2 / 3, null]);
});

it("holds each stage against its target in Setup, and says nothing where none is typed", () => {
  const plan = planOf();
  expect(stages(plan, "Target")).toEqual([0.8, "", null, null]);
  expect(stages(plan, "Gap to target")[0]).toBeCloseTo(4 / 6 - 0.8, 12);
  expect(stages(plan, "Gap to target").slice(1)).toEqual(["", null, null]);
});

it("calls days by what they count: since created where the export has no stage dates", () => {
  const plan = planOf();
  expect(stages(plan, "Mean days since created")).toEqual([(114 + 22) / 2, 53, null, null]);
  expect(stages(plan, "Stalled")).toEqual([1, 0, null, null]);
});

it("knows nothing of days where no open deal has a date, rather than zero", () => {
  const plan = planOf({ deals: making.deals.map((deal) => without(deal, "created")) });
  expect(stages(plan, "Mean days since created")).toEqual(["", "", null, null]);
  expect(stages(plan, "Stalled")).toEqual(["", "", null, null]);
});

it("leaves the closed step out of every way but the snapshot", () => {
  const plan = planOf({ memory: { ...emptyMemory, inputs: new Map([["FunnelMode", "Back-filled"]]) } });
  expect(stages(plan, "Reached")).toEqual([5, 3, "", 2]);
  expect(stages(plan, "From step before")).toEqual([null, 3 / 5, "", 2 / 3]);
  expect(columnOf(plan, "FunnelChart", "Step")).toEqual(["Lead · 100%", "Proposal · 60%", "Won · 40%"]);
});

it("counts by history where there is one, and offers all four ways", () => {
  const plan = planOf({ moves });
  expect(stages(plan, "Reached")).toEqual([4, 1, "", 1]);
  expect(stages(plan, "Went no further")).toEqual([2, 1, "", null]);
  expect(stages(plan, "Mean days in stage")).toEqual([(10 + 92) / 2, "", null, null]);
  expect(columnOf(plan, "FunnelModes", "Cohort entered")).toEqual([2, 0, null, 0]);
  expect(columnOf(plan, "FunnelModes", "Ever entered step")).toEqual([2 / 4, 0, null, null]);
  expect(listAt(sheetOf(plan, "funnel"))).toEqual(["Snapshot", "Back-filled", "Ever entered", "Cohort"]);
});

it("offers only the ways the data allow", () => {
  expect(listAt(sheetOf(planOf(), "funnel"))).toEqual(["Snapshot", "Back-filled"]);
});

it("centres the bars with a spacer of half the difference", () => {
  const plan = planOf();
  expect(columnOf(plan, "FunnelChart", "Deals")).toEqual([6, 4, 3, 2]);
  expect(columnOf(plan, "FunnelChart", "Spacer")).toEqual([0, 1, 1.5, 2]);
  const [chart] = sheetOf(plan, "funnel").charts;
  expect(chart).toMatchObject({ kind: "stackedBar", bare: true, legend: false });
  expect(chart?.series.map((series) => [series.colour, series.labels])).toEqual([[null, false], ["teal", true]]);
});

it("names the biggest leak", () => {
  expect(wordsOf(sheetOf(planOf(), "funnel"))).toContain("Biggest leak: 2 of 6 deals that reached Lead went no further (33%).");
  expect(leakCell).not.toContain(":");
});

it("shows every stage of the window in the order of the pipeline", () => {
  const plan = planOf();
  expect(columnOf(plan, "WindowByStage", "Stage")).toEqual(["Lead", "Proposal", "Won", "Lost"]);
  expect(columnOf(plan, "WindowByStage", "Deals")).toEqual([0, 0, 1, 1]);
  expect(columnOf(plan, "WindowByStage", "Amount")).toEqual([0, 0, 500, 50]);
});

it("says where the data end when nothing closed in the window", () => {
  expect(wordsOf(sheetOf(planOf({ asOf: "2028-01-01" }), "funnel"))).toContain("No deal has a close date from 2027-10-01 on. The newest one is 2026-11-01.");
});

it("counts open deals without a stage of Setup apart", () => {
  const plan = planOf({ deals: [...making.deals, { id: "7", amount: 5 }] });
  expect(wordsOf(sheetOf(plan, "funnel"))).toContain("Open deals without a stage of Setup");
});

it("has a row for won deals even where no stage is called won", () => {
  const plan = planOf({ stages: [["Lead", "open"], ["Proposal", "open"]], deals: [{ stage: "Proposal", outcome: "won" }, { stage: "Lead" }] });
  expect(stages(plan, "Stage")).toEqual(["Lead", "Proposal", "Won"]);
  expect(stages(plan, "Reached")).toEqual([2, 1, 1]);
});

it.each<[string, Partial<Making>, string]>([
  ["no deals", { deals: [], stages: [] }, "it needs deals"],
  ["no stages", { deals: [{ name: "x" }], stages: [] }, "no open stage is known"],
])("says why there is no funnel with %s", (_, more, why) => {
  expect(wordsOf(sheetOf(planOf(more), "funnel"))).toContain(why);
});

it("speaks Chinese", () => {
  const plan = planOf({ language: "zh-CN" });
  expect(sheetOf(plan, "funnel").name).toBe("漏斗");
  expect(wordsOf(sheetOf(plan, "funnel"))).toContain("最大流失点：到达“Lead”的 6 个商机中，有 2 个没有继续前进（33%）。");
});

describeWithShared("the Maven CRM funnel", () => {
  it("agrees with figures computed by a database", () => {
    const context = made(maven());
    const plan = bookOf(context, funnelSheet(context));
    expect(stages(plan, "Reached")).toEqual([8800, 8300, 6711, 4238]);
    expect(stages(plan, "From step before")).toEqual([null, 0.9431818181818182, 0.8085542168674699, 0.6315005215318135]);
    expect(stages(plan, "Of first stage")).toEqual([1, 0.9431818181818182, 0.7626136363636363, 0.48159090909090907]);
    expect(stages(plan, "Amount now")).toEqual(["", "", null, 10005534]);
    expect(stages(plan, "Stalled")).toEqual(["", 1479, null, null]);
    expect(tableOf(plan, "FunnelStages").rows).toBe(4);
  });
});

function listAt(sheet: SheetPlan): readonly string[] {
  const list = sheet.validations.find((one) => one.kind === "list");
  return list?.kind === "list" ? list.items : [];
}
