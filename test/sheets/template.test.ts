import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { isTemplateProblem, readTemplate } from "../../src/sheets/read-template";
import { remembered } from "../../src/sheets/remembered";
import { rememberedForTemplate, type SavedTemplate } from "../../src/sheets/save-template";
import { templateTables, withTemplate, type Template } from "../../src/sheets/template";
import { readyTemplateNames, readyTemplateSheets } from "../../src/sheets/template-names";
import { readyTemplate, savedTemplate, templateBook } from "../../src/templates";
import { languages } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type Day } from "../../src/values";
import { everything, everythingAsOf } from "../everything";
import { columnOf } from "./made";
import { inputOf, planOf } from "./refreshing";

const asOf = dayOfIso("2026-05-10") as Day;
const own: Template = {
  salesbook: "template", version: 1, name: "own", title: "Own", about: { en: "Ours", "zh-CN": "我们的" }, sheets: ["goals"],
  inputs: { FiscalYearStart: 4 },
  tables: { Goals: { columns: ["Goal", "Unit", "Target", "Start", "Deadline"], rows: [[{ en: "Sell more", "zh-CN": "多卖" }, "money", 5, { day: "yearStart" }, { day: "asOf", plus: 30 }]] } },
};
const applied = { asOf, sheets: ["goals"], imports: [] } as const;

describe("a template in a workbook", () => {
  it("speaks the workbook's language, and its days move with the workbook", () => {
    const { tables, inputs } = withTemplate(emptyMemory, own, { ...applied, language: "zh-CN" });
    expect(inputs.get("FiscalYearStart")).toBe(4);
    expect(tables.get("Goals")?.rows).toEqual([["多卖", "money", 5, dayOfIso("2026-04-01"), asOf + 30]]);
  });

  it("leaves alone what was typed before", () => {
    const typed: Memory = { inputs: new Map([["FiscalYearStart", 7]]), tables: new Map([["Goals", { columns: ["Goal"], rows: [["Mine"]] }]]) };
    const { tables, inputs } = withTemplate(typed, own, { ...applied, language: "en" });
    expect([inputs.get("FiscalYearStart"), tables.get("Goals")?.rows]).toEqual([7, [["Mine"]]]);
  });

  it("brings no sheet that was not chosen", () => {
    expect(withTemplate(emptyMemory, own, { ...applied, sheets: ["journey"], language: "en" }).tables.has("Goals")).toBe(false);
  });

  it("leaves the stages to the export, unless they are the same", () => {
    const template = readyTemplate("saas");
    const stagesOf = (csv: string, more: { template?: Template }) => columnOf(report({ ...inputOf(csv, "2026-05-10", emptyMemory), ...more, sheets: ["goals"] }), "Stages", "Stage");
    const stages = (csv: string) => stagesOf(csv, { template });
    const others = "Deal Name,Stage,Amount\nA,New,5\nB,Won,6\n";
    expect(stages(others)).toEqual(stagesOf(others, {}));
    const start = report({ ...inputOf(others, "2026-05-10", emptyMemory), template, sheets: ["goals"] }).sheets[0];
    expect(start?.cells.map(({ value }) => value)).toContain(wholeTextIn("en").template.stagesLeft);
    expect(stages("Deal Name,Stage,Amount\nA,Negotiation,5\nB,Won,6\n").slice(0, 2)).toEqual(["Lead identified", "Needs confirmed"]);
  });
});

describe.each(readyTemplateNames)("the ready template %s", (name) => {
  const template = readyTemplate(name);

  it("holds nothing unknown, in both languages, and is for the sheets the pane says", () => {
    const read = readTemplate(JSON.stringify(template));
    expect(isTemplateProblem(read) ? read : read.unknown).toEqual([]);
    expect(template.sheets).toEqual(readyTemplateSheets);
    expect(languages.map((language) => wholeTextIn(language).pane.build.templates[name])).toEqual(languages.map((language) => (typeof template.title === "string" ? "" : template.title[language])));
  });

  it.each(languages)("fills every one of its tables in %s, word for word in that language", async (language) => {
    const plan = templateBook(template, language, asOf);
    const tables = plan.sheets.flatMap((sheet) => sheet.tables);
    for (const [id, { rows }] of Object.entries(template.tables)) {
      const cells = new Set(tables.find((table) => table.name === id)?.columns.flatMap(({ values }) => values));
      const words = rows.flatMap((row) => row.flatMap((value) => (value !== null && typeof value === "object" && !("day" in value) ? [value[language]] : [])));
      expect([id, words.filter((word) => !cells.has(word))]).toEqual([id, []]);
      expect([id, tables.find((table) => table.name === id)?.columns.filter(({ own }) => own).map(({ name: column }) => column)]).toEqual([id, []]);
    }
  });

  it("keeps everything typed when it is filled by an export later", async () => {
    const memory = recallXlsx(await writeXlsxInNode(templateBook(template, "en", asOf)), remembered);
    const filled = planOf({ ...inputOf("Deal Name,Stage,Amount,Owner\nA,New,5,Ann\nB,Won,6,Bob\n", "2026-05-17", memory) });
    for (const id of Object.keys(template.tables)) {
      const table = filled.sheets.flatMap((sheet) => sheet.tables).find((one) => one.name === id);
      const before = memory.tables.get(id);
      const texts = (before?.rows ?? []).flat().filter((value): value is string => typeof value === "string" && value.length > 12);
      const now = new Set(table?.columns.flatMap(({ values }) => values));
      expect([id, texts.filter((text) => !now.has(text))]).toEqual([id, []]);
    }
  });
});

describe("a template saved from a workbook", () => {
  async function saved(language: "en" | "zh-CN"): Promise<SavedTemplate> {
    const plan = report({ imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosenSheets });
    return savedTemplate(recallXlsx(await writeXlsxInNode(plan), rememberedForTemplate), "ours", "Ours", "", asOf);
  }

  it.each(languages)("names no customer, deal or lead of the workbook in %s", async (language) => {
    const { template } = await saved(language);
    const content = JSON.stringify(template);
    const names = everything(language).flatMap(({ recognition: { object }, reading }) => (["deal", "lead", "account"].includes(object) ? ((reading.columns as Readonly<Record<string, readonly unknown[]>>)["name"] ?? []) : []));
    expect(names.length).toBeGreaterThan(100);
    expect([...new Set(names)].filter((name) => typeof name === "string" && content.includes(name))).toEqual([]);
    expect(content).not.toMatch(/@example\.com/);
    expect(Object.keys(template.tables).filter((name) => !templateTables().includes(name))).toEqual([]);
  }, 60_000);

  it("gives a workbook with the same goals, whose days have moved with it", async () => {
    const { template } = await saved("en");
    const later = report({ imports: [], memory: emptyMemory, template, asOf: (everythingAsOf + 100) as Day, language: "zh-CN", sheets: ["goals"] });
    const first = report({ imports: everything("en"), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: ["goals"] });
    expect(columnOf(later, "Goals", "目标")).toEqual(columnOf(first, "Goals", "Goal"));
    expect(columnOf(later, "Goals", "截止日期")).toEqual(columnOf(first, "Goals", "Deadline").map((day) => Number(day) + 100));
  }, 60_000);

  it("leaves a cell empty that names a customer, an e-mail address or a phone number, and says where", async () => {
    const [name = ""] = everything("en").flatMap(({ recognition: { object }, reading }) => (object === "account" ? (reading.columns as unknown as Readonly<Record<string, readonly string[]>>)["name"] ?? [] : []));
    const typed: Memory = { inputs: new Map(), tables: new Map([["Goals", { columns: ["Goal", "What exactly"], rows: [["Grow", `Win back ${name} this year`], ["Call", "ask at +49 151 2345678"], ["Write", "to a@b.org"], ["Keep", "fine"]] }]]) };
    const plan = report({ imports: everything("en"), memory: typed, asOf: everythingAsOf, language: "en", sheets: ["goals"] });
    const { template, leftOut } = savedTemplate(recallXlsx(await writeXlsxInNode(plan), rememberedForTemplate), "ours", "Ours", "", asOf);
    const { columns, rows } = template.tables["Goals"] ?? { columns: [], rows: [] };
    expect(rows.map((row) => row[columns.indexOf("What exactly")])).toEqual([null, null, null, "fine"]);
    expect(leftOut).toEqual(Array(3).fill({ table: "Goals", column: "What exactly" }));
  }, 60_000);
});

describe("a file that is to be a template", () => {
  it.each<[string, string, object]>([
    ["no JSON", "{", { problem: "not-json" }],
    ["other JSON", "[1]", { problem: "not-template" }],
    ["of a later version", JSON.stringify({ ...own, version: 9 }), { problem: "newer" }],
    ["with a table that is none", JSON.stringify({ ...own, tables: { Goals: { columns: [], rows: [] } } }), { problem: "odd", where: "tables.Goals" }],
    ["with a row longer than its columns", JSON.stringify({ ...own, tables: { Goals: { columns: ["Goal"], rows: [["a", "b"]] } } }), { problem: "odd", where: "tables.Goals" }],
    ["with a day that is none", JSON.stringify({ ...own, inputs: { FiscalYearStart: { day: "tomorrow" } } }), { problem: "odd", where: "inputs.FiscalYearStart" }],
  ])("is refused as %s", (_, text, problem) => expect(readTemplate(text)).toEqual(problem));

  it("loses what is not known here, and says so", () => {
    const read = readTemplate(JSON.stringify({ ...own, sheets: ["goals", "moon"], tables: { ...own.tables, Deals: { columns: ["Deal"], rows: [["x"]] } } }));
    expect(isTemplateProblem(read) ? read : [read.template.sheets, Object.keys(read.template.tables), read.unknown]).toEqual([["goals"], ["Goals"], ["moon", "Deals"]]);
  });
});
