// A full workbook: every sheet of the catalogue from a company's exports of every kind, against plain sheets of the same rows.

import { report } from "../src/report";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { chosenSheets } from "../src/sheets/chosen";
import { emptyMemory } from "../src/sheets/memory";
import { everything, everythingAsOf, large } from "../test/everything";
import { isInstalled } from "../test/office";
import { disagreements } from "../test/recalculate";
import { count, megabytes, seconds, times } from "./figures";
import type { Measure } from "./measure";
import { table } from "./table";
import type { Section } from "./target";
import type { Measured } from "./task";

export async function catalogueResults(measure: Measure): Promise<Section> {
  const { deal, lead, activity, order } = large;
  const ours = measure("catalogue", deal);
  const line = (name: string, { ms, peak }: Measured): string[] => [name, seconds(ms), times(ours.ms / ms), megabytes(peak)];
  const recalculation = await recalculated();
  return {
    lines: [
      "## A full workbook: every sheet", "",
      `From ${[deal, lead, activity, order].map(count).join(", ")} deals, leads, activities and orders, with accounts, spend, surveys and reps, as CSV text. The other two write the same rows, already cut into cells, to plain sheets.`, "",
      ...table(["Program", "Time", "Salesbook's time against it", "Memory"], [
        line("Salesbook: read, measure and write every sheet", ours), line("exceljs: write the rows", measure("catalogue-exceljs", deal)), line("SheetJS: write the rows", measure("catalogue-sheetjs", deal)),
      ]), "",
      ...recalculation.lines,
    ],
    targets: [
      { what: "A full workbook: every sheet", measured: ours.ms, target: 10_000, shown: seconds },
      { what: "Memory of a full workbook", measured: ours.peak, target: 1000, shown: megabytes },
      ...recalculation.targets,
    ],
  };
}

async function recalculated(): Promise<Section> {
  if (!isInstalled("soffice")) return { lines: ["LibreOffice is not installed: the workbook was not recalculated.", ""], targets: [] };
  const plan = report({ imports: everything("en", large), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: chosenSheets });
  const bytes = await writeXlsxInNode(plan);
  const started = performance.now();
  const wrong = await disagreements(bytes);
  const formulas = plan.sheets.reduce((sum, { cells, tables }) => sum + cells.filter(({ formula }) => formula !== undefined).length + tables.reduce((all, { rows, columns }) => all + rows * columns.filter(({ owner }) => owner === "formula").length, 0), 0);
  return {
    lines: [`LibreOffice recalculates its ${count(formulas)} formulas in ${seconds(performance.now() - started)}, opening and comparing included; ${wrong.length} of them differ from what was written.`, ""],
    targets: [{ what: "Formulas of a full workbook that LibreOffice computes the same", measured: formulas - wrong.length, target: formulas, least: true, shown: count }],
  };
}
