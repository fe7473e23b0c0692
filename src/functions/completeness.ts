// Custom function on how much of a table is filled.

import { isPlaceholder } from "../crm/readers/clean";
import { answersAmong } from "../crm/readers/text";
import { literal } from "../formula/term";
import { completenessOf } from "../metrics/completeness";
import { refuse } from "../metrics/refusal";
import { completenessWords as en } from "../text/en/functions/words";
import { completenessWords as zh } from "../text/zh/functions/words";
import { isBlank, isErrorCell, type Answer, type Cell, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { isChinese, table as readTable } from "./given/table";

/**
 * Completeness: the share of a table's cells that are filled.
 * @customfunction COMPLETENESS
 * @param table Table with its headings
 * @param [by] "all" for one figure (the default) or "column" for a row for each column
 * @returns Share from 0 to 1; by column: column, cells, missing, share
 */
export function COMPLETENESS(table: Cells, by: Cells): Answer {
  const given = readTable("table", table);
  const chosen = choice("by", by, { all: "全部,总体", column: "列,按列" }, "all");
  const named = [...given.headings.keys()].filter((at) => given.headings[at] !== "");
  const records = given.rows.filter((row) => named.some((at) => !isBlank(row[at])));
  if (records.length === 0) refuse("no-rows", "table");
  const missing = named.map((at) => missingAmong(records.map((row) => row[at])));
  const share = (columns: number, empty: number) => completenessOf(literal(columns * records.length), literal(empty), literal(0)).value;
  if (chosen === "all") return [[share(named.length, missing.reduce((sum, each) => sum + each))]];
  const words = isChinese(given) ? zh : en;
  return [
    [words.column, words.cells, words.missing, words.share],
    ...named.map((at, place) => [given.headings[at]!, records.length, missing[place]!, share(1, missing[place]!)]),
  ];
}

/** An error is no value, nor is a word such as `Select` or `n/a`; read as an import reads texts. */
function missingAmong(cells: readonly Cell[]): number {
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : ""));
  const words = [...texts.keys()].filter((row) => isPlaceholder(texts[row]!));
  const answers = answersAmong(texts, words);
  return cells.filter(isMissing).length + words.filter((row) => !answers.includes(texts[row]!)).length;
}

function isMissing(cell: Cell): boolean {
  return isBlank(cell) || isErrorCell(cell);
}
