// Funnel and Dashboard, recalculated by LibreOffice from wrong values.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { dashboardSheet } from "../../src/sheets/dashboard";
import { funnelSheet } from "../../src/sheets/funnel";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { bookOf, made, type Making } from "./made";
import { many } from "./many";

const test = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Funnel and Dashboard: not run, install LibreOffice with: apt-get install libreoffice-calc");

test.each<[string, Making]>([
  ["stage history", many({ deals: 300, stages: 5, reps: 12, history: true })],
  ["names that look like formulas or conditions", many({ deals: 200, stages: 6, reps: 5, odd: true, history: true })],
  ["25 stages and 60 reps", many({ deals: 1500, stages: 25, reps: 60 })],
  ["deals without anything", { asOf: "2026-11-23", stages: [["New", "open"]], deals: [{ stage: "New" }, {}] }],
])("LibreOffice computes the same with %s", async (_, making) => {
  for (const language of ["en", "zh-CN"] as const) {
    const context = made({ ...making, language });
    expect(await disagreements(await writeXlsxInNode(bookOf(context, dashboardSheet(context), funnelSheet(context))))).toEqual([]);
  }
}, 240_000);
