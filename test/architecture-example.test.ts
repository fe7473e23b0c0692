// The deal that docs/ARCHITECTURE.md follows from the export to the refresh: each value shown there is worked out here.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { isProblem, parseTable } from "../src/crm/table";
import { officeBook } from "../src/hosts/office/book";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { catalogue } from "../src/metrics/catalogue";
import { readExport } from "../src/read-exports";
import { refresh } from "../src/refresh";
import { report } from "../src/report";
import { relative } from "../src/sheets/address";
import { contextOf } from "../src/sheets/make-context";
import { emptyMemory, type Memory } from "../src/sheets/memory";
import type { WorkbookPlan } from "../src/sheets/plan";
import { dayOfIso, type Day } from "../src/values";
import { inNewExcel } from "./hosts/office/excel";

const root = resolve(__dirname, "..");
const file = "salesforce-deals-en.csv";
const text = readFileSync(join(root, "templates/samples", file), "utf8");
const page = readFileSync(join(root, "docs/ARCHITECTURE.md"), "utf8");
const asOf = dayOfIso("2026-11-23") as Day;

function cut(written: string) {
  const table = parseTable({ file, text: written });
  if (isProblem(table)) throw new Error(table.problem);
  return table;
}

function planOf(written: string, memory: Memory): WorkbookPlan {
  return report({ imports: [readExport(cut(written), { memory })], memory, asOf, language: "en", sheets: ["dashboard"] });
}

function formulaIn(plan: WorkbookPlan) {
  for (const sheet of plan.sheets) {
    for (const table of sheet.tables.filter(({ name }) => name === "Measures")) {
      const across = table.columns.findIndex(({ formulas }) => typeof formulas?.[1] === "string");
      const column = table.columns[across]!;
      return { sheet: sheet.name, at: plan.sheets.indexOf(sheet) + 1, address: relative({ row: table.top + 2, column: table.left + across }), formula: column.formulas![1]!, value: column.values[1] };
    }
  }
  throw new Error("no table Measures");
}

it("shows the line, its cells and what was recognised", () => {
  const table = cut(text);
  expect(page).toContain(text.split("\n")[1]!.trim());
  expect(page).toContain(`line ${table.lines[0]}, cells ${JSON.stringify(table.rows[0]!.slice(3, 7)).slice(1, -1).replaceAll(",\"", ", \"")}`);
  expect(page).toContain(`${table.rowsRead} rows read = ${table.rows.length} kept + ${table.issues.length} reported`);
  const { crm, object, confidence, mapping } = readExport(table).recognition;
  expect(page).toContain(`${crm} ${object}, confidence ${confidence}, amount ← ${mapping["amount"]}, closeDate ← ${mapping["closeDate"]}`);
});

it("shows the record", () => {
  const { columns } = readExport(cut(text)).reading as { readonly columns: Readonly<Record<string, readonly unknown[]>> };
  const record = ["stage", "amount", "probability", "created", "closeDate", "isWon", "outcome", "closed", "due"].map((field) => `${field}: ${JSON.stringify(columns[field]![0])}`);
  expect(page).toContain(`{ ${record.join(", ")} }`);
});

it("shows the term of won deals", () => {
  const { context } = contextOf({ imports: [readExport(cut(text))], memory: emptyMemory, asOf, language: "en" });
  const { term } = catalogue(context.model).find(({ id }) => id === "deals.won")!;
  expect(page).toContain(`{ text: '${term.text}', value: ${term.value} }`);
});

it("shows the plan's row and cell, and what the file holds", async () => {
  const plan = planOf(text, emptyMemory);
  const table = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Deals")!;
  const row = ["Record ID", "Amount", "Outcome", "Cycle days"].map((name) => `${name} = ${JSON.stringify(table.columns.find((column) => column.name === name)!.values[0])}`);
  expect(page).toContain(row.join(", "));
  const { sheet, at, address, formula, value } = formulaIn(plan);
  expect(page).toContain(`${sheet}!${address}: formula ${formula}, value ${String(value)}`);
  const part = strFromU8(unzipSync(await writeXlsxInNode(plan))[`xl/worksheets/sheet${at}.xml`]!);
  const [cell] = new RegExp(`<c r="${address}".*?</c>`).exec(part)!;
  expect(page).toContain(cell.replace(/ s="\d+"/, ""));
});

it("shows the cell in Excel, and the typed cell that a refresh keeps beside its deal", () => inNewExcel(async ({ book, user }) => {
  await refresh(officeBook(), (memory) => planOf(text, memory));
  const { sheet, address, formula } = formulaIn(planOf(text, emptyMemory));
  expect(page).toContain(`Excel: ${sheet}!${address} = "=${formula}"`);
  const [, row] = /^B(\d+)$/.exec(address)!;
  expect(book.sheet(sheet)!.grid.formula(Number(row) - 1, 1)).toBe(`=${formula}`);

  user.type("Deals!U1", "Note");
  user.type("Deals!U2", "Call again in May");
  expect(page).toContain('Deals!U1 "Note" and Deals!U2 "Call again in May"');
  const [header, deal, next, ...others] = text.split("\n");
  const later = [header, next, deal!.replace('"10,500.00"', '"11,000.00"'), ...others].join("\n");
  await refresh(officeBook(), (memory) => planOf(later, memory));
  const { grid } = book.sheet("Deals")!;
  const now = [["B3", 2, 1], ["F3", 2, 5], ["U3", 2, 20], ["U2", 1, 20]] as const;
  expect(page).toContain(`Deals!${now.map(([cell, at, column]) => `${cell} = ${JSON.stringify(grid.value(at, column))}`).join(", ")}`);
}));
