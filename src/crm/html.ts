// Which cells does the table in this HTML hold? Excel and its web version, Google Sheets, and CRMs that call HTML .xls.

import { Parser } from "htmlparser2";
import { mostColumns, mostDepth } from "../values";
import { TooMuch } from "./too-much";

/** How many more blanks spans may make, in all tables together. */
interface Blanks {
  left: number;
}

interface Grid {
  readonly blanks: Blanks;
  readonly rows: string[][];
  /** How many more rows a cell above still covers, by column. */
  readonly covered: number[];
  row: string[] | null;
  cell: { text: string; columns: number; rows: number } | null;
  hidden: boolean;
}

/** Elements whose text nobody sees. */
const UNSEEN = new Set(["style", "script", "title", "template", "noscript"]);
/** Elements that begin on a line of their own. */
const BLOCKS = new Set(["p", "div", "li", "h1", "h2", "h3", "tr"]);
/** Browsers take no wider span. */
const WIDEST_SPAN = 1000;

/** The rows of the largest table; empty where there is none. Merged cells give their value once, then blanks. Throws a TooMuch. */
export function tableOfHtml(html: string): string[][] {
  const done: Grid[] = [];
  const open: Grid[] = [];
  // Spans may ask for any number of blanks: a page has no more of them than characters, some wide titles aside.
  const blanks: Blanks = { left: html.length + 100 * WIDEST_SPAN };
  let unseen = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      // Each closing tag is looked for among all that are open.
      if (++depth > mostDepth) throw new TooMuch("too-deep");
      if (UNSEEN.has(name)) unseen++;
      if (name === "table") open.push(newGrid(blanks));
      // Excel puts the start of the fragment inside the row: cut there, cells come without a table.
      if ((name === "tr" || name === "td" || name === "th") && open.length === 0) open.push(newGrid(blanks));
      const grid = open.at(-1);
      if (!grid) return;
      if (name === "tr") startRow(grid, attributes);
      else if (name === "td" || name === "th") startCell(grid, attributes);
      else if (name === "br" && grid.cell) grid.cell.text += "\n";
      else if (BLOCKS.has(name) && grid.cell?.text.trim()) grid.cell.text += "\n";
    },
    ontext(text) {
      const cell = open.at(-1)?.cell;
      if (cell && unseen === 0) cell.text += text.replace(/[ \t\r\n]+/g, " ");
    },
    onclosetag(name) {
      depth--;
      if (UNSEEN.has(name)) unseen--;
      const grid = open.at(-1);
      if (!grid) return;
      if (name === "td" || name === "th") endCell(grid);
      else if (name === "tr") endRow(grid);
      else if (name === "table") done.push(endGrid(open.pop()!));
    },
  });
  parser.end(html);
  for (const grid of open) done.push(endGrid(grid));
  return done.reduce<string[][]>((largest, { rows }) => (sizeOf(rows) > sizeOf(largest) ? rows : largest), []);
}

function newGrid(blanks: Blanks): Grid {
  return { blanks, rows: [], covered: [], row: null, cell: null, hidden: false };
}

function startRow(grid: Grid, attributes: Readonly<Record<string, string>>): void {
  endRow(grid);
  grid.row = [];
  grid.hidden = /display:\s*none/i.test(attributes["style"] ?? "");
}

function startCell(grid: Grid, attributes: Readonly<Record<string, string>>): void {
  endCell(grid);
  grid.row ??= [];
  takeCovered(grid, grid.row);
  grid.cell = { text: "", columns: spanOf(attributes["colspan"]), rows: spanOf(attributes["rowspan"]) };
}

function endCell(grid: Grid): void {
  const { row, cell } = grid;
  if (!row || !cell) return;
  grid.cell = null;
  for (let i = 0; i < cell.columns; i++) {
    if (cell.rows > 1) grid.covered[row.length] = cell.rows - 1;
    if (i === 0) row.push(shownText(cell.text));
    else pushBlank(grid, row);
  }
}

function endRow(grid: Grid): void {
  endCell(grid);
  const { row } = grid;
  grid.row = null;
  if (!row) return;
  takeCovered(grid, row);
  // Excel ends some copies with a hidden row that only holds the column widths.
  if (row.length > 0 && !(grid.hidden && row.every((cell) => cell === ""))) grid.rows.push(row);
}

function endGrid(grid: Grid): Grid {
  endRow(grid);
  return grid;
}

/** Blanks for the columns a cell of a row above reaches down into. */
function takeCovered(grid: Grid, row: string[]): void {
  while ((grid.covered[row.length] ?? 0) > 0) {
    grid.covered[row.length]!--;
    pushBlank(grid, row);
  }
}

function pushBlank({ blanks }: Grid, row: string[]): void {
  if (blanks.left-- <= 0) throw new TooMuch("too-many-cells");
  if (row.length > mostColumns) throw new TooMuch("too-wide");
  row.push("");
}

function spanOf(span: string | undefined): number {
  const count = Number.parseInt(span ?? "1", 10);
  return count >= 1 ? Math.min(count, WIDEST_SPAN) : 1;
}

/** The text as shown: blanks run together, line ends where the cell breaks, no-break spaces as blanks. */
function shownText(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/ {2,}/g, " ").replace(/^ | $/g, ""));
  const shown = lines.join("\n").replaceAll("\u00a0", " ");
  return shown.trim() === "" ? "" : shown;
}

function sizeOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((size, row) => size + row.filter((cell) => cell !== "").length, 0);
}
