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
