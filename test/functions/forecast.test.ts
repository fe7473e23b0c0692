// Forecasts: against independently computed answers.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne } from "./call";

const head = ["Stage", "Amount", "Probability", "Close Date"];
const deals = [
  head, ["Proposal", 1000, "50%", 46000], ["Negotiation", 2000, "75%", 46010], ["Closed Won", 600, "100%", "2026-11-15"],
  ["Closed Won", 900, "100%", "2026-09-01"], ["Closed Won", 5000, "100%", "2026-08-31"], ["Closed Lost", 700, "0%", "2026-10-01"],
];

describe("FORECAST weighted", () => {
  it("adds up amount × probability of open deals", () => expect(callOne("FORECAST", deals)).toBe(2000));
  it("takes hundredths and ratios alike", () => {
    expect(callOne("FORECAST", [["Stage", "Amount", "Prob"].map((text) => (text === "Prob" ? "Win %" : text)), ["Proposal", 1000, 40], ["Won", 1, 100]])).toBe(400);
    expect(callOne("FORECAST", [["Stage", "Amount", "Probability"], ["Proposal", 1000, 0.4]])).toBe(400);
  });
  it("lets the outcome column of our own workbook win over a status", () => {
    const rows = [["Stage", "Status", "Outcome", "Amount", "Close date", "Probability"], ["Proposal", "Active", "Open", 100, "", 0.5], ["Proposal", "Active", "Lost", 100, "", 0.5]];
    expect(callOne("FORECAST", rows)).toBe(50);
  });
  it("takes the end of a deal from a status or from flags where its stage does not say it", () => {
    expect(callOne("FORECAST", [["Deal - Stage", "Deal - Status", "Deal - Value", "Deal - Probability"], ["Proposal", "Won", 100, 0.5], ["Proposal", "Open", 10, 0.5], ["Won", "Open", 10, 0.5]])).toBe(5);
    const flagged = [["StageName", "IsWon", "IsClosed", "Amount", "Probability"], ["Signed", true, true, 100, 1], ["Gone", "False", "True", 100, 0], ["Talks", "False", "False", 100, 0.5], ["Closed Won", "", "", 100, 1]];
    expect(callOne("FORECAST", flagged)).toBe(50);
    expect(callOne("FORECAST", flagged, "simple")).toBeCloseTo((2 / 3) * 100, 9);
    expect(callOne("FORECAST", [...flagged, ["Over", "", "True", 100, 1]])).toBe("#VALUE! deals, row 6: “Over” says neither won, lost nor open.");
  });
  it("reads Chinese headings and stages", () => expect(callOne("FORECAST", [["阶段", "金额", "赢率"], ["商务谈判", "1.2万", "50%"], ["赢单", 5, "100%"], ["输单", 5, "0%"]], "加权")).toBe(6000));
  it("adds nothing for an open deal without amount, and refuses one without probability", () => {
    expect(callOne("FORECAST", [head, ["Proposal", "", "", ""], ["Proposal", 100, 0.5, ""]])).toBe(50);
    expect(callOne("FORECAST", [head, ["Proposal", 100, 0.5, ""], ["Proposal", 100, "", ""]])).toBe("#N/A deals, row 3: “Probability” is blank.");
  });
  it("names the amounts where no open deal has one, and gives 0 where none is open", () => {
    expect(callOne("FORECAST", [head, ["Won", 5, 1, ""], ["Proposal", "", 0.5, ""]])).toBe("#N/A deals, row 3: “Amount” is blank.");
    expect(callOne("FORECAST", [head, ["Won", 5, 1, ""]])).toBe(0);
  });
  it("names the missing column and those there are", () => {
    expect(callOne("FORECAST", [["Stage", "Value"], ["Proposal", 1]])).toBe("#VALUE! deals has no column “Probability”. Its columns: Stage, Value.");
    expect(callOne("FORECAST", [["Name", "Value"], ["Proposal", 1]])).toBe("#VALUE! deals has no column “Stage”. Its columns: Name, Value.");
  });
  it("takes the first of its headings where several fit, and refuses the same heading twice", () => {
    expect(callOne("FORECAST", [["Pipeline Phase", "Status", "Actual Revenue", "Est. Revenue", "Probability"], ["Propose", "Open", "", 100, 50], ["Close", "Won", 80, 90, 100]])).toBe(50);
    expect(callOne("FORECAST", [["Stage", "Value", "Amount", "Probability"], ["Proposal", 1, 100, 0.5]])).toBe(50);
    expect(callOne("FORECAST", [["Status", "Deal Status", "Amount", "Probability"], ["Active", "Won", 100, 1], ["Active", "Open", 100, 0.5]])).toBe(50);
    expect(callOne("FORECAST", [["Stage", "Amount", "amount", "Probability"], ["Proposal", 1, 100, 0.5]])).toBe("#VALUE! deals has two columns for “Amount”, the other is “amount”.");
  });
  it.each([
    ["Dynamics in Chinese", ["销售阶段", "预计收入", "实际收入", "概率"], ["建议", 100, "", 50]],
    ["HubSpot in Chinese", ["交易所处阶段", "金额", "交易概率"], ["方案", 100, 0.5]],
    ["HubSpot", ["Deal Stage", "Amount", "Deal Stage Probability"], ["Proposal", 100, 0.5]],
  ])("reads an export of %s", (_, headings, deal) => expect(callOne("FORECAST", [headings, deal])).toBe(50));
  it("lists whole headings of a wide table", () => {
    const wide = ["Stage", "Value", ...Array.from({ length: 30 }, (_, at) => `Custom field number ${at}`)];
    expect(callOne("FORECAST", [wide, ["Proposal", 1]])).toMatch(/Its columns: Stage, Value, (?:Custom field number \d+, )+…\.$/);
    expect(callOne("FORECAST", [["Stage", "Value", "x".repeat(300)], ["Proposal", 1]])).toMatch(/Its columns: Stage, Value, x{39}…\.$/);
  });
  it("adds up no two currencies", () => {
    expect(callOne("FORECAST", [["Stage", "Amount", "Probability", "Currency"], ["A stage", 1, 0.5, "USD"], ["A stage", 1, 0.5, "usd "]])).toBe(1);
    expect(callOne("FORECAST", [["Stage", "Amount", "Probability", "Currency"], ["A stage", 1, 0.5, "USD"], ["A stage", 1, 0.5, "EUR"]])).toMatch(/^#VALUE! deals, row 3: EUR beside USD\./);
    expect(callOne("FORECAST", [["Stage", "Amount", "Probability"], ["A stage", "$1", 0.5], ["A stage", "€1", 0.5]])).toMatch(/^#VALUE! deals, row 3: € beside \$\./);
    expect(callOne("FORECAST", [["Stage", "Amount", "Amount as written", "Probability", "Currency"], ["A stage", 1, 1, 0.5, "USD"], ["A stage", 2, 1, 0.5, "EUR"]])).toBe(1.5);
  });
  it("refuses what does not say how it ended, blank stages and error cells", () => {
    expect(callOne("FORECAST", [head, ["Closed", 1, 1, ""]])).toBe("#VALUE! deals, row 2: “Closed” says neither won, lost nor open.");
    expect(callOne("FORECAST", [head, ["", 1, 1, ""]])).toBe("#N/A deals, row 2: “Stage” is blank.");
    expect(callOne("FORECAST", [head, ["Proposal", { code: "#REF!" }, 1, ""]])).toBe("#VALUE! deals, row 2: the cell holds the error #REF!.");
    expect(callOne("FORECAST", [head])).toBe("#VALUE! deals has no headings, or no row below them.");
  });
  it("skips blank rows and the rest of the columns", () => expect(callOne("FORECAST", [...deals.slice(0, 2), ["", "", "", ""], ...deals.slice(2), [null, null, null, null]])).toBe(2000));

  it("scales with the amounts and not with the order", () => {
    const deal = fc.record({ stage: fc.constantFrom("Proposal", "Won", "Lost"), amount: fc.integer({ min: 0, max: 1e6 }), chance: fc.integer({ min: 0, max: 100 }) });
    fc.assert(fc.property(fc.array(deal, { minLength: 1, maxLength: 20 }), (list) => {
      const given = (rows: typeof list, factor: number) => callOne("FORECAST", [head, ...rows.map((one) => [one.stage, one.amount * factor, `${one.chance}%`, ""])]) as number;
      const expected = list.reduce((sum, one) => sum + (one.stage === "Proposal" ? (one.amount * one.chance) / 100 : 0), 0);
      expect(given(list, 1)).toBeCloseTo(expected, 4);
      expect(given([...list].reverse(), 2)).toBeCloseTo(expected * 2, 4);
    }));
  });
});

describe("FORECAST simple and run-rate", () => {
  it("is open deals × win rate × mean won amount", () => expect(callOne("FORECAST", deals, "simple")).toBeCloseTo(2 * 0.75 * (6500 / 3), 9));
  it("says what is missing for it", () => {
    expect(callOne("FORECAST", [head, ["Proposal", 1, 1, ""]], "简单")).toMatch(/^#N\/A deals: no deal is won or lost yet/);
    expect(callOne("FORECAST", [head, ["Won", "", 1, ""], ["Proposal", 1, 1, ""]], "simple")).toBe("#N/A deals, row 2: “Amount” is blank.");
    expect(callOne("FORECAST", [head, ["Lost", 1, 1, ""], ["Proposal", 1, 1, ""]], "simple")).toMatch(/^#N\/A deals: there is no won deal with all that this needs/);
  });
  it("is a third of what the three complete months before won", () => {
    expect(callOne("FORECAST", deals, "run-rate", "2026-11-30")).toBe(500);
    expect(callOne("FORECAST", deals, "run-rate", "2026-11-29")).toBe(5900 / 3);
  });
  it("prefers the day a deal was really closed", () => {
    for (const actual of ["Actual Close Date", "实际成交日期", "实际结束日期"]) {
      const rows = [["交易所处阶段", "金额", "close_date", actual], ["赢单", 300, "2026-01-01", "2026-11-05"], ["赢单", 900, "2026-11-05", "2026-01-05"]];
      expect(callOne("FORECAST", rows, "run-rate", "2026-11-30")).toBe(100);
    }
    expect(callOne("FORECAST", [["Stage", "Amount", "Won Time", "Close Date"], ["Won", 300, "2026-01-01", "2026-11-05"]], "run-rate", "2026-11-30")).toBe(100);
    expect(callOne("FORECAST", [["Stage", "Amount", "Won Time"], ["Won", 300, "2026-11-05"]], "run-rate", "2026-11-30")).toBe(100);
    expect(callOne("FORECAST", [["Stage", "Amount"], ["Won", 300]], "run-rate", "2026-11-30")).toBe("#VALUE! deals has no column “Close Date”. Its columns: Stage, Amount.");
  });
  it.each(["weighted", "simple", "run-rate"])("has no %s forecast of more than a computer holds", (method) => {
    const huge = [head, ["Proposal", 1e308, 1, ""], ["Proposal", 1e308, 1, ""], ["Won", 1e308, 1, 46000], ["Won", 1e308, 1, 46000], ["Lost", 1, 1, 46000]];
    expect(callOne("FORECAST", huge, method, "2025-12-31")).toMatch(/^#N\/A .*too large/);
  });
  it("needs the day", () => expect(callOne("FORECAST", deals, "run-rate")).toBe("#VALUE! asOf is needed with run-rate."));
  it("refuses a won deal without close date", () => expect(callOne("FORECAST", [head, ["Won", 1, 1, ""]], "run-rate", 46000)).toBe("#N/A deals, row 2: “Close Date” is blank."));
  it("refuses another method", () => expect(callOne("FORECAST", deals, "guess")).toBe("#VALUE! method, row 1: guess is not one of weighted, simple, run-rate, accuracy, bias."));
});

describe("FORECAST accuracy and bias", () => {
  const months = [["Month", "Forecast", "Actual"], ["Jan", 90, 100], ["Feb", 120, 100], ["Mar", 400, 200]];
  it("gives a row for each period, their mean and the overall figure", () => {
    expect(call("FORECAST", [months, "accuracy"])).toEqual([["Month", "accuracy"], ["Jan", 0.9], ["Feb", 0.8], ["Mar", 0], ["mean", (0.9 + 0.8) / 3], ["overall", 1 - 230 / 400]]);
    expect(call("FORECAST", [months, "bias"])).toEqual([["Month", "bias"], ["Jan", -0.1], ["Feb", 0.2], ["Mar", 1], ["mean", expect.closeTo(1.1 / 3, 12)], ["overall", 210 / 400]]);
  });
  it("leaves out periods to come, and has no share of an actual of 0", () => {
    expect(call("FORECAST", [[["Month", "Forecast", "Actual"], ["Jan", 90, 100], ["Feb", 10, 0], ["Mar", 50, ""]], "accuracy"])).toEqual([
      ["Month", "accuracy"], ["Jan", 0.9], ["Feb", "#VALUE! deals, row 3: 0 is out of range (> 0)."], ["Mar", ""],
      ["mean", "#VALUE! deals, row 3: 0 is out of range (> 0)."], ["overall", 0.8],
    ]);
  });
  it("needs no column of periods, and answers in Chinese", () => {
    expect(call("FORECAST", [[["Forecast", "Actual"], [90, 100]], "accuracy"])).toEqual([["", "accuracy"], ["", 0.9], ["mean", 0.9], ["overall", 0.9]]);
    expect(call("FORECAST", [[["月份", "预测", "实际"], ["1月", 110, 100]], "偏差"])).toEqual([["月份", "偏差"], ["1月", 0.1], ["平均", 0.1], ["总体", 0.1]]);
  });
  it("leaves a date that names a period a date", () => expect(call("FORECAST", [[["Month", "Forecast", "Actual"], [46000, 90, 100]], "accuracy"])[1]).toEqual([46000, 0.9]));
  it("refuses an unreadable figure, since mean and overall are made of all", () => {
    expect(callOne("FORECAST", [["Month", "Forecast", "Actual"], ["Jan", 90, 100], ["Feb", "lots", 10]], "accuracy")).toBe("#VALUE! deals, row 3: lots is not a number.");
  });
  it("names the column it lacks", () => expect(callOne("FORECAST", [["Month", "Forecast", "X", "Y"], [1, 2, 3, 4]], "accuracy")).toBe("#VALUE! deals has no column “Actual”. Its columns: Month, Forecast, X, Y."));
});

describeWithShared("shared answers", () => {
  const rowsOf = (file: string) => parse<string[]>(readFileSync(sharedData(file)!, "utf8").replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;

  it("gives the Maven forecasts", () => {
    const table = rowsOf("maven_crm/sales_pipeline.csv");
    const [{ expected_amount, run_rate_next_month }] = results("maven_crm").forecast_simple.rows;
    expect(callOne("FORECAST", table, "simple")).toBeCloseTo(expected_amount, 4);
    expect(callOne("FORECAST", table, "run-rate", "2017-12-31")).toBeCloseTo(run_rate_next_month, 6);
  });

  it("gives the weighted pipeline of the Salesforce export", () => {
    const [{ weighted }] = results("salesforce_export").weighted_pipeline.rows;
    expect(callOne("FORECAST", rowsOf("salesforce_export/Opportunity.csv"))).toBeCloseTo(weighted, 4);
  });
});
