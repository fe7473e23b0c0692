// The formulas of KPIs that departments share, with their values.

import { is } from "../../src/formula/criteria";
import { compare, literal, reference, type Figure } from "../../src/formula/term";
import { nps } from "../../src/metrics/nps";
import { keptShare, kpiStatus, type KpiStatus } from "../../src/metrics/shared-kpis";

const churned = { text: "Accounts[Churned]", values: ["No", "Yes", "no", null, "No"] };
const score = { text: "Surveys[Score]", values: [10, 9, 6, 8, 5, null] };
const kind = { text: "Surveys[Kind]", values: ["NPS", "nps", "NPS", "NPS", "CSAT", "NPS"] };

it("leaves customers without a mark out of those kept", () => {
  const term = keptShare(churned, { yes: "Yes", no: "No" });
  expect(term.text).toBe('IF(COUNTIFS(Accounts[Churned],"No")+COUNTIFS(Accounts[Churned],"Yes")=0,"",COUNTIFS(Accounts[Churned],"No")/(COUNTIFS(Accounts[Churned],"No")+COUNTIFS(Accounts[Churned],"Yes")))');
  expect(term.value).toBe(3 / 4);
});

it("takes the promoter score of one kind of survey", () => {
  // Of four answers two promote and one detracts.
  expect(nps(score, is(kind, literal("NPS"))).value).toBe(25);
  expect(nps(score, is(kind, literal("other"))).value).toBe("");
});

const words: Readonly<Record<KpiStatus, string>> = { reached: "r", close: "c", behind: "b", noActual: "a", noTarget: "t" };

it.each([
  [10, 10, "at least", "r"], [9, 10, "at least", "c"], [8.99, 10, "at least", "b"], [11, 10, "at most", "c"], [11.01, 10, "at most", "b"], [9, 10, "at most", "r"],
  [0, 0, "at most", "r"], [0.01, 0, "at most", "b"], [0.7 + 0.1, 0.8, "at least", "r"], ["", 1, "at least", "a"], [1, "", "at least", "t"], ["", "", "at most", "t"],
] as const)("%s against %s, %s, is %s", (actual, target, direction, status) => {
  const atMost = compare(reference("D", direction), "=", literal("at most"));
  const cells = { actual: reference<Figure>("A", actual), target: reference<Figure>("T", target), atMost, close: reference("Close", 0.1) };
  expect(kpiStatus(cells, words).value).toBe(status);
});
