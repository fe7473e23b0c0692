import { catalogue } from "../../src/metrics/catalogue";
import { runRateBefore, runRateForecast } from "../../src/metrics/forecast";
import { reference } from "../../src/formula/term";
import { dayOf } from "../../src/values";
import type { Making } from "../sheets/made";
import { dealModel } from "./deal-model";

const won = (closed: string, amount?: number) => ({ stage: "Won", outcome: "won", closed, ...(amount === undefined ? {} : { amount }) } as const);
const of = (...deals: Making["deals"]) => dealModel({ asOf: "2026-11-23", stages: [["Lead", "open"], ["Won", "won"], ["Lost", "lost"]], deals });

it("takes a third of what the three newest complete months won", () => {
  const model = of(won("2026-07-31", 30), won("2026-08-01", 50), won("2026-10-31", 40), won("2026-11-01", 60), { stage: "Lost", outcome: "lost", closed: "2026-09-01", amount: 70 });
  // August to October: (50 + 40) ÷ 3.
  expect(runRateForecast(model).value).toBe(30);
});

it("is nothing where nothing was ever won or no amount is known, and zero where it was won before", () => {
  expect(runRateForecast(of({ stage: "Lost", outcome: "lost", closed: "2026-09-01", amount: 70 })).value).toBe("");
  expect(runRateForecast(of(won("2026-09-01"))).value).toBe("");
  expect(runRateForecast(of(won("2026-07-31", 30))).value).toBe(0);
});

it("writes the three months, the third and the day after the last month into the formula", () => {
  const model = of(won("2026-09-01", 30));
  const months = 'Deals[Outcome],"Won",Deals[Close date],">="&EDATE(Start,-3),Deals[Close date],"<"&Start';
  const sum = `IF(AND(COUNTIFS(${months})>0,COUNTIFS(${months},Deals[Amount],">-1E+99")=0),"",SUMIFS(Deals[Amount],${months}))`;
  const third = `IF(COUNT(${sum})<1,"",${sum}/3)`;
  expect(runRateBefore(model, reference("Start", dayOf(2026, 11, 1)!))).toMatchObject({ value: 10, text: third });
  expect(runRateForecast(model).text).toBe(`IF(COUNTIFS(Deals[Outcome],"Won")=0,"",${third.replaceAll("Start", "LastMonthEnd+1")})`);
});

it("is made of the won deals of its months alone that have an amount", () => {
  const model = of(won("2026-07-31", 30), won("2026-08-01", 50), won("2026-10-31", 40), won("2026-10-31"), won("2026-11-01", 60));
  expect(catalogue(model).find(({ id }) => id === "forecast.run-rate")!.rows.value).toBe(2);
});
