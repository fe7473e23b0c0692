// How many files of the Pollock benchmark come out as its authors' clean table? Those that do not are named, with why.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decode } from "../../src/crm/decode";
import { nameColumns } from "../../src/crm/header";
import { rowKinds } from "../../src/crm/reading";
import type { CrmTable } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { describeWithShared, sharedData } from "../shared-data";

type Verdict = "clean" | "clean with the reported rows put back" | "rows clean, names differ" | "differs" | "no table";

/** Files that do not come out as the clean table, cell for cell; everything else must. */
const exceptions: Readonly<Record<string, readonly [Verdict, string]>> = {
  "20170320-ePC_Data-Travel-Stationery.csv": ["differs", "grand totals are left out and reported, the clean table keeps them but drops the second title and header"],
  "Feb-2016.csv": ["clean with the reported rows put back", "the sentence below the data is left out and reported; the clean table keeps it"],
  "PLA_6%Talc-1hz.csv": ["rows clean, names differ", "the clean header has '' where the file has a quote"],
  "Sustainability_-_Water_consumption_P_56.csv": ["rows clean, names differ", "one cell above the header is a title here, not a part of the first column's name"],
  "Wine_Cellar_Consumption_dataset_14-15.csv": ["differs", "the clean table repairs U+0092 to an apostrophe; here a text is what the file says"],
  "mos-oct-dec-2014.csv": ["differs", "five tables in one file: their titles are kept as rows here, the clean table drops them"],
  "polluted__file_field_delimiter_0x20.csv": ["no table", "blanks delimit, and cells with blanks are not quoted: nobody can tell them apart"],
  "polluted__file_header_multirow_2.csv": ["rows clean, names differ", "the same header twice is one header here, not DATE DATE"],
  "polluted__file_header_multirow_3.csv": ["rows clean, names differ", "the same header three times is one header here"],
  "polluted__file_multitable_less.csv": ["differs", "rows after a repeated header are kept, not dropped as a second table"],
  "polluted__file_multitable_more.csv": ["differs", "rows after a repeated header are kept, not dropped as a second table"],
  "polluted__file_multitable_same.csv": ["differs", "rows after a repeated header are kept, not dropped as a second table"],
  "polluted__file_quotation_char_0x27.csv": ["differs", 'single quotes around, but the double ones inside are still doubled: kept as written'],
  "public-toilet-borough-grid.csv": ["clean with the reported rows put back", "the total is left out and reported; the clean table keeps it"],
  "workforce-management-information-dft_201706.csv": ["rows clean, names differ", "three header rows are joined; the clean names leave some groups out"],
};

describeWithShared("the pollock files", () => {
  const folder = sharedData("pollock_shared")!;
  const files = readdirSync(join(folder, "csv"));

  it.each(files)("reads %s as the clean table, or as its exception says", (file) => {
    expect(verdictOn(folder, file)).toBe(exceptions[file]?.[0] ?? "clean");
  });

  it("reads most files clean", () => {
    const clean = files.filter((file) => verdictOn(folder, file) === "clean");
    console.info(`pollock: ${clean.length} of ${files.length} files are the clean table, cell for cell`);
    expect(clean.length).toBeGreaterThanOrEqual(files.length - Object.keys(exceptions).length);
  });
});

function verdictOn(folder: string, file: string): Verdict {
  const clean = cleanTable(readFileSync(join(folder, "clean", file)));
  const table = parseTable({ file, bytes: readFileSync(join(folder, "csv", file)) });
  if (isProblem(table)) {
    if (table.problem === "empty" && clean.length === 0) return "clean";
    return table.problem === "no-rows" && clean.length === 1 && same([table.header ?? []], clean) ? "clean" : "no table";
  }
  const generated = /^col_0/.test(clean[0]?.[0] ?? "") ? 1 : table.headerRow === 0 ? 0 : 1;
  const rows = clean.slice(generated);
  const names = nameColumns(clean[0] ?? [], table.header.length, [], null).header;
  const named = table.headerRow === 0 || same([table.header], [names]);
  if (same(table.rows, rows)) return named ? "clean" : "rows clean, names differ";
  return same(withReported(table), rows.map(summary).filter(([cells]) => cells)) ? "clean with the reported rows put back" : "differs";
}

function cleanTable(bytes: Uint8Array): string[][] {
  const text = decode(bytes).text;
  return Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: true }).data;
}

/** The rows kept and the rows reported, in the order of the file, as their filled cells. */
function withReported(table: CrmTable): string[][] {
  const kept = table.rows.map((row, i) => ({ line: table.lines[i]!, cells: summary(row) }));
  const reported = table.issues.flatMap(({ kind, row, found }) => (rowKinds.has(kind) && found && (row ?? 0) > table.headerRow ? [{ line: row ?? 0, cells: [found] }] : []));
  return [...kept, ...reported].sort((a, b) => a.line - b.line).map(({ cells }) => cells);
}

function summary(row: readonly string[]): string[] {
  return [row.filter((cell) => cell.trim()).join(" | ").slice(0, 200)];
}

/** Equal cell for cell; blanks at a row's end and the kind of line end within a cell are no difference. */
function same(left: readonly (readonly string[])[], right: readonly (readonly string[])[]): boolean {
  return JSON.stringify(left.map(plain)) === JSON.stringify(right.map(plain));
}

function plain(row: readonly string[]): string[] {
  const cells = row.map((cell) => cell.replaceAll("\r\n", "\n"));
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}
