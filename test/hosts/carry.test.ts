import { read } from "@e965/xlsx";
import { CannotCarry } from "../../src/hosts/xlsx/carry";
import { xlsxHost } from "../../src/hosts/xlsx/host";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { foreignSheets, isSalesbook, recallXlsx } from "../../src/hosts/xlsx/recall";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";
import { convert, isInstalled } from "../office";
import { addOwnSheet, addPicture, changedByExcelJs, openedByExcelJs, unmarked } from "./own-sheets";
import { partsIn, withParts } from "./package";
import { samplePlan } from "./plans";
import { schemaErrors, schemasAbsent } from "./schema";

/** The plan written over a file. */
async function over(before: Uint8Array, plan: WorkbookPlan = samplePlan(), mayDrop = false): Promise<Uint8Array> {
  let made = new Uint8Array();
  await xlsxHost(before, (bytes) => { made = bytes as Uint8Array<ArrayBuffer>; }, { mayDrop }).render(plan);
  return made;
}

/** Our book with a sheet of the user's in the middle. */
async function bookWithOwnSheet(): Promise<Uint8Array> {
  return changedByExcelJs(await writeXlsxInNode(samplePlan()), (book) => {
    addOwnSheet(book);
    book.definedNames.add("'My plan'!$B$3", "OwnRate");
  });
}

function bookWithCharts(): Promise<Uint8Array> {
  return writeXlsxInNode(samplePlan());
}

/** The plan with other rows of its deals. */
function withDeals(plan: WorkbookPlan, change: (values: readonly CellValue[]) => readonly CellValue[]): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => {
    if (table.name !== "Deals") return table;
    const columns = table.columns.map((column) => ({ ...column, values: change(column.values) }));
    return { ...table, columns, rows: columns[0]?.values.length ?? 0 };
  }) }));
  return { ...plan, sheets };
}

/** Titles of all charts in a book. */
function chartsOn(bytes: Uint8Array): readonly string[] {
  return [...partsIn(bytes)].filter(([path]) => /^xl\/charts\/chart\d+\.xml$/.test(path)).map(([, xml]) => [...(/<c:title>.*?<\/c:title>/s.exec(xml)?.[0] ?? "").matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join("")).sort();
}

/** What SheetJS sees of a sheet. */
function seenBySheetJs(bytes: Uint8Array, name: string): unknown {
  const sheet = read(bytes, { cellFormula: true, cellNF: true, cellStyles: true, sheetStubs: false }).Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return JSON.parse(JSON.stringify(sheet).replaceAll(' xml:space=\\"preserve\\"', "")) as unknown;
}

const ownSheet = "My plan";
const refusal = async (run: Promise<unknown>) => run.then(() => null, (error: unknown) => (error instanceof CannotCarry ? error.refusals : Promise.reject(error)));

describe("a sheet of the user's", () => {
  it("is the same for SheetJS and exceljs before and after", async () => {
    const before = await bookWithOwnSheet();
    const after = await over(before);
    expect(seenBySheetJs(after, ownSheet)).toEqual(seenBySheetJs(before, ownSheet));
    const [was, is] = [(await openedByExcelJs(before)).getWorksheet(ownSheet), (await openedByExcelJs(after)).getWorksheet(ownSheet)];
    expect({ ...is?.model, id: 0 }).toEqual({ ...was?.model, id: 0 });
    expect(is?.getCell("A5").note).toBe("My own comment");
    expect(is?.getImages()).toHaveLength(1);
  });

  it("keeps its picture and comment to the byte, and names of the user's stay", async () => {
    const before = await bookWithOwnSheet();
    const after = await over(before);
    const [was, is] = [partsIn(before), partsIn(after)];
    const kept = [...was.keys()].filter((path) => /media\/.|comments|vmlDrawing|drawings\/drawing\d/.test(path));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((path) => is.get(path) !== was.get(path))).toEqual([]);
    const names = read(after, { bookFiles: false }).Workbook?.Names ?? [];
    expect(names.find(({ Name }) => Name === "OwnRate")?.Ref).toBe("'My plan'!$B$3");
    const area = names.find(({ Name }) => Name === "_xlnm.Print_Area");
    expect([area?.Ref, read(after).SheetNames[area?.Sheet ?? -1]]).toEqual(["'My plan'!$A1:$F12", ownSheet]);
  });

  it("written over again gives the same bytes", async () => {
    const once = await over(await bookWithOwnSheet());
    expect(Buffer.compare(await over(once), once)).toBe(0);
  });

  it("stands among the tabs where the user put it, and a hidden tab stays hidden", async () => {
    const moved = withParts(await bookWithOwnSheet(), (path, xml) => {
      if (path !== "xl/workbook.xml") return xml;
      const tabs = xml.match(/<sheet [^>]*\/>/g) ?? [];
      const own = tabs.at(-1) ?? "";
      const order = [tabs[0], own, ...tabs.slice(1, -1)].map((tab) => (tab?.includes('name="Deals"') ? tab.replace('state="visible"', 'state="hidden"') : tab));
      return xml.replace(/<sheets>.*<\/sheets>/s, `<sheets>${order.join("")}</sheets>`).replace(/localSheetId="6"/g, 'localSheetId="1"');
    });
    const after = read(await over(moved));
    expect(after.SheetNames).toEqual(["Dashboard", ownSheet, "Goals", "Sales funnel", "Setup", "Deals", "It's awkward"]);
    expect(after.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 0, 0, 1, 0]);
    expect(after.Workbook?.Names?.find(({ Name }) => Name === "_xlnm.Print_Area")?.Sheet).toBe(1);
  });

  (schemasAbsent ? it.skip : it)(`${schemasAbsent ? `NOT RUN, ${schemasAbsent}: ` : ""}makes a file the schemas allow`, async () => {
    const { errors, checked } = await schemaErrors(await over(await bookWithOwnSheet()));
    expect(checked.length).toBeGreaterThan(25);
    expect(errors.filter((error) => !error.startsWith("xl/worksheets/sheet7.xml"))).toEqual([]);
  }, 60_000);
});

describe("what a user put over our sheets", () => {
  it("stays beside our charts: a picture, and comments", async () => {
    const before = await changedByExcelJs(await writeXlsxInNode(samplePlan()), (book) => {
      const sheet = book.getWorksheet("Dashboard");
      if (!sheet) throw new Error("no sheet");
      addPicture(book, sheet);
      sheet.getCell("A2").note = "Shown to the board";
    });
    const after = await over(before);
    expect(Buffer.compare(await over(after), after)).toBe(0);
    const sheet = (await openedByExcelJs(after)).getWorksheet("Dashboard");
    expect([sheet?.getImages().length, sheet?.getCell("A2").note]).toEqual([1, "Shown to the board"]);
    expect(chartsOn(after)).toEqual(chartsOn(await writeXlsxInNode(samplePlan())));
  });

  it("goes with its record: a comment beside a deal that stands elsewhere now, and is refused where the deal is gone", async () => {
    const plan = samplePlan();
    const before = await changedByExcelJs(await writeXlsxInNode(plan), (book) => {
      const sheet = book.getWorksheet("Deals");
      if (sheet) [sheet.getCell("B3").note, sheet.getCell("C1").note] = ["Call Ada", "Who owns it"];
    });
    const turned = withDeals(plan, (values) => [...values].reverse());
    const after = (await openedByExcelJs(await over(before, turned))).getWorksheet("Deals");
    expect([after?.getCell("B40").note, after?.getCell("C1").note, after?.getCell("B3").note]).toEqual(["Call Ada", "Who owns it", undefined]);
    const fewer = withDeals(plan, (values) => values.slice(5));
    expect(await refusal(over(before, fewer))).toMatchObject([{ sheet: "Deals", why: "comments", what: "B3" }]);
    const left = (await openedByExcelJs(await over(before, fewer, true))).getWorksheet("Deals");
    expect([left?.getCell("B3").note, left?.getCell("C1").note]).toEqual([undefined, "Who owns it"]);
  });

  it("keeps no chart of ours twice, and a chart of the user's beside them", async () => {
    const first = await writeXlsxInNode(samplePlan());
    const plan = samplePlan();
    const less = { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, charts: sheet.charts.filter(({ name }) => name !== "Bars") })) };
    expect(chartsOn(await over(first, less))).toHaveLength(chartsOn(first).length - 1);
    const own = withParts(first, (path, xml) => (path === "xl/drawings/drawing3.xml" ? xml.replace('name="Bars"', 'name="Chart 2"') : xml));
    const after = await over(own, less);
    expect(chartsOn(after)).toEqual(chartsOn(first));
    expect(Buffer.compare(await over(after, less), after)).toBe(0);
  });
});

describe("what cannot go into the new file", () => {
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  it.each([
    ["a pivot table", "pivotTable", "pivot"], ["a query", "queryTable", "queries"], ["a slicer", "slicer", "slicers"], ["a button", "ctrlProp", "controls"],
    ["an embedded file", "oleObject", "embedded"], ["a part of another age", "holograms", "unknown"],
  ])("refuses %s, naming the sheet, and leaves the sheet behind when told to", async (_, kind, why) => {
    const book = withParts(await bookWithOwnSheet(), (path, xml) =>
      path === "xl/worksheets/_rels/sheet7.xml.rels" ? xml.replace("</Relationships>", `<Relationship Id="rId99" Type="${relation}/${kind}" Target="../other/part1.xml"/></Relationships>`) : xml);
    expect(await refusal(over(book))).toMatchObject([{ sheet: ownSheet, why }]);
    const after = await over(book, samplePlan(), true);
    expect([foreignSheets(after), isSalesbook(after)]).toEqual([[], true]);
  });

  it.each([["macros", "vbaProject"], ["queries", "connections"]])("refuses %s of the workbook", async (why, kind) => {
    const book = withParts(await bookWithOwnSheet(), (path, xml) =>
      path === "xl/_rels/workbook.xml.rels" ? xml.replace("</Relationships>", `<Relationship Id="rId99" Type="${relation}/${kind}" Target="${kind}.bin"/></Relationships>`) : xml);
    expect(await refusal(over(book))).toMatchObject([{ sheet: null, why }]);
    expect(foreignSheets(await over(book, samplePlan(), true))).toEqual([ownSheet]);
  });

  it("refuses formulas that name what the new workbook does not have", async () => {
    const plan = samplePlan();
    const without = { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => (table.name === "Deals" ? { ...table, columns: table.columns.map((column) => (column.name === "Amount" ? { ...column, name: "Worth" } : column)) } : table)) })) };
    expect(await refusal(over(await bookWithOwnSheet(), without))).toMatchObject([{ sheet: ownSheet, why: "lost", what: "Deals[Amount]" }]);
    expect(foreignSheets(await over(await bookWithOwnSheet(), without, true))).toEqual([]);
  });

  it("leaves the value of a formula on our sheets that names a sheet left behind, and says so", async () => {
    const slicer = withParts(await bookWithOwnSheet(), (path, xml) =>
      path === "xl/worksheets/_rels/sheet7.xml.rels" ? xml.replace("</Relationships>", `<Relationship Id="rId99" Type="${relation}/slicer" Target="../other/part1.xml"/></Relationships>`) : xml);
    const plan = samplePlan();
    const formula = "'My plan'!$B$3*2";
    const own = { name: "Mine", owner: "user", format: "general", look: "input", own: true } as const;
    const typed = { ...plan, sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => (table.name === "Deals" ? { ...table, columns: [...table.columns, { ...own, values: Array.from({ length: table.rows }, (_, row) => row / 4), formula }] } : table)),
      ...(sheet.id === "dashboard" ? { strays: [{ row: 60, column: 30, value: 0.5, formula: "OwnRate*2", from: null }, { row: 61, column: 30, value: 7, formula: "3+4", from: null }] } : {}),
    })) };
    const told: unknown[] = [];
    let made = new Uint8Array();
    await xlsxHost(slicer, (bytes) => { made = bytes as Uint8Array<ArrayBuffer>; }, { mayDrop: true, leave: (left) => told.push(...left) }).render(typed);
    expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ sheet: "Deals", why: "formula", what: "My plan" }), expect.objectContaining({ sheet: "Dashboard", why: "formula", what: "OwnRate" })]));
    expect([...partsIn(made).values()].filter((xml) => /<f>[^<]*(My plan|OwnRate)/.test(xml))).toEqual([]);
    const book = await openedByExcelJs(made);
    expect([book.getWorksheet("Dashboard")?.getCell("AE61").value, book.getWorksheet("Dashboard")?.getCell("AE62").value]).toEqual([0.5, { formula: "3+4", result: 7 }]);
    expect(recallXlsx(made, { inputs: [], tables: ["Deals"] }).tables.get("Deals")?.rows.map((row) => row.at(-1)).slice(0, 3)).toEqual([0, 0.25, 0.5]);
  });

  it.each([
    ["sheet", { name: ownSheet }, "sheetTaken"], ["table", { tables: [] as never[] }, "tableTaken"],
  ])("refuses a %s of the user's with a name we need", async (what, _, why) => {
    const plan = samplePlan();
    const [first, ...rest] = plan.sheets;
    const last = rest.at(-1);
    if (!first || !last) throw new Error("no sheets");
    const clash = what === "sheet"
      ? { ...plan, sheets: [...plan.sheets, { ...last, id: "more", name: ownSheet.toUpperCase(), tables: [], rules: [], charts: [] }] }
      : { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => (table.name === "Awkward" ? { ...table, name: "OwnTable" } : table)) })) };
    expect(await refusal(over(await bookWithOwnSheet(), clash))).toMatchObject([{ sheet: ownSheet, why }]);
  });

  it.each([["dates1904", '<workbookPr date1904="1" '], ["strict", "<workbookPr "]])("refuses a whole workbook it cannot read right (%s), --drop-sheets or not", async (why, property) => {
    const book = withParts(await bookWithOwnSheet(), (path, xml) => {
      if (path !== "xl/workbook.xml") return xml;
      return why === "strict" ? xml.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main") : xml.replace("<workbookPr ", property);
    });
    expect(await refusal(over(book, samplePlan(), true))).toMatchObject([{ sheet: null, why, drop: null }]);
  });
});

const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";
const withOffice = noOffice ? it.skip : it;

describe("LibreOffice", () => {
  withOffice(`${noOffice ?? ""}opens a carried sheet with all that is on it`, async () => {
    const after = await over(await bookWithOwnSheet());
    const saved = await openedByExcelJs(await convert(after, "xlsx"));
    const sheet = saved.getWorksheet(ownSheet);
    expect(sheet?.getCell("A4").value).toEqual({ formula: "AsOf+1", result: new Date("2026-07-01") });
    expect(sheet?.getCell("A2").result).toBe(samplePlan().sheets.flatMap((one) => one.tables).find(({ name }) => name === "Deals")?.columns[4]?.values.reduce((sum: number, value) => sum + Number(value), 0));
    expect([sheet?.getImages().length, sheet?.getCell("C1").master.address, sheet?.getCell("B3").numFmt]).toEqual([1, "C1", "0.000%"]);
  }, 120_000);

  withOffice(`${noOffice ?? ""}saved the book before: charts, rules and what was typed stay`, async () => {
    const saved = unmarked(await convert(await bookWithCharts(), "xlsx"), "dashboard", "Dashboard");
    expect(foreignSheets(saved)).toEqual(["Dashboard"]);
    const plan = { ...samplePlan(), sheets: samplePlan().sheets.filter(({ id }) => id !== "dashboard"), names: samplePlan().names.filter(({ sheet }) => sheet !== "Dashboard") };
    const after = await over(saved, plan);
    expect(foreignSheets(after)).toEqual(["Dashboard"]);
    expect(seenBySheetJs(after, "Dashboard")).toEqual(seenBySheetJs(saved, "Dashboard"));
    expect(recallXlsx(after, { inputs: ["Note"], tables: [] }).inputs.get("Note")).toBe("Your notes: line one\nline two");
    expect((await schemaErrors(after)).errors.filter((error) => !/sheet1.xml|xl\/charts\/chart[1-5].xml/.test(error))).toEqual([]);
    expect(chartsOn(await convert(after, "xlsx")).length).toBe(chartsOn(saved).length);
  }, 240_000);
});
