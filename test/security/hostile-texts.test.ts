// Text from a CRM is text everywhere: in the file, in Excel, after a refresh, on the terminal, in what is exported.

import { read } from "@e965/xlsx";
import { officeBook } from "../../src/hosts/office/book";
import { printPlan } from "../../src/hosts/text/print";
import { xlsxHost } from "../../src/hosts/xlsx/host";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { everythingAsOf } from "../everything";
import { formOfBook, formOfFile } from "../hosts/contract";
import { withParts } from "../hosts/package";
import { inNewExcel } from "../hosts/office/excel";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { activeIn } from "./formulas-of";
import { hostileFile, hostileHeaders, hostileImports, hostileTexts } from "./hostile-texts";

jest.setTimeout(240_000);

const noOffice = isInstalled("soffice") ? null : "no soffice";

const note = '=HYPERLINK("http://outside.example","typed")';

let plan: WorkbookPlan;
let file: Uint8Array;

beforeAll(async () => {
  plan = planOf(emptyMemory);
  file = await writeXlsxInNode(plan);
});

function planOf(memory: Memory): WorkbookPlan {
  return report({ imports: hostileImports(memory), memory, asOf: everythingAsOf, language: "en", sheets: chosenSheets });
}

function expectHarmless(bytes: Uint8Array): void {
  const { formulas, ...found } = activeIn(bytes);
  expect(formulas).toBeGreaterThan(1000);
  expect(found).toEqual({ reaching: [], odd: [], links: [], unguarded: [] });
}

it("is in the file, every piece of it, and nothing of it is computed, followed, or would be once edited", () => {
  const held = stringsIn(file);
  expect([...hostileTexts, ...hostileHeaders, hostileFile].filter((text) => !held.has(text.trim()) && !held.has(text))).toEqual([]);
  expectHarmless(file);
});

it("stays so through a refresh, in what was typed too", async () => {
  const files: Uint8Array[] = [];
  const memory = typed(recallXlsx(file, remembered));
  const again = xlsxHost(file, (bytes) => void files.push(bytes));
  await again.recall(remembered);
  await again.render(planOf(memory));
  const third = xlsxHost(files[0]!, (bytes) => void files.push(bytes));
  await third.render(planOf(await third.recall(remembered)));
  for (const bytes of files) {
    expectHarmless(bytes);
    expect([...stringsIn(bytes)].filter((text) => text.startsWith(note)).sort()).toEqual([`${note} beside`, `${note} form`, `${note} own column`]);
  }
  expect(formOfFile(files[1]!)).toEqual(formOfFile(files[0]!));
});

it("is text in Excel, where a value that is typed could be computed", () => inNewExcel(async ({ book }) => {
  await officeBook().render(plan);
  expect(formOfBook(book).cells).toEqual(formOfFile(file).cells);
}));

(noOffice ? it.skip : it)(`leaves every formula of ours whole: LibreOffice computes the same values${noOffice ? ` (NOT RUN: ${noOffice})` : ""}`, async () => {
  expect(await disagreements(file)).toEqual([]);
});

it("prints no control characters, whatever a text holds", () => {
  expect(printPlan(plan)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

it("would be seen if it were computed, followed, or left without its guard", () => {
  const spoilt = withParts(file, (path, xml) => {
    if (path === "xl/styles.xml") return xml.replaceAll(' quotePrefix="1"', "");
    if (path.startsWith("xl/worksheets/_rels/")) return xml.replace("</Relationships>", '<Relationship Id="x" Type="hyperlink" Target="https://outside.example" TargetMode="External"/></Relationships>');
    return path === "xl/worksheets/sheet1.xml" ? xml.replace(/<f>[^<]*<\/f>/, '<f>HYPERLINK("http://outside.example","x")</f>').replace(/<f>[^H][^<]*<\/f>/, "<f>cmd|&apos; /C calc&apos;!A0</f>") : xml;
  });
  const { reaching, odd, links, unguarded } = activeIn(spoilt);
  expect([reaching.length, odd.length, links.length, unguarded.length].map((count) => count > 0)).toEqual([true, true, true, true]);
});

/** With the user's own text in a column of theirs, in a form and beside our cells. */
function typed(memory: Memory): Memory {
  const deals = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Deals");
  const [dashboard] = plan.sheets;
  if (!deals || !dashboard) throw new Error("no deals, or no sheet");
  const tables = new Map(memory.tables)
    .set("Deals", { columns: [...deals.key, "=Mine"], rows: [[...deals.key.map(() => "D5"), `${note} own column`]] })
    .set("AgreedDefinitions", { columns: ["KPI", "Agreed by"], rows: [["@Our KPI", `${note} form`]] });
  return { ...memory, tables, strays: [{ sheet: dashboard.id, row: 300, column: 30, value: `${note} beside` }] };
}

function stringsIn(bytes: Uint8Array): ReadonlySet<string> {
  const book = read(bytes, { dense: true });
  return new Set(book.SheetNames.flatMap((name) => (book.Sheets[name]?.["!data"] ?? []).flat().flatMap((cell) => (typeof cell?.v === "string" ? [cell.v] : []))));
}
