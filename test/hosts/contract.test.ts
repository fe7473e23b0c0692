// The contract of all hosts: the same plan gives the same workbook, once and twice, and what was typed in it comes back.

import { officeBook } from "../../src/hosts/office/book";
import { printPlan } from "../../src/hosts/text/print";
import { xlsxHost } from "../../src/hosts/xlsx/host";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { refresh } from "../../src/refresh";
import { report } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { firstSheets } from "../first-sheets";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import type { Language } from "../../src/text/language";
import { everything, everythingAsOf } from "../everything";
import { printout } from "../excel-host/printout";
import { formOfBook, formOfFile, type Form } from "./contract";
import { inNewExcel } from "./office/excel";
import { refreshScenario } from "./office/fault-scenarios";
import { smallReport } from "./office/small-reports";
import { samplePlan } from "./plans";

const small = { deals: [1, 2, 3, 4, 5], calls: [1, 2, 3] } as const;
const plans: readonly (readonly [string, () => WorkbookPlan])[] = [
  ["a plan by hand in English", () => samplePlan("en")], ["a plan by hand in Chinese", () => samplePlan("zh-CN")],
  ["every sheet of the catalogue in English", () => catalogueReport("en")], ["every sheet of the catalogue in Chinese", () => catalogueReport("zh-CN")],
  ["a report in English", () => smallReport(small)(emptyMemory)], ["a report in Chinese", () => smallReport({ ...small, language: "zh-CN" })(emptyMemory)],
];

function catalogueReport(language: Language): WorkbookPlan {
  return report({ imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language, sheets: chosenSheets });
}

describe.each(plans)("%s", (_, planned) => {
  it("gives the same cells, tables, names, rules, validations and charts in Excel as in a file", () => inNewExcel(async ({ book }) => {
    const plan = planned();
    await officeBook().render(plan);
    const [there, inFile] = [formOfBook(book), formOfFile(await writeXlsxInNode(plan))];
    for (const part of Object.keys(there) as (keyof Form)[]) expect([part, there[part]]).toEqual([part, inFile[part]]);
    expect(there.cells.length).toBeGreaterThan(100);
  }));

  it("gives the same when it is rendered twice", () => inNewExcel(async ({ book }) => {
    const plan = planned();
    await officeBook().render(plan);
    const once = printout(book);
    await officeBook().render(plan);
    expect(printout(book)).toEqual(once);
    const files: Uint8Array[] = [];
    for (const before of [0, 1]) await xlsxHost(files[before - 1] ?? null, (bytes) => void files.push(bytes)).render(plan);
    expect(formOfFile(files[1]!)).toEqual(formOfFile(files[0]!));
  }));

  it("is told whole as text", () => {
    const plan = planned();
    const said = printPlan(plan);
    const told = [...plan.sheets.flatMap(({ name, tables, charts }) => [name, ...tables.map((table) => table.name), ...charts.map(({ title }) => title)]), ...plan.names.map(({ name }) => name), ...plan.functions.map(({ name }) => name)];
    expect(told.filter((word) => !said.includes(word))).toEqual([]);
  });
});

it("what was typed comes back the same from Excel and from a file, time and again", () => inNewExcel(async (excel) => {
  const scenario = refreshScenario(firstSheets);
  await scenario.prepare(excel);
  await refresh(officeBook(), scenario.planOf);
  const memory = await officeBook().recall(remembered);
  const plan = scenario.planOf(memory);
  await officeBook().render(plan);
  const fromExcel = await officeBook().recall(remembered);
  const fromFile = recallXlsx(await writeXlsxInNode(plan), remembered);
  expect(typedIn(fromExcel)).toEqual(typedIn(memory));
  expect(typedIn(fromFile)).toEqual(typedIn(memory));
  expect(printPlan(scenario.planOf(fromFile))).toBe(printPlan(scenario.planOf(fromExcel)));
  expect([...memory.tables.keys()]).toEqual(expect.arrayContaining(["Goals", "CheckIns", "Deals", "Stages"]));
}), 60_000);

/** Without what formulas of ours gave: the emulation does not compute. Of a formula of the user's only that it is there. */
function typedIn({ inputs, tables, strays, inserted, sheets, language, inputFormulas }: Memory): object {
  const bare = [...tables].map(([name, table]): [string, object] => [name, { columns: table.columns, formulas: table.formulas, ours: table.ours, rows: rowsOf(table) }]);
  return { inputs, strays, inserted, sheets, language, inputFormulas, tables: new Map(bare.sort(([one], [other]) => one.localeCompare(other))) };
}

function rowsOf({ columns, rows, formulas, ours }: RememberedTable): readonly (readonly unknown[])[] {
  const computed = new Set((ours ?? []).filter(({ owner }) => owner === "formula").map(({ name }) => name));
  return rows.map((row, at) => row.map((value, place) => (computed.has(columns[place] ?? "") || (formulas?.[at]?.[place] ?? null) !== null ? null : value)));
}
