// What a user typed is there after a refresh, whatever he did to the workbook and whatever the next export holds.

import { isProblem, parseTable } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { firstSheets } from "../first-sheets";
import { emptyMemory } from "../../src/sheets/memory";
import { recalled } from "../../src/sheets/recall";
import { remembered } from "../../src/sheets/remembered";
import type { Language } from "../../src/text/language";
import { dayOfIso, type Day } from "../../src/values";
import {
  addColumn, addTotals, bookOfPlan, columnIn, formulaIn, foundIn, insertColumns, insertRows, put, renameSheet, renameTable, sheetIn, sortTable, tableIn, typeInName, typeInTable, valueIn, type Book,
} from "./found-book";

interface Deal { id: string; stage?: string; amount?: number; currency?: string; owner?: string; region?: string }

const asOf = dayOfIso("2026-11-23") as Day;
const three: readonly Deal[] = [{ id: "A-1", amount: 10 }, { id: "A-2", amount: 20, stage: "Lost" }, { id: "A-3", amount: 30 }];

function planOf(deals: readonly Deal[], memory = emptyMemory, language: Language = "en") {
  const rows = deals.map(({ id, stage = "Proposal", amount = 5, currency = "USD", owner = "Ann", region }) => [id, `Deal ${id}`, stage, amount, currency, owner, "2026-10-01", "2026-12-20", ...(region ? [region] : [])].join(","));
  const table = parseTable({ file: "deals.csv", text: `Deal ID,Deal Name,Stage,Amount,Currency,Owner,Created Date,Expected Close Date${deals.some(({ region }) => region) ? ",Region" : ""}\n${rows.join("\n")}\n` });
  if (isProblem(table)) throw new Error(table.problem);
  return report({ imports: [readExport(table, { object: "deal" })], memory, asOf, language, sheets: firstSheets });
}

function built(deals: readonly Deal[] = three, language: Language = "en"): Book {
  return bookOfPlan(planOf(deals, emptyMemory, language));
}

function refreshed(book: Book, deals: readonly Deal[] = three, language: Language = "en"): Book {
  return bookOfPlan(planOf(deals, recalled(foundIn(book), remembered), language));
}

/** What the table of what has no place says of these columns. */
function aside(book: Book): readonly (readonly unknown[])[] {
  if (!book.sheets.some(({ tables }) => tables.some(({ name }) => name === "Unmatched"))) return [];
  const rows = columnIn(book, "Unmatched", "Where");
  return rows.map((where, at) => [where, ...["Row", "Column", "Content", "Formula"].map((header) => valueIn(book, "Unmatched", at, header))]);
}

describe("a workbook nobody typed in", () => {
  it.each(["en", "zh-CN"] as const)("is planned again as it was (%s)", (language) => {
    const first = planOf(three, emptyMemory, language);
    const memory = recalled(foundIn(bookOfPlan(first)), remembered);
    expect([memory.strays, memory.inserted, memory.language]).toEqual([undefined, undefined, language]);
    expect(planOf(three, memory, language)).toEqual(first);
  });

  it("keeps nothing aside in the other language", () => {
    for (const [from, to] of [["zh-CN", "en"], ["en", "zh-CN"]] as const) {
      const ids = (book: Book) => book.sheets.map((sheet) => sheet.tables.map(({ name, columns }) => [name, columns]));
      expect(ids(refreshed(built(three, from), three, to))).toEqual(ids(built(three, to)));
    }
  });
});

describe("a column of the user's own", () => {
  function withNotes(): Book {
    const book = built();
    addColumn(book, "Deals", "My note");
    ["one", "two", "three"].forEach((text, row) => typeInTable(book, "Deals", row, "My note", text));
    return book;
  }

  it("stands beside the same records in another order", () => {
    const book = refreshed(withNotes(), [three[2]!, { id: "A-9" }, three[0]!, three[1]!]);
    expect(columnIn(book, "Deals", "My note")).toEqual(["three", null, "one", "two"]);
    expect(aside(book)).toEqual([]);
  });

  it("is kept aside for a record that is gone and goes back with it", () => {
    const gone = refreshed(withNotes(), [three[0]!, three[2]!]);
    expect(aside(gone)).toEqual([["Deals", "A-2", "My note", "two", null]]);
    expect(valueIn(gone, "Unmatched", 0, "Since")).toBe(asOf);
    const still = refreshed(gone, [three[0]!]);
    expect(aside(still)).toEqual(expect.arrayContaining([["Deals", "A-2", "My note", "two", null], ["Deals", "A-3", "My note", "three", null]]));
    const back = refreshed(still, three);
    expect(columnIn(back, "Deals", "My note")).toEqual(["one", "two", "three"]);
    expect(aside(back)).toEqual([]);
  });

  it("comes back when all its records were gone", () => {
    const back = refreshed(refreshed(withNotes(), [{ id: "B-1" }]), three);
    expect(columnIn(back, "Deals", "My note")).toEqual(["one", "two", "three"]);
  });

  it("does not take over a column of the export that is no longer there", () => {
    const book = withNotes();
    const { table } = tableIn(refreshed(book, three), "Deals");
    expect(table.columns.filter((name) => name === "My note")).toHaveLength(1);
    expect(table.columns).toEqual([...tableIn(built(), "Deals").table.columns, "My note"]);
  });

  it("keeps a formula of cells in its row by their columns, and gives it to new records where all have it", () => {
    const book = built();
    addColumn(book, "Deals", "Double");
    for (let row = 0; row < 3; row += 1) typeInTable(book, "Deals", row, "Double", 0, "{Amount}{row}*2");
    const next = refreshed(book, [{ id: "A-9" }, ...three]);
    expect([0, 1, 2, 3].map((row) => formulaIn(next, "Deals", row, "Double"))).toEqual(Array(4).fill("Deals[[#This Row],[Amount]]*2"));
  });

  it("gives the formula of most of its cells to new records where one was overwritten, which stays and is kept aside", () => {
    const book = built();
    addColumn(book, "Deals", "Double");
    for (const row of [0, 1]) typeInTable(book, "Deals", row, "Double", 0, "{Amount}{row}*2");
    typeInTable(book, "Deals", 2, "Double", 77);
    const next = refreshed(book, [{ id: "A-9" }, ...three]);
    const doubled = "Deals[[#This Row],[Amount]]*2";
    expect([0, 1, 2, 3].map((row) => formulaIn(next, "Deals", row, "Double"))).toEqual([doubled, doubled, doubled, undefined]);
    expect(valueIn(next, "Deals", 3, "Double")).toBe(77);
    const gone = refreshed(next, [{ id: "A-9" }, ...three.slice(0, 2)]);
    expect(aside(gone)).toEqual([["Deals", "A-3", "Double", 77, null]]);
    const back = refreshed(gone, [{ id: "A-9" }, ...three]);
    expect([valueIn(back, "Deals", 3, "Double"), formulaIn(back, "Deals", 3, "Double"), aside(back)]).toEqual([77, undefined, []]);
  });

  it("keeps each row's own formula and future functions", () => {
    const book = built();
    addColumn(book, "Deals", "Mixed");
    typeInTable(book, "Deals", 0, "Mixed", 1, "_xlfn.XLOOKUP([@Owner],Deals[Owner],Deals[Amount])");
    typeInTable(book, "Deals", 1, "Mixed", 2, "$H$1+1");
    const next = refreshed(book, [three[1]!, three[0]!, { id: "A-9" }]);
    expect([0, 1, 2].map((row) => formulaIn(next, "Deals", row, "Mixed"))).toEqual(["$H$1+1", "_xlfn.XLOOKUP(Deals[[#This Row],[Owner]],Deals[Owner],Deals[Amount])", undefined]);
  });

  it("names our columns in the workbook's language", () => {
    const book = built();
    addColumn(book, "Deals", "Double");
    for (let row = 0; row < 3; row += 1) typeInTable(book, "Deals", row, "Double", 0, "{Amount}{row}*2");
    expect(formulaIn(refreshed(book, three, "zh-CN"), "Deals", 0, "Double")).toBe("Deals[[#This Row],[金额]]*2");
  });

  it("does not keep a column of the export that has gone as the user's", () => {
    const book = built(three.map((deal) => ({ ...deal, region: "North" })));
    addColumn(book, "Deals", "My note");
    typeInTable(book, "Deals", 0, "My note", "one");
    expect(tableIn(book, "Deals").table.columns).toContain("Region");
    const next = refreshed(book);
    expect(tableIn(next, "Deals").table.columns).not.toContain("Region");
    expect(aside(next)).toEqual([]);
  });

  it("waits with formulas of a column that has gone until it is back", () => {
    const north = three.map((deal) => ({ ...deal, region: "North" }));
    const book = built(north);
    addColumn(book, "Deals", "Where");
    for (let row = 0; row < 3; row += 1) typeInTable(book, "Deals", row, "Where", "North!", "[@Region]&\"!\"");
    const without = refreshed(refreshed(book));
    expect([0, 1, 2].map((row) => formulaIn(without, "Deals", row, "Where"))).toEqual([undefined, undefined, undefined]);
    expect(aside(without)).toEqual([["Deals", null, "Where", null, 'Deals[[#This Row],[Region]]&"!"']]);
    const back = refreshed(without, north);
    expect(formulaIn(back, "Deals", 2, "Where")).toBe('Deals[[#This Row],[Region]]&"!"');
    expect(aside(back)).toEqual([]);
  });

  it("stays in tables of a report, of a form and of a log", () => {
    const book = built();
    for (const name of ["FunnelStages", "Goals", "CheckIns", "Stages", "Measures", "Journey", "GoalRollup"]) {
      addColumn(book, name, "Mine");
      typeInTable(book, name, 0, "Mine", `of ${name}`);
    }
    const next = refreshed(refreshed(book));
    for (const name of ["FunnelStages", "Goals", "CheckIns", "Stages", "Measures", "Journey", "GoalRollup"]) expect(valueIn(next, name, 0, "Mine")).toBe(`of ${name}`);
    expect(aside(next)).toEqual([]);
  });

  it("stays when the table was renamed, sorted and given a totals row", () => {
    const book = withNotes();
    sortTable(book, "Deals", [2, 0, 1]);
    addTotals(book, "Deals", "Total");
    renameTable(book, "Deals", "OurDeals");
    const next = refreshed(book);
    expect(columnIn(next, "Deals", "My note")).toEqual(["one", "two", "three"]);
    expect(aside(next)).toEqual([]);
  });

  it("gets a number where a column of ours takes its name", () => {
    const book = built(three, "zh-CN");
    addColumn(book, "Goals", "Owner");
    typeInTable(book, "Goals", 0, "Owner", "mine");
    const next = refreshed(book, three, "en");
    expect(valueIn(next, "Goals", 0, "Owner 2")).toBe("mine");
  });
});

describe("typed in forms and inputs", () => {
  it("a formula stays a formula", () => {
    const book = built();
    typeInTable(book, "Goals", 0, "Target", 1200, "100*12");
    typeInName(book, "WindowMonths", 6, "2*3");
    const next = refreshed(refreshed(book));
    expect([formulaIn(next, "Goals", 0, "Target"), valueIn(next, "Goals", 0, "Target")]).toEqual(["100*12", 1200]);
    const found = next.names.find(({ name }) => name === "WindowMonths");
    expect(found?.sheet?.cells.get(found.area.top)?.get(found.area.left)).toEqual({ value: 6, formula: "2*3" });
  });

  it("what cannot be taken is kept aside", () => {
    const book = built();
    typeInName(book, "WindowMonths", "half a year");
    typeInTable(book, "Stages", 0, "Probability", "high");
    const next = refreshed(refreshed(book));
    expect(aside(next)).toEqual(expect.arrayContaining([["WindowMonths", null, null, "half a year", null], ["Stages", "Proposal", "Probability", "high", null]]));
    expect(aside(next)).toHaveLength(2);
  });

  it("a rate stays for the day its currency is back", () => {
    const book = built([three[0]!, { id: "E", currency: "EUR", amount: 100 }]);
    const row = columnIn(book, "Rates", "Currency").indexOf("EUR");
    typeInTable(book, "Rates", row, "Rate", 1.1);
    const without = refreshed(book, three);
    expect(aside(without)).toContainEqual(["Rates", "EUR", "Rate", 1.1, null]);
    const back = refreshed(without, [three[0]!, three[2]!, { id: "E", currency: "EUR", amount: 100 }]);
    expect(valueIn(back, "Rates", columnIn(back, "Rates", "Currency").indexOf("EUR"), "Rate")).toBe(1.1);
    expect(aside(back).filter(([where]) => where === "Rates")).toEqual([]);
  });

  it("a stage without a name is kept aside", () => {
    const book = built();
    typeInTable(book, "Stages", 0, "Stage", null);
    typeInTable(book, "Stages", 0, "Entry criteria", "a budget");
    expect(aside(refreshed(book))).toContainEqual(["Stages", "", "Entry criteria", "a budget", null]);
  });
});

describe("cells beside our blocks", () => {
  it("stay where they are", () => {
    const book = built();
    put(sheetIn(book, "Goals"), 2, 20, "a remark");
    put(sheetIn(book, "Setup"), 200, 1, 7, "3+4");
    const next = refreshed(refreshed(book));
    expect(sheetIn(next, "Goals").cells.get(2)?.get(20)?.value).toBe("a remark");
    expect(sheetIn(next, "Setup").cells.get(200)?.get(1)).toEqual({ value: 7, formula: "3+4" });
  });

  it("stay in rows that were inserted, with the rows", () => {
    const book = built();
    const { top } = tableIn(book, "Stages").table.area;
    const above = top - 2;
    insertRows(book, "Setup", above, 3);
    put(sheetIn(book, "Setup"), above + 1, 0, "mine");
    const next = refreshed(refreshed(book));
    expect(tableIn(next, "Stages").table.area.top).toBe(top + 3);
    expect(sheetIn(next, "Setup").cells.get(above + 1)?.get(0)?.value).toBe("mine");
  });

  it("stay beside their block when one above it grows", () => {
    const book = built();
    const log = tableIn(book, "CheckIns").table.area;
    put(sheetIn(book, "Goals"), log.top, 14, "about the log");
    const goals = tableIn(book, "Goals").table.area;
    insertRows(book, "Goals", goals.bottom, 2);
    typeInTable(book, "Goals", goals.bottom - goals.top - 1, "Goal", "another goal");
    const next = refreshed(book);
    expect(sheetIn(next, "Goals").cells.get(tableIn(next, "CheckIns").table.area.top)?.get(14)?.value).toBe("about the log");
  });

  it("in a row inserted inside a block are found, ours are not", () => {
    const book = built();
    const name = book.names.find((one) => one.name === "WindowMonths");
    insertRows(book, "Setup", name?.area.top ?? 0, 1);
    put(sheetIn(book, "Setup"), (name?.area.top ?? 0) - 1, 0, "between");
    const memory = recalled(foundIn(book), remembered);
    expect(memory.strays?.map(({ value }) => value)).toEqual(["between"]);
    const all = [...aside(refreshed(book)).map(([, , , content]) => content), ...[...sheetIn(refreshed(book), "Setup").cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value))];
    expect(all.filter((value) => value === "between")).toHaveLength(1);
  });

  it("are no strays after a column was inserted before everything", () => {
    const book = built();
    insertColumns(book, "Setup", 0, 1);
    expect(recalled(foundIn(book), remembered).strays).toBeUndefined();
  });

  it("beside what is kept aside stay there when all of that went back", () => {
    const book = built();
    addColumn(book, "Deals", "Mine");
    typeInTable(book, "Deals", 2, "Mine", "third");
    const fewer = refreshed(book, three.slice(0, 2));
    put(sheetIn(fewer, "Kept aside"), 20, 9, "beside");
    const again = refreshed(refreshed(fewer, three));
    expect([aside(again).filter((row) => row.some((cell) => cell !== null)), sheetIn(again, "Kept aside").cells.get(20)?.get(9)?.value]).toEqual([[], "beside"]);
  });

  it("in the way of a table are kept aside and go back", () => {
    const book = built(three);
    put(sheetIn(book, "Deals"), 5, 0, "below the table");
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `M-${at}` }));
    const covered = refreshed(book, many);
    expect(aside(covered)).toEqual([["Deals!A6", null, null, "below the table", null]]);
    const free = refreshed(covered, three);
    expect(sheetIn(free, "Deals").cells.get(5)?.get(0)?.value).toBe("below the table");
    expect(aside(free)).toEqual([]);
  });
});

describe("renamed sheets", () => {
  it("keep the user's names, in links and lists too", () => {
    const book = built();
    renameSheet(book, "Goals", "Ziele 2027");
    const plan = planOf(three, recalled(foundIn(book), remembered));
    expect(plan.sheets.find(({ id }) => id === "goals")?.name).toBe("Ziele 2027");
    expect(plan.sheets[0]?.cells.filter(({ linkToSheet }) => linkToSheet === "Ziele 2027")).toHaveLength(1);
    expect(plan.names.filter(({ sheet }) => sheet === "Goals")).toEqual([]);
  });

  it("give a number to one of ours that would be called the same", () => {
    const book = built();
    renameSheet(book, "Funnel", "old");
    renameSheet(book, "Goals", "Funnel");
    renameSheet(book, "old", "Goals");
    const plan = planOf(three, recalled(foundIn(book), remembered));
    expect(new Set(plan.sheets.map(({ name }) => name.toLowerCase())).size).toBe(plan.sheets.length);
  });
});
