// Lifetime value, acquisition cost and bonus: against published and independently computed answers.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne, cellsOf, column } from "./call";

describe("LTV", () => {
  it("divides margin by churn", () => expect(callOne("LTV", 100, 0.8, 0.05)).toBeCloseTo(1600, 9));
  it("reads 5 %, 0.05 and 5 as the same churn", () => expect(call("LTV", [100, 0.8, column("5%", 0.05)])).toEqual([[1600], [1600]]));
  it("takes a lifetime in months, as the article's 18 and 24", () => expect(call("LTV", [100, "50%", column(18, 24), null, "lifetime"])).toEqual([[900], [1200]]));
  it("discounts margins at the end of each period", () => expect(callOne("LTV", 100, 0.5, 0.2, 0.1)).toBeCloseTo(50 * 0.8 / 0.3, 12));
  it("equals the sum of discounted margins", () => {
    let sum = 0;
    for (let period = 1; period <= 2000; period++) sum += 50 * (0.8 / 1.1) ** period;
    expect(callOne("LTV", 100, 0.5, 0.2, 0.1)).toBeCloseTo(sum, 9);
  });
  it("says why there is none at churn 0", () => expect(callOne("LTV", 100, 0.8, 0)).toMatch(/^#N\/A churn, row 1: with a churn of 0 nobody ever leaves/));
  it("says why there is none at a negative margin", () => expect(callOne("LTV", 100, -0.1, 0.05)).toMatch(/^#N\/A grossMargin, row 1: there is no margin above 0/));
  it("names the blank cell of a row and goes on with the others", () => {
    expect(call("LTV", [column(100, null, 200), 0.5, column(0.1, 0.1, 0.1)])).toEqual([[500], ["#N/A revenuePerPeriod, row 2: the cell is blank."], [1000]]);
  });
  it("leaves a row blank that is blank in every range", () => expect(call("LTV", [column(100, "", 200), 0.5, 0.1])).toEqual([[500], [""], [1000]]));
  it("names the text that is no number", () => expect(callOne("LTV", "lots", 0.5, 0.1)).toMatch(/^#VALUE! revenuePerPeriod, row 1: lots is not a number/));
  it("names the error cell and goes on", () => expect(call("LTV", [[[100], [{ code: "#REF!" }]], 0.5, 0.1])).toEqual([[500], ["#VALUE! revenuePerPeriod, row 2: the cell holds the error #REF!."]]));
  it("refuses ranges of unequal length", () => expect(callOne("LTV", column(1, 2, 3), column(0.5, 0.6), 0.1)).toBe("#VALUE! grossMargin has 2 × 1 cells where 3 × 1 are needed."));
  it("repeats a row against a column, as Excel does", () => expect(call("LTV", [column(100, 200), [[0.5, 1]], 0.1])).toEqual([[500, 1000], [1000, 2000]]));
  it("answers in Chinese with the Chinese name of the argument", () => expect(call("LTV", [100, 0.8, 0], "zh-CN")[0]![0]).toMatch(/^#N\/A 流失率第 1 行：流失率为 0/));
  it.each<[string, unknown[], string]>([
    ["a bare churn of 1: 1 % or all customers", [100, 0.8, 1], "churn, row 1: 1 could be a share or hundredths"],
    ["a bare discount rate of 1", [100, 0.8, 0.1, 1], "discountRate, row 1: 1 could be a share or hundredths"],
    ["a margin above 100 %", [100, 120, 0.1], "grossMargin, row 1: 120 is out of range (≤ 100%)"],
    ["a negative revenue", [-100, 0.8, 0.1], "revenuePerPeriod, row 1: -100 is out of range"],
    ["a lifetime in years, which are no periods", [100, 0.8, "2 years", null, "lifetime"], "churn, row 1: 2 years is not a number"],
    ["numbers beyond what a computer holds", [1e308, 1, 1e-3], "numbers too large or too small"],
  ])("refuses %s", (_, given, said) => expect(callOne("LTV", ...(given as number[]))).toContain(said));
  it("spoils only the row whose numbers are too large", () => expect(call("LTV", [column(100, 1e308), 1, 0.001])).toEqual([[100000], ["#N/A Row 2: numbers too large or too small to compute with."]]));
  it("refuses a discount rate with another method", () => expect(callOne("LTV", 1, 0.5, 0.1, 0.1, "lifetime")).toBe("#VALUE! discountRate does not go with lifetime."));

  it("scales with revenue, and gives the same for a range as row by row", () => {
    const row = fc.record({ revenue: fc.double({ min: 1, max: 1e6, noNaN: true }), margin: fc.double({ min: 0.01, max: 1, noNaN: true }), churn: fc.double({ min: 0.001, max: 0.99, noNaN: true }) });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.double({ min: 0.1, max: 100, noNaN: true }), (rows, factor) => {
      const together = call("LTV", [rows.map((one) => [one.revenue]), rows.map((one) => [one.margin]), rows.map((one) => [one.churn])]);
      rows.forEach((one, at) => {
        expect(together[at]![0]).toBe(callOne("LTV", one.revenue, one.margin, one.churn));
        const scaled = callOne("LTV", one.revenue * factor, one.margin, one.churn) as number;
        expect(scaled / (together[at]![0] as number)).toBeCloseTo(factor, 6);
      });
    }));
  });
});

describe("CAC", () => {
  it("is blended for one cell of customers", () => expect(callOne("CAC", column(100, 200, null), 3)).toBe(100));
  it("is by channel for ranges", () => expect(call("CAC", [column(100, 200), column(2, 8)])).toEqual([[50], [25]]));
  it("shifts the spend by the lag", () => {
    expect(call("CAC", [column(100, 200, 300), column(5, 10, 20), 1])).toEqual([["#N/A spend, row 1: the range has no spend of 1 periods before."], [10], [10]]);
  });
  it("says why without new customers", () => expect(callOne("CAC", 100, 0)).toBe("#N/A newCustomers, row 1: 0 leaves nothing to divide by."));
  it("refuses a negative spend", () => expect(callOne("CAC", -1, 1)).toBe("#VALUE! spend, row 1: -1 is out of range (≥ 0)."));
});

it("PAYBACK refuses what earns nothing, also where two losses multiply to a gain", () => {
  expect(callOne("PAYBACK", 100, 0, 0.5)).toMatch(/^#N\/A revenuePerPeriod/);
  expect(callOne("PAYBACK", 100, -50, -0.5)).toMatch(/^#N\/A revenuePerPeriod/);
});
it("LTVCAC refuses a cost of 0", () => expect(callOne("LTVCAC", 100, 0)).toMatch(/^#N\/A cac, row 1: 0 leaves nothing/));

describe("BONUS", () => {
  it("takes percent, hundredths and points alike, and says where a bare 1.5 could be either", () => expect(call("BONUS", [1000, column("50%", 1.5, 50), column("50 分", 0.5, "50%"), column("50%", "50分", "50%")])).toEqual([
    [500], ["#VALUE! attainment, row 2: 1.5 could be a share or hundredths. Write it with a percent sign."], [500],
  ]));
  it("reads each of them alone", () => {
    expect(callOne("BONUS", 10000, 1.2, "95 分", 1)).toBeCloseTo(11100, 9);
    expect(callOne("BONUS", 10000, 120, 95, 100)).toBeCloseTo(11100, 9);
  });
  it("refuses a bare score that could be out of 5 or of 10", () => {
    expect(callOne("BONUS", 10000, 1, 4.5, 0.8)).toMatch(/^#VALUE! satisfaction, row 1: 4.5 could be/);
    expect(callOne("BONUS", 10000, 1, 0.9, 8)).toMatch(/^#VALUE! process, row 1: 8 could be/);
    expect(callOne("BONUS", 10000, 1, 0.9, 1.2)).toBeCloseTo(10200, 9);
  });
  it("reads an accelerator of 150, 150 % and 1.5 alike", () => {
    for (const faster of [150, "150%", 1.5]) expect(callOne("BONUS", 1000, 1.2, 1, 1, null, null, null, faster)).toBeCloseTo(1180, 9);
  });
  it("refuses a score out of who knows what", () => expect(callOne("BONUS", 10000, 1, "4.5 分", 1)).toMatch(/^#VALUE! satisfaction/));
  it("counts nothing below the floor, no more than the cap, and more above 100 %", () => {
    expect(callOne("BONUS", 1000, 0.7, 1, 1, null, 0.8)).toBeCloseTo(400, 9);
    expect(callOne("BONUS", 1000, 1.5, 1, 1, null, null, 1.2)).toBeCloseTo(1120, 9);
    expect(callOne("BONUS", 1000, 1.1, 1, 1, null, null, null, 2)).toBeCloseTo(1120, 9);
  });
  it("wants weights of 100 % in all", () => {
    expect(callOne("BONUS", 1000, 1, 1, 1, [[50, 30, 20]])).toBeCloseTo(1000, 9);
    expect(callOne("BONUS", 1000, 1, 1, 1, [["50%", "30%", "30%"]])).toBe("#VALUE! weights, row 1: 110% is out of range (Σ = 100%).");
    expect(callOne("BONUS", 1000, 1, 1, 1, [["50%", "50%", null]])).toBe("#N/A weights, row 3: the cell is blank.");
    expect(callOne("BONUS", 1000, 1, 1, 1, [[0.5, 0.5]])).toBe("#VALUE! weights has 1 × 2 cells where 3 × 1 are needed.");
  });
  it("never falls as attainment rises", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((attainment) => callOne("BONUS", 1000, attainment, 0.5, 0.5, null, 0.5, 1.4, 1.5) as number);
      expect(low).toBeLessThanOrEqual(high! + 1e-9);
    }));
  });
});

describeWithShared("shared answers", () => {
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;

  it("gives the article's bonuses, and none where a figure is missing", () => {
    const [, ...reps] = cellsOf(readFileSync(sharedData("article_rules_shared/bonus.csv")!, "utf8"));
    const given = call("BONUS", [4, 1, 2, 3].map((at) => reps.map((rep) => [rep[at]!])));
    results("article_rules_shared").shared_bonus.rows.forEach(({ bonus }: { bonus: number | null }, at: number) => {
      if (bonus === null) expect(given[at]![0]).toMatch(/^#N\/A process, row \d: the cell is blank/);
      else expect(given[at]![0]).toBeCloseTo(bonus, 6);
    });
  });

  it("gives the bonuses of the sales targets, capped and not", () => {
    const rows: { attainment_q1: number; bonus_capped: number; bonus_uncapped: number }[] = results("sales_targets").bonus_article_formula.rows;
    const attainment = rows.map((row) => [row.attainment_q1]);
    call("BONUS", [10000, attainment, 0.9, 0.8, null, null, 1.2]).forEach(([bonus], at) => expect(bonus).toBeCloseTo(rows[at]!.bonus_capped, 6));
    call("BONUS", [10000, attainment, 0.9, 0.8]).forEach(([bonus], at) => expect(bonus).toBeCloseTo(rows[at]!.bonus_uncapped, 6));
  });

  it("gives the lifetime values and payback of the telco customers", () => {
    const [{ arpu, churn_rate, ltv_simple, ltv_margin_70, ltv_to_cac_at_150, payback_months_at_150 }] = results("telco_churn").ltv.rows;
    expect(callOne("LTV", arpu, 1, churn_rate)).toBeCloseTo(ltv_simple, 9);
    expect(callOne("LTV", arpu, 0.7, churn_rate)).toBeCloseTo(ltv_margin_70, 9);
    expect(callOne("LTVCAC", ltv_margin_70, 150)).toBeCloseTo(ltv_to_cac_at_150, 9);
    expect(callOne("PAYBACK", 150, arpu, 0.7)).toBeCloseTo(payback_months_at_150, 9);
  });

  it("gives the cost of a customer of the car dealer", () => {
    const [{ total_budget, converted, cac }] = results("cn_auto_crm").cac.rows;
    expect(callOne("CAC", total_budget, converted)).toBeCloseTo(cac, 6);
  });
});
