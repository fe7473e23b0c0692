// The table Mapping: how each column was read, and that what the user says of a column counts at the next import.

import { readExport } from "../../src/read-exports";
import { recognise } from "../../src/crm/recognise";
import { fieldLabels } from "../../src/sheets/mapping";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { objects } from "../../src/crm/reading";
import { languages } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { isoOf } from "../../src/values";
import { cellsIn, cut, inputOf, planOf, refreshed, typed } from "./refreshing";
import { columnOf, sheetOf } from "./made";

const deals = "Opp No,Opportunity Name,Stage,Amount,Budget Est,Close Date,Mystery\n1,Alpha,Prospecting,100,150,03/04/2026,x\n2,Beta,Qualification,200,250,05/06/2026,y\n3,Gamma,Prospecting,300,350,07/08/2026,z\n";
const { headers, remarks } = wholeTextIn("en").mapping;
const { fields } = wholeTextIn("en");

function rowOf(memory: Memory, column: string): number {
  return cellsIn(memory, "Mapping", headers.column).findIndex(([name]) => name === column);
}

function said(memory: Memory, column: string, header: string, value: string): Memory {
  return typed(memory, "Mapping", rowOf(memory, column), header, value);
}

async function built(): Promise<Memory> {
  return refreshed(deals, "2026-09-01", emptyMemory);
}

it("shows how each column was read, and leaves what was not recognised empty", async () => {
  expect(cellsIn(await built(), "Mapping", headers.column, headers.readAs, headers.object).filter(([column]) => column !== "Opp No" && column !== "Budget Est")).toEqual([
    ["Opportunity Name", fields.name, "deals"], ["Stage", fields.stage, "deals"], ["Amount", fields.amount, "deals"], ["Close Date", fields.closeDate, "deals"], ["Mystery", null, "deals"],
  ]);
});

it.each(languages)("reads a column at the next import as was chosen, in %s", async (language) => {
  const memory = await refreshed(deals, "2026-09-01", emptyMemory, language);
  const words = wholeTextIn(language);
  const at = cellsIn(memory, "Mapping", words.mapping.headers.column).findIndex(([name]) => name === "Budget Est");
  const told = typed(typed(memory, "Mapping", at, words.mapping.headers.readAs, words.fields.amount), "Mapping", rowIn(memory, words.mapping.headers.column, "Amount"), words.mapping.headers.readAs, words.mapping.notUsed);
  const read = readExport(cut(deals), { memory: told });
  expect(read.recognition.mapping).toMatchObject({ amount: "Budget Est", stage: "Stage" });
  expect(Object.values(read.recognition.mapping)).not.toContain("Amount");
  const other = language === "en" ? "zh-CN" : "en";
  const after = await refreshed(deals, "2026-09-08", told, other);
  const shown = wholeTextIn(other);
  expect(cellsIn(after, "Mapping", shown.mapping.headers.column, shown.mapping.headers.readAs).filter(([column]) => column === "Amount" || column === "Budget Est")).toEqual([
    ["Amount", shown.mapping.notUsed], ["Budget Est", shown.fields.amount],
  ]);
  expect(readExport(cut(deals), { memory: after }).recognition.mapping).toEqual(read.recognition.mapping);
});

function rowIn(memory: Memory, header: string, column: string): number {
  return cellsIn(memory, "Mapping", header).findIndex(([name]) => name === column);
}

it("never replaces what was chosen by a guess, even when the export was read without it", async () => {
  const told = said(await built(), "Mystery", headers.readAs, fields.source);
  const input = inputOf(deals, "2026-09-08", emptyMemory);
  const plan = planOf({ ...input, memory: told });
  const at = columnOf(plan, "Mapping", headers.column).indexOf("Mystery");
  expect(columnOf(plan, "Mapping", headers.readAs)[at]).toBe(fields.source);
  expect(columnOf(plan, "Mapping", headers.remark)[at]).toBe(remarks.waiting);
});

it("keeps what is no field as typed and says so", async () => {
  const plan = planOf(inputOf(deals, "2026-09-08", said(await built(), "Mystery", headers.readAs, "Shoe size")));
  const at = columnOf(plan, "Mapping", headers.column).indexOf("Mystery");
  expect(columnOf(plan, "Mapping", headers.readAs)[at]).toBe("Shoe size");
  expect(columnOf(plan, "Mapping", headers.remark)[at]).toBe(remarks.unknown("deals"));
});

it("keeps the lines of columns that this export does not have", async () => {
  const told = said(await built(), "Mystery", headers.readAs, fields.source);
  const other = "Opp No,Opportunity Name,Stage,Amount,Close Date\n1,Alpha,Prospecting,100,03/04/2026\n2,Beta,Prospecting,100,03/04/2026\n";
  const memory = await refreshed(other, "2026-09-08", told);
  expect(cellsIn(memory, "Mapping", headers.column, headers.readAs, headers.remark)).toContainEqual(["Mystery", fields.source, remarks.absent]);
  expect(readExport(cut(deals), { memory }).recognition.mapping["source"]).toBe("Mystery");
});

it("keeps a column of the user's and its place beside the line", async () => {
  const told = said(await built(), "Stage", "Who asked", "Bo");
  const memory = await refreshed(deals, "2026-09-08", told);
  expect(cellsIn(memory, "Mapping", headers.column, "Who asked").filter(([, who]) => who !== null)).toEqual([["Stage", "Bo"]]);
});

it("remembers what a person corrected in the pane", async () => {
  const table = cut(deals);
  const guess = recognise(table);
  const others = Object.fromEntries(Object.entries(guess.mapping).filter(([field]) => field !== "amount"));
  const corrected = readExport(table, { recognition: { ...guess, mapping: { ...others, source: "Mystery" } }, memory: emptyMemory });
  expect(corrected.recognition.mapping).toEqual({ ...others, source: "Mystery" });
  expect(corrected.recognition.said).toMatchObject({ mapping: { source: "Mystery" }, notUsed: ["Amount"] });
  const memory = await remember(corrected);
  expect(readExport(table, { memory }).recognition.mapping).toEqual(expect.objectContaining({ source: "Mystery" }));
  expect(Object.values(readExport(table, { memory }).recognition.mapping)).not.toContain("Amount");
});

it("remembers what the rows of a table were said to be", async () => {
  const odd = cut("Number,Label,Kind\n1,Alpha,x\n2,Beta,y\n", "list.csv");
  const memory = await remember(readExport(odd, { object: "account" }));
  expect(readExport(odd, { memory }).recognition.object).toBe("account");
  expect(readExport(odd, { memory, object: "lead" }).recognition.object).toBe("lead");
});

it("does not take a table for another of which it has a few columns", async () => {
  const memory = await built();
  expect(readExport(cut("Stage,Amount\nProspecting,5\n", "x.csv"), { memory }).recognition.object).toBe(recognise(cut("Stage,Amount\nProspecting,5\n", "x.csv")).object);
});

it("asks for the order of day and month, and keeps the answer", async () => {
  const memory = await built();
  expect(cellsIn(memory, "Mapping", headers.column, headers.dateOrder, headers.remark)).toContainEqual(["Close Date", null, remarks.order(wholeTextIn("en").mapping.orders.mdy)]);
  const answered = readExport(cut(deals), { dateOrders: { "Close Date": "dmy" } });
  expect(closes(answered)).toEqual(["2026-04-03", "2026-06-05", "2026-08-07"]);
  expect(answered.reading.issues.map(({ kind }) => kind)).not.toContain("date-order-assumed");
  const next = readExport(cut(deals), { memory: await remember(answered) });
  expect(closes(next)).toEqual(["2026-04-03", "2026-06-05", "2026-08-07"]);
  expect(closes(readExport(cut(deals), { memory: said(memory, "Close Date", headers.dateOrder, wholeTextIn("en").mapping.orders.dmy) }))).toEqual(["2026-04-03", "2026-06-05", "2026-08-07"]);
});

it("believes dates that prove their order more than the answer of last time", () => {
  const proven = deals.replace("05/06/2026", "05/26/2026");
  expect(closes(readExport(cut(proven), { dateOrders: { "Close Date": "dmy" } }))).toEqual(["2026-03-04", "2026-05-26", "2026-07-08"]);
});

it("fills a column down again that was filled down before", async () => {
  const merged = "Opportunity Owner,Opportunity Name,Stage,Amount\nAnn,Alpha,Prospecting,1\n,Beta,Prospecting,2\nBo,Gamma,Prospecting,3\n,Delta,Prospecting,4\n";
  const memory = await remember(readExport(cut(merged), { filled: ["Opportunity Owner"] }));
  const { reading } = readExport(cut(merged), { memory });
  expect("owner" in reading.columns && reading.columns.owner).toEqual(["Ann", "Ann", "Bo", "Bo"]);
});

it("has no two fields of one object under the same label", () => {
  for (const language of languages) {
    for (const object of objects) {
      const labels = Object.values(fieldLabels(object, wholeTextIn(language)));
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

it("offers every field of what was read in a list", () => {
  const plan = planOf(inputOf(deals, "2026-09-01", emptyMemory));
  expect(columnOf(plan, "FieldNames", wholeTextIn("en").mapping.field)).toEqual(expect.arrayContaining(["Not used", fields.amount, fields.expectedClose]));
  expect(sheetOf(plan, "importReport").validations.filter(({ kind }) => kind === "listOf")).toHaveLength(1);
});

function closes(read: ReturnType<typeof readExport>): readonly (string | null)[] {
  return "closeDate" in read.reading.columns ? read.reading.columns.closeDate.map((on) => (on === null ? null : isoOf(on))) : [];
}

/** What the workbook remembers that was built from an export. */
async function remember(read: ReturnType<typeof readExport>): Promise<Memory> {
  const plan = planOf({ ...inputOf(deals, "2026-09-01", emptyMemory), imports: [read] });
  const table = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Mapping");
  if (!table) throw new Error("no table: Mapping");
  const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map(({ values }) => values[row] ?? null));
  return { ...emptyMemory, tables: new Map([["Mapping", { columns: table.columns.map(({ name }) => name), rows }]]) };
}
