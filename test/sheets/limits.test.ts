import { mkdtemp, readdir, rm, writeFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkLimits } from "../../src/sheets/limits";
import { saveXlsx, xlsxFileHost } from "../../src/hosts/xlsx/node";
import { xlsxHost } from "../../src/hosts/xlsx/host";
import type { CellPlan, ColumnPlan, SheetPlan, TablePlan, WorkbookPlan } from "../../src/sheets/plan";
import { samplePlan, sheet } from "../hosts/plans";

function planOf(...sheets: SheetPlan[]): WorkbookPlan {
  return { language: "en", title: "t", currency: "", sheets, names: [], functions: [] };
}

function cell(value: CellPlan["value"], rest: Partial<CellPlan> = {}): CellPlan {
  return { row: 1, column: 2, value, look: "plain", format: "general", ...rest };
}

function table(values: ColumnPlan["values"], rest: Partial<TablePlan> = {}, column: Partial<ColumnPlan> = {}): TablePlan {
  const columns: ColumnPlan[] = [{ name: "Note", owner: "crm", format: "text", look: "plain", values, ...column }];
  return { name: "Deals", kind: "mirror", key: ["Note"], top: 0, left: 0, rows: values.length, filter: false, style: "data", columns, ...rest };
}

function withCells(...cells: CellPlan[]): WorkbookPlan {
  return planOf(sheet({ id: "a", name: "A", cells }));
}

function withTables(...tables: TablePlan[]): WorkbookPlan {
  return planOf(sheet({ id: "a", name: "A", tables }));
}

const long = "x".repeat(32_768);

it.each<[string, WorkbookPlan, string]>([
  ["a workbook without sheets", planOf(), "a workbook without sheets"],
  ["a sheet name of 32 characters", planOf(sheet({ id: "a", name: "n".repeat(32) })), "not a sheet name: nnn"],
  ["a sheet name with a slash", planOf(sheet({ id: "a", name: "Won/Lost" })), "not a sheet name: Won/Lost"],
  ["two sheets that differ in case", planOf(sheet({ id: "a", name: "A" }), sheet({ id: "b", name: "a" })), "two sheets of one name: a"],
  ["a table named as an address", withTables(table(["x"], { name: "AB12" })), "not a name Excel takes: AB12"],
  ["a table named with a space", withTables(table(["x"], { name: "My deals" })), "not a name Excel takes: My deals"],
  ["a name that is a table's too", { ...withTables(table(["x"])), names: [{ name: "DEALS", sheet: "A", area: { top: 9, left: 0, bottom: 9, right: 0 }, input: true }] }, "two tables or names of one name: DEALS"],
  ["a table without rows", withTables(table([])), "a table needs a column and a row: sheet A, table Deals"],
  ["a column with too few values", withTables(table(["x"], { rows: 2 })), "1 values for 2 rows: sheet A, table Deals, column Note"],
  ["a table past the last row", withTables(table(["x"], { top: 1_048_575 })), "more rows than a sheet holds (1048576): sheet A, table Deals"],
  ["a table past the last column", withTables(table(["x"], { left: 16_384 })), "more columns than a sheet holds (16384): sheet A, table Deals"],
  ["a text too long in a table", withTables(table(["short", long])), "a text of 32768 characters, a cell holds 32767: sheet A, table Deals, column Note, row 2"],
  ["a text too long in a cell", withCells(cell(long)), "a text of 32768 characters, a cell holds 32767: sheet A, cell C2"],
  ["a number that is none", withCells(cell(Number.NaN)), "not a number a cell can hold (NaN): sheet A, cell C2"],
  ["an endless number in a table", withTables(table([Infinity])), "not a number a cell can hold (Infinity): sheet A, table Deals, column Note, row 1"],
  ["a formula with its equals sign", withCells(cell(1, { formula: "=1" })), "not a formula (=1): sheet A, cell C2"],
  ["a formula too long", withCells(cell(1, { formula: `1${"+1".repeat(4096)}` })), "a formula of 8193 characters, Excel takes 8192: sheet A, cell C2"],
  ["a function newer than Excel 2016", withCells(cell(1, { formula: 'SUM(XLOOKUP("a",A1:A2,B1:B2))' })), "(XLOOKUP): sheet A, cell C2"],
  ["a new function in a calculated column", withTables(table([1], {}, { formula: "IFNA(1,2)" })), "(IFNA): sheet A, table Deals, column Note"],
  ["a new function in a row's own formula", withTables(table([1, 2], {}, { formulas: [null, "_xlfn.CONCAT(1,2)"] })), "(_xlfn.CONCAT): sheet A, table Deals, column Note, row 2"],
  ["two contents for one cell", withCells(cell(1), cell(2)), "two contents for one cell: sheet A, cell C2"],
  ["a merged cell over another", withCells(cell(1, { column: 0, across: 3 }), cell(2)), "two contents for one cell: sheet A, cell C2"],
  ["a cell inside a table", planOf(sheet({ id: "a", name: "A", tables: [table(["x", "y"])], cells: [cell(1, { column: 0 })] })), "a cell inside table Deals: sheet A, cell A2"],
  ["two tables on one place", withTables(table(["x"]), table(["x"], { name: "Other", top: 1 })), "two tables on one place: sheet A, tables Deals and Other"],
  ["a link to a sheet that is not there", withCells(cell("x", { linkToSheet: "B" })), "no such sheet (B): sheet A, cell C2"],
  ["a list with a comma in an item", planOf(sheet({ id: "a", name: "A", validations: [{ kind: "list", items: ["a,b"], area: { top: 0, left: 0, bottom: 0, right: 0 } }] })), "a list item with a comma: sheet A, area A1"],
  ["a list too long", planOf(sheet({ id: "a", name: "A", validations: [{ kind: "list", items: ["x".repeat(256)], area: { top: 0, left: 0, bottom: 0, right: 0 } }] })), "a list of more than 255 characters: sheet A, area A1"],
])("refuses %s and says where", (_, plan, message) => {
  expect(() => checkLimits(plan)).toThrow(message);
});

it.each(["SUMIFS(Deals[Amount],Deals[Let],\"XLOOKUP(\")", "'IFNA('!A1+1", "SUMPRODUCT((A1:A3=\"x\")*1)", "NETWORKDAYS.INTL(1,2)", "Deals[[#This Row],[Days(]]"])("takes the formula %s", (formula) => {
  expect(() => checkLimits(withCells(cell(1, { formula })))).not.toThrow();
});

it("takes functions of newer programs in columns and cells the user types in", () => {
  const formula = "_xlfn.XLOOKUP(1,A:A,B:B)";
  expect(() => checkLimits(withTables(table([1], {}, { owner: "user", formula })))).not.toThrow();
  expect(() => checkLimits(withCells(cell(1, { formula, look: "input" })))).not.toThrow();
  expect(() => checkLimits(withTables(table([1], {}, { owner: "formula", formula })))).toThrow("_xlfn.XLOOKUP");
});

it("takes a text of exactly the longest length", () => {
  expect(() => checkLimits(withCells(cell(long.slice(1))))).not.toThrow();
});

describe("a file", () => {
  let folder = "";
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "salesbook-test-")); });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("is the old one still when the new one cannot be written", async () => {
    const path = join(folder, "book.xlsx");
    await writeFile(path, "old");
    const plan = { ...samplePlan(), get names(): never { throw new Error("broken half-way"); } };
    await expect(saveXlsx(path, plan)).rejects.toThrow("broken half-way");
    await expect(saveXlsx(path, withCells(cell("x", { linkToSheet: "B" })))).rejects.toThrow("no such sheet");
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["book.xlsx"]);
  });

  it("remembers nothing before it is there, and what was typed after", async () => {
    const host = xlsxFileHost(join(folder, "book.xlsx"));
    expect((await host.recall({ inputs: ["GoodRate"], tables: [] })).inputs.size).toBe(0);
    await host.render(samplePlan());
    expect((await host.recall({ inputs: ["GoodRate"], tables: [] })).inputs.get("GoodRate")).toBe(0.3);
  });

  it("is the same bytes when the host keeps them in memory", async () => {
    let kept: Uint8Array | null = null;
    await xlsxHost(null, (bytes) => { kept = bytes; }).render(samplePlan());
    expect((await xlsxHost(kept, () => undefined).recall({ inputs: ["AsOf"], tables: [] })).inputs.get("AsOf")).toBe(46203);
  });
});
