// How much of a table is filled: against independently computed answers.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne } from "./call";

const people = [["Name", "Phone", ""], ["Ann", "1", "x"], ["Bob", "", ""], ["Cid", "n/a", ""], ["Dee", "4", ""]];

it("is the share of filled cells, columns without heading left out", () => expect(callOne("COMPLETENESS", people)).toBe(0.75));
it("is a row for each column", () => {
  expect(call("COMPLETENESS", [people, "column"])).toEqual([["column", "cells", "missing", "share"], ["Name", 4, 0, 1], ["Phone", 4, 2, 0.5]]);
  expect(call("COMPLETENESS", [[["姓名", "电话"], ["安", "待定"]], "按列"])).toEqual([["列", "单元格数", "空白", "完整度"], ["姓名", 1, 0, 1], ["电话", 1, 1, 0]]);
});
it("counts 0 and FALSE as filled, an error cell and a placeholder as empty", () => {
  expect(callOne("COMPLETENESS", [["A"], [0], [false], [{ code: "#N/A" }], ["Select"], ["None"]])).toBe(3 / 5);
});
it("gives long headings in full", () => {
  const heading = "What matters most to you in choosing a course of study";
  expect(call("COMPLETENESS", [[[heading], ["Price"]], "column"])[1]).toEqual([heading, 1, 0, 1]);
});
it("does not count rows without anything in them", () => expect(callOne("COMPLETENESS", [["A", "B"], [1, 2], ["", null], [3, ""], ["", ""]])).toBe(0.75));
it("refuses what is no table", () => {
  expect(callOne("COMPLETENESS", [["A", "B"]])).toBe("#VALUE! table has no headings, or no row below them.");
  expect(callOne("COMPLETENESS", [["", ""], [1, 2]])).toBe("#VALUE! table has no headings, or no row below them.");
  expect(callOne("COMPLETENESS", [["A", ""], ["", 2]])).toBe("#VALUE! table has no headings, or no row below them.");
  expect(callOne("COMPLETENESS", people, "rows")).toBe("#VALUE! by, row 1: rows is not one of all, column.");
});

it("is the mean of the columns, which have as many cells each", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("", "x"), fc.constantFrom("", 0)), { minLength: 1, maxLength: 12 }), (rows) => {
    const table = [["A", "B", "C"], ...rows.map((row) => [...row, "id"])];
    const shares = call("COMPLETENESS", [table, "column"]).slice(1).map((row) => row[3] as number);
    expect(callOne("COMPLETENESS", table)).toBeCloseTo((shares[0]! + shares[1]! + shares[2]!) / 3, 12);
  }));
});

describeWithShared("shared answers", () => {
  it.each([
    ["maven_crm", "sales_pipeline.csv", "cells_overall"], ["xeducation_leads", "Leads.csv", "cells_with_select"],
    ["telco_churn", "IBM_Cognos_Data.csv", "overall"], ["salesforce_export", "Opportunity.csv", "overall"],
  ])("gives the completeness of %s", (folder, file, field) => {
    const [expected] = JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results.completeness_overall.rows;
    const { data } = parse<string[]>(readFileSync(sharedData(`${folder}/${file}`)!, "utf8").replace(/^\ufeff/, ""), { skipEmptyLines: true });
    expect(callOne("COMPLETENESS", data)).toBeCloseTo(expected[field], 12);
  });

  it("gives the completeness of each column of the Maven deals", () => {
    const { rows } = JSON.parse(readFileSync(sharedData("maven_crm/expected.json")!, "utf8")).results.completeness_by_column;
    const { data } = parse<string[]>(readFileSync(sharedData("maven_crm/sales_pipeline.csv")!, "utf8"), { skipEmptyLines: true });
    const shown = new Map(call("COMPLETENESS", [data, "column"]).slice(1).map(([name, , missing, share]) => [name, { missing, share }]));
    for (const { col, filled, missing } of rows) expect(shown.get(col)).toEqual({ missing, share: expect.closeTo(filled, 12) });
  });
});
