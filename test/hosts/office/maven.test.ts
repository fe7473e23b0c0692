// The Maven deals as they stood in the middle of the year, refreshed with all of them: an open workbook and a file come to the same plan.

import { readFileSync } from "node:fs";
import { officeBook } from "../../../src/hosts/office/book";
import { writeXlsxInNode } from "../../../src/hosts/xlsx/node";
import { recallXlsx } from "../../../src/hosts/xlsx/recall";
import { emptyMemory } from "../../../src/sheets/memory";
import { remembered } from "../../../src/sheets/remembered";
import { describeWithShared, sharedData } from "../../shared-data";
import { inputOf, planOf } from "../../sheets/refreshing";
import { standing } from "../../sheets/standing";
import { inNewExcel } from "./excel";

describeWithShared("the Maven deals, in Excel and as a file", () => {
  const whole = readFileSync(sharedData("maven_crm/sales_pipeline.csv") ?? "", "utf8").replaceAll("\r", "").trimEnd();
  const [header = "", ...rows] = whole.split("\n");
  const half = [header, ...rows.flatMap((row) => standing(row, "2017-06-30"))].join("\n");

  it("give the same plan after a refresh", () => inNewExcel(async () => {
    const first = planOf(inputOf(half, "2017-06-30", emptyMemory));
    await officeBook().render(first);
    const [inExcel, inFile] = [await officeBook().recall(remembered), await recallXlsx(await writeXlsxInNode(first), remembered)];
    const next = planOf(inputOf(whole, "2017-12-31", inExcel));
    expect(next).toEqual(planOf(inputOf(whole, "2017-12-31", inFile)));
    await officeBook().render(next);
    expect(planOf(inputOf(whole, "2017-12-31", await officeBook().recall(remembered)))).toEqual(planOf(inputOf(whole, "2017-12-31", await recallXlsx(await writeXlsxInNode(next), remembered))));
  }), 120_000);
});
