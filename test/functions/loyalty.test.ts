// NPS, CSAT, retention, churn and NRR: against independently computed answers, and what cannot be read.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne, column, type Shown } from "./call";

describe("NPS", () => {
  it("is promoters less detractors over all answers, not rounded", () => expect(callOne("NPS", column(10, 9, 8, 7, 6, 0, 10))).toBeCloseTo(100 / 7, 12));
  it("leaves blanks and placeholders out", () => expect(callOne("NPS", column(10, null, "", "n/a", "-", 5, 8, 9))).toBe(25));
  it("takes text numbers, rows and blocks of cells", () => {
    expect(callOne("NPS", [["10", "6"], [9, null]])).toBeCloseTo(100 / 3, 12);
    expect(callOne("NPS", 10)).toBe(100);
    expect(callOne("NPS", [[0, 6, 3]])).toBe(-100);
  });
  it("ignores the blank rest of a whole column", () => expect(callOne("NPS", [...Array.from({ length: 10 }, () => [9]), ...Array.from({ length: 5000 }, () => [null])])).toBe(100));
  it.each([
    [column(10, 11), "#VALUE! scores, row 2: 11 is out of range (0, 1 … 10)."],
    [column(10, -1), "#VALUE! scores, row 2: -1 is out of range (0, 1 … 10)."],
    [column(10, null, 9.5), "#VALUE! scores, row 3: 9.5 is out of range (0, 1 … 10)."],
    [column("How likely?", 9), "#VALUE! scores, row 1: How likely? is not a number."],
    [column("100%", 9), "#VALUE! scores, row 1: 100% is not a number."],
    [column(true, 9), "#VALUE! scores, row 1: TRUE is not a number."],
    [[[9], [{ code: "#N/A" }]], "#VALUE! scores, row 2: the cell holds the error #N/A."],
    [column(null, null), "#N/A scores: there is nothing to compute from."],
    [null, "#N/A scores, row 1: the cell is blank."],
  ])("says what is wrong with %j", (scores, said) => expect(callOne("NPS", scores)).toBe(said));

  it("lies between -100 and 100, whatever the order, and turns with the scores", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 40 }), (scores) => {
      const score = callOne("NPS", column(...scores)) as number;
      expect(Math.abs(score)).toBeLessThanOrEqual(100);
      expect(callOne("NPS", column(...[...scores].reverse()))).toBe(score);
      expect(callOne("NPS", column(...scores, ...scores))).toBeCloseTo(score, 9);
      expect(callOne("NPS", column(...scores, 10))).toBeGreaterThanOrEqual(score);
    }));
  });
});

describe("CSAT", () => {
  it("counts 4 and 5 of 5", () => expect(callOne("CSAT", column(5, 4, 3, null, 1))).toBe(0.5));
  it("counts the two best of any other scale", () => {
    expect(callOne("CSAT", column(7, 6, 5, 1), null, 7)).toBe(0.5);
    expect(callOne("CSAT", column(10, 9, 8, 0), null, 10)).toBe(0.5);
  });
  it("counts from where one says", () => {
    expect(callOne("CSAT", column(10, 9, 8, 7), 8, 10)).toBe(0.75);
    expect(callOne("CSAT", column(5, 4, 3, 2), 5)).toBe(0.25);
  });
  it("takes half stars", () => expect(callOne("CSAT", column(4.5, 3.5))).toBe(0.5));
  it("does not take a scale to 10 for one to 5", () => expect(callOne("CSAT", column(5, 9))).toBe("#VALUE! scores, row 2: 9 is out of range (1 – 5)."));
  it("refuses a 0 of 5", () => expect(callOne("CSAT", column(5, 0))).toBe("#VALUE! scores, row 2: 0 is out of range (1 – 5)."));
  it("refuses what lies off the scale", () => {
    expect(callOne("CSAT", column(5, 4), 8)).toBe("#VALUE! satisfiedFrom, row 1: 8 is out of range (≤ 5).");
    expect(callOne("CSAT", column(5, 4), null, 2)).toBe("#VALUE! best, row 1: 2 is out of range (≥ 3).");
    expect(callOne("CSAT", column(5, 4), column(4, 5))).toBe("#VALUE! satisfiedFrom has 2 × 1 cells where 1 × 1 are needed.");
  });
  it("falls as more is asked", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (scores) => {
      const shares = [2, 3, 4, 5].map((from) => callOne("CSAT", column(...scores), from) as number);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }));
  });
});

describe("RETENTION and CHURN from counts", () => {
  it("take new customers off the end", () => expect(callOne("RETENTION", 200, 210, 30)).toBeCloseTo(0.9, 12));
  it("go cell by cell", () => {
    expect(call("RETENTION", [column(100, 200, null), column(90, 150, null), column(0, 50, null)])).toEqual([[0.9], [0.5], [""]]);
    expect(call("CHURN", [[[100, 200]], [[5, 50]]])).toEqual([[0.05, 0.25]]);
  });
  it("take missing new customers as none, but not one blank of many", () => {
    expect(callOne("RETENTION", 100, 80, null)).toBe(0.8);
    expect(call("RETENTION", [column(100, 100), column(80, 90), column(null, 10)])).toEqual([["#N/A newCustomers, row 1: the cell is blank."], [0.8]]);
  });
  it("say what cannot be", () => {
    expect(callOne("RETENTION", 0, 0)).toBe("#N/A start, row 1: 0 leaves nothing to divide by.");
    expect(callOne("RETENTION", 100, 120)).toBe("#VALUE! end, row 1: 120 is out of range (≤ 100).");
    expect(callOne("RETENTION", 100, 20, 30)).toBe("#VALUE! newCustomers, row 1: 30 is out of range (≤ 20).");
    expect(callOne("RETENTION", 100, null)).toBe("#N/A end, row 1: the cell is blank.");
    expect(callOne("CHURN", 100, null)).toBe("#N/A lost, row 1: the cell is blank.");
    expect(callOne("CHURN", 100, 101)).toBe("#VALUE! lost, row 1: 101 is out of range (≤ 100).");
    expect(callOne("CHURN", 100, -1)).toBe("#VALUE! lost, row 1: -1 is out of range (≥ 0).");
    expect(callOne("CHURN", 0, 0)).toMatch(/^#N\/A start, row 1: 0 leaves nothing to divide by/);
  });
  it("are shares of one whole, whatever the unit, and the same row by row", () => {
    const row = fc.record({ start: fc.integer({ min: 1, max: 1e6 }), lost: fc.nat(1e6) }).map(({ start, lost }) => ({ start, lost: lost % (start + 1) }));
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.double({ min: 0.1, max: 100, noNaN: true }), (rows, factor) => {
      const lost = call("CHURN", [rows.map((one) => [one.start]), rows.map((one) => [one.lost])]);
      rows.forEach(({ start, lost: gone }, at) => {
        expect(callOne("CHURN", start, gone)).toBe(lost[at]![0]);
        expect((callOne("RETENTION", start, start - gone) as number) + (lost[at]![0] as number)).toBeCloseTo(1, 12);
        expect(callOne("CHURN", start * factor, gone * factor)).toBeCloseTo(lost[at]![0] as number, 9);
      });
    }));
  });
});

describe("RETENTION and CHURN from one flag for each customer", () => {
  it.each([
    [["Yes", "No", "no", "N"]], [["Y", "N", "N", "N"]], [[true, false, false, false]], [[1, 0, 0, 0]], [["1", "0", "0", "0"]], [["是", "否", "否", "否"]], [["流失", "活跃", "留存", "未流失"]],
    [["Churned", "Active", "Active", "Retained"]],
  ] as (string | number | boolean)[][][])("reads %j", (flags) => {
    expect(callOne("CHURN", column(...flags))).toBe(0.25);
    expect(callOne("RETENTION", column(...flags))).toBe(0.75);
  });
  it("weighs by revenue", () => expect(callOne("CHURN", column("No", "Yes", "No", null), column(100, 300, 600, null))).toBe(0.3));
  it("refuses a blank between customers, which may be a no or unknown", () => {
    expect(callOne("CHURN", column("Yes", null, "No"))).toBe("#N/A start, row 2: the cell is blank.");
    expect(callOne("CHURN", column("Yes", "No"), column(5, null))).toBe("#N/A lost, row 2: the cell is blank.");
    expect(callOne("CHURN", column("Yes", null), column(5, 6))).toBe("#N/A start, row 2: the cell is blank.");
  });
  it("does not count a heading as a customer", () => {
    expect(callOne("CHURN", column("Churned", "No", "Yes"))).toBe("#VALUE! start, row 1: Churned is not one of yes, no.");
    expect(callOne("CHURN", column("是否流失", "否", "是"))).toMatch(/^#VALUE! start, row 1: 是否流失 is not one of/);
  });
  it("refuses what says neither", () => expect(callOne("RETENTION", column("Yes", "maybe"))).toMatch(/^#VALUE! start, row 2: maybe is not one of yes, no/));
  it("refuses counts beside flags", () => {
    expect(callOne("RETENTION", column("Yes", "No"), column(1, 2))).toBe("#VALUE! end does not go with yes/no.");
    expect(callOne("CHURN", column("Yes", "No"), column(1, 2, 3))).toBe("#VALUE! lost has 3 × 1 cells where 2 × 1 are needed.");
    expect(callOne("CHURN", column("Yes", 7))).toMatch(/^#VALUE! start, row 2: 7 is not one of yes, no/);
  });
  it("takes 0 and 1 beside numbers for counts, and then says what cannot be", () => {
    expect(call("CHURN", [column(0, 1), column(50, 60)])).toEqual([["#VALUE! lost, row 1: 50 is out of range (≤ 0)."], ["#VALUE! lost, row 2: 60 is out of range (≤ 1)."]]);
  });
  it("says so where nobody pays", () => expect(callOne("CHURN", column("Yes", "No"), column(0, 0))).toBe("#N/A lost: there is nothing to compute from."));
  it("names an error cell", () => expect(callOne("CHURN", [["Yes"], [{ code: "#REF!" }]])).toMatch(/^#VALUE! start, row 2: the cell holds the error #REF!/));
});

describe("NRR", () => {
  it("adds what customers added and takes off what they cut and who left", () => expect(callOne("NRR", 100000, 15000, 4000, 6000)).toBeCloseTo(1.05, 12));
  it("gives ChurnZero's example", () => expect(callOne("NRR", 27000, 8000, 0, 5000)).toBeCloseTo(30 / 27, 12));
  it("goes row by row", () => expect(call("NRR", [column(100, 200, null), column(10, null, null), 0, column(10, 0, null)])).toEqual([[1], ["#N/A expansion, row 2: the cell is blank."], [""]]));
  it("says what cannot be", () => {
    expect(callOne("NRR", 0, 1, 0, 0)).toMatch(/^#N\/A start, row 1: 0 leaves nothing to divide by/);
    expect(callOne("NRR", 100, 0, -5, 0)).toBe("#VALUE! contraction, row 1: -5 is out of range (≥ 0).");
    expect(callOne("NRR", 100, 0, 20, 90)).toBe("#VALUE! churned, row 1: 90 is out of range (≤ 80).");
    expect(callOne("NRR", 100, 0, 120, 0)).toBe("#VALUE! contraction, row 1: 120 is out of range (≤ 100).");
    expect(callOne("NRR", 100, 0, 0, null)).toBe("#N/A churned, row 1: the cell is blank.");
  });
  it("answers in Chinese", () => expect(call("NRR", [0, 1, 0, 0], "zh-CN")).toEqual([["#N/A 期初数第 1 行：为 0，无法相除。"]]));
  it("is 1 less churn without expansion and contraction", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (start, share) => {
      expect(callOne("NRR", start, 0, 0, start * share)).toBeCloseTo(1 - (callOne("CHURN", start, start * share) as number), 9);
    }));
  });
});

describeWithShared("shared answers", () => {
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;
  const rowsOf = (path: string) => Papa.parse<string[]>(readFileSync(sharedData(path)!, "utf8").trim()).data.slice(1);

  it("gives the score of all airlines and of each", () => {
    const answers = [...rowsOf("nps_airlines/airlines.csv"), ...rowsOf("nps_airlines/prep_air.csv")];
    const { nps_overall, nps_by_airline } = results("nps_airlines");
    expect(callOne("NPS", answers.map(([, , score]) => [score]))).toBeCloseTo(nps_overall.rows[0].nps, 10);
    for (const { airline, nps } of nps_by_airline.rows) expect(callOne("NPS", answers.filter(([name]) => name === airline).map(([, , score]) => [score]))).toBeCloseTo(nps, 10);
  });

  it("gives the churn of the telco customers, by contract and by revenue", () => {
    const customers = rowsOf("telco_churn/IBM_Cognos_Data.csv");
    const flags = (rows: string[][]) => rows.map((row) => [row[20]]);
    const { churn_and_retention, churn_by_contract } = results("telco_churn");
    const [{ churn_rate, retention_rate, revenue_churn_rate, customers: all, churned }] = churn_and_retention.rows;
    expect(callOne("CHURN", flags(customers))).toBeCloseTo(churn_rate, 12);
    expect(callOne("RETENTION", flags(customers))).toBeCloseTo(retention_rate, 12);
    expect(callOne("CHURN", flags(customers), customers.map((row) => [row[18]]))).toBeCloseTo(revenue_churn_rate, 10);
    expect(callOne("CHURN", all, churned)).toBeCloseTo(churn_rate, 12);
    const byContract: { Contract: string; churn_rate: number }[] = churn_by_contract.rows;
    const given: Shown[] = byContract.map(({ Contract }) => callOne("CHURN", flags(customers.filter((row) => row[15] === Contract))));
    given.forEach((rate, at) => expect(rate).toBeCloseTo(byContract[at]!.churn_rate, 12));
  });
});
