// Files of a request, several tables in one among them.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { readFiles, recordsOf } from "../../src/cli/files";
import { textIn } from "../../src/text/language";

const folder = mkdtempSync(join(tmpdir(), "salesbook-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const text = textIn("en");

it("gives the deals and the activities of one workbook, and tells which sheet was not read", async () => {
  const path = join(folder, "crm.xlsx");
  const book = utils.book_new();
  const sheets = {
    Deals: [["Deal ID", "Deal Name", "Stage", "Amount", "Close Date"], ["D1", "A", "Closed Won", 5, "2026-05-01"], ["D2", "B", "Proposal", 6, "2026-05-02"]],
    Activities: [["Activity ID", "Subject", "Type", "Activity Date"], ["A1", "Call", "Call", "2026-04-01"]],
    Cover: [["Sales report"], ["Made by Ivy"]],
  };
  for (const [name, cells] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  writeFileSync(path, Buffer.from(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
  const told: string[] = [];
  const files = await readFiles([{ path, object: null }], text);
  const { imports } = recordsOf(files, text, (line) => told.push(line));
  expect(imports.map(({ recognition, reading }) => [recognition.object, reading.count])).toEqual([["deal", 2], ["activity", 1]]);
  expect(files.map((file) => file.path)).toEqual([`${path} (Deals)`, `${path} (Activities)`]);
  expect(told).toEqual([`${path}: Not read: sheet “Cover”. No sales records were recognised there; if there are some, save the sheet as a file of its own and bring that in.`]);
});
