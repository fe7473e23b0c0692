// What holds for every sheet of the catalogue, in both languages. `SHEETS=bonus,team` tries some only.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report, type ReportInput } from "../../src/report";
import { sheetCatalogue } from "../../src/sheets/catalogue";
import { chosenSheets, neededFor, type ChosenSheet } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { everything, everythingAsOf } from "../everything";
import { schemaErrors, schemasAbsent } from "../hosts/schema";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";

const asked = process.env["SHEETS"]?.split(",");
const sheets = chosenSheets.filter((id) => !asked || asked.includes(id));
const byHand = sheets.filter((id) => !neededFor[id]);
const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of the catalogue: not run, install LibreOffice with: apt-get install libreoffice-calc");

function full(language: Language, chosen: readonly ChosenSheet[] = sheets): ReportInput {
  return { imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosen };
}

function empty(language: Language): ReportInput {
  return { imports: [], memory: emptyMemory, asOf: everythingAsOf, language, sheets: byHand };
}

describe.each(languages)("in %s", (language) => {
  const text = wholeTextIn(language);
  const plan = report(full(language));

  it.each(sheets)("has the sheet %s under its name, with more than a title", (id) => {
    const sheet = plan.sheets.find((one) => one.id === id);
    expect(sheet?.name).toBe(text.sheets[id].name);
    expect((sheet?.cells.length ?? 0) + (sheet?.tables.length ?? 0)).toBeGreaterThan(3);
    expect(sheet?.gridlines).toBe(false);
  });

  it("gives no formula an error, and no number that is none", () => {
    const wrong = plan.sheets.flatMap(({ name, cells }) => cells.filter(({ value }) => typeof value === "string" && /^#(REF|NAME|VALUE|DIV|N\/A|NUM|NULL)/.test(value)).map(({ row, column }) => `${name} ${row} ${column}`));
    expect(wrong).toEqual([]);
  });

  it("tells what each figure means", () => {
    const silent = sheets.filter((id) => sheetCatalogue[id].definitions(text).length === 0 && !["dashboard", "goals", "funnel", "journey", "together", "roadmap", "coaching"].includes(id));
    expect(silent).toEqual([]);
  });

  withOffice("LibreOffice computes the same", async () => {
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 240_000);

  (schemasAbsent === null ? it : it.skip)("passes the schemas in every part", async () => {
    expect((await schemaErrors(await writeXlsxInNode(plan))).errors).toEqual([]);
  }, 120_000);

  (byHand.length > 0 ? withOffice : it.skip)("LibreOffice computes the same without any data", async () => {
    expect(await disagreements(await writeXlsxInNode(report(empty(language))))).toEqual([]);
  }, 240_000);

  withOffice("loses nothing typed where the next export lacks what a sheet is made from, and LibreOffice computes the same", async () => {
    const memory = recallXlsx(await writeXlsxInNode(plan), remembered);
    const without = report({ imports: [], memory, asOf: everythingAsOf, language, sheets: [] });
    const stands = new Set(without.sheets.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.flatMap(({ values }) => values))));
    const typed = plan.sheets.flatMap(({ tables }) => tables.filter(({ name, kind }) => forms.has(name) && kind !== "mirror").flatMap(({ name, columns }) => columns.filter(({ owner }) => owner === "user").flatMap(({ values }) => values.map((value) => [name, value] as const))));
    expect(typed.filter(([, value]) => value !== null && !stands.has(value))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(without))).toEqual([]);
  }, 240_000);

  it("reads back what stands in its forms, and plans the same again", async () => {
    const memory = recallXlsx(await writeXlsxInNode(plan), remembered);
    const again = report({ ...full(language), imports: everything(language, undefined, memory), memory });
    expect(formsOf(again)).toEqual(formsOf(plan));
    expect(again.sheets.some(({ id }) => id === "kept")).toBe(false);
  }, 120_000);

  it("keeps what was typed in every cell of every form and input", async () => {
    const memory = recallXlsx(await writeXlsxInNode(typedOver(plan)), remembered);
    const again = report({ ...full(language), imports: everything(language, undefined, memory), memory });
    expect(notes(again)).toEqual(notes(typedOver(plan)));
  }, 120_000);
});

it("keeps what was typed when the workbook's language changes", async () => {
  const memory = recallXlsx(await writeXlsxInNode(typedOver(report(full("en")))), remembered);
  const again = report({ ...full("zh-CN"), imports: everything("en", undefined, memory), memory });
  expect(notes(again)).toEqual(notes(typedOver(report(full("en")))));
}, 120_000);

const forms = new Set(sheets.flatMap((id) => sheetCatalogue[id].forms));

/** What stands in the forms: columns of the user's, by table. */
function formsOf(plan: WorkbookPlan): unknown {
  return plan.sheets.flatMap(({ tables }) => tables.filter(({ name }) => forms.has(name)).map(({ name, columns }) => [name, columns.filter(({ owner }) => owner === "user").map((column) => [column.name, column.values])]));
}

/** Texts of the user's in free cells of forms: a note in the first row of every column that takes any text. */
function notes(plan: WorkbookPlan): readonly string[] {
  return plan.sheets.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.flatMap(({ values }) => values.filter((value): value is string => typeof value === "string" && value.startsWith("typed ")))))
    .filter((value, at, all) => all.indexOf(value) === at).sort();
}

/** The plan as it stands after someone typed a note into every free cell of the last row of each form. */
function typedOver(plan: WorkbookPlan): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      const bound = (row: number, column: number) => sheet.validations.some(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
      return {
        ...sheet,
        tables: sheet.tables.map((table) => (forms.has(table.name) && table.kind !== "mirror" ? {
          ...table,
          columns: table.columns.map((column, at) => {
            const row = table.top + table.rows;
            if (column.owner !== "user" || column.format !== "text" && column.format !== "general" || bound(row, table.left + at)) return column;
            return { ...column, values: column.values.map((value, place) => (place === table.rows - 1 ? `typed ${table.name} ${at}` : value)) };
          }),
        } : table)),
      };
    }),
  };
}

it("lets nobody type in a table of the CRM's rows: what was typed there would go with its row", () => {
  const tables = report(full("en")).sheets.flatMap((sheet) => sheet.tables.filter(({ kind, columns }) => kind === "mirror" && columns.some(({ owner }) => owner === "user")));
  expect(tables.map(({ name }) => name)).toEqual([]);
});

it("names charts by one word of letters, by which a refresh knows them for ours", () => {
  const names = report(full("en")).sheets.flatMap(({ charts }) => charts.map(({ name }) => name));
  expect(names.filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
