import { metricTables } from "../../src/cli/metric-tables";
import { describeWithShared } from "../shared-data";
import { made, type Making } from "../sheets/made";
import { maven } from "../sheets/maven";

const making: Making = {
  asOf: "2026-11-23",
  reps: ["Cid"],
  stages: [["Lead", "open"], ["Proposal", "open"], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { id: "1", stage: "Lead", created: "2026-11-01", owner: "Ann" },
    { id: "2", stage: "Proposal", amount: 300, owner: "bob" },
    { id: "3", stage: "Won", outcome: "won", amount: 500, closed: "2026-11-01", owner: "Bob" },
    { id: "4", stage: "Won", outcome: "won", amount: 700, closed: "2026-07-01", owner: "Ann" },
    { id: "5", stage: "Lost", outcome: "lost", closed: "2026-08-23", owner: "Bob" },
    { id: "6", stage: "Lost", outcome: "lost", closed: "2026-08-22" },
  ],
  moves: [
    { deal: "1", to: "Lead", on: "2026-11-01" },
    { deal: "2", to: "Lead", on: "2026-09-01" }, { deal: "2", to: "Proposal", on: "2026-09-11" },
    { deal: "3", to: "Lead", on: "2026-06-01" }, { deal: "3", to: "Lead", on: "2026-06-05" }, { deal: "3", to: "Won", on: "2026-11-01" },
    { deal: "4", to: "Proposal", on: "2026-06-01" }, { deal: "4", to: "Won", on: "2026-07-01" },
    { deal: "5", to: "Lead", on: "2026-06-01" }, { deal: "5", to: "Lost", on: "2026-08-23" },
  ],
};
// Made anew in each test, so that each judges what it looks at.
const tables = () => metricTables(made(making).model);

it("lists every stage, with nothing for an amount nobody knows", () => {
  expect(tables()["by-stage"]).toEqual([
    { stage: "Lead", deals: 1, amount: null }, { stage: "Proposal", deals: 1, amount: 300 },
    { stage: "Won", deals: 2, amount: 1200 }, { stage: "Lost", deals: 2, amount: null },
  ]);
});

it("lists every owner, one name however it is written, and reps without a deal as zero", () => {
  expect(tables()["by-owner"]).toEqual([
    { owner: "Ann", wonAmount: 700, won: 1, lost: 0, open: 1, winRate: 1 },
    { owner: "bob", wonAmount: 500, won: 1, lost: 1, open: 1, winRate: 0.5 },
    { owner: "Cid", wonAmount: 0, won: 0, lost: 0, open: 0, winRate: null },
  ]);
});

it("includes both ends of the window and orders by amount", () => {
  expect(tables()["window-by-stage"]).toEqual([{ stage: "Won", deals: 1, amount: 500 }, { stage: "Lost", deals: 1, amount: null }]);
});

it("keeps the ways to count a funnel apart", () => {
  const of = (mode: string) => tables().funnel.filter((row) => row.mode === mode).map(({ stage, reached, step, cumulative }) => [stage, reached, step, cumulative]);
  expect(of("snapshot")).toEqual([["Lead", 6, null, 1], ["Proposal", 5, 5 / 6, 5 / 6], ["Closed", 4, 4 / 5, 4 / 6], ["Won", 2, 2 / 4, 2 / 6]]);
  expect(of("back-filled")).toEqual([["Lead", 4, null, 1], ["Proposal", 3, 3 / 4, 3 / 4], ["Won", 2, 2 / 3, 2 / 4]]);
  expect(of("ever-entered")).toEqual([["Lead", 4, 2 / 4, 1], ["Proposal", 2, 1 / 2, 2 / 4], ["Won", 2, 0, 2 / 4]]);
  expect(of("cohort")).toEqual([["Lead", 2, 1 / 2, 1], ["Proposal", 1, 0, 1 / 2], ["Won", 0, null, 0]]);
});

it("counts a funnel by the state of deals alone where there is no history, and names the step of closed ones as asked", () => {
  const { funnel } = metricTables(made({ ...making, moves: [] }).model, "Done");
  expect(funnel.filter(({ mode }) => mode === "snapshot").map(({ stage }) => stage)).toEqual(["Lead", "Proposal", "Done", "Won"]);
  const { asOf, stages, deals } = making;
  expect([...new Set(metricTables(made({ asOf, stages, deals }).model).funnel.map(({ mode }) => mode))]).toEqual(["snapshot", "back-filled"]);
});

it("says nothing where there are no deals", () => {
  expect(metricTables(made({ deals: [], stages: [], asOf: "2026-11-23" }).model)).toEqual({ "by-stage": [], "by-owner": [], "window-by-stage": [], funnel: [], completeness: [] });
});

describeWithShared("the Maven CRM deals", () => {
  it("agree with figures computed by a database", () => {
    const { funnel, "by-stage": stages, "by-owner": owners, "window-by-stage": window } = metricTables(made(maven()).model);
    expect(funnel.filter((row) => row.mode === "snapshot")).toEqual([
      { stage: "Prospecting", mode: "snapshot", reached: 8800, step: null, cumulative: 1 },
      { stage: "Engaging", mode: "snapshot", reached: 8300, step: 0.9431818181818182, cumulative: 0.9431818181818182 },
      { stage: "Closed", mode: "snapshot", reached: 6711, step: 0.8085542168674699, cumulative: 0.7626136363636363 },
      { stage: "Won", mode: "snapshot", reached: 4238, step: 0.6315005215318135, cumulative: 0.48159090909090907 },
    ]);
    expect(stages).toEqual([
      { stage: "Prospecting", deals: 500, amount: null }, { stage: "Engaging", deals: 1589, amount: null },
      { stage: "Won", deals: 4238, amount: 10005534 }, { stage: "Lost", deals: 2473, amount: 0 },
    ]);
    expect(owners).toHaveLength(32);
    expect(owners[0]).toEqual({ owner: "Darcel Schlecht", wonAmount: 1153214, won: 349, lost: 204, open: 194, winRate: 0.6311030741410488 });
    expect(window).toEqual([{ stage: "Won", deals: 1217, amount: 2867975 }, { stage: "Lost", deals: 792, amount: 0 }]);
  });

  it.each([["2017-05-31", 1254, 2882317], ["2026-11-23", undefined, undefined]])("closes the window on the as-of day %s", (asOf, deals, amount) => {
    const { "window-by-stage": window } = metricTables(made(maven(asOf)).model);
    expect([window[0]?.deals, window[0]?.amount]).toEqual([deals, amount]);
  });
});
