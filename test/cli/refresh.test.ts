// `salesbook refresh`, as it is typed: what a user put into a workbook is there after the next export.

import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { read, utils, type CellObject } from "@e965/xlsx";
import { requestOf } from "../../src/cli/arguments";
import { UsageError } from "../../src/cli/usage-error";
import { build } from "../../src/cli/build";
import { InputError } from "../../src/cli/input-error";
import { refreshBook } from "../../src/cli/refresh";
import { voiceIn } from "../../src/cli/voice";
import { foreignSheets, recallXlsx } from "../../src/hosts/xlsx/recall";
import { remembered } from "../../src/sheets/remembered";
import { dayOf } from "../../src/values";
import { addOwnSheet, changedByExcelJs, openedByExcelJs, withOwnColumn, withTyped } from "../hosts/own-sheets";
import { partsIn, withParts } from "../hosts/package";
import { convert, isInstalled } from "../office";

const voice = voiceIn("en", () => undefined);
const samples = resolve(__dirname, "../../templates/samples");
const exported = join(samples, "hubspot-deals-en.csv");
const folder = mkdtempSync(join(tmpdir(), "salesbook-refresh-"));
const book = join(folder, "book.xlsx");
const first = join(folder, "first.xlsx");
const next = join(folder, "next.csv");

/** Runs the words of a command line as of a day in November; gives what it prints and what it tells. */
async function salesbook(...words: string[]): Promise<{ printed: string; told: string }> {
  const request = requestOf(words, voice);
  const path = request?.command === "refresh" ? request.book : request?.output;
  const asOf = dayOf(2026, 11, 23);
  if (!request || !path || asOf === null) throw new Error(`no command: ${words.join(" ")}`);
  const told: string[] = [];
  const printed = await (request.command === "refresh" ? refreshBook : build)(request, path, request.asOf ?? asOf, (line) => told.push(line));
  return { printed, told: told.join("\n") };
}

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const memoryOf = (path: string) => recallXlsx(bytesOf(path), remembered);

/** The number of a style that shows a day. */
function dayStyle(bytes: Uint8Array): number {
  const styles = partsIn(bytes).get("xl/styles.xml") ?? "";
  const format = /numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(styles)?.[1];
  return [.../<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0].matchAll(/<xf [^>]*numFmtId="(\d+)"/g) ?? []].findIndex(([, id]) => id === format);
}

beforeAll(async () => {
  await salesbook("build", exported, "-o", first);
  const [header = "", ...rows] = readFileSync(exported, "utf8").trimEnd().split("\n");
  writeFileSync(next, [header, ...rows.slice(1).reverse(), rows[1]?.replace(/^[^,]*/, "999000111") ?? ""].join("\n"));
}, 120_000);
beforeEach(() => copyFileSync(first, book));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe("refresh", () => {
  it("keeps a column of the user's with its formulas and looks beside its deals, wherever they stand now", async () => {
    writeFileSync(book, withOwnColumn(bytesOf(book), "Deals", "Mine", dayStyle(bytesOf(book)), (row) => (row % 2 === 0 ? `<f>Deals[[#This Row],[Amount]]*${row}</f><v>1</v>` : `<v>${row}</v>`)));
    const seen = () => {
      const sheet = read(bytesOf(book), { cellFormula: true, cellNF: true }).Sheets.Deals ?? {};
      const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 });
      const at = rows[0]?.indexOf("Mine") ?? -1;
      return new Map(rows.slice(1).map((cells, row): [string, readonly unknown[]] => {
        const cell = sheet[utils.encode_cell({ r: row + 1, c: at })] as CellObject | undefined;
        return [String(cells[0]), [cell?.f ?? cell?.v, cell?.z]];
      }));
    };
    const before = seen();
    await salesbook("refresh", book, next);
    const after = seen();
    const both = [...before].filter(([id]) => after.has(id));
    expect([both.length > 20, both.every(([, [, format]]) => format === "yyyy-mm-dd")]).toEqual([true, true]);
    expect(both.map(([id]) => [id, after.get(id)])).toEqual(both);
    await salesbook("refresh", book, next);
    expect(seen()).toEqual(after);
  }, 120_000);

  it("goes through a change of language, and through an export without deals, and back, with every sheet there is", async () => {
    const all = join(folder, "all.xlsx");
    const activities = join(samples, "hubspot-activities-en.csv");
    await salesbook("build", exported, "-o", all, "--sheets", "all");
    const names = () => read(bytesOf(all)).SheetNames;
    const before = names();
    await salesbook("refresh", all, activities);
    await salesbook("refresh", all, exported);
    expect(before.filter((name) => !names().includes(name))).toEqual([]);
    expect(names()).not.toContain("Kept aside");
    await salesbook("refresh", all, exported, "--lang", "zh-CN");
    expect(names()).toContain("交接勾选");
  }, 120_000);

  it("keeps what was typed and the user's own sheet, and says what changed", async () => {
    const address = Object.entries(read(bytesOf(first)).Sheets.Goals ?? {}).find(([, cell]) => (cell as CellObject).v === 24 && (cell as CellObject).f === undefined)?.[0] ?? "";
    writeFileSync(book, await changedByExcelJs(withTyped(bytesOf(book), read(bytesOf(first)).SheetNames.indexOf("Goals") + 1, address, 123456), (open) => { addOwnSheet(open); }));
    const { printed, told } = await salesbook("refresh", book, next);
    expect(printed).toContain("Changes since 2026-11-23");
    expect(printed).toContain("new in the export");
    expect(told).toContain("Your own sheets were carried over: My plan.");
    expect(memoryOf(book).tables.get("Goals")?.rows[0]).toContain(123456);
    const own = (await openedByExcelJs(bytesOf(book))).getWorksheet("My plan");
    expect([own?.getCell("A2").formula, own?.getCell("A5").note, own?.getImages().length]).toEqual(["SUM(Deals[Amount])", "My own comment", 1]);
  }, 120_000);

  it("done twice is done once", async () => {
    await salesbook("refresh", book, next);
    const once = bytesOf(book);
    await salesbook("refresh", book, next);
    expect(Buffer.compare(bytesOf(book), once)).toBe(0);
  }, 120_000);

  it("leaves the workbook as it was when a new name is given", async () => {
    const made = join(folder, "new.xlsx");
    await salesbook("refresh", book, next, "-o", made);
    expect([Buffer.compare(bytesOf(book), bytesOf(first)), foreignSheets(bytesOf(made))]).toEqual([0, []]);
    await expect(salesbook("refresh", book, next, "-o", made)).rejects.toThrow("is there already");
    rmSync(made);
  }, 120_000);

  it("leaves the workbook to the byte, and no draft, when an export or the writing fails", async () => {
    await expect(salesbook("refresh", book, join(folder, "none.csv"))).rejects.toThrow("there is no such file");
    await expect(salesbook("refresh", book, next, "-o", join(folder, "no", "where.xlsx"))).rejects.toThrow("there is no such folder");
    chmodSync(book, 0o444);
    await expect(salesbook("refresh", book, next)).rejects.toThrow("read-only");
    chmodSync(book, 0o644);
    expect(Buffer.compare(bytesOf(book), bytesOf(first))).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }, 120_000);

  it("keeps the language and the sheets of the workbook, unless others are named", async () => {
    rmSync(book);
    await salesbook("build", exported, "-o", book, "--lang", "zh-CN", "--sheets", "dashboard,funnel");
    const kept = await salesbook("refresh", book, next);
    expect(kept.told).toContain("仪表盘");
    const ids = () => [...(memoryOf(book).sheets?.keys() ?? [])];
    expect([memoryOf(book).language, ids().includes("funnel"), ids().includes("goals")]).toEqual(["zh-CN", true, false]);
    await salesbook("refresh", book, next, "--sheets", "dashboard,goals");
    expect([ids().includes("goals"), ids().includes("journey")]).toEqual([true, false]);
  }, 120_000);

  it("brings back a sheet of data that was deleted, and leaves a deleted dashboard away", async () => {
    writeFileSync(book, await changedByExcelJs(bytesOf(book), (open) => {
      for (const name of ["Dashboard", "Definitions"]) open.removeWorksheet(open.getWorksheet(name)?.id ?? -1);
    }));
    await salesbook("refresh", book, next);
    const ids = [...(memoryOf(book).sheets?.keys() ?? [])];
    expect([ids.includes("definitions"), ids.includes("dashboard"), ids.includes("goals")]).toEqual([true, false, true]);
  }, 120_000);

  it("refuses what it would lose, names the sheet, writes nothing, and goes on with --drop-sheets", async () => {
    const withPivot = withParts(await changedByExcelJs(bytesOf(book), (open) => { addOwnSheet(open); }), (path, xml) =>
      xml.includes("comments") && /worksheets\/_rels/.test(path) ? xml.replace("</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>') : xml);
    writeFileSync(book, withPivot);
    const refused = salesbook("refresh", book, next);
    await expect(refused).rejects.toThrow("• My plan: a pivot table");
    await expect(refused).rejects.toThrow(InputError);
    expect(Buffer.compare(bytesOf(book), withPivot)).toBe(0);
    const { told } = await salesbook("refresh", book, next, "--drop-sheets");
    expect(told).toContain("• My plan: a pivot table");
    expect(foreignSheets(bytesOf(book))).toEqual([]);
  }, 120_000);

  it("brings back what a run of the add-in left when it died", async () => {
    const journal = JSON.stringify({ day: "2026-11-20", memory: { version: 1, inputs: [], tables: [["Goals", memoryOf(first).tables.get("Goals")]], strays: [{ sheet: "setup", row: 60, column: 7, value: "left by a dead run" }] } });
    const cut = Math.floor(journal.length / 2);
    const pieces = [journal.slice(0, cut), journal.slice(cut)].map((piece, at) => `<part xmlns="urn:salesbook:journal" number="${at}" of="2">${piece.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</part>`);
    const { zipSync, unzipSync, strToU8 } = await import("fflate");
    const parts = unzipSync(withParts(bytesOf(book), (path, xml) => (path === "xl/_rels/workbook.xml.rels" ? xml.replace("</Relationships>", pieces.map((_, at) => `<Relationship Id="rId${900 + at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item${at}.xml"/>`).join("") + "</Relationships>") : xml)));
    pieces.forEach((piece, at) => { parts[`customXml/item${at}.xml`] = strToU8(piece); });
    writeFileSync(book, zipSync(parts));
    expect(memoryOf(book).strays?.map(({ value }) => value)).toContain("left by a dead run");
    await salesbook("refresh", book, next);
    expect(Object.keys(unzipSync(bytesOf(book))).filter((path) => path.startsWith("customXml"))).toEqual([]);
    expect(memoryOf(book).strays?.map(({ value }) => value)).toContain("left by a dead run");
  }, 120_000);

  const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";
  (noOffice ? it.skip : it)(`${noOffice ?? ""}goes on from a workbook that LibreOffice saved`, async () => {
    writeFileSync(book, await convert(await changedByExcelJs(bytesOf(book), (open) => { addOwnSheet(open); }), "xlsx"));
    const { told } = await salesbook("refresh", book, next);
    expect(told).toContain("Your own sheets were carried over: My plan.");
    const own = (await openedByExcelJs(await convert(bytesOf(book), "xlsx"))).getWorksheet("My plan");
    expect([typeof own?.getCell("A2").result, own?.getCell("A3").result, own?.getImages().length]).toEqual(["number", "Goals", 1]);
  }, 240_000);
});

describe("what refresh does not take", () => {
  it.each([
    [["refresh"], "Name the workbook to refresh"], [["refresh", "book.xlsx"], "at least one new export"],
    [["refresh", "book.xlsm", "deals.csv"], "must end in .xlsx: book.xlsm"], [["refresh", "book.xlsx", "deals.csv", "-o", "new.xls"], "must end in .xlsx: new.xls"],
  ])("%j", (words, said) => {
    expect(() => requestOf(words, voice)).toThrow(UsageError);
    expect(() => requestOf(words, voice)).toThrow(said);
  });

  it("a workbook that is not there, is not ours, or is none", async () => {
    await expect(salesbook("refresh", join(folder, "no.xlsx"), next)).rejects.toThrow("there is no such file");
    const other = join(folder, "other.xlsx");
    writeFileSync(other, await changedByExcelJs(bytesOf(first), (open) => { for (const sheet of [...open.worksheets]) open.removeWorksheet(sheet.id); open.addWorksheet("Mine"); open.definedNames.model = []; }));
    await expect(salesbook("refresh", other, next)).rejects.toThrow("was not made by Salesbook");
    copyFileSync(next, other);
    await expect(salesbook("refresh", other, next)).rejects.toThrow("was not made by Salesbook");
  }, 120_000);
});

describe("build over a workbook of ours", () => {
  it("carries sheets of the user's over too", async () => {
    writeFileSync(book, await changedByExcelJs(bytesOf(book), (open) => { addOwnSheet(open); }));
    const { told } = await salesbook("build", next, "-o", book);
    expect([told.includes("My plan"), foreignSheets(bytesOf(book))]).toEqual([true, ["My plan"]]);
  }, 120_000);
});
