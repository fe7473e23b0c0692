import { dashboardSheet } from "../../src/sheets/dashboard";
import type { SheetPlan } from "../../src/sheets/plan";
import { describeWithShared } from "../shared-data";
import { bookOf, columnOf, made, sheetOf, tableOf, without, wordsOf, type MadeDeal, type Making } from "./made";
import { maven } from "./maven";

const making: Making = {
  asOf: "2026-11-23",
  reps: ["Cid"],
  stages: [["Lead", "open", { targetConversion: 0.9, probability: 0.1 }], ["Proposal", "open", { probability: 0.5 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { id: "D1", name: "Small", stage: "Lead", amount: 100, owner: "Ann", created: "2026-07-26", stageSince: "2026-07-26", due: "2026-11-09", lastActivity: "2026-10-14" },
    { id: "D*", name: "Large", stage: "Proposal", amount: 300, owner: "Bob", created: "2026-10-01", stageSince: "2026-11-01", due: "2026-11-22", lastActivity: "2026-11-20" },
    { id: "D3", name: "Fine", stage: "Proposal", amount: 900, owner: "Bob", created: "2026-10-01", stageSince: "2026-11-01", due: "2027-01-15", lastActivity: "2026-11-20" },
    { id: "D4", stage: "Won", outcome: "won", amount: 500, owner: "Bob", created: "2026-09-01", closed: "2026-11-01" },
    { id: "D5", stage: "Won", outcome: "won", amount: 400, owner: "Ann", created: "2026-05-01", closed: "2026-07-01" },
    { id: "D6", stage: "Won", outcome: "won", amount: 100, owner: "Bob", created: "2026-04-01", closed: "2026-05-10" },
    { id: "D7", stage: "Lost", outcome: "lost", amount: 50, owner: "Ann", created: "2026-09-01", closed: "2026-10-01" },
  ],
};

function planOf(more: Partial<Making> = {}) {
  const context = made({ ...making, ...more });
  return bookOf(context, dashboardSheet(context));
}
const sheetFor = (more: Partial<Making> = {}) => sheetOf(planOf(more), "dashboard");
const charts = (sheet: SheetPlan) => sheet.charts.map((chart) => chart.name);

/** The card's big figure and what is said below it. */
function card(sheet: SheetPlan, label: string) {
  const top = sheet.cells.find((cell) => cell.look === "cardLabel" && cell.value === label);
  const below = (down: number) => sheet.cells.find((cell) => cell.column === top?.column && cell.row === top.row + down)?.value;
  return [below(1), below(2)];
}

it("shows a figure of the window with its change on the period before", () => {
  const sheet = sheetFor();
  expect(card(sheet, "Won in the window")).toEqual([500, "▲ 25% on the period before"]);
  expect(card(sheet, "Win rate in the window")).toEqual([0.5, "▼ 50 points on the period before"]);
  expect(card(sheet, "Mean sales cycle in the window")).toEqual([61, "as in the period before"]);
});

it("shows what is open now, its forecast and what stands still", () => {
  const sheet = sheetFor();
  expect(card(sheet, "Open amount")).toEqual([1300, "sum of the amounts of open deals"]);
  expect(card(sheet, "Forecast, weighted")).toEqual([610, "amount × probability of open deals"]);
  expect(card(sheet, "Stalled deals")).toEqual([1, "longer in their stage than Setup allows"]);
});

it("names no table of stages where the deals have none", () => {
  const plan = planOf({ stages: [], deals: [{ id: "D1", created: "2026-01-01", due: "2026-02-01", amount: 5 }] });
  expect(columnOf(plan, "Attention", "Why")).toEqual(["expected close passed 295 days ago"]);
  expect(JSON.stringify(sheetOf(plan, "dashboard"))).not.toContain("Stages[");
});

it("says that there is nothing to compare with, never zero", () => {
  const sheet = sheetFor({ deals: making.deals.filter((deal) => deal.id !== "D5") });
  expect(card(sheet, "Won in the window")).toEqual([500, "no figure for the period before"]);
});

it("says why a figure is empty", () => {
  const sheet = sheetFor({ asOf: "2030-01-01" });
  expect(card(sheet, "Won in the window")).toEqual(["", "nothing closed in the window"]);
  expect(card(sheet, "Win rate in the window")).toEqual(["", "nothing closed in the window"]);
});

it("falls back to counts and to another forecast where amounts are missing", () => {
  const sheet = sheetFor({ deals: making.deals.map((deal) => (deal.outcome ? deal : { ...deal, amount: null })) });
  expect(card(sheet, "Open deals")).toEqual([3, "their amounts are not in the export"]);
  expect(card(sheet, "Forecast, simple")[0]).toBeCloseTo(3 * 0.75 * (1000 / 3), 9);
});

it("lists deals to look at with the reasons that hold now, largest first", () => {
  const plan = planOf();
  expect(columnOf(plan, "Attention", "Deal ID")).toEqual(["D*", "D1"]);
  expect(columnOf(plan, "Attention", "Name")).toEqual(["Large", "Small"]);
  expect(columnOf(plan, "Attention", "Row in Deals")).toEqual([2, 1]);
  expect(columnOf(plan, "Attention", "Days in stage")).toEqual([22, 120]);
  expect(columnOf(plan, "Attention", "Why")).toEqual([
    "expected close passed 1 day ago",
    "in stage 120 days, limit 90; expected close passed 14 days ago; no activity for 40 days",
  ]);
});

it("freezes only the number and the id of a deal to look at", () => {
  const { columns } = tableOf(planOf(), "Attention");
  expect(columns.filter((column) => column.formula === undefined && !column.formulas).map((column) => column.name)).toEqual(["No", "Deal ID"]);
});

it("shows at most 25 of them", () => {
  const many = Array.from({ length: 40 }, (_, index): MadeDeal => ({ id: `X${index}`, stage: "Lead", amount: index, stageSince: "2026-01-01" }));
  expect(columnOf(planOf({ deals: many }), "Attention", "Deal ID")).toHaveLength(25);
  expect(columnOf(planOf({ deals: many }), "Attention", "Deal ID")[0]).toBe("X39");
});

it("ranks everyone by won amount, ties alike, reps without a deal at zero", () => {
  const plan = planOf({ deals: [...making.deals, { id: "D8", stage: "Won", outcome: "won", amount: 200, owner: "ANN", closed: "2026-11-02" }] });
  expect(columnOf(plan, "Reps", "Rep")).toEqual(["Ann", "Bob", "Cid"]);
  expect(columnOf(plan, "Reps", "Rank")).toEqual([1, 1, 3]);
  expect(columnOf(plan, "Reps", "Won amount")).toEqual([600, 600, 0]);
  expect(columnOf(plan, "Reps", "Lost")).toEqual([1, 0, 0]);
  expect(columnOf(plan, "Reps", "Win rate")).toEqual([2 / 3, 1, ""]);
  expect(columnOf(plan, "Reps", "Mean cycle")).toEqual([61, 50, ""]);
});

it("charts the ten best of many reps", () => {
  const deals = Array.from({ length: 60 }, (_, index): MadeDeal => ({ id: `X${index}`, stage: "Won", outcome: "won", amount: index, owner: `Rep ${index}`, closed: "2026-11-01" }));
  const plan = planOf({ deals });
  expect(tableOf(plan, "Reps").rows).toBe(61);
  expect(columnOf(plan, "TopReps", "Won by them")).toEqual([59, 58, 57, 56, 55, 54, 53, 52, 51, 50]);
});

it("shows twelve complete months, empty before the first won deal, with the forecast made before each", () => {
  const plan = planOf();
  expect(columnOf(plan, "Months", "Month").slice(-3)).toEqual(["2026-08", "2026-09", "2026-10"]);
  expect(columnOf(plan, "Months", "Won amount")).toEqual(["", "", "", "", "", "", 100, 0, 400, 0, 0, 0]);
  expect(columnOf(plan, "Months", "Forecast before").slice(-4)).toEqual(["", 500 / 3, 400 / 3, 400 / 3]);
});

it("puts every open deal into one row of the expected closes", () => {
  const plan = planOf();
  expect(columnOf(plan, "ExpectedClose", "When")).toEqual(["Overdue", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "Later", "No date"]);
  expect(columnOf(plan, "ExpectedClose", "Open deals")).toEqual([2, 0, 0, 1, 0, 0, 0, 0, 0]);
  expect(columnOf(plan, "ExpectedClose", "Weighted amount")[0]).toBe(160);
});

it("draws six charts where there is something to draw", () => {
  expect(charts(sheetFor())).toEqual(["PipelineByStage", "WonByMonth", "ForecastAgainstActual", "TopReps", "ConversionByStage", "ExpectedClose"]);
});

it("draws no empty chart and says why", () => {
  const sheet = sheetFor({ deals: [{ id: "1", stage: "Lead" }], reps: [] });
  expect(charts(sheet)).toEqual(["PipelineByStage"]);
  for (const why of ["No chart of won amounts", "No chart of won deals", "No forecast against actual", "No chart of reps", "No chart of expected closes"]) expect(wordsOf(sheet)).toContain(why);
});

it("says what stands out, and nothing twice", () => {
  const said = wordsOf(sheetFor());
  expect(said).toContain("Open deals: 3. Too long in their stage: 1. Past their expected close: 2.");
  expect(said).toContain("Furthest below target: Lead, 86% went further, target 90%.");
  expect(said).not.toContain("Fewest go further");
  expect(said).toContain("Bob brought 60% of the won amount.");
});

it("is empty with a reason where there are no deals", () => {
  const context = made({ deals: [], stages: [], asOf: "2026-11-23" });
  expect(wordsOf(sheetOf(bookOf(context, dashboardSheet(context)), "dashboard"))).toContain("it needs deals");
});

it.each<[string, Partial<Making>]>([
  ["no stages", { stages: [], deals: [{ id: "1", name: "x" }] }],
  ["won deals only", { deals: making.deals.filter((deal) => deal.outcome === "won") }],
  ["lost deals only", { deals: making.deals.filter((deal) => deal.outcome === "lost") }],
  ["no dates", { deals: making.deals.map((deal) => without(deal, "created", "closed", "due", "stageSince", "lastActivity")) }],
  ["no amounts", { deals: making.deals.map((deal) => ({ ...deal, amount: null })) }],
])("stays sensible with %s", (_, more) => {
  for (const language of ["en", "zh-CN"] as const) {
    const sheet = sheetFor({ ...more, language });
    for (const cell of sheet.cells) expect(String(cell.value)).not.toMatch(/NaN|undefined|Infinity|^false$/);
    for (const chart of sheet.charts) expect(chart.series.some((series) => series.values.values.some((value) => typeof value === "number" && value !== 0))).toBe(true);
  }
});

it("fits one page in width and prints across", () => {
  expect(sheetFor().print).toMatchObject({ orientation: "landscape", paper: "a4" });

});

describeWithShared("the Maven CRM dashboard", () => {
  it("agrees with figures computed by a database", () => {
    const context = made(maven());
    const plan = bookOf(context, dashboardSheet(context));
    const sheet = sheetOf(plan, "dashboard");
    expect(card(sheet, "Won in the window")[0]).toBe(2867975);
    expect(card(sheet, "Forecast, simple")[0]).toBeCloseTo(3114522.504246759, 4);
    expect(card(sheet, "Stalled deals")[0]).toBe(1479);
    expect(columnOf(plan, "Months", "Won amount")).toEqual(["", "", 1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573]);
    expect(columnOf(plan, "Reps", "Rep").slice(0, 3)).toEqual(["Darcel Schlecht", "Vicki Laflamme", "Kary Hendrixson"]);
    expect(columnOf(plan, "Reps", "Stalled").slice(0, 3)).toEqual([83, 98, 91]);
    expect(columnOf(plan, "Reps", "Mean cycle")[0]).toBeCloseTo(49.4269340974212, 9);
    expect(columnOf(plan, "Reps", "Rep").slice(-2)).toEqual(["Carl Lin", "Mei-Mei Johns"]);
  });
});
