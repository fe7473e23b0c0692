import { attentionDeals } from "../../src/metrics/attention";
import type { MadeDeal } from "../sheets/made";
import { dealModel, inGroups, withValues } from "./deal-model";

const of = (...deals: readonly MadeDeal[]) => dealModel({ asOf: "2026-06-30", stages: [["Lead", "open", { longestStay: 30 }], ["Offer", "open", { longestStay: null }], ["Won", "won"]], deals });
const late = { stage: "Offer", due: "2026-06-01" } as const;
const found = (model: ReturnType<typeof of>) => attentionDeals(model).map(({ id }) => id);

it("looks for open deals too long in their stage, past their date or quiet for too long", () => {
  expect(found(of(
    { id: "31 days", stage: "lead", stageSince: "2026-05-30" }, { id: "30 days", stage: "Lead", stageSince: "2026-05-31" },
    { id: "yesterday", stage: "Offer", due: "2026-06-29" }, { id: "today", stage: "Offer", due: "2026-06-30" },
    { id: "31 quiet", stage: "Offer", lastActivity: "2026-05-30" }, { id: "30 quiet", stage: "Offer", lastActivity: "2026-05-31" },
  ))).toEqual(["31 days", "yesterday", "31 quiet"]);
});

it("leaves alone closed deals, and open ones that tell nothing of themselves", () => {
  expect(found(of(
    { id: "won", stage: "Won", outcome: "won", due: "2026-06-01", stageSince: "2020-01-01", lastActivity: "2020-01-01" },
    { id: "no date", stage: "Lead" }, { id: "no stage", stageSince: "2020-01-01" }, { id: "no limit", stage: "Offer", stageSince: "2020-01-01" }, { id: "late", ...late },
  ))).toEqual(["late"]);
});

it("reads no date from text", () => {
  expect(found(withValues(of({ id: "a", ...late }, { id: "b", ...late }, { id: "c", ...late }), "due", ["", "1", 46_000]))).toEqual(["c"]);
});

it("puts the largest amount first, then the longest in its stage, then the first row; what is unknown last", () => {
  expect(found(of(
    { id: "unknown", ...late }, { id: "also unknown", ...late },
    { id: "5", ...late, amount: 5 }, { id: "5 too", ...late, amount: 5 }, { id: "5 since May", ...late, amount: 5, stageSince: "2026-05-01" }, { id: "5 since April", ...late, amount: 5, stageSince: "2026-04-01" },
    { id: "9", ...late, amount: 9 },
  ))).toEqual(["9", "5 since April", "5 since May", "5", "5 too", "unknown", "also unknown"]);
});

it("names each deal by an id a lookup finds: text of up to 200 characters, its first row", () => {
  const ids = [null, 7, "", "a".repeat(201), "b".repeat(200), "x", "X"];
  const model = withValues(of(...ids.map(() => late)), "id", ids);
  expect(attentionDeals(model).map(({ row, id }) => [row, id.slice(0, 1)])).toEqual([[4, "b"], [5, "x"]]);
});

it("looks at none where open deals are in groups", () => {
  expect(attentionDeals(inGroups(of({ id: "late", ...late })))).toEqual([]);
});
