// The formulas of NPS, CSAT, retention, churn and NRR, with their values.

import { literal, reference } from "../../src/formula/term";
import { csat, nps } from "../../src/metrics/nps";
import { churn, churnOf, netRevenueRetention, retention, revenueChurnOf } from "../../src/metrics/retention";

const scores = { text: "Survey[Score]", values: [10, 9, 8, 3, "", "n/a"] };
const flags = { text: "Customers[Left]", values: [1, 0, 0, 0] };
const revenue = { text: "Customers[Revenue]", values: [300, 100, 400, 200] };
const [start, other] = [reference("start", 200), reference("other", 20)];

it.each([
  [nps(scores), 'IF(COUNTIFS(Survey[Score],">-1E+99")=0,"",100*(COUNTIFS(Survey[Score],">=9")-COUNTIFS(Survey[Score],"<=6"))/COUNTIFS(Survey[Score],">-1E+99"))', 25],
  [csat(scores, literal(8)), 'IF(COUNTIFS(Survey[Score],">-1E+99")=0,"",COUNTIFS(Survey[Score],">=8")/COUNTIFS(Survey[Score],">-1E+99"))', 0.75],
  [churnOf(flags), 'IF(COUNTIFS(Customers[Left],">-1E+99")=0,"",COUNTIFS(Customers[Left],1)/COUNTIFS(Customers[Left],">-1E+99"))', 0.25],
  [revenueChurnOf(flags, revenue), 'IF(SUMIFS(Customers[Revenue],Customers[Left],">-1E+99")=0,"",SUMIFS(Customers[Revenue],Customers[Left],1)/SUMIFS(Customers[Revenue],Customers[Left],">-1E+99"))', 0.3],
  [retention(start, reference("end", 210), other), 'IF(start=0,"",(end-other)/start)', 0.95],
  [churn(start, other), 'IF(start=0,"",other/start)', 0.1],
  [netRevenueRetention(start, other, literal(4), literal(6)), 'IF(start=0,"",(start+other-4-6)/start)', 1.05],
])("%#: has the formula one would type", (term, text, value) => {
  expect(term.text).toBe(text);
  expect(term.value).toBe(value);
});

it("gives nothing without answers", () => expect(nps({ text: "Survey[Score]", values: ["", null] }).value).toBe(""));
