// What we write is what programs read that are not ours: each cell, formula, merged area, table, name, validation and rule of every kind of workbook.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import { samplePlan } from "../hosts/plans";
import { isInstalled } from "../office";
import { books, type Book } from "./books";
import { contentsOf, type Contents } from "./contents";
import { differences } from "./differences";
import { readers, type Fault, type Reader } from "./readers";

const here = Object.entries(readers).filter(([name]) => name !== "LibreOffice" || isInstalled("soffice"));
if (!isInstalled("soffice")) it.skip("LibreOffice reads each book (not run: soffice is not here)", () => undefined);

describe.each(Object.entries(books))("%s", (_, make) => {
  let book: Book;
  beforeAll(async () => { book = await make(); });

  it.each(here)("is read as it is by %s", async (_reader, { read, faults, digits }) => {
    expect(differences(asReadWith(faults, book.contents), await read(book.bytes), digits)).toEqual([]);
  }, 240_000);
});

describe.each(here)("%s", (_, { read, faults, digits }: Reader) => {
  const plan = samplePlan();
  let found: Contents;
  beforeAll(async () => { found = await read(await writeXlsxInNode(plan)); }, 240_000);

  it.each(faults)("still has its fault: $says", (fault) => {
    expect(differences(asReadWith(faults.filter((one) => one !== fault), contentsOf(plan)), found, digits)).not.toEqual([]);
  });

  it.each<[string, (sheet: SheetPlan) => SheetPlan]>([
    ["another number", (sheet) => withCell(sheet, ({ value }) => typeof value === "number", { value: 17 })],
    ["another formula", (sheet) => withCell(sheet, ({ formula }) => formula !== undefined, { formula: "1+1" })],
    ["a wider merge", (sheet) => withCell(sheet, ({ across }) => across === 6, { across: 5 })],
    ["another sheet's name", (sheet) => ({ ...sheet, name: "Other" })],
  ])("would not pass with %s", (_change, change) => {
    expect(differences(asReadWith(faults, contentsOf(withFirstSheet(plan, change))), found, digits)).not.toEqual([]);
  });
});

function asReadWith(faults: readonly Fault[], there: Contents): Contents {
  return faults.reduce((contents, { makes }) => makes(contents), there);
}

function withFirstSheet(plan: WorkbookPlan, change: (sheet: SheetPlan) => SheetPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet, at) => (at === 0 ? change(sheet) : sheet)) };
}

/** The first such cell is another. */
function withCell(sheet: SheetPlan, isSuch: (cell: CellPlan) => boolean, other: Partial<CellPlan>): SheetPlan {
  const at = sheet.cells.findIndex(isSuch);
  return { ...sheet, cells: sheet.cells.map((cell, index) => (index === at ? { ...cell, ...other } : cell)) };
}
