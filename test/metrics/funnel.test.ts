import { column, type Column } from "../../src/formula/column";
import { literal, reference } from "../../src/formula/term";
import { enteredStep, funnelSteps, meanDaysInStage, possibleModes, reachedBySteps } from "../../src/metrics/funnel";
import type { FirstEntries, MoveTable } from "../../src/metrics/model";
import { asked } from "./asked";
import { dealModel } from "./deal-model";

const model = dealModel({
  asOf: "2026-06-30", stages: [["Lead", "open"], ["Signed", "won"], ["Lost", "lost"]],
  deals: [{ stage: "Lead" }, { stage: "Signed", outcome: "won" }, { stage: "Lost", outcome: "lost" }],
  moves: [{ deal: "D1", to: "Lead", on: "2026-05-01" }, { deal: "D2", to: "Lead", on: "2026-05-01" }, { deal: "D2", to: "Signed", on: "2026-05-11" }],
});
const moves = model.moves!;

/** Stage history in groups, cut at these days only; it tells of three deals, of which one went further. */
function cutAt(...days: readonly number[]): MoveTable {
  const { grouping } = asked(model).model.deals.columns.id;
  const blank = column("R", "Blank", []);
  const cohort: Column = { ...blank, grouping: { ...grouping!, isCutAt: (day) => days.includes(day) } };
  const reached = { stage: column("R", "Stage", ["Lead", "Lead", "Lead"]), cohort, further: column("R", "Further", [1, 0, 0]), once: blank };
  const first: FirstEntries = { reached, entered: { stage: blank, on: blank, cohort: blank, within: blank, since: blank } };
  return { ...moves, first };
}

it("names the won step by its one stage", () => {
  expect(funnelSteps(model, "Closed").map(({ label }) => label)).toEqual(["Lead", "Closed", "Signed"]);
});

it("counts nothing at the closed step when back-filled", () => {
  expect(reachedBySteps(model, "back-filled", funnelSteps(model, "Closed")).map(({ text, value }) => [text, value])[1]).toEqual(['""', ""]);
});

it("counts a cohort only where groups are cut at both ends of the window", () => {
  const start = model.settings.windowStart.value;
  const after = model.settings.windowEnd.value + 1;
  const has = (history: MoveTable) => possibleModes({ ...model, moves: history }).includes("cohort");
  expect([has(cutAt(start, after)), has(cutAt(start)), has(cutAt(after)), has(cutAt(start, after - 2)), has(moves)]).toEqual([true, false, false, false, true]);
  expect(possibleModes({ ...model, moves: cutAt() })).toEqual(["snapshot", "back-filled", "ever-entered"]);
});

it("counts first entries in groups where there are any", () => {
  const lead = funnelSteps(model, "Closed")[0]!;
  const entered = (history: MoveTable) => [enteredStep(model, history, lead, false, false).value, enteredStep(model, history, lead, false, true).value];
  expect([entered(moves), entered(cutAt())]).toEqual([[2, 1], [3, 1]]);
  expect(enteredStep(model, cutAt(), lead, false, true).text).toContain("R[Stage]");
});

it("counts a deal once that entered two won stages, in rows and in groups", () => {
  const two = dealModel({
    asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"], ["Signed", "won"]], deals: [{ stage: "Signed", outcome: "won" }],
    moves: [{ deal: "D1", to: "Lead", on: "2026-05-01" }, { deal: "D1", to: "Won", on: "2026-05-05" }, { deal: "D1", to: "Signed", on: "2026-05-11" }, { deal: "D2", to: "Won", on: "2026-05-11" }],
  });
  const won = funnelSteps(two, "Closed").at(-1)!;
  expect(enteredStep(two, two.moves!, won, false, false).value).toBe(2);
  const history = cutAt();
  const reached = { ...history.first!.reached, stage: column("R", "Stage", ["Lead", "Won", "Signed", "Won"]), further: column("R", "Further", [1, 1, 0, 0]) };
  expect(enteredStep(two, { ...history, first: { ...history.first!, reached } }, won, false, false).value).toBe(2);
});

it("has no entries of a closed step or one without stages, and adds those of several", () => {
  const of = (kind: "closed" | "open", ...stages: readonly string[]) => enteredStep(model, moves, { kind, label: "x", stages }, false, false, reference("A2", "Lead"));
  expect([of("closed", "Lead").value, of("open").value, of("open", "Lead").value, of("open", "Lead", "Signed").value]).toEqual(["", "", 2, 3]);
  expect([of("open", "Lead").text.includes("A2"), of("open", "Lead", "Signed").text.includes("A2")]).toEqual([true, false]);
});

it("has the mean days of a stage where the order of entries is known, in rows and in groups", () => {
  const lead = literal("Lead");
  expect(meanDaysInStage(moves, lead).value).toBe(10);
  expect(meanDaysInStage({ ...cutAt(), order: null } as MoveTable, lead)).toMatchObject({ value: "", text: '""' });
  const mean = reference("Mean", 7);
  const daysInStage: Column = { ...column("R", "Days", []), grouping: { ...asked(model).model.deals.columns.id.grouping!, mean: () => mean } };
  expect(meanDaysInStage({ ...moves, order: { ...moves.order!, daysInStage } } as MoveTable, lead)).toEqual(mean);
});
