// A full workbook: every sheet of the catalogue from a company's exports of every kind, against plain sheets of the same rows.

import { report } from "../src/report";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { chosenSheets } from "../src/sheets/chosen";
import { emptyMemory } from "../src/sheets/memory";
import { everything, everythingAsOf, large } from "../test/everything";
import { isInstalled } from "../test/office";
import { disagreements } from "../test/recalculate";
import { table } from "./table";
import type { Measured, Task } from "./task";

/** `best` measures a task in processes of its own. */
export async function catalogueResults(best: (task: Task, rows: number) => Measured): Promise<readonly string[]> {
  const { deal, lead, activity, order } = large;
  const ours = best("catalogue", deal);
  const line = (name: string, { ms, peak }: Measured): string[] => [name, `${(ms / 1000).toFixed(2)} s`, `${(ours.ms / ms).toFixed(2)} ×`, `${Math.round(peak).toLocaleString("en-US")} MB`];
  return [
    "## A full workbook: every sheet", "",
    `From ${[deal, lead, activity, order].map((rows) => rows.toLocaleString("en-US")).join(", ")} deals, leads, activities and orders, with accounts, spend, surveys and reps, as CSV text (target: under 10 s and 1 GB). The other two write the same rows, already cut into cells, to plain sheets.`, "",
    ...table(["Program", "Time", "Salesbook's time against it", "Memory"], [
      line("Salesbook: read, measure and write every sheet", ours), line("exceljs: write the rows", best("catalogue-exceljs", deal)), line("SheetJS: write the rows", best("catalogue-sheetjs", deal)),
    ]), "",
    ...(await recalculated()), "",
  ];
}

async function recalculated(): Promise<readonly string[]> {
  if (!isInstalled("soffice")) return ["LibreOffice is not installed: the workbook was not recalculated."];
  const plan = report({ imports: everything("en", large), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: chosenSheets });
  const bytes = await writeXlsxInNode(plan);
  const started = performance.now();
  const wrong = await disagreements(bytes);
  const formulas = plan.sheets.reduce((sum, { cells, tables }) => sum + cells.filter(({ formula }) => formula !== undefined).length + tables.reduce((all, { rows, columns }) => all + rows * columns.filter(({ owner }) => owner === "formula").length, 0), 0);
  return [`LibreOffice recalculates its ${formulas.toLocaleString("en-US")} formulas in ${((performance.now() - started) / 1000).toFixed(0)} s, opening and comparing included; ${wrong.length} of them differ from what was written.`];
}
