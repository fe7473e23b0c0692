// A refresh of an open workbook: tables are brought to size where they stand, what the user made of them stays.

import { officeBook } from "../../../src/hosts/office/book";
import { remembered } from "../../../src/sheets/remembered";
import type { WorkbookPlan } from "../../../src/sheets/plan";
import { inNewExcel } from "./excel";
import { reportOf } from "./reports";
import { smallReport } from "./small-reports";
import { differences } from "./written";
import type { Memory } from "../../../src/sheets/memory";

type PlanOf = (memory: Memory) => WorkbookPlan;

async function refreshed(planOf: PlanOf): Promise<WorkbookPlan> {
  const office = officeBook();
  const plan = planOf(await office.recall(remembered));
  await office.render(plan);
  return plan;
}

const exports = ["hubspot-deals-en.csv", "salesforce-deals-en.csv", "pipedrive-deals-en.csv"] as const;

describe.each(["1.15", "1.9"])("with ExcelApi %s", (api) => {
  it("holds the next export as if it had been the first, back and forth", () => inNewExcel(async ({ book }) => {
    for (const file of [...exports, ...exports].slice(0, 5)) {
      const planOf = await reportOf(file);
      const plan = await refreshed(planOf);
      expect(differences(book, plan)).toEqual([]);
    }
  }, { api }), 60_000);

  it("never makes a table anew", () => inNewExcel(async ({ book }) => {
    await refreshed(await reportOf(exports[0]));
    const ids = new Map(book.sheets.flatMap(({ tables }) => tables.map((table) => [table.Name, table.Id])));
    await refreshed(await reportOf(exports[1]));
    const kept = book.sheets.flatMap(({ tables }) => tables).filter(({ Name }) => ids.has(Name));
    expect(kept.map(({ Name, Id }) => [Name, Id])).toEqual(kept.map(({ Name }) => [Name, ids.get(Name)]));
  }, { api }), 30_000);
});

it("writes the same after a sheet was renamed, rows were put in and a table was sorted", () => inNewExcel(async ({ book, user }) => {
  const planOf = await reportOf(exports[0]);
  await refreshed(planOf);
  user.renameSheet("Goals", "My goals");
  user.insert("Deals!4:6");
  user.sort("Deals", "Amount");
  const plan = await refreshed(planOf);
  expect(plan.sheets.map(({ name }) => name)).toContain("My goals");
  expect(differences(book, plan).filter((said) => !said.startsWith("Deals!"))).toEqual([]);
}));

it("keeps a filter and applies it to the new rows", () => inNewExcel(async ({ book, user }) => {
  const planOf = await reportOf(exports[0]);
  const plan = await refreshed(planOf);
  const deals = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Deals")!;
  const stage = deals.columns.find(({ name, values }) => new Set(values).size < 10 && typeof values[0] === "string" && name !== "")!;
  user.filter("Deals", stage.name, [String(stage.values[0])]);
  await refreshed(planOf);
  expect(book.table("Deals")!.AutoFilter.IsDataFiltered).toBe(true);
}));

it("sets nothing in Excel but its journal when nothing changed", () => inNewExcel(async ({ session }) => {
  const planOf = await reportOf(exports[0]);
  await refreshed(planOf);
  const set: string[] = [];
  const request = session.request.bind(session);
  session.request = (text) => {
    const { Actions } = JSON.parse(text) as { Actions: { ActionType: number; Name: string }[] };
    set.push(...Actions.filter(({ ActionType }) => ActionType === 4).map(({ Name }) => Name));
    return request(text);
  };
  await refreshed(planOf);
  expect([...new Set(set)]).toEqual(["EnableEvents"]);
}));

it("keeps the user's own sheet, chart, note and column", () => inNewExcel(async ({ book, user }) => {
  const planOf = await reportOf(exports[0]);
  await refreshed(planOf);
  user.addSheet("Mine");
  user.type("Mine!B2", "my note");
  user.addChart("Mine!A1:B2");
  user.addColumn("Deals", "My view", ["first", "second"]);
  user.type("Setup!H2", "beside");
  await refreshed(await reportOf(exports[1]));
  await refreshed(planOf);
  expect(book.sheet("Mine")!.grid.value(1, 1)).toBe("my note");
  expect(book.sheet("Mine")!.charts).toHaveLength(1);
  expect(book.sheet("Setup")!.grid.value(1, 7)).toBe("beside");
  const own = book.table("Deals")!.Columns.GetItem("My view");
  expect(own.Values!.flat()).toEqual(expect.arrayContaining(["first", "second"]));
}), 30_000);

it("keeps a column the user put between ours, with what refers to it", () => inNewExcel(async ({ book, user }) => {
  const planOf = await reportOf(exports[0]);
  await refreshed(planOf);
  user.addColumn("Deals", "My view", ["first", "second"], 2);
  user.addSheet("Mine");
  user.type("Mine!A1", "=COUNTA(Deals[My view])");
  const plan = await refreshed(planOf);
  const deals = plan.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Deals")!;
  const there = book.table("Deals")!;
  expect(there.Columns.GetItem("My view").Index).toBe(2);
  expect(deals.columns.map(({ name }) => [name, there.Columns.GetItem(name).Values!.slice(1, 4).flat()]).filter(([name]) => name === "Amount" || name === "My view"))
    .toEqual(deals.columns.filter(({ name }) => name === "Amount" || name === "My view").map(({ name, values }) => [name, values.slice(0, 3).map((value) => value ?? "")]));
  expect(differences(book, plan).filter((said) => !/^(Deals!|header )/.test(said))).toEqual([]);
  expect(book.sheet("Mine")!.grid.formula(0, 0)).toBe("=COUNTA(Deals[My view])");
}), 30_000);

it("keeps a text a text in a column the user made Text", () => inNewExcel(async ({ book, user }) => {
  const planOf = await reportOf(exports[0]);
  await refreshed(planOf);
  user.addColumn("Deals", "Code");
  const codes = () => book.table("Deals")!.Columns.GetItem("Code");
  codes().GetDataBodyRange().NumberFormat = "@";
  codes().GetDataBodyRange().GetCell(0, 0).Values = [["00123"]];
  user.sort("Deals", "Amount");
  await refreshed(planOf);
  expect(codes().Values!.flat().filter((value) => value !== "" && value !== "Code")).toEqual(["00123"]);
}), 30_000);

it("tells the user's columns of one name in two tables apart, and reads all their formats at once", () => inNewExcel(async ({ book, user, traffic }) => {
  const planOf = smallReport({ deals: [1, 2, 3], calls: [1, 2] });
  await refreshed(planOf);
  for (const table of ["Deals", "Activities"]) user.addColumn(table, "Code");
  const codes = () => book.table("Deals")!.Columns.GetItem("Code").GetDataBodyRange();
  codes().NumberFormat = "@";
  book.table("Activities")!.Columns.GetItem("Code").GetDataBodyRange().NumberFormat = "General";
  codes().GetCell(0, 0).Values = [["00123"]];
  user.sort("Deals", "Amount");
  await refreshed(planOf);
  expect(codes().Values!.flat().filter((value) => value !== "")).toEqual(["00123"]);
  await refreshed(planOf);
  const syncs = await syncsOf(planOf, traffic);
  user.addColumn("Deals", "Second");
  user.addColumn("Activities", "Second");
  await refreshed(planOf);
  expect(await syncsOf(planOf, traffic)).toBe(syncs);
}), 30_000);

async function syncsOf(planOf: PlanOf, traffic: { readonly syncs: number }): Promise<number> {
  const before = traffic.syncs;
  await refreshed(planOf);
  return traffic.syncs - before;
}

it("takes the sheet of things kept aside away when all are back", () => inNewExcel(async ({ book, user }) => {
  const [first, other] = [await reportOf(exports[0]), await reportOf(exports[1])];
  await refreshed(first);
  user.addColumn("Deals", "Note", ["call again"]);
  await refreshed(other);
  expect(book.sheet("Kept aside")).toBeDefined();
  const plan = await refreshed(first);
  expect(book.sheet("Kept aside")).toBeUndefined();
  expect(differences(book, plan)).toEqual([]);
  expect((await officeBook().recall(remembered)).tables.get("Deals")!.rows.flat()).toContain("call again");
}), 60_000);

it("takes a sheet of ours away that the plan no longer has, unless a chart of the user's is on it", () => inNewExcel(async ({ book, user }) => {
  const [withCalls, without] = [smallReport({ deals: [1, 2], calls: [1] }), smallReport({ deals: [1, 2] })];
  await refreshed(withCalls);
  await refreshed(without);
  expect(book.sheet("Activities")).toBeUndefined();
  expect(book.names.filter(({ Formula, Name }) => Formula.includes("#REF!") || Name.includes("Activities"))).toEqual([]);
  await refreshed(withCalls);
  user.addChart("Activities!A1:B2");
  await refreshed(without);
  expect(book.sheet("Activities")!.charts).toHaveLength(1);
}), 30_000);

it("leaves a sheet of ours that the plan no longer has where a formula or a name of the user's needs it", () => inNewExcel(async ({ Excel, book, user }) => {
  const [withCalls, without] = [smallReport({ deals: [1, 2], calls: [1] }), smallReport({ deals: [1, 2] })];
  await refreshed(withCalls);
  user.addSheet("Mine");
  user.type("Mine!A1", "=ROWS(Activities)");
  await refreshed(without);
  expect(book.sheet("Mine")!.grid.formula(0, 0)).toBe("=ROWS(Activities)");
  expect(book.sheet("Activities")).toBeDefined();
  user.type("Mine!A1", "Activities[Type] are counted elsewhere");
  await Excel.run(async (context) => {
    context.workbook.names.add("Calls", "=COUNTA(Activities!$A:$A)");
    await context.sync();
  });
  await refreshed(without);
  expect(book.sheet("Activities")).toBeDefined();
  await Excel.run(async (context) => {
    context.workbook.names.getItem("Calls").delete();
    await context.sync();
  });
  await refreshed(without);
  expect(book.sheet("Activities")).toBeUndefined();
}), 30_000);

it("leaves no formula of the user's on a sheet of ours without the sheet it names: it waits, and is back with the sheet", () => inNewExcel(async ({ book, user }) => {
  const [withCalls, without] = [smallReport({ deals: [1, 2], calls: [1] }), smallReport({ deals: [1, 2] })];
  await refreshed(withCalls);
  user.addColumn("Deals", "Calls", ["=ROWS(Activities)", "=ROWS(Activities)"]);
  user.type("Setup!AZ90", "=COUNTA(Activities!$A:$A)");
  const formulas = () => book.sheets.flatMap(({ grid }) => [...grid.formulas()].map(([, , formula]) => formula));
  await refreshed(without);
  expect(book.sheet("Activities")).toBeUndefined();
  expect(formulas().filter((formula) => /#REF!|Activities/.test(formula))).toEqual([]);
  expect(book.table("Unmatched")!.Columns.GetItem("Formula").GetDataBodyRange().Values!.flat()).toEqual(["ROWS(Activities)", "COUNTA(Activities!C1)"]);
  await refreshed(withCalls);
  expect(formulas().filter((formula) => /^=(ROWS\(Activities\)|COUNTA\(Activities!)/.test(formula))).toEqual(["=COUNTA(Activities!$A:$A)", "=ROWS(Activities)", "=ROWS(Activities)"]);
}), 30_000);

it("leaves a sheet the plan no longer has where a formula of the user's names cells of it by a name", () => inNewExcel(async ({ Excel, book, user }) => {
  await refreshed(smallReport({ deals: [1, 2], calls: [1] }));
  await Excel.run(async (context) => {
    context.workbook.names.add("MyCalls", "=Activities!$A$2:$A$9");
    await context.sync();
  });
  user.addSheet("Mine");
  user.type("Mine!A1", "=COUNTA(MyCalls)");
  await refreshed(smallReport({ deals: [1, 2] }));
  expect(book.sheet("Activities")).toBeDefined();
}), 30_000);

it("takes a table of ours away that its sheet no longer has", () => inNewExcel(async ({ book }) => {
  const some = smallReport({ deals: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  const plan = await refreshed(some);
  const sheet = plan.sheets.find(({ tables }) => tables.length > 1)!;
  const [first] = sheet.tables;
  const fewer = { ...plan, sheets: plan.sheets.map((one) => (one === sheet ? { ...one, tables: one.tables.filter((table) => table !== first) } : one)) };
  await officeBook().render(fewer);
  expect(book.table(first!.name)).toBeUndefined();
  expect(book.sheet(sheet.name)!.grid.value(first!.top, first!.left)).toBe("");
}), 30_000);
