// The custom functions as names with LAMBDA: the same parameters, the same numbers, in a spreadsheet that is not ours.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { call as term } from "../../src/formula/term";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { absolute } from "../../src/sheets/address";
import { grid, show, type Cell, type SheetSpec } from "../../src/sheets/block";
import { layout } from "../../src/sheets/layout";
import { expandedFormula, fileFormula, typedFormula, type Twin } from "../../src/sheets/twins/twin";
import { twins } from "../../src/sheets/twins/twins";
import { describedFunctions } from "../../templates/functions/metadata";
import { twinsDocument } from "../../templates/functions/twins-table";
import { callOne } from "../functions/call";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";

/** Arguments of a call: columns of numbers or texts; null is left out. */
type Given = readonly (number | string | readonly (number | string)[] | null)[];

/** Calls of each twin, answers and refusals alike. */
const calls: Readonly<Partial<Record<FunctionId, readonly Given[]>>> = {
  LTV: [
    [100, 0.8, 0.05], [100, 80, 5], [250.5, 0.4, 0.3, 0.1], [100, 0.5, 24, null, "lifetime"], [100, 0.5, 0.2, null, "discounted"], [100, 0.8, 0],
    [100, -0.2, 0.1], [100, 0, 0.1], ["", 0.8, 0.1], [100, 0.8, 0.1, 12, "discounted"], [100, 0.8, 1],
  ],
  CAC: [[9000, 10], [[100, 200, 300], 6], [100, 0], [-5, 3], ["", 3], [0, 3]],
  LTVCAC: [[1600, 400], [-100, 50], [100, 0], [100, ""]],
  PAYBACK: [[400, 100, 0.8], [400, 100, 80], [400, 0, 0.8], [400, 100, -0.1], ["", 100, 0.5]],
  BONUS: [
    [10000, 1.2, 0.95, 1], [10000, 120, 95, 100], [10000, 0.7, 1, 1, null, 0.8], [10000, 1.5, 1, 1, null, null, 1.2], [10000, 1.3, 0.5, 0.5, null, null, 1.4, 1.5],
    [10000, 1, 1, 0.5, [0.5, 0.3, 0.2]], [10000, 1, 1, 1, [0.5, 0.3, 0.3]], [10000, 1, 1, 0.5, [50, 30, 20]], [10000, 1, "", 1], [-1, 1, 1, 1],
  ],
};

it("names only functions there are, each once", () => {
  const ids = twins.map(({ id }) => id);
  expect(ids.filter((id) => !(functionIds as readonly string[]).includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(calls).sort()).toEqual([...ids].sort());
});

it("has the parameters of the function, in its order, as many as it covers", async () => {
  const described = new Map((await describedFunctions()).map((one) => [one.id as string, one.parameters]));
  for (const { id, parameters } of twins) {
    const theirs = described.get(id)!.slice(0, parameters.length).map(({ name, isOptional }) => [name, isOptional]);
    expect([id, parameters.map(({ name, isOptional }) => [name, isOptional === true])]).toEqual([id, theirs]);
    expect([id, described.get(id)!.slice(parameters.length).every(({ isOptional }) => isOptional)]).toEqual([id, true]);
  }
}, 60_000);

it("is told in docs/twins.md as it is", () => {
  expect(readFileSync(join(__dirname, "../../docs/twins.md"), "utf8")).toBe(twinsDocument());
});

it.each(twins.map((twin): [string, Twin] => [twin.id, twin]))("%s fits into a name, with every bound name and new function prefixed in the file", (_, twin) => {
  const [typed, file] = [typedFormula(twin), fileFormula(twin)];
  expect(Math.max(typed.length, file.length)).toBeLessThanOrEqual(8192);
  const code = file.replace(/"[^"]*"/g, "");
  const bound = [...twin.parameters.map(({ name }) => name), ...twin.steps.map(([name]) => name), "answer"];
  expect(bound.filter((name) => new RegExp(`(?<![\\w.])${name}(?![\\w(])`).test(code))).toEqual([]);
  expect(code.match(/(?<!_xlfn\.)\b(?:LET|LAMBDA|ISOMITTED)\(/g)).toBeNull();
  expect(file.replace(/_xlfn\.|_xlpm\./g, "").replace(/_xlop\.(\w+)/g, "[$1]")).toBe(typed.slice(1));
  expect(count(typed, "(")).toBe(count(typed, ")"));
});

const test = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of the names with LAMBDA: not run, install LibreOffice with: apt-get install libreoffice-calc");

test("LibreOffice computes what the functions give, and nothing where they refuse", async () => {
  const rows = twins.flatMap((twin) => calls[twin.id as FunctionId]!.map((given) => ({ twin, given })));
  const results = rows.map(({ twin, given }, row) => [
    show("plain", twin.id),
    show("value", term(expandedFormula(twin, given.map((one, at) => (one === null ? null : placeOf(one, row, at)))), answer(twin.id as FunctionId, given), { array: true })),
  ]);
  const cells = rows.map(({ given }) => given.flatMap((one) => {
    const values = Array.isArray(one) ? one : [one];
    return Array.from({ length: WIDTH }, (_, at) => (values[at] === undefined || values[at] === null || values[at] === "" ? null : show("value", values[at] as number | string)));
  }));
  const sheets = [sheetOf("Results", results), sheetOf("Arguments", cells)];
  expect(await disagreements(await writeXlsxInNode(layout(sheets, { language: "en", title: "Twins", currency: "", functions: [] })))).toEqual([]);
}, 240_000);

/** Cells kept free for each argument on the sheet of arguments. */
const WIDTH = 12;

function placeOf(given: NonNullable<Given[number]>, row: number, at: number): string {
  const first = absolute({ row, column: at * WIDTH });
  return `Arguments!${Array.isArray(given) ? `${first}:${absolute({ row, column: at * WIDTH + given.length - 1 })}` : first}`;
}

function sheetOf(name: string, rows: readonly (readonly (Cell | null)[])[]): SheetSpec {
  return { id: name.toLowerCase(), name, tab: "slate", columnWidths: [], gridlines: true, blocks: [grid(rows)], print: { orientation: "portrait", paper: "a4", fitToHeight: false } };
}

/** What the function gives; "" where it refuses. */
function answer(id: FunctionId, given: Given): number | string {
  const parameters = Array.from({ length: 9 }, (_, at) => given[at] ?? null);
  const shown = callOne(id, ...parameters.map((one) => (Array.isArray(one) ? one.map((value: number | string) => [value]) : (one as number | string | null))));
  return typeof shown === "string" && shown.startsWith("#") ? "" : (shown as number | string);
}

function count(text: string, sign: string): number {
  return text.replace(/"[^"]*"/g, "").split(sign).length - 1;
}
