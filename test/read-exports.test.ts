import { isProblem, parseTable } from "../src/crm/table";
import { linkImports, readExport } from "../src/read-exports";
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
