// Goals: the article's, worked out by hand, and what is missing or cannot be.

import fc from "fast-check";
import { dayOfIso } from "../../src/values";
import type { Cells } from "../../src/functions/given/cells";
import { call, callOne, column } from "./call";

/** Half of the year 2026 has gone: 182 of 364 days. */
const year = ["2026-01-01", "2026-12-31", "2026-07-02"] as const;

describe("GOALPROGRESS", () => {
  it.each([
    ["NPS from 30 to 50", 42, 50, 30, null, null, 0.6],
    ["churn from 20 % down to 10 %", "17%", "10%", "20%", null, null, 0.3],
    ["sales cycle from 90 down to 75 days", 84, 75, 90, "reduce to", null, 0.4],
    ["sales cycle that got longer", 96, 75, 90, "reduce to", null, -0.4],
    ["further than asked", 70, 75, 90, null, null, 4 / 3],
    ["completeness of 95 % without a baseline", 0.76, 0.95, null, null, null, 0.8],
    ["less is better, without a baseline", 10, 8, null, "reduce to", null, 0.8],
    ["down to nothing without a baseline", 0, 0, null, "reduce to", null, 1],
    ["NPS up by 10 points", 44, 10, 40, "raise by", null, 0.4],
    ["sales up by 20 %", 110, "20%", 100, "raise by %", null, 0.5],
    ["up by a share from a loss", -95, 0.1, -100, "raise by %", null, 0.5],
    ["cost down by 15 %, just there", 85, 0.15, 100, "reduce by %", null, 1],
    ["just there in spite of fractions", 1.21, 0.1, 1.1, "raise by %", null, 1],
    ["kept within", 15, 10, null, "keep within", 20, 1],
    ["above the band", 24, 10, null, "keep within", 20, 0.6],
    ["below the band", 7, 10, null, "keep within", 20, 0.7],
    ["far from the band", 45, 10, null, "keep within", 20, 0],
    ["beyond the target from the start, and kept", 65, 50, 60, "raise to", null, 1],
    ["beyond the target from the start, and lost", 45, 50, 60, "raise to", null, 0],
    ["no way to go, and kept", 50, 50, 50, null, null, 1],
  ] as const)("%s", (_, actual, target, baseline, direction, upper, progress) => expect(callOne("GOALPROGRESS", actual, target, baseline, direction, upper)).toBeCloseTo(progress, 8));

  it("takes the direction in Chinese, as a code and in any spelling", () => {
    for (const direction of ["降低至", "reduceTo", "Reduce-to"]) expect(callOne("GOALPROGRESS", 84, 75, 90, direction)).toBe(0.4);
    for (const direction of ["按 % 提升", "按%提升", "按％提升", "raiseByPercent"]) expect(callOne("GOALPROGRESS", 110, 0.2, 100, direction)).toBe(0.5);
  });
  it("goes row by row, and one row's trouble is its own", () => {
    expect(call("GOALPROGRESS", [column(42, 84, null, 5, "?", 15), column(50, 75, null, null, 1, 10), column(30, 90, null, null, 1, null), column(null, "reduce to", null, null, null, "keep within"), column(null, null, null, null, null, 20)])).toEqual([
      [0.6], [0.4], [""], ["#N/A target, row 4: the cell is blank."], ["#VALUE! actual, row 5: ? is not a number."], [1],
    ]);
  });
  it.each([
    [[null, 50, 30], "#N/A actual, row 1: the cell is blank."],
    [[1, 0.1, null, "raise by %"], "#N/A baseline, row 1: the cell is blank."],
    [[1, 10, null, "raise by"], "#N/A baseline, row 1: the cell is blank."],
    [[15, 10, null, "keep within"], "#N/A upper, row 1: the cell is blank."],
    [[15, 10, null, "keep within", 10], "#VALUE! upper, row 1: 10 is out of range (> 10)."],
    [[15, 10, null, null, 20], "#VALUE! upper does not go with raise to."],
    [[110, 20, 100, "raise by %"], "#VALUE! target, row 1: 20 could be a share or hundredths. Write it with a percent sign."],
    [[90, 15, 100, "reduce by %"], "#VALUE! target, row 1: 15 is out of range (≤ 1)."],
    [[[[1], [{ code: "#DIV/0!" }]], 10], undefined],
    [[column(1, 2), column(1, 2, 3)], "#VALUE! actual has 2 × 1 cells where 3 × 1 are needed."],
  ] as [Cells[], string | undefined][])("says what is wrong with %j", (given, said) => {
    if (said === undefined) expect(call("GOALPROGRESS", given)[1]).toEqual(["#VALUE! actual, row 2: the cell holds the error #DIV/0!."]);
    else expect(callOne("GOALPROGRESS", ...given)).toBe(said);
  });
  it("names the direction it does not know", () => expect(callOne("GOALPROGRESS", 1, 2, 0, "sideways")).toMatch(/^#VALUE! direction.*sideways is not one of raise to, 提升至, reduce to, 降低至/));
  it("says it in Chinese", () => expect(call("GOALPROGRESS", [null, 50], "zh-CN")).toEqual([["#N/A 实际值第 1 行：单元格为空。"]]));

  const amount = fc.integer({ min: -10000, max: 10000 });
  it("is the same in any unit and never falls as the actual rises towards the target", () => {
    fc.assert(fc.property(amount, amount, amount, fc.nat(1000), fc.constantFrom(0.5, 2, 10, 1000), (actual, target, baseline, more, factor) => {
      fc.pre(target !== baseline);
      const progress = callOne("GOALPROGRESS", actual, target, baseline) as number;
      expect(callOne("GOALPROGRESS", actual * factor, target * factor, baseline * factor)).toBeCloseTo(progress, 8);
      const later = callOne("GOALPROGRESS", target > baseline ? actual + more : actual - more, target, baseline) as number;
      expect(later).toBeGreaterThanOrEqual(progress);
      expect(callOne("GOALPROGRESS", target, target, baseline)).toBe(1);
      expect(callOne("GOALPROGRESS", baseline, target, baseline)).toBe(0);
    }));
  });
  it("gives the same for a range as row by row", () => {
    const goal = fc.record({ actual: amount, target: amount, baseline: fc.option(amount), direction: fc.constantFrom(null, "raise to", "reduce to", "提升", "keep within"), upper: fc.constant(20000) });
    fc.assert(fc.property(fc.array(goal, { minLength: 1, maxLength: 6 }), (goals) => {
      const of = (name: keyof (typeof goals)[number]) => goals.map((one) => [one[name]]);
      const together = call("GOALPROGRESS", [of("actual"), of("target"), of("baseline"), of("direction"), of("upper")]);
      goals.forEach((one, at) => {
        const alone = callOne("GOALPROGRESS", one.actual, one.target, one.baseline, one.direction, one.upper);
        expect(typeof alone === "string" ? alone.replace("row 1", `row ${at + 1}`) : alone).toBe(together[at]![0]);
      });
    }));
  });
});

describe("GOALPACE", () => {
  it("divides the progress by the time gone", () => {
    expect(callOne("GOALPACE", 42, 50, ...year, 30)).toBe(1.2);
    expect(callOne("GOALPACE", 84, 75, ...year, 90, "reduce to")).toBe(0.8);
    expect(callOne("GOALPACE", 96, 75, ...year, 90)).toBe(-0.8);
  });
  it("is the progress itself without a path, and after the deadline", () => {
    expect(callOne("GOALPACE", 0.76, 0.95, ...year)).toBe(0.8);
    expect(callOne("GOALPACE", 24, 10, ...year, null, "keep within", 20)).toBe(0.6);
    expect(callOne("GOALPACE", 5, 10, "2025-01-01", "2025-12-31", "2026-07-02", 0)).toBe(0.5);
  });
  it("takes Excel's days", () => expect(callOne("GOALPACE", 42, 50, ...year.map((day) => dayOfIso(day)), 30)).toBe(1.2));
  it("takes one as-of day for all rows", () => expect(call("GOALPACE", [column(42, 84), column(50, 75), year[0], column("2026-12-31", "2026-12-31"), year[2], column(30, 90)])).toEqual([[1.2], [0.8]]));
  it("says when there is none", () => {
    expect(callOne("GOALPACE", 0, 10, "2026-10-01", "2026-12-31", "2026-07-02", 0)).toBe("#N/A asOf, row 1: no time has gone yet.");
    expect(callOne("GOALPACE", 0, 10, "2026-10-01", "2026-10-01", "2026-07-02", 0)).toBe("#VALUE! deadline, row 1: 2026-10-01 is out of range (> 2026-10-01).");
    expect(callOne("GOALPACE", 0, 10, null, "2026-10-01", "2026-07-02")).toBe("#N/A startDate, row 1: the cell is blank.");
    expect(callOne("GOALPACE", 0, 10, "2026-01-01", "2026-10-01", null)).toBe("#N/A asOf, row 1: the cell is blank.");
    expect(callOne("GOALPACE", 0, 10, "2026-01-01", "soon", "2026-07-02")).toMatch(/^#VALUE! deadline, row 1: soon is not a date/);
    expect(callOne("GOALPACE", null, 10, ...year)).toBe("#N/A actual, row 1: the cell is blank.");
  });
});

describe("GOALSTATUS", () => {
  it.each([
    ["on track", [40, 50, ...year, 30], "On track"],
    ["a little behind", [38, 50, ...year, 30], "At risk"],
    ["far behind", [33, 50, ...year, 30], "Off track"],
    ["exactly at the limit of at risk", [0.49, 0.6, ...year, 0.4], "On track"],
    ["exactly at the limit of off track", [0.185, 0.25, ...year, 0.15], "At risk"],
    ["there", [50, 50, ...year, 30], "Achieved"],
    ["past its deadline", [5, 10, "2025-01-01", "2025-12-31", "2026-07-02", 0], "Overdue"],
    ["there, past its deadline", [10, 10, "2025-01-01", "2025-12-31", "2026-07-02", 0], "Achieved"],
    ["on its last day", [5, 10, "2025-07-02", "2026-07-02", "2026-07-02", 0], "Off track"],
    ["not begun", [0, 10, "2026-10-01", "2026-12-31", "2026-07-02", 0], "On track"],
    ["within the band", [15, 10, ...year, null, "keep within", 20], "On track"],
    ["outside the band", [24, 10, ...year, null, "keep within", 20], "Off track"],
    ["within the band at the end", [15, 10, "2025-07-02", "2026-07-02", "2026-07-02", null, "keep within", 20], "Achieved"],
    ["without a baseline", [0.76, 0.95, ...year], "At risk"],
  ] as [string, Cells[], string][])("%s", (_, given, status) => expect(callOne("GOALSTATUS", ...given)).toBe(status));

  it("answers in Chinese where the direction is Chinese, whoever looks", () => {
    const given: Cells[] = [column(40, 38, 33, 50), column(50, 50, 50, 50), ...year, column(30, 30, 30, 30), column("提升至", "raise to", "提升至", "提升至")];
    for (const language of ["en", "zh-CN"] as const) expect(call("GOALSTATUS", given, language)).toEqual([["正常推进"], ["At risk"], ["偏离"], ["已达成"]]);
  });
  it("takes other thresholds", () => {
    expect(callOne("GOALSTATUS", 38, 50, ...year, 30, null, null, column("80%", "50%"))).toBe("On track");
    expect(callOne("GOALSTATUS", 38, 50, ...year, 30, null, null, [[1, 0.9]])).toBe("Off track");
    expect(callOne("GOALSTATUS", 38, 50, ...year, 30, null, null, column(0.5, 0.8))).toBe("#VALUE! thresholds, row 2: 0.8 is out of range (≤ 0.5).");
    expect(callOne("GOALSTATUS", 38, 50, ...year, 30, null, null, 0.5)).toBe("#VALUE! thresholds has 1 × 1 cells where 2 × 1 are needed.");
    expect(callOne("GOALSTATUS", 38, 50, ...year, 30, null, null, column(0.5, null))).toBe("#N/A thresholds, row 2: the cell is blank.");
  });
  it("says which figure is missing instead of a status", () => {
    expect(call("GOALSTATUS", [column(40, null), column(50, 50), ...year, 30])).toEqual([["On track"], ["#N/A actual, row 2: the cell is blank."]]);
  });
});
