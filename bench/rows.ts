// Reading, building, writing and measuring deals, against papaparse, exceljs and SheetJS on the same rows.

import { count, megabytes, seconds, times } from "./figures";
import type { Measure } from "./measure";
import { table } from "./table";
import type { Section, Target } from "./target";
import type { Measured } from "./task";

const hundredThousand = 100_000;
const million = 1_000_000;

export function rowResults(measure: Measure): Section {
  const sections = [reading(measure), building(measure), writing(measure), measuring(measure)];
  return { lines: sections.flatMap(({ lines }) => lines), targets: sections.flatMap(({ targets }) => targets) };
}

function reading(measure: Measure): Section {
  const read = [hundredThousand, million].map((rows) => ({ rows, ours: measure("read", rows), theirs: measure("papaparse", rows) }));
  return {
    lines: [
      "## Reading: deals × 12 columns, from text to records", "",
      ...table(["Rows", "Salesbook", "papaparse alone", "Ratio", "Memory"], read.map(({ rows, ours, theirs }) => [count(rows), seconds(ours.ms), seconds(theirs.ms), times(ours.ms / theirs.ms), megabytes(ours.peak)])), "",
    ],
    targets: [
      ...read.map(({ rows, ours, theirs }): Target => ({ what: `Reading ${count(rows)} deals, against papaparse's time`, measured: ours.ms / theirs.ms, target: 3, shown: times })),
      { what: "Memory of reading 1,000,000 deals", measured: read[1]!.ours.peak, target: 1500, shown: megabytes },
    ],
  };
}

function building(measure: Measure): Section {
  const ours = measure("build", hundredThousand);
  const [excelJs, sheetJs] = [measure("exceljs", hundredThousand), measure("sheetjs", hundredThousand)];
  const line = (name: string, { ms, peak }: Measured): string[] => [name, seconds(ms), count(hundredThousand / (ms / 1000)), times(ours.ms / ms), megabytes(peak)];
  const faster = (name: string, { ms }: Measured): Target => ({ what: `Building 100,000 deals, rows a second against ${name}'s writer`, measured: ms / ours.ms, target: 2, least: true, shown: times });
  return {
    lines: [
      "## Building: from text to the .xlsx with dashboard, goals, funnel and journey, formulas and charts, 100,000 deals", "",
      "The other two write the same twelve columns, already read, to one plain sheet: no table, no formula, no chart.", "",
      ...table(["Program", "Time", "Rows/s", "Against Salesbook's rows/s", "Memory"], [
        line("Salesbook: read, measure and write", ours), line("Salesbook: write", measure("write", hundredThousand)), line("exceljs: write", excelJs), line("SheetJS: write", sheetJs),
      ]), "",
    ],
    targets: [faster("exceljs", excelJs), faster("SheetJS", sheetJs)],
  };
}

function writing(measure: Measure): Section {
  const written = [50_000, hundredThousand, 200_000].map((rows) => ({ rows, ...measure("write", rows) }));
  return {
    lines: [
      "## Memory of the writer", "",
      ...table(["Rows", "Time", "Memory added while writing", "Memory of the whole process"], written.map(({ rows, ms, added, peak }) => [count(rows), seconds(ms), megabytes(Math.max(0, added)), megabytes(peak)])), "",
    ],
    targets: [{ what: "Memory added while writing 200,000 deals (flat in rows)", measured: Math.max(0, written[2]!.added), target: 50, shown: megabytes }],
  };
}

function measuring(measure: Measure): Section {
  const { ms } = measure("report", hundredThousand);
  return {
    lines: ["## Measures: the formulas of these sheets with their values", "", ...table(["Rows", "Time"], [[count(hundredThousand), seconds(ms)]]), ""],
    targets: [{ what: "Measures of 100,000 deals", measured: ms, target: 1000, shown: seconds }],
  };
}
