import { utils, write } from "@e965/xlsx";
import type { WorkSheet } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { isProblem } from "../../src/crm/table";
import { openTable } from "./open-table";

function bytesOf(sheets: Readonly<Record<string, WorkSheet>>, bookType: "xlsx" | "biff8" | "xlml" = "xlsx"): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

function deals(): WorkSheet {
  const sheet = utils.aoa_to_sheet([["Pipeline"], [], ["Deal", "Amount", "Close", "Won", "Probability", "Seen"], ["A", 1234567.891, 46000, true, 0.6, 46000.5], ["00123", 1e14 + 1, 46001, false, 0.255, 46001]]);
  for (const at of ["C4", "C5"]) sheet[at].z = "yyyy-mm-dd";
  for (const at of ["E4", "E5"]) sheet[at].z = "0%";
  for (const at of ["F4", "F5"]) sheet[at].z = "m/d/yy h:mm";
  return sheet;
}

describe("a workbook", () => {
  it.each(["xlsx", "biff8", "xlml"] as const)("of the kind %s gives the text a CSV export would, a percentage whole", async (kind) => {
    const table = await openTable("deals.xlsx", bytesOf({ Deals: deals() }, kind));
    expect(table).toMatchObject({
      headerRow: 3,
      header: ["Deal", "Amount", "Close", "Won", "Probability", "Seen"],
      rows: [
        ["A", "1234567.891", "2025-12-09", "TRUE", "60%", "2025-12-09 12:00:00"],
        ["00123", "100000000000001", "2025-12-10", "FALSE", "25.5%", "2025-12-10"],
      ],
    });
  });

  it("multiplies no number whose percent sign is only written behind it", async () => {
    const sheet = utils.aoa_to_sheet([["Deal", "Rate", "Share"], ["A", 12.5, 12.5], ["B", 40, 40]]);
    for (const at of ["B2", "B3"]) sheet[at].z = '0.0"%"';
    for (const at of ["C2", "C3"]) sheet[at].z = "0\\%";
    expect(await openTable("deals.xlsx", bytesOf({ Deals: sheet }))).toMatchObject({ rows: [["A", "12.5%", "12.5%"], ["B", "40%", "40%"]] });
  });

  it("is read from the sheet with the table", async () => {
    const cover = utils.aoa_to_sheet([["Sales report"], ["Made by Ivy"]]);
    const list = utils.aoa_to_sheet([["Code", "Name"], ...Array.from({ length: 9 }, (_, i) => [i, `name ${i}`])]);
    expect(await openTable("deals.xlsx", bytesOf({ Cover: cover, Codes: list, Deals: deals() }))).toMatchObject({ headerRow: 3 });
  });

  it("that is broken is said to be not readable", async () => {
    const table = await openTable("deals.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]));
    expect(isProblem(table) && table.problem).toBe("not-readable");
  });

  it.each([["deals.csv.zst", [0x28, 0xb5, 0x2f, 0xfd]], ["deals.csv.gz", [0x1f, 0x8b, 8, 0]], ["deals.7z", [0x37, 0x7a, 0xbc, 0xaf]], ["deals.csv.xz", [0xfd, 0x37, 0x7a, 0x58]], ["deals.csv.bz2", [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]], ["deals.rar", [0x52, 0x61, 0x72, 0x21, 0x1a]]])("that is none but packed is said to be so: %s", async (file, bytes) => {
    expect(await openTable(file, Uint8Array.from([...bytes, 0x00, 0xff, 0x81, 0x0a, 0x05]))).toEqual({ problem: "packed", file });
  });

  it("that is a zip of other files is said to be packed", async () => {
    expect(await openTable("deals.zip", zipSync({ "deals.csv": strToU8("Deal,Amount\nA,1\n") }))).toEqual({ problem: "packed", file: "deals.zip" });
  });

  it("without a cell is empty", async () => {
    expect(await openTable("deals.xlsx", bytesOf({ Sheet1: utils.aoa_to_sheet([]) }))).toMatchObject({ problem: "empty" });
  });

  it("that is HTML by another name is read as HTML", async () => {
    const html = "<html><meta charset=utf-8><table><tr><th>商机</th><th>金额</th></tr><tr><td>甲</td><td>1</td></tr></table></html>";
    expect(await openTable("deals.xls", new TextEncoder().encode(html))).toMatchObject({ header: ["商机", "金额"], rows: [["甲", "1"]] });
  });
});
