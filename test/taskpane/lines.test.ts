import { parseTable, isProblem } from "../../src/crm/table";
import { lineOf } from "../../src/taskpane/lines";
import type { Source } from "../../src/taskpane/work";
import { pasted } from "./made";

const text = 'Deals of May\t\t\nName\tNote\tAmount\nAlpha\t"two\nlines"\t5\nBeta\tx\t7\nTotal\t\t12\n';

function shown(line: number, source: Source = pasted(text)) {
  const table = parseTable({ file: "a", text });
  if (isProblem(table)) throw new Error(table.problem);
  return lineOf(table, source, line);
}

it("shows a record under its headers", () => {
  expect(shown(5)?.cells).toEqual([{ header: "Name", value: "Beta" }, { header: "Note", value: "x" }, { header: "Amount", value: "7" }]);
});

it("shows a line that was left out", () => {
  expect(shown(6)?.cells.map(({ value }) => value)).toEqual(["Total", "", "12"]);
});

it("counts rows, not lines, where a cell of a selected range has two lines", () => {
  const source = { ...pasted(text), place: { sheet: "Sheet1", row: 0, column: 0 } };
  expect([shown(3, source)?.offset, shown(5, source)?.offset, shown(6, source)?.offset]).toEqual([2, 3, 4]);
});

it("reads a file as it was decoded", () => {
  expect(shown(6, { name: "a.csv", bytes: new TextEncoder().encode(text), html: null, text: null })?.cells[0]?.value).toBe("Total");
});

it("tells nothing of a line left out of a workbook file", () => {
  expect(shown(6, { name: "a.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4]), html: null, text: null })).toBeNull();
});
