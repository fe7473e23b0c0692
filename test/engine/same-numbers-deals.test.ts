// Every sheet made from deals says the same from groups as from records, or says why it does not.

import { readFile } from "node:fs/promises";
import { isProblem, parseTable } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { breaksOf } from "../../src/sheets/breaks";
import { chosenSheets } from "../../src/sheets/chosen";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { Language } from "../../src/text/language";
import { dayOfIso, type Day } from "../../src/values";
import { everythingAsOf, exportTexts, importsOf, small } from "../everything";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { sharedData } from "../shared-data";
import { answerRows, groupRows, type GroupOptions } from "./group-rows";
import { differences, plannedWithAnswers } from "./same-numbers";

interface Made {
  readonly language: Language;
  readonly limits: NonNullable<GroupOptions["limits"]>;
  readonly imports: readonly Import[];
  readonly asOf: Day;
  readonly memory?: Memory;
}

function bothOf({ language, limits, imports, asOf, memory = emptyMemory }: Made) {
  const grouped = imports.map((one) => (one.recognition.object === "deal" ? (groupRows(one as Import<"deal">, { breaks: breaksOf(memory, asOf), limits }) as Import) : one));
  const input = { memory, asOf, language, sheets: chosenSheets, withoutLog: true } as const;
  const records = plannedWithAnswers({ ...input, imports }, () => new Map());
  const groups = plannedWithAnswers({ ...input, imports: grouped }, (questions) =>
    new Map(questions.flatMap((question) => [...answerRows(imports.find(({ recognition }) => recognition.object === question.object)!, [question])])));
  return { records: records.plan, groups: groups.plan };
}

const shown = [...chosenSheets, "definitions", "importReport"];

/** Figures that are there from both, and not the same. */
function wrong(made: Made): readonly string[] {
  const { records, groups } = bothOf(made);
  return differences(records, groups, shown).filter((line) => /: -?[\d.e+-]+ from records, -?[\d.e+-]+ from groups$/.test(line) && !/“(Row|行)”/.test(line));
}

/** Sheets that leave something out. */
function lacking(made: Made): readonly string[] {
  const { records, groups } = bothOf(made);
  return shown.filter((id) => id !== "definitions" && differences(records, groups, [id]).some((line) => !line.startsWith("review: “")));
}

/** Everything a company has, with more deals; with columns added to those. */
function everyExport(language: Language, more: Readonly<Record<string, (line: number) => string>> = {}, memory = emptyMemory): readonly Import[] {
  const texts = exportTexts(language, { ...small, deal: 700 });
  const deal = texts.deal!.split("\n").map((line, at) => [line, ...Object.entries(more).map(([header, value]) => (at === 0 ? header : value(at)))].join(",")).join("\n");
  return importsOf({ ...texts, deal }, memory);
}

const currency = (line: number) => ["EUR", "EUR", "USD", "USD", "USD", "GBP", ""][(line * 7919) % 7]!;
const probability = (line: number) => (line % 11 === 0 ? "" : String(((line * 7919) % 10) * 10));
const rates: Memory = { ...emptyMemory, tables: new Map([["Rates", { columns: ["Currency", "Rate"], rows: [["EUR", 1.1], ["USD", 1], ["GBP", null]] }]]) };
const kept = { rows: 560, newestWon: 60 };

describe.each(["en", "zh-CN"] as const)("a workbook of everything in %s", (language) => {
  const made = { language, asOf: everythingAsOf };

  it("has the same figures where open deals are kept", () => {
    const one = { ...made, limits: kept, imports: everyExport(language) };
    expect(wrong(one)).toEqual([]);
    expect(lacking(one)).toEqual(["history", "value", "team"]);
  });

  it("has the same figures where open deals are in groups too", () => {
    const one = { ...made, limits: { rows: 400, newestWon: 60, open: 0 }, imports: everyExport(language) };
    expect(wrong(one)).toEqual([]);
    expect(lacking(one)).toEqual(["dashboard", "gates", "history", "value", "team", "coaching", "quality"]);
  });

  it("has the same figures with probabilities of the export", () => {
    expect(wrong({ ...made, limits: kept, imports: everyExport(language, { [language === "en" ? "Probability (%)" : "赢单率"]: probability }) })).toEqual([]);
  });

  it("has the same figures in several currencies", () => {
    const imports = everyExport(language, { [language === "en" ? "Currency" : "币种"]: currency, [language === "en" ? "Probability (%)" : "赢单率"]: probability }, rates);
    const one = { ...made, limits: kept, imports, memory: rates };
    expect(wrong(one).filter((line) => !line.startsWith("comparison: ComparedDefinitions"))).toEqual([]);
    expect(wrong({ ...one, limits: { rows: 420, newestWon: 60, open: 0 } }).filter((line) => !line.startsWith("comparison: ComparedDefinitions"))).toEqual([]);
  });
});

const pipeline = sharedData("maven_crm/sales_pipeline.csv");
(pipeline ? it : it.skip)("a real export has the same figures", async () => {
  const table = parseTable({ file: "sales_pipeline.csv", text: await readFile(pipeline!, "utf8") });
  if (isProblem(table)) throw new Error(table.problem);
  const imports = [readExport(table, { object: "deal" }) as Import];
  const one = { language: "en", asOf: dayOfIso("2017-12-31")!, imports } as const;
  expect(wrong({ ...one, limits: { rows: 2_600 } })).toEqual([]);
  expect(wrong({ ...one, limits: { rows: 1_000, open: 0 } })).toEqual([]);
});

const run = isInstalled("soffice") ? it : it.skip;

run.each([
  ["kept", "en", { rows: 560, newestWon: 60 }],
  ["in groups", "zh-CN", { rows: 400, newestWon: 60, open: 0 }],
] as const)("LibreOffice computes the same where open deals are %s", async (_, language, limits) => {
  const imports = everyExport(language, { [language === "en" ? "Currency" : "币种"]: currency }, rates);
  const { groups } = bothOf({ language, limits, imports, asOf: everythingAsOf, memory: rates });
  expect(await disagreements(await writeXlsxInNode(groups))).toEqual([]);
}, 400_000);
