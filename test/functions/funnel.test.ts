// Funnels: by counts, by the stage of each deal and by stage history, against independently computed answers and the sheets.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { metricTables } from "../../src/cli/metric-tables";
import { made } from "../sheets/made";
import { call, callOne, column } from "./call";

const rows = (shown: unknown[][]) => shown.slice(1);

describe("FUNNELCONV by counts", () => {
  const counts = [["Stage", "Deals"], ["Lead", 200], ["Proposal", 50], ["Won", 10]];
  it("divides by the row above and by the first, and names the mode", () => {
    expect(call("FUNNELCONV", [counts])).toEqual([
      ["stage", "reached (counts)", "step conversion", "cumulative conversion"], ["Lead", 200, "", 1], ["Proposal", 50, 0.25, 0.25], ["Won", 10, 0.2, 0.05],
    ]);
  });
  it("needs no heading, skips blank rows, and reads numbers as people write them", () => {
    expect(rows(call("FUNNELCONV", [[["Lead", "1,000"], ["", ""], ["Won", "1万"], [null, null]]]))).toEqual([["Lead", 1000, "", 1], ["Won", 10000, 10, 10]]);
  });
  it("puts them in the order listed, one without a count as 0, and adds up those of one stage", () => {
    expect(rows(call("FUNNELCONV", [[["won", 6], ["Lead", 100], ["Won", 4]], column("Stage", "Lead", "Demo", "Won")]))).toEqual([
      ["Lead", 100, "", 1], ["Demo", 0, 0, 0], ["Won", 10, "#N/A stages: no deal reached “Demo”.", 0.1],
    ]);
    expect(rows(call("FUNNELCONV", [[["Lead", 1], ["lead", 2]]]))).toEqual([["Lead", 3, "", 1]]);
  });
  it("takes any names of stages as they come where none are listed", () => expect(rows(call("FUNNELCONV", [[["Won", 4], ["Closed", 2]]]))).toEqual([["Won", 4, "", 1], ["Closed", 2, 0.5, 0.5]]));
  it.each([null, column("Lead", "Won"), column("Lead", "Won", "Lost")])("leaves lost out, which is no step, with the order %j", (order) => {
    expect(rows(call("FUNNELCONV", [[["Lead", 100], ["Lost", 70], ["Won", 10]], order]))).toEqual([["Lead", 100, "", 1], ["Won", 10, 0.1, 0.1]]);
  });
  it("leaves lost out in Chinese, and says so where nothing else is there", () => {
    expect(rows(call("FUNNELCONV", [[["线索", 100], ["赢单", 10], ["丢单", 70]]])).map(([stage]) => stage)).toEqual(["线索", "赢单"]);
    expect(callOne("FUNNELCONV", [["Lost", 70], ["丢单", 1]])).toMatch(/^#N\/A stages: there is nothing to compute from/);
  });
  it.each(["Q1 deals", 2026, "2026"])("reads a row as headings by the word above the stages, with %s beside it", (heading) => {
    expect(rows(call("FUNNELCONV", [[["Stage", heading], ["Lead", 100], ["Won", 10]]]))).toEqual([["Lead", 100, "", 1], ["Won", 10, 0.1, 0.1]]);
  });
  it("refuses a table that lies on its side, and numbers for stages", () => {
    const sideways = [["Lead", "Qualified", "Won"], [100, 50, 10]];
    expect(callOne("FUNNELCONV", sideways)).toBe("#VALUE! stages, row 2: 50 is not a stage.");
    expect(callOne("FUNNELCONV", sideways, column("Lead", "Qualified", "Won"))).toMatch(/^#VALUE! stages, row 2: 50 is not a stage/);
    expect(callOne("FUNNELCONV", [["Lead", "Won"], [100, 10]])).toMatch(/^#VALUE! stages, row 2: 100 is not a stage/);
    expect(callOne("FUNNELCONV", [["Stage", "Lead", "Won"], ["Deals", 100, 10]])).toMatch(/^#VALUE! stages, row 2: 100 is not a stage/);
    expect(callOne("FUNNELCONV", [["Lead", 100], ["50%", 10]])).toMatch(/^#VALUE! stages, row 2: 50% is not a stage/);
    expect(callOne("FUNNELCONV", [["Lead", 100], [true, 10]])).toMatch(/^#VALUE! stages, row 2: TRUE is not a stage/);
    expect(callOne("FUNNELCONV", column("Lead", 3), column("Lead"))).toMatch(/^#VALUE! stages, row 2: 3 is not a stage/);
    expect(callOne("FUNNELCONV", column("Lead"), [[1, "Lead"]])).toMatch(/^#VALUE! order, row 1: 1 is not a stage/);
  });
  it("refuses a stage that is not listed and a count that is none", () => {
    expect(callOne("FUNNELCONV", counts, column("Lead", "Won"))).toBe("#VALUE! stages, row 3: the stage “Proposal” is not in the list of stages.");
    expect(callOne("FUNNELCONV", [["Lead", 1], ["Won", "few"]])).toMatch(/^#VALUE! stages, row 2: few is not a number/);
    expect(callOne("FUNNELCONV", [["Lead", 1], ["Won", ""]])).toBe("#N/A stages, row 2: the cell is blank.");
    expect(callOne("FUNNELCONV", [["Lead", 1], ["Won", { code: "#REF!" }]])).toBe("#VALUE! stages, row 2: the cell holds the error #REF!.");
    expect(callOne("FUNNELCONV", [["Lead", -1], ["Won", 1]])).toBe("#VALUE! stages, row 1: -1 is out of range (≥ 0).");
  });
  it("says of which stage there is no share", () => {
    expect(rows(call("FUNNELCONV", [[["Lead", 10], ["Demo", 0], ["Won", 0]]]))[2]).toEqual(["Won", 0, "#N/A stages: no deal reached “Demo”.", 0]);
  });
  it("answers in the language of the stages", () => expect(call("FUNNELCONV", [[["线索", 2], ["赢单", 1]], null, "计数"])[0]).toEqual(["阶段", "到达数（计数）", "步骤转化率", "累计转化率"]));

  it("does not change with the scale, and its steps multiply to the whole", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 }), fc.integer({ min: 2, max: 9 }), (values, factor) => {
      const shares = (list: number[]) => rows(call("FUNNELCONV", [list.map((value, at) => [`S${at}`, value])])).map((row) => row.slice(2) as number[]);
      const [once, scaled] = [shares(values), shares(values.map((value) => value * factor))];
      scaled.forEach((row, at) => expect(row[1]).toBeCloseTo(once[at]![1]!, 9));
      expect(once.slice(1).reduce((product, [step]) => product * step!, 1)).toBeCloseTo(once[once.length - 1]![1]!, 9);
    }));
  });
});

describe("FUNNELCONV by the stage of each deal", () => {
  const deals = column("Stage", "Lead", "Proposal", "Won", "Won", "Lost", "Lost");
  const order = column("Lead", "Proposal");
  it("counts closed deals in every stage before closing", () => {
    expect(call("FUNNELCONV", [deals, order])).toEqual([
      ["stage", "reached (snapshot)", "step conversion", "cumulative conversion"], ["Lead", 6, "", 1], ["Proposal", 5, 5 / 6, 5 / 6], ["Closed", 4, 4 / 5, 4 / 6], ["Won", 2, 2 / 4, 2 / 6],
    ]);
  });
  it("leaves lost deals out where it fills back", () => {
    expect(call("FUNNELCONV", [deals, order, "back-filled"])).toEqual([
      ["stage", "reached (back-filled)", "step conversion", "cumulative conversion"], ["Lead", 4, "", 1], ["Proposal", 3, 3 / 4, 3 / 4], ["Won", 2, 2 / 3, 2 / 4],
    ]);
  });
  it("takes outcomes from the second column of the order", () => {
    const listed = [["Lead", "open"], ["Signed & paid", "won"], ["Gone", "lost"]];
    expect(rows(call("FUNNELCONV", [column("Lead", "Signed & paid", "Gone"), listed]))).toEqual([["Lead", 3, "", 1], ["Closed", 2, 2 / 3, 2 / 3], ["Signed & paid", 1, 0.5, 1 / 3]]);
  });
  it("needs no order where stages are numbered, or there is but one", () => {
    expect(rows(call("FUNNELCONV", [column("02 报价", "01 线索", "05付款成交", "02 报价"), null, "回填"])).map(([stage, reached]) => [stage, reached])).toEqual([["01 线索", 4], ["02 报价", 3], ["05付款成交", 1]]);
    expect(rows(call("FUNNELCONV", [column("Open deal", "Closed Won")])).map(([stage]) => stage)).toEqual(["Open deal", "Closed Won"]);
  });
  it("refuses stages nobody can order, and one that is not listed", () => {
    expect(callOne("FUNNELCONV", column("Warm", "Hot"))).toBe("#VALUE! order is needed: list the stages from first to last.");
    expect(callOne("FUNNELCONV", column("Lead", "Prposal"), order)).toBe("#VALUE! stages, row 2: the stage “Prposal” is not in the list of stages.");
    expect(callOne("FUNNELCONV", column("Lead", "Closed"), order)).toBe("#VALUE! stages, row 2: “Closed” says neither won, lost nor open.");
    expect(callOne("FUNNELCONV", column("Lead"), [["Lead", "open"], ["Gone", "closed"]])).toBe("#VALUE! order, row 2: “closed” says neither won, lost nor open.");
  });
  it.each(["Stages", "Step", "Order", "顺序", "步骤", "Funnel Stage", "Phase"])("takes %s above the order for its heading", (heading) => {
    expect(call("FUNNELCONV", [deals, column(heading, "Lead", "Proposal")])).toEqual(call("FUNNELCONV", [deals, order]));
  });
  it("keeps a stage called Order among deals", () => expect(rows(call("FUNNELCONV", [column("Order", "Won"), column("Stage", "Order", "Won")])).map((row) => row[1])).toEqual([2, 1]));
  it("takes a row as well as a column, and whole columns", () => {
    expect(rows(call("FUNNELCONV", [[["Lead", "Won"]], [["Lead", "Proposal"]]])).map((row) => row[1])).toEqual([2, 1, 1]);
    expect(rows(call("FUNNELCONV", [column("Lead", "n/a", "Won", "", null), column("Lead", "")])).map((row) => row[1])).toEqual([2, 1]);
  });
  it("refuses a mode the stages do not allow, and another word", () => {
    expect(callOne("FUNNELCONV", deals, order, "strict")).toBe("#VALUE! stages has n × 1 cells where n × 3 are needed.");
    expect(callOne("FUNNELCONV", [["1", "Lead", "x", 46000]], order)).toBe("#VALUE! stages has n × 4 cells where n × 3 are needed.");
    expect(callOne("FUNNELCONV", deals, order, "linear")).toMatch(/^#VALUE! mode, row 1: linear is not one of counts, snapshot/);
    expect(callOne("FUNNELCONV", deals, order, null, column(46000))).toBe("#VALUE! entered does not go with stages (1).");
  });

  it("does not depend on the order of the deals, and never rises from stage to stage", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("Lead", "Proposal", "Won", "Lost"), { minLength: 1, maxLength: 30 }), fc.constantFrom("snapshot", "back-filled"), (list, mode) => {
      const shown = call("FUNNELCONV", [list.map((stage) => [stage]), order, mode]);
      expect(call("FUNNELCONV", [[...list].reverse().map((stage) => [stage]), order, mode])).toEqual(shown);
      const reached = rows(shown).map((row) => row[1] as number);
      expect([...reached].sort((a, b) => b - a)).toEqual(reached);
    }));
  });
});

describe("FUNNELCONV by history", () => {
  const moves = [
    ["1", "Lead", "2026-11-01"], ["2", "Lead", "2026-09-01"], ["2", "Proposal", "2026-09-11"], ["3", "Lead", "2026-06-01"], ["3", "Lead", "2026-06-05"],
    ["3", "Won", "2026-11-01"], ["4", "Proposal", "2026-06-01"], ["4", "Won", "2026-07-01"], ["5", "Lead", "2026-06-01"], ["5", "Lost", "2026-08-23"],
  ];
  const order = column("Lead", "Proposal", "Won");
  it("counts every deal that ever entered, and looks ahead", () => {
    expect(call("FUNNELCONV", [moves, order])).toEqual([
      ["stage", "reached (ever-entered)", "step conversion (went further)", "cumulative conversion"], ["Lead", 4, 0.5, 1], ["Proposal", 2, 0.5, 0.5], ["Won", 2, "", 0.5],
    ]);
  });
  it("is strict where asked: a step skipped ends the way", () => {
    expect(call("FUNNELCONV", [moves, order, "严格"])).toEqual([
      ["stage", "reached (strict)", "step conversion (went further)", "cumulative conversion"], ["Lead", 4, 0.25, 1], ["Proposal", 1, 0, 0.25], ["Won", 0, "", 0],
    ]);
  });
  it("wants the steps in order of time, entries of one day in the order of the stages", () => {
    const back = [["1", "Proposal", 46000], ["1", "Lead", 46001], ["2", "Proposal", 46000], ["2", "Lead", 46000]];
    expect(rows(call("FUNNELCONV", [back, column("Lead", "Proposal"), "strict"])).map((row) => row[1])).toEqual([2, 1]);
  });
  it("has a block for each month deals came in", () => {
    expect(call("FUNNELCONV", [moves, order, "cohort"])).toEqual([
      ["cohort", "stage", "reached (cohort)", "step conversion (went further)", "cumulative conversion"],
      ["2026-06", "Lead", 2, 0.5, 1], ["2026-06", "Proposal", 1, 1, 0.5], ["2026-06", "Won", 2, "", 1],
      ["2026-09", "Lead", 1, 1, 1], ["2026-09", "Proposal", 1, 0, 1], ["2026-09", "Won", 0, "", 0],
      ["2026-11", "Lead", 1, 0, 1], ["2026-11", "Proposal", 0, "#N/A stages: no deal reached “Proposal”.", 0], ["2026-11", "Won", 0, "", 0],
    ]);
  });
  it("takes the days as an argument of their own, headings and blank tails along", () => {
    const shown = call("FUNNELCONV", [moves, order]);
    expect(call("FUNNELCONV", [moves.map((row) => row.slice(0, 2)), order, null, moves.map((row) => [row[2]!])])).toEqual(shown);
    const whole = [["Deal", "Stage"], ...moves.map((row) => row.slice(0, 2)), ["", ""]];
    expect(call("FUNNELCONV", [whole, order, "曾进入", [["Entered on"], ...moves.map((row) => [row[2]!]), [""]]])).toEqual(shown);
  });
  it.each(["ever-entered", "strict", "cohort"])("counts a deal that entered two won stages once, %s", (mode) => {
    const twice = [["Deal", "Stage", "Entered"], ["A", "Lead", 46000], ["A", "Won A", 46001], ["A", "Won B", 46002]];
    const shown = rows(call("FUNNELCONV", [twice, column("Lead", "Won A", "Won B"), mode])).map((row) => (mode === "cohort" ? row.slice(1) : row));
    expect(shown).toEqual([["Lead", 1, 1, 1], ["Won", 1, "", 1]]);
    const open = rows(call("FUNNELCONV", [[...twice, ["B", "Lead", 46000], ["B", "Won B", 46005], ["B", "Won A", 46001]], column("Lead", "Won A", "Won B"), mode]));
    expect(open.map((row) => row.slice(-3))).toEqual([[2, 1, 1], [2, "", 1]]);
  });
  it("takes numbers and a heading above them for deals", () => {
    expect(rows(call("FUNNELCONV", [[["ID", "Step", "Entered in 2026"], [1, "Lead", 46000], [1, "Won", 46001]], column("Lead")])).map((row) => row[1])).toEqual([1, 1]);
  });
  it("names what is wrong with a row", () => {
    expect(callOne("FUNNELCONV", [["1", "Lead", 46000], ["", "Lead", 46000]], order)).toBe("#N/A stages, row 2: the cell is blank.");
    expect(callOne("FUNNELCONV", [["1", "Lead", 46000], ["2", "Lead", "3/4/2026"]], order)).toMatch(/^#VALUE! stages, row 2: 3\/4\/2026 could be/);
    expect(callOne("FUNNELCONV", [["1", "Lead"], ["2", "Demo"]], order, null, column(46000, 46000))).toBe("#VALUE! stages, row 2: the stage “Demo” is not in the list of stages.");
    expect(callOne("FUNNELCONV", [["1", "Lead"], ["2", "Lead"]], order, null, column(46000))).toBe("#N/A entered, row 2: the cell is blank.");
    expect(callOne("FUNNELCONV", [["1", "Lead"], ["2", "Lead"]], order, null, column(46000, ""))).toBe("#N/A entered, row 2: the cell is blank.");
  });
  it("agrees with the Funnel sheet", () => {
    const { funnel } = metricTables(made({
      asOf: "2026-11-23", deals: [{ id: "1", stage: "Lead" }], stages: [["Lead", "open"], ["Proposal", "open"], ["Won", "won"], ["Lost", "lost"]],
      moves: moves.map(([deal, to, on]) => ({ deal: deal!, to: to!, on: on! })),
    }).model);
    const sheet = funnel.filter((row) => row.mode === "ever-entered").map(({ stage, reached, cumulative }) => [stage, reached, cumulative]);
    expect(rows(call("FUNNELCONV", [moves, order])).map(([stage, reached, , cumulative]) => [stage, reached, cumulative])).toEqual(sheet);
  });

  it("is strict about no more deals than it counts at all", () => {
    const move = fc.tuple(fc.constantFrom("1", "2", "3"), fc.constantFrom("Lead", "Proposal", "Won", "Lost"), fc.integer({ min: 46000, max: 46100 }));
    fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 20 }), (list) => {
      const reached = (mode: string, given = list) => rows(call("FUNNELCONV", [given, order, mode])).map((row) => row[1] as number);
      const [strict, ever] = [reached("strict"), reached("ever-entered")];
      strict.forEach((count, at) => expect(count).toBeLessThanOrEqual(Math.min(ever[at]!, strict[at - 1] ?? Infinity)));
      expect(reached("strict", [...list].reverse())).toEqual(strict);
      expect(reached("ever-entered", [...list].reverse())).toEqual(ever);
      const cohorts = rows(call("FUNNELCONV", [list, order, "cohort"]));
      expect(cohorts.filter((row) => row[1] === "Lead").reduce((sum, row) => sum + (row[2] as number), 0)).toBe(ever[0]);
    }));
  });
});

describeWithShared("shared answers", () => {
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;

  it("gives the funnel of the Maven deals", () => {
    const { data } = parse<Record<string, string>>(readFileSync(sharedData("maven_crm/sales_pipeline.csv")!, "utf8"), { header: true, skipEmptyLines: true });
    const expected = results("maven_crm").funnel_reached.rows;
    const shown = rows(call("FUNNELCONV", [data.map((deal) => [deal.deal_stage!]), column("Prospecting", "Engaging", "Won")]));
    expect(shown).toEqual(expected.map((row: { stage: string; n: number; step_conversion: number | null; overall_conversion: number }) => [row.stage, row.n, row.step_conversion ?? "", row.overall_conversion]));
  });

  it("gives the way from lead to customer of the education leads", () => {
    const [{ leads, converted, conversion_rate }] = results("xeducation_leads").conversion.rows;
    expect(rows(call("FUNNELCONV", [[["Lead", leads], ["Customer", converted]]]))[1]).toEqual(["Customer", converted, conversion_rate, conversion_rate]);
  });
});
