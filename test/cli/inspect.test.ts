import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { readFiles } from "../../src/cli/files";
import { inspectionText } from "../../src/cli/inspect";
import { textIn, type Language } from "../../src/text/language";

const folder = mkdtempSync(join(tmpdir(), "salesbook-inspect-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

async function inspected(content: string, language: Language = "en"): Promise<readonly string[]> {
  const path = join(folder, "deals.csv");
  writeFileSync(path, content);
  const text = textIn(language);
  return inspectionText(await readFiles([{ path, object: "deal" }], text), text).split("\n");
}

it("says which stages count as won, lost and open", async () => {
  const lines = await inspected("Deal Name,Deal Stage,Amount,Close Date\nA,Closed Won,1,2026-01-01\nB,Closed Lost,2,2026-01-02\nC,Demo,3,2026-01-03\nD,Contract sent,4,2026-01-04\nE,Closed Won,1,2026-01-01\n");
  expect(lines).toEqual(expect.arrayContaining(["  Counted as won: Closed Won", "  Counted as lost: Closed Lost", "  Counted as open: Demo, Contract sent"]));
});

it("says so of the status where a won deal keeps the stage it got to", async () => {
  const lines = await inspected("Deal - Title,Deal - Stage,Deal - Status,Deal - Value\nA,Demo,Won,1\nB,Demo,Open,2\nC,Lead In,Shelved,3\n");
  expect(lines).toEqual(expect.arrayContaining(["  Counted as won: Won", "  Counted as lost: none", "  Counted as open: Open, Shelved"]));
});

it("counts the rows of the table, the only ones that are kept or left out", async () => {
  expect(await inspected("My deals,,\n\nDeal Name,Deal Stage,Amount\nA,Closed Won,1\n,,\nTotal,,1\n")).toContain("  3 rows of the table: 1 kept, 2 left out");
});

it("leaves a space between the name of a CRM and Chinese", async () => {
  expect((await inspected("Deal - Title,Deal - Stage,Deal - Status,Deal - Value\nA,Demo,Won,1\n", "zh-CN"))[0]).toContain("Pipedrive 商机");
});

it("says of a workbook where its header is, and nothing of signs and separators", async () => {
  const path = join(folder, "deals.xlsx");
  writeFileSync(path, write({ SheetNames: ["Deals"], Sheets: { Deals: utils.aoa_to_sheet([["My deals"], ["Deal Name", "Deal Stage", "Amount"], ["A", "Closed Won", 1]]) } }, { type: "buffer", bookType: "xlsx" }));
  const text = textIn("en");
  expect(inspectionText(await readFiles([{ path, object: "deal" }], text), text).split("\n")[1]).toBe("  header in row 2");
});

it("names no CRM where none was recognised", async () => {
  expect((await inspected("Project,Status,Value\nA,Won,1\n"))[0]).toMatch(/deals\.csv: Deals, \d of 3 columns recognised/);
});

it("says that a table has no header, and counts its columns all the same", async () => {
  const lines = await inspected("Alpha,Closed Won,100,2026-01-01\nBeta,Closed Lost,200,2026-01-02\nGamma,Negotiation,300,2026-01-03\n");
  expect([lines[0], lines[1]]).toEqual([expect.stringContaining("1 of 4 columns recognised"), "  utf-8, separated by “,”, no header found"]);
});

it("lists in Chinese as Chinese does", async () => {
  const lines = await inspected("Deal Name,Deal Stage,Amount\nA,Closed Won,1\nB,Demo,2\nC,Quote,3\n", "zh-CN");
  expect(lines).toEqual(expect.arrayContaining(["  计为输单：无", "  计为进行中：Demo、Quote"]));
});

it("says in which unit money is read", async () => {
  const lines = await inspected("Deal Name,Deal Stage,Value in k€,Weighted Amount (万元),Amount (EUR)\nA,Closed Won,1,2,1000\nB,Demo,2,3,2000\n");
  expect(lines).toEqual(expect.arrayContaining(["  Weighted amount ← Weighted Amount (万元), times 10,000"]));
  expect(lines.filter((line) => line.includes("Amount ←"))).toEqual(["  Amount ← Amount (EUR)"]);
  expect(await inspected("Deal Name,Deal Stage,Value in k€\nA,Closed Won,1\nB,Demo,2\n")).toContain("  Amount ← Value in k€, times 1,000");
});
