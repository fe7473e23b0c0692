import { column } from "../../src/formula/column";
import { outcomeIs } from "../../src/metrics/deals";
import { valuesOf, winReasons } from "../../src/metrics/reasons";
import { asked } from "./asked";
import { dealModel } from "./deal-model";

const model = dealModel({
  asOf: "2026-06-30", stages: [["Won", "won"], ["Lost", "lost"]],
  deals: [{ stage: "Won", outcome: "won", lostReason: "Price" }, { stage: "Won", outcome: "won", lostReason: "Won" }, { stage: "Lost", outcome: "lost", lostReason: "Price" }, { stage: "Lost", outcome: "lost", lostReason: "Team" }],
});

it("orders values of equal count by name", () => {
  expect(valuesOf(column("T", "X", ["b", "c", "a"]), null)?.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  expect(valuesOf(column("T", "X", ["a", "c", "b"]), null)?.map(({ text }) => text)).toEqual(["a", "b", "c"]);
});

it("counts the deals of groups that tell, by how many each stands for", () => {
  const { outcome, lostReason } = model.deals.columns;
  const together = () => ({ columns: [lostReason!.values, outcome.values], records: [3, 1, 20, 1] });
  expect(winReasons(asked(model, together).model)).toEqual([{ text: "Price", deals: 3 }]);
});

it("knows no value where groups do not tell", () => {
  const { model: grouped } = asked(model);
  expect([valuesOf(grouped.deals.columns.lostReason!, outcomeIs(grouped, "lost")), winReasons(grouped)]).toEqual([null, null]);
});
