// The custom functions as names with LAMBDA: the same parameters, the same numbers, in a spreadsheet that is not ours.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { call as term } from "../../src/formula/term";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { absolute } from "../../src/sheets/address";
import { grid, show, type Cell, type SheetSpec } from "../../src/sheets/block";
import { layout } from "../../src/sheets/layout";
import { fileFormula, typedFormula, type Twin } from "../../src/sheets/twins/twin";
import { twins } from "../../src/sheets/twins/twins";
import { describedFunctions } from "../../templates/functions/metadata";
import { twinsDocument } from "../../templates/functions/twins-table";
import { callOne } from "../functions/call";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { unfolded } from "./unfold";

type Value = number | string;
/** Arguments of a call: values, columns or tables; "" is a blank cell, null is left out. */
type Given = readonly (Value | readonly Value[] | readonly (readonly Value[])[] | null)[];

/** Calls of each twin, answers and refusals alike. */
const calls: Readonly<Partial<Record<FunctionId, readonly Given[]>>> = {
  LTV: [
    [100, 0.8, 0.05], [100, 80, 5], [250.5, 0.4, 0.3, 0.1], [100, 0.5, 24, null, "lifetime"], [100, 0.5, 0.2, null, "discounted"], [100, 0.8, 0],
    [100, -0.2, 0.1], [100, 0, 0.1], ["", 0.8, 0.1], [100, 0.8, 0.1, 12, "discounted"], [100, 0.8, 0.1, 0.12, "margin-churn"], [100, 0.8, 1], [-100, 0.8, 0.1], [100, 120, 0.1], [100, 0.8, 0.1, 1], [100, 0.8, 1, null, "lifetime"],
  ],
  CAC: [[9000, 10], [[100, 200, 300], 6], [100, 0], [-5, 3], ["", 3], [0, 3]],
  LTVCAC: [[1600, 400], [-100, 50], [100, 0], [100, ""]],
  PAYBACK: [[400, 100, 0.8], [400, 100, 80], [400, 0, 0.8], [400, 100, -0.1], [400, -100, -0.8], ["", 100, 0.5]],
  BONUS: [
    [10000, 1.2, 0.95, 1], [10000, 120, 95, 100], [10000, 0.7, 1, 1, null, 0.8], [10000, 1.5, 1, 1, null, null, 1.2], [10000, 1.3, 0.5, 0.5, null, null, 1.4, 1.5],
    [10000, 1, 1, 0.5, [0.5, 0.3, 0.2]], [10000, 1, 1, 1, [0.5, 0.3, 0.3]], [10000, 1, 1, 0.5, [50, 30, 20]], [10000, 1, "", 1], [-1, 1, 1, 1], [10000, 1, 4.5, 1], [10000, 1, 0.9, 8], [1000, 1.2, 1, 1, null, null, null, 150],
  ],
  LEADGRADE: [[75], [50], [49.9], [30], [0], [-5], [""], [62, [[0, "cold"], [40, "warm"], [60, "hot"]]], [39, [[0, "cold"], [40, "warm"]]]],
  WINRATE: [[12, 8], [0, 0], [0, 5], [-1, 5], ["", 5], [5, ""]],
  SALESCYCLE: [[[45000, 45010, 45020], [45030, 45070, ""]], [[45000], [45000]], [[45000.7, 45010], [45030.2, ""]], [[45000, 45010], [45030, 45001]], [["", 45010], [45030, ""]]],
  SALESVELOCITY: [[50, 0.25, 2000, 40], [50, 25, 2000, 40], [50, 0.25, 2000, 0], [0, 0.25, 2000, 40], ["", 0.25, 2000, 40], [50, 0.25, 2000, ""]],
  NPS: [[[10, 9, 9, 8, 7, 6, 0, ""]], [[10]], [[0, 0]], [[11, 9]], [[9.5, 9]], [["", ""]]],
  CSAT: [[[5, 4, 3, 2, 1, ""]], [[5, 4.5, 3.5]], [[10, 9, 8, 0], null, 10], [[10, 9, 8, 7], 8, 10], [[6, 5]], [[0, 5]], [["", ""]], [[5, 4], 6, 5], [[2, 1], null, 2]],
  RETENTION: [[200, 190, 30], [200, 180], [0, 0, 0], [200, 250, 30], [200, 20, 30], ["", 10, 1], [200, ""]],
  CHURN: [[200, 40], [200, 0], [0, 0], [200, 300], ["", 3], [200, ""], [-1, 0]],
  NRR: [[1000, 200, 50, 100], [1000, 0, 0, 0], [0, 1, 0, 0], [1000, 0, 1200, 0], [1000, 0, 500, 600], [1000, -1, 0, 0], [1000, "", 0, 0]],
  GOALPROGRESS: [
    [42, 50, 30], [0.16, 0.1, 0.2], [75, 75, 90, "reduce to"], [100, 75, 90], [38, 10, 30, "raise by"], [110, 0.2, 100, "raise by %"], [95, 0.1, 100, "reduce by %"], [40, 50],
    [0.5, 0.4, null, "keep within", 0.6], [0.7, 0.4, null, "keep within", 0.6], [0.5, 0.6, null, "keep within", 0.4], [5, 3, 3], [110, 15, 100, "raise by %"], [42, 50, null, null, 60],
    ["", 50, 30], [42, "", 30], [42, 10, null, "raise by"], [0, 0], [3, 0, null, "reduce to"],
  ],
  GOALPACE: [
    [42, 50, 45000, 45100, 45050, 30], [42, 50, 45000, 45100, 45000, 30], [42, 50, 45000, 45100, 44990, 30], [42, 50, 45000, 45100, 45200, 30], [42, 50, 45000, 45100, 45050],
    [0.5, 0.4, 45000, 45100, 45050, null, "keep within", 0.6], [42, 50, 45100, 45000, 45050, 30], [42, 50, "", 45100, 45050, 30], [42, 50, 45000.9, 45100.2, 45050.5, 30],
  ],
  GOALSTATUS: [
    [42, 50, 45000, 45100, 45050, 30], [50, 50, 45000, 45100, 45050, 30], [38, 50, 45000, 45100, 45050, 30], [34, 50, 45000, 45100, 45050, 30], [42, 50, 45000, 45100, 45200, 30],
    [0.5, 0.4, 45000, 45100, 45050, null, "keep within", 0.6], [0.5, 0.4, 45000, 45100, 45100, null, "keep within", 0.6], [38, 50, 45000, 45100, 45050, 30, null, null, [0.8, 0.5]],
    [38, 50, 45000, 45100, 45050, 30, null, null, [0.5, 0.8]], [42, 50, 45000, 45100, 45000, 30], [42, 50, 45100, 45000, 45050, 30], ["", 50, 45000, 45100, 45050],
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
  const results = rows.map(({ twin, given }, call) => {
    const { steps, result } = unfolded(twin, given.map((one, at) => (one === null ? null : placeOf(one, call, at))), (step) => `Steps!${absolute({ row: call, column: step })}`);
    return { steps: steps.map((step) => show("value", term(step, ""))), result: [show("plain", twin.id), show("value", term(result, answer(twin.id as FunctionId, given), { array: true }))] };
  });
  const cells = rows.flatMap(({ given }) => Array.from({ length: HEIGHT }, (_, row) => given.flatMap((one) => {
    const values = one === null ? [] : (tableOf(one)[row] ?? []);
    return Array.from({ length: WIDTH }, (__, column) => (values[column] === undefined || values[column] === "" ? null : show("value", values[column])));
  })));
  const sheets = [sheetOf("Results", results.map(({ result }) => result)), sheetOf("Steps", results.map(({ steps }) => steps)), sheetOf("Arguments", cells)];
  const differing = await disagreements(await writeXlsxInNode(layout(sheets, { language: "en", title: "Twins", currency: "", functions: [] })));
  expect(differing.filter((line) => line.startsWith("Results!"))).toEqual([]);
}, 240_000);

/** Cells kept free for each argument on the sheet of arguments. */
const WIDTH = 2;
const HEIGHT = 12;

function placeOf(given: NonNullable<Given[number]>, call: number, at: number): string {
  const [top, left] = [call * HEIGHT, at * WIDTH];
  const rows = tableOf(given);
  const first = absolute({ row: top, column: left });
  return `Arguments!${rows.length === 1 && rows[0]!.length === 1 ? first : `${first}:${absolute({ row: top + rows.length - 1, column: left + rows[0]!.length - 1 })}`}`;
}

function tableOf(given: NonNullable<Given[number]>): readonly (readonly Value[])[] {
  if (!Array.isArray(given)) return [[given as Value]];
  return (given as readonly (Value | readonly Value[])[]).map((row) => (Array.isArray(row) ? (row as readonly Value[]) : [row as Value]));
}

function sheetOf(name: string, rows: readonly (readonly (Cell | null)[])[]): SheetSpec {
  return { id: name.toLowerCase(), name, tab: "slate", columnWidths: [], gridlines: true, blocks: [grid(rows)], print: { orientation: "portrait", paper: "a4", fitToHeight: false } };
}

/** What the function gives; "" where it refuses. */
function answer(id: FunctionId, given: Given): Value {
  const shown = callOne(id, ...Array.from({ length: 9 }, (_, at) => (given[at] === null || given[at] === undefined ? null : tableOf(given[at]))));
  return typeof shown === "string" && shown.startsWith("#") ? "" : (shown as Value);
}

function count(text: string, sign: string): number {
  return text.replace(/"[^"]*"/g, "").split(sign).length - 1;
}
