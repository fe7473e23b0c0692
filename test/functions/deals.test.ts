// Win rate, sales cycle and velocity: against independently computed answers.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne, column } from "./call";

describe("WINRATE", () => {
  it("divides won by won and lost, never by all", () => expect(callOne("WINRATE", column("Won", "Lost", "Open", "Won", "Negotiation"))).toBe(2 / 3));
  it("reads stages, numbers before them, and Chinese", () => {
    expect(callOne("WINRATE", column("Closed Won", "5 - Closed Lost", "closedwon", "05付款成交", "输单", "丢单", "进行中"))).toBe(0.5);
  });
  it("knows the plain word for a lost deal", () => expect(callOne("WINRATE", column("Win", "Loss"))).toBe(0.5));
  it("is by amount where amounts are given", () => expect(callOne("WINRATE", column("Won", "Lost", "Open"), column(300, "¥100", null))).toBe(0.75));
  it("takes a row of outcomes with a column of amounts", () => expect(callOne("WINRATE", [["Won", "Lost"]], column(1, 3))).toBe(0.25));
  it("skips a heading, blanks, placeholders and the rest of the column", () => {
    expect(callOne("WINRATE", column("Won/Lost", "Won", "", "n/a", "Lost", null, "", ""))).toBe(0.5);
    expect(callOne("WINRATE", column("结果", "赢单", "输单"), column("金额", 30, 10))).toBe(0.75);
  });
  it.each([
    "Won or Lost", "Won/Lost?", "Closed Won / Closed Lost", "Win or Loss", "Lost/Won", "Won (1) or lost (0)", "Won?", "Lost?", "Closed？", "Is Won", "IsWon", "Is Closed", "是否赢单", "是否输单", "Lost Reason", "Won Date", "Win/Loss Status",
    "Won status", "Lost outcome", "Win result", "输单原因", "赢单情况", "赢单状态", "赢单/输单", "输赢", "赢单或输单",
  ])("takes %s in the first cell for a heading", (heading) => expect(callOne("WINRATE", column(heading, "Won", "Lost", "Lost", "Open"))).toBe(1 / 3));
  it.each(["Lost (won by competitor)", "Lost", "Closed Lost", "输单"])("takes %s in the first cell for a deal", (word) => expect(callOne("WINRATE", column(word, "Won"))).toBe(0.5));
  it("takes what looks like a heading further down or aside for a deal", () => {
    expect(callOne("WINRATE", column("Won", "Lost?"))).toBe(0.5);
    expect(callOne("WINRATE", [["Won", "Lost?"]])).toBe(0.5);
  });
  it("says so where nothing is decided", () => expect(callOne("WINRATE", column("Open", "Proposal"))).toBe("#N/A outcomes: no deal is won or lost yet."));
  it.each(["Closed", true, "yes", 3, "W", "否"])("refuses %s, which does not say how a deal ended", (word) => {
    expect(callOne("WINRATE", column("Won", "Lost", word))).toBe(`#VALUE! outcomes, row 3: “${word === true ? "TRUE" : word}” says neither won, lost nor open.`);
  });
  it("refuses a decided deal without amount, and does not look at open ones", () => {
    expect(callOne("WINRATE", column("Won", "Lost", "Open"), column(300, null, "?!"))).toBe("#N/A amounts, row 2: the cell is blank.");
    expect(callOne("WINRATE", column("Won", "Lost", "Open"), column(300, "lots", 1))).toMatch(/^#VALUE! amounts, row 2: lots is not a number/);
    expect(callOne("WINRATE", column("Won", "Lost", "Open"), column(300, 100, "?!"))).toBe(0.75);
  });
  it("has no share of nothing, nor of credits", () => {
    expect(callOne("WINRATE", column("Won", "Lost"), column(0, 0))).toBe("#N/A amounts: there is nothing to compute from.");
    expect(callOne("WINRATE", column("Won", "Lost"), column(10, -20))).toBe("#VALUE! amounts, row 2: -20 is out of range (≥ 0).");
  });
  it("adds up no two currencies", () => {
    expect(callOne("WINRATE", column("Won", "Lost"), column("USD 5", "JPY 700"))).toMatch(/^#VALUE! amounts, row 2: JPY beside USD\. Convert the/);
    expect(callOne("WINRATE", column("Outcome", "Won", "Lost"), column("Amount", "$5", "€5"))).toMatch(/^#VALUE! amounts, row 3: € beside \$\./);
    expect(callOne("WINRATE", column("Won", "Lost", "Open"), column("USD 5", 15, "JPY 700"))).toBe(0.25);
    expect(callOne("WINRATE", column("Won", "Lost"), column("¥5", "￥15"))).toBe(0.25);
  });
  it("has no share of more than a computer holds", () => expect(callOne("WINRATE", column("Won", "Won", "Lost"), column(1e308, 1e308, 1e308))).toMatch(/^#N\/A .*too large/));
  it("refuses amounts of another length and error cells", () => {
    expect(callOne("WINRATE", column("Won", "Lost"), column(1, 2, 3))).toBe("#VALUE! amounts has 3 × 1 cells where 2 × 1 are needed.");
    expect(callOne("WINRATE", [["Won"], [{ code: "#N/A" }]])).toBe("#VALUE! outcomes, row 2: the cell holds the error #N/A.");
    expect(callOne("WINRATE", null)).toBe("#N/A outcomes, row 1: the cell is blank.");
  });
  it("divides counts cell by cell", () => {
    expect(call("WINRATE", [column(3, 0, "", 0), column(1, 4, "", 0)])).toEqual([[0.75], [0], [""], ["#N/A outcomes: no deal is won or lost yet."]]);
    expect(callOne("WINRATE", 3)).toBe("#N/A amounts, row 1: the cell is blank.");
  });

  it("does not depend on the order of the deals, nor on the scale of the amounts", () => {
    const deal = fc.record({ outcome: fc.constantFrom("Won", "Lost", "Open"), amount: fc.integer({ min: 1, max: 1e6 }) });
    fc.assert(fc.property(fc.array(deal, { minLength: 1, maxLength: 20 }), fc.integer({ min: 2, max: 9 }), (deals, factor) => {
      const given = (list: typeof deals, scale: number) => callOne("WINRATE", list.map((one) => [one.outcome]), list.map((one) => [one.amount * scale]));
      const rate = given(deals, 1);
      const other = given([...deals].reverse(), factor);
      if (typeof rate === "string") expect(other).toBe(rate);
      else expect(other).toBeCloseTo(rate as number, 9);
    }));
  });
});

describe("SALESCYCLE", () => {
  const created = column("2026-01-01", "2026-01-10", "2026-02-01", "2026-03-01");
  const closed = column("2026-01-31", "2026-01-20", "2026-03-23", "");
  const outcomes = column("Won", "Lost", "Won", "Open");

  it("is the mean of won deals", () => expect(callOne("SALESCYCLE", created, closed, outcomes)).toBe(40));
  it("counts all closed deals where outcomes are left out", () => expect(callOne("SALESCYCLE", created, closed)).toBe(30));
  it("is the median where asked", () => expect(callOne("SALESCYCLE", created, closed, null, "中位数")).toBe(30));
  it("gives the days of each won deal", () => expect(call("SALESCYCLE", [created, closed, outcomes, "each"])).toEqual([[30], [""], [50], [""]]));
  it("skips headings and blank tails of whole columns", () => {
    expect(callOne("SALESCYCLE", column("Created", 46000, "", ""), column("Closed", 46010, null, ""), column("Stage", "Won", "", ""))).toBe(10);
  });
  it("names the deal closed before it was created", () => {
    expect(callOne("SALESCYCLE", column(46000, 46000), column(46010, 45990))).toBe("#VALUE! closed, row 2: 2025-11-29 is before 2025-12-09.");
    expect(call("SALESCYCLE", [column(46000, 46000), column(46010, 45990), null, "each"])).toEqual([[10], ["#VALUE! closed, row 2: 2025-11-29 is before 2025-12-09."]]);
  });
  it("refuses dates that could be two", () => expect(callOne("SALESCYCLE", column("3/4/2026", "1/1/2026"), column(46200, 46200))).toMatch(/^#VALUE! created, row 1: 3\/4\/2026 could be/));
  it("says so where nothing has closed", () => expect(callOne("SALESCYCLE", created, closed, column("Open", "Open", "Open", "Open"))).toMatch(/^#N\/A closed: there is no won deal with all that this needs/));
  it("refuses lengths that differ", () => expect(callOne("SALESCYCLE", created, column(1, 2))).toBe("#VALUE! closed has 2 × 1 cells where 4 × 1 are needed."));
  it("refuses another statistic", () => expect(callOne("SALESCYCLE", created, closed, null, "mode")).toBe("#VALUE! statistic, row 1: mode is not one of mean, median, each."));

  it("is the mean of each", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 40000, max: 46000 }), fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 15 }), (deals) => {
      const given = [deals.map(([day]) => [day]), deals.map(([day, days]) => [day + days])];
      const each = call("SALESCYCLE", [...given, null, "each"]).map(([days]) => days as number);
      expect(each).toEqual(deals.map(([, days]) => days));
      expect(callOne("SALESCYCLE", ...given)).toBeCloseTo(each.reduce((sum, days) => sum + days, 0) / each.length, 9);
    }));
  });
});

describe("SALESVELOCITY", () => {
  it("is money a day", () => expect(callOne("SALESVELOCITY", 50, "25%", "8,000", 40)).toBe(2500));
  it("goes down a column", () => expect(call("SALESVELOCITY", [column(50, "", 10), 0.5, 100, column(10, "", 0)])).toEqual([[250], [""], ["#N/A cycleDays, row 3: 0 leaves nothing to divide by."]]));
  it("names what is missing", () => expect(callOne("SALESVELOCITY", 50, null, 100, 10)).toBe("#N/A winRate, row 1: the cell is blank."));
  it("refuses a negative cycle", () => expect(callOne("SALESVELOCITY", 50, 0.5, 100, -1)).toMatch(/^#VALUE! cycleDays/));
});

describeWithShared("shared answers", () => {
  const rowsOf = (file: string) => parse<Record<string, string>>(readFileSync(sharedData(file)!, "utf8").replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data;
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;

  it("gives the win rate and the cycles of the Maven deals", () => {
    const deals = rowsOf("maven_crm/sales_pipeline.csv");
    const of = (field: string) => deals.map((deal) => [deal[field]!]);
    const { win_rate: { rows: [rate] }, sales_cycle_days: { rows: cycles } } = results("maven_crm");
    expect(callOne("WINRATE", of("deal_stage"))).toBe(rate.win_rate_closed);
    const won = cycles.find((row: { outcome: string }) => row.outcome === "Won");
    const both = cycles.find((row: { outcome: string }) => row.outcome === "Won+Lost");
    expect(callOne("SALESCYCLE", of("engage_date"), of("close_date"), of("deal_stage"))).toBeCloseTo(won.mean_days, 9);
    expect(callOne("SALESCYCLE", of("engage_date"), of("close_date"), of("deal_stage"), "median")).toBe(won.median_days);
    expect(callOne("SALESCYCLE", of("engage_date"), of("close_date"))).toBeCloseTo(both.mean_days, 9);
    expect(callOne("SALESCYCLE", of("engage_date"), of("close_date"), null, "median")).toBe(both.median_days);
  });

  it("gives the win rates of the Salesforce export, by count and by amount", () => {
    const deals = rowsOf("salesforce_export/Opportunity.csv");
    const [{ win_rate, win_rate_by_amount }] = results("salesforce_export").win_rate.rows;
    expect(callOne("WINRATE", deals.map((deal) => [deal.StageName!]))).toBeCloseTo(win_rate, 12);
    expect(callOne("WINRATE", deals.map((deal) => [deal.StageName!]), deals.map((deal) => [deal.Amount!]))).toBeCloseTo(win_rate_by_amount, 12);
  });
});
