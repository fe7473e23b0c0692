import { surveyKinds } from "../../src/metrics/survey-kind";

it.each([
  ["NPS by its name, whatever the answers", "Net Promoter 2026", [9, 8], "nps", 10],
  ["NPS by a 0 among answers up to 10", "", [0, 7, 10], "nps", 10],
  ["CSAT by its name", "满意度调查", [5, 3], "csat", 5],
  ["CSAT by answers from 1 to 10", "", [1, 7, 10], "csat", 10],
  ["CSAT by answers from 0 to 5", "", [0, 5], "csat", 5],
  ["CSAT by percentages", "", [35, 80], "csat", 100],
  ["nothing by effort", "CES", [1, 2], "other", 5],
  ["nothing by numbers beyond any scale", "", [3, 2000], "other", 100],
  ["nothing without answers", "Web", [], "other", 1],
] as const)("takes a survey for %s", (_, kind, scores, measure, best) => {
  const rows = scores.length === 0 ? [null] : [...scores];
  expect(surveyKinds(rows.map(() => kind), rows)).toEqual([expect.objectContaining({ kind, measure, best, answers: scores.length })]);
});

it("takes names that differ only in case for one survey, in the order of their first answer", () => {
  expect(surveyKinds(["nps", "CSAT", "NPS ", null], [9, 4, 3, 2]).map(({ kind, answers }) => [kind, answers])).toEqual([["nps", 2], ["CSAT", 1], ["", 1]]);
});
