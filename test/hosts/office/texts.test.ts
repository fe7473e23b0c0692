// A CRM's text is only ever text, an empty cell is empty, and Excel is never told null.

import { couldBeElse, inputOf } from "../../../src/hosts/office/cells";
import { officeBook } from "../../../src/hosts/office/book";
import type { CellPlan, Format, WorkbookPlan } from "../../../src/sheets/plan";
import { marksOf } from "../../../src/sheets/write-marks";
import { awkwardTexts, sheet } from "../plans";
import { inNewExcel } from "./excel";

const dangerous = ["00123", "1-2", "=HYPERLINK(\"http://x\",\"y\")", "TRUE", "1e5", "+1", "-x", "@SUM(A1)", "12%", "$5", "3/4", "Jan 5", "5 mars", "2026-01-02", "#N/A", "'quoted", "１２", "3月5日", " 7", "12:30", "(5)"];

function planOf(cells: readonly CellPlan[]): WorkbookPlan {
  const sheets = [sheet({ id: "texts", name: "Texts", cells })];
  return { language: "en", title: "", currency: "", sheets, ...marksOf(sheets, new Map(), "en") };
}

function columnOf(values: readonly (string | null)[], format: Format, column: number): CellPlan[] {
  return values.map((value, row) => ({ row, column, value, look: "plain", format }));
}

it("keeps every text a text, in cells of the format Text and of none", () => inNewExcel(async ({ book }) => {
  const texts = [...dangerous, ...awkwardTexts];
  await officeBook().render(planOf([...columnOf(texts, "text", 0), ...columnOf(texts, "general", 1)]));
  const grid = book.sheet("Texts")!.grid;
  expect(texts.map((_, row) => grid.value(row, 0))).toEqual(texts);
  expect(texts.map((_, row) => grid.value(row, 1))).toEqual(texts);
  expect(texts.flatMap((_, row) => [grid.formula(row, 0), grid.formula(row, 1)]).filter((formula) => formula !== undefined)).toEqual([]);
}));

it.each(dangerous)("marks %s as text where the format does not", (text) => {
  expect(inputOf(text, "general")).toBe(`'${text}`);
  expect(inputOf(text, "text")).toBe(text);
});

it.each(["Won", "Li Wei 李伟", "Every number is a formula", "→ Goals", "…"])("leaves %s as it is", (text) => {
  expect(couldBeElse(text)).toBe(false);
});

it("empties a cell that held something", () => inNewExcel(async ({ book }) => {
  await officeBook().render(planOf(columnOf(["a", "b", "c"], "general", 0)));
  await officeBook().render(planOf(columnOf(["a", null, "c"], "general", 0)));
  expect([0, 1, 2].map((row) => book.sheet("Texts")!.grid.value(row, 0))).toEqual(["a", "", "c"]);
}));

it("never tells Excel null", () => inNewExcel(async (excel) => {
  const told: unknown[] = [];
  const request = excel.session.request.bind(excel.session);
  excel.session.request = (text) => {
    const { Actions } = JSON.parse(text) as { Actions: { Name: string; ArgumentInfo?: { Arguments?: unknown[] } }[] };
    told.push(...Actions.filter(({ Name }) => Name === "Values" || Name === "Formulas").flatMap(({ ArgumentInfo }) => (ArgumentInfo?.Arguments?.[0] as unknown[][]).flat()));
    return request(text);
  };
  await officeBook().render(planOf(columnOf(["a", null, null, "b"], "general", 0)));
  expect(told).toContain("a");
  expect(told).not.toContain(null);
}));
