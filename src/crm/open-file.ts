// Which tables does a file hold: a text one, a workbook one for each of its sheets?

import { TooMuch, excesses } from "./too-much";
import { sheetsOf } from "./spreadsheet";
import { hasSheets, isZip } from "./workbook-parts";
import { checkSize, isProblem, parseTable, tableFromRows, type TableProblem } from "./table";
import type { CrmTable } from "./reading";

/** The tables of a file, the largest first, those of hidden sheets apart; `others` are visible sheets with something on them that is no table of records. */
export interface OpenedFile {
  readonly tables: readonly CrmTable[];
  readonly hidden: readonly CrmTable[];
  readonly others: readonly string[];
}

/** Opens a file of any kind: workbook, HTML called .xls, or text. */
export async function openFile(file: string, bytes: Uint8Array): Promise<OpenedFile | TableProblem> {
  if (isWorkbook(bytes)) return openWorkbook(file, bytes);
  if (packings.some((magic) => startsWith(bytes, magic))) return { problem: "packed", file };
  const table = parseTable({ file, bytes });
  return isProblem(table) ? table : { tables: [table], hidden: [], others: [] };
}

/** How files of gzip, Zstandard, 7-Zip, xz, bzip2 (null is its level) and RAR begin. */
const packings: readonly (readonly (number | null)[])[] = [[0x1f, 0x8b, 8], [0x28, 0xb5, 0x2f, 0xfd], [0x37, 0x7a, 0xbc, 0xaf], [0xfd, 0x37, 0x7a, 0x58], [0x42, 0x5a, 0x68, null, 0x31, 0x41, 0x59], [0x52, 0x61, 0x72, 0x21, 0x1a]];

function startsWith(bytes: Uint8Array, magic: readonly (number | null)[]): boolean {
  return magic.every((byte, i) => byte === null || bytes[i] === byte);
}

function isWorkbook(bytes: Uint8Array): boolean {
  if (isZip(bytes) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return true;
  // Excel's XML of 2003, still what some CRMs write into an .xls.
  const head = String.fromCharCode(...bytes.subarray(0, 1000));
  return /^\s*(?:ï»¿)?<\?xml/.test(head) && head.includes("urn:schemas-microsoft-com:office:spreadsheet");
}

async function openWorkbook(file: string, bytes: Uint8Array): Promise<OpenedFile | TableProblem> {
  try {
    checkSize(bytes.length);
    const sheets = (await sheetsOf(bytes)).map(({ name, rows, line, isHidden }) => ({ name, isHidden, found: tableFromRows(rows, { file, encoding: "utf-8", delimiter: null }, line) }));
    const visible = sheets.filter(({ isHidden }) => !isHidden);
    const problems = visible.flatMap(({ found }) => (isProblem(found) ? [found] : []));
    const excess = problems.find(({ problem }) => excesses.some((one) => one === problem));
    const tables = visible.flatMap(({ name, found }) => (isProblem(found) ? [] : [{ ...found, sheet: name }]));
    if (excess || tables.length === 0) return excess ?? worst(problems) ?? { problem: "empty", file };
    return {
      tables: tables.sort((left, right) => weightOf(right) - weightOf(left)),
      hidden: sheets.flatMap(({ name, isHidden, found }) => (isHidden && !isProblem(found) ? [{ ...found, sheet: name }] : [])),
      others: visible.flatMap(({ name, found }) => (isProblem(found) ? [name] : [])),
    };
  } catch (error) {
    if (error instanceof TooMuch) return { problem: error.excess, file };
    return { problem: isZip(bytes) && !hasSheets(bytes) ? "packed" : "not-readable", file };
  }
}

/** Many columns make a table of records; many rows of two make a list. */
function weightOf({ rows, header }: CrmTable): number {
  return rows.length * header.length ** 2;
}

/** A header without rows says more than words that are no table. */
function worst(problems: readonly TableProblem[]): TableProblem | undefined {
  return problems.find(({ problem }) => problem === "no-rows") ?? problems.find(({ problem }) => problem === "not-a-table") ?? problems[0];
}
