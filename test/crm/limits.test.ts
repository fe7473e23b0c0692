import Papa from "papaparse";
import { strToU8, zipSync } from "fflate";
import type { CrmTable } from "../../src/crm/reading";
import { isProblem, parsePaste, parseTable, type TableProblem } from "../../src/crm/table";
import { mostBytes, mostCells, mostCellText, mostColumns, mostDepth, mostNameText, mostRows } from "../../src/values";
import { languages } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { textIn } from "../../src/text/language";
import { smallParts } from "../fuzz/inputs/workbooks";
import { issuesOf, readAs } from "./tables";
import { openTable } from "./open-table";

function read(text: string): CrmTable | TableProblem {
  return parseTable({ file: "x.csv", text });
}

function table(text: string): CrmTable {
  const found = read(text);
  if (isProblem(found)) throw new Error(`no table: ${found.problem}`);
  return found;
}

function columns(count: number): string {
  const row = (cell: (at: number) => string) => Array.from({ length: count }, (_, at) => cell(at)).join(",");
  return `${row((at) => `c${at}`)}\n${row(String)}\n`;
}

/** A workbook that says that its sheet unzips to so many bytes. */
function unzipping(bytes: number): Uint8Array {
  const zip = zipSync(Object.fromEntries(Object.entries(smallParts([["Deal", "Amount"], ["A", "1"]])).map(([path, text]) => [path, strToU8(text)])));
  const view = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (new TextDecoder().decode(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) === "xl/worksheets/sheet1.xml") view.setUint32(at + 24, bytes, true);
  }
  return zip;
}

describe("a table", () => {
  it("has as many columns as a sheet, and no more", () => {
    expect(table(columns(mostColumns)).header).toHaveLength(mostColumns);
    expect(read(columns(mostColumns + 1))).toEqual({ problem: "too-wide", file: "x.csv" });
  });

  it("has as many rows as a sheet, and no more", () => {
    const rows = "7,8\n".repeat(mostRows);
    expect(table(`a,b\n${rows}`).rows).toHaveLength(mostRows);
    expect(read(`a,b\n${rows}7,8\n`)).toEqual({ problem: "too-long", file: "x.csv" });
  });

  it("is refused before its rows are cut where a sheet could not hold half of them", () => {
    const cut = jest.spyOn(Papa, "parse");
    expect(read(`a,b\n${"7,8\n".repeat(2 * mostRows + 10)}`)).toEqual({ problem: "too-long", file: "x.csv" });
    expect(Math.max(...cut.mock.calls.map(([text]) => String(text).length))).toBeLessThan(1_000_000);
    cut.mockRestore();
  });

  it("has no more cells than fit the memory, empty ones too", () => {
    const header = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
    expect(read(`${header}\n${"7,8\n".repeat(mostCells / 10_000 + 1)}`)).toEqual({ problem: "too-many-cells", file: "x.csv" });
    expect(read(`a,b\n${",".repeat(mostCells + 1)}`)).toEqual({ problem: "too-many-cells", file: "x.csv" });
  });

  it("comes from no larger file, and from no workbook that unzips to more", async () => {
    expect(await openTable("x.csv", new Uint8Array(mostBytes + 1))).toEqual({ problem: "too-large", file: "x.csv" });
    expect(await openTable("x.xlsx", unzipping(mostBytes))).toEqual({ problem: "too-large", file: "x.xlsx" });
    expect(await openTable("x.xlsx", unzipping(5000))).toMatchObject({ headerRow: 1 });
  });

  it("comes from no page that lies deeper in itself", () => {
    const page = (depth: number) => `${"<div>".repeat(depth)}<table><tr><td>Deal<td>Amount<tr><td>A<td>1</table>`;
    expect(parsePaste({ html: page(mostDepth - 10) })).toMatchObject({ header: ["Deal", "Amount"] });
    expect(parsePaste({ html: page(mostDepth + 1) })).toEqual({ problem: "too-deep", file: "clipboard" });
  });
});

describe("a text", () => {
  const deals = (field: string, text: string) => readAs("deal", table(`Opportunity Name,${field},Amount\nA,${text},1\nB,y,2\n`)).reading;

  it("of a note is as long as a cell, and no longer", () => {
    expect(deals("Next Step", "n".repeat(mostCellText)).columns.nextStep[0]).toHaveLength(mostCellText);
    const { columns: { nextStep }, issues } = deals("Next Step", "n".repeat(mostCellText + 1));
    expect(nextStep[0]).toHaveLength(mostCellText);
    expect(issuesOf(issues, "too-long", "Next Step")).toMatchObject([{ count: 1 }]);
  });

  it("that is a name is as long as formulas can look for, and no longer", () => {
    expect(issuesOf(deals("Stage", "s".repeat(mostNameText)).issues, "too-long")).toEqual([]);
    const { columns: { stage }, issues } = deals("Stage", `${"s".repeat(mostNameText - 1)}😀`);
    expect(stage[0]).toBe("s".repeat(mostNameText - 1));
    expect(issuesOf(issues, "too-long", "Stage")).toMatchObject([{ count: 1 }]);
  });

  it("that is a header is cut, and said", () => {
    const { header, issues } = table(`Deal,${"h".repeat(mostNameText + 1)}\nA,1\n`);
    expect(header[1]!.length).toBeLessThanOrEqual(mostNameText);
    expect(issuesOf(issues, "long-header", header[1])).toMatchObject([{ row: 1 }]);
  });
});

it.each(languages)("names every limit in a sentence (%s)", (language) => {
  const { problems } = wholeTextIn(language);
  const { problem } = textIn(language).cli;
  for (const say of [problems, problem] as const) {
    expect(say["too-large"]("x")).toContain("400 MB");
    expect(say["too-long"]("x")).toContain(mostRows.toLocaleString("en"));
    expect(say["too-wide"]("x")).toContain(mostColumns.toLocaleString("en"));
    expect(say["too-many-cells"]("x")).toMatch(/50 million|5,000 万/);
    expect(say["too-deep"]("x")).toContain(mostDepth.toLocaleString("en"));
  }
});
