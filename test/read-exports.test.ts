import { isProblem, parseTable } from "../src/crm/table";
import { importsIn, linkImports, readExport, type Known } from "../src/read-exports";
import type { Import } from "../src/sheets/data/import";

function exportOf(file: string, text: string): Import {
  const table = parseTable({ file, text });
  if (isProblem(table)) throw new Error(table.problem);
  return readExport(table);
}

const header = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date\n";

it("reports deals that an export before it holds already, and keeps them", () => {
  const one = exportOf("a.csv", `${header}1,A,Closed Won,10,2026-01-02\n2,B,Closed Won,20,2026-01-03\n`);
  const two = exportOf("b.csv", `${header}2,B,Closed Won,20,2026-01-03\n3,C,Closed Won,30,2026-01-04\n`);
  const [, linked] = linkImports([one, two]);
  expect(linked?.reading.count).toBe(2);
  expect(linked?.reading.issues.filter((issue) => issue.kind === "duplicate")).toMatchObject([{ found: "2", count: 1 }]);
});

it("says nothing of exports that share no record", () => {
  const one = exportOf("a.csv", `${header}1,A,Closed Won,10,2026-01-02\n4,D,Closed Won,5,2026-01-05\n`);
  const two = exportOf("b.csv", `${header}2,B,Closed Won,20,2026-01-03\n3,C,Closed Won,30,2026-01-04\n`);
  expect(linkImports([one, two]).flatMap((linked) => linked.reading.issues.filter((issue) => issue.kind === "duplicate"))).toEqual([]);
});

it("knows the owners of activities by their names where another export knows their ids", () => {
  const users = exportOf("users.csv", "User ID,Full Name,Username,Email,Active\n0051,Ann Lee,ann@x.example,ann@x.example,TRUE\n0052,Bo Chen,bo@x.example,bo@x.example,TRUE\n");
  const tasks = exportOf("tasks.csv", "Activity ID,Subject,Assigned,Due Date,Task Subtype,Status,Owner ID\nT1,Call,,2026-01-02,Call,Completed,0052\n");
  expect([users.recognition.object, tasks.recognition.object]).toEqual(["rep", "activity"]);
  const [, linked] = linkImports([users, tasks]);
  expect((linked!.reading.columns as unknown as { owner: unknown }).owner).toEqual(["Bo Chen"]);
});

const entered = 'Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Demo (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)"""';

function tableIn(text: string) {
  const table = parseTable({ file: "deals.csv", text });
  if (isProblem(table)) throw new Error(table.problem);
  return table;
}

function movesIn(table: ReturnType<typeof tableIn>, known: Known = {}) {
  const [, history] = importsIn(table, readExport(table, known));
  return history?.reading.columns as unknown as { readonly dealId: unknown; readonly owner: unknown; readonly row: unknown };
}

it("tells no stages of deals that were deleted", () => {
  const table = tableIn(`${entered},Deleted\n1,A,Demo,5,2026-02-01,2026-01-02,,false\n2,B,Demo,5,2026-02-01,2026-01-03,2026-01-04,true\n3,C,Demo,5,2026-02-01,2026-01-05,,false\n`);
  expect(readExport(table).reading.count).toBe(2);
  expect(movesIn(table)).toMatchObject({ dealId: ["1", "3"], row: [2, 4] });
});

it("tells stages of the deals as they are filled down", () => {
  const table = tableIn(`Owner,${entered}\nAnn,1,A,Demo,5,2026-02-01,2026-01-02,\n,2,B,Demo,5,2026-02-01,2026-01-03,\n`);
  expect([movesIn(table).owner, movesIn(table, { filled: ["Owner"] }).owner]).toEqual([["Ann", null], ["Ann", "Ann"]]);
});

it("gives a table's own records alone where no column tells stages", () => {
  const table = tableIn(`${header}1,A,Closed Won,10,2026-01-02\n`);
  expect(importsIn(table, readExport(table))).toHaveLength(1);
});
