// Custom function on how much of a table is filled.

import { isPlaceholder } from "../crm/readers/clean";
import { answersAmong } from "../crm/readers/text";
import { column } from "../formula/column";
import { add, literal } from "../formula/term";
import { allCells, completenessOf, filledShare, missingCells } from "../metrics/completeness";
import type { CompletenessColumn } from "../metrics/model";
import { Refusal } from "../metrics/refusal";
import { completenessWords as en } from "../text/en/functions/words";
import { completenessWords as zh } from "../text/zh/functions/words";
import { isBlank, isErrorCell, type Answer, type Cell, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { isChinese, table as readTable, type Table } from "./given/table";

/**
 * Completeness: the share of a table's cells that are filled.
 * @customfunction COMPLETENESS
 * @param table Table with its headings
 * @param [by] "all" for one figure (the default) or "column" for a row for each column
 * @returns Share from 0 to 1; by column: column, cells, missing, share
 */
export function COMPLETENESS(table: Cells, by: Cells): Answer {
  const given = readTable("table", table);
  const chosen = choice("by", by, { all: ["overall", "total", "全部", "总体", "整体"], column: ["columns", "列", "按列", "每列"] }, "all");
  const columns = columnsOf(given);
  if (columns[0]?.column.values.length === 0) throw new Refusal("no-rows", { argument: "table" });
  if (chosen === "all") return [[completenessOf(add(...columns.map(allCells)), add(...columns.map(missingCells)), literal(0)).value]];
  const words = isChinese(given) ? zh : en;
  return [
    [words.column, words.cells, words.missing, words.share],
    ...columns.map((one) => [one.header, allCells(one).value, missingCells(one).value, filledShare(one).value]),
  ];
}

/** The columns that have a heading; rows without anything in them are no records. */
function columnsOf({ headings, rows }: Table): readonly CompletenessColumn[] {
  const named = headings.flatMap((header, at) => (header === "" ? [] : [{ header, at }]));
  const records = rows.filter((row) => named.some(({ at }) => !isBlank(row[at])));
  return named.map(({ header, at }) => ({
    kind: "deal", object: "Table", header, notYetStages: [],
    column: column("Table", header, filled(records.map((row) => row[at]))),
  }));
}

/** 1 for each filled cell: an error is no value, nor is a word such as `Select` or `n/a`; read as an import reads texts. */
function filled(cells: readonly Cell[]): readonly (1 | null)[] {
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : ""));
  const words = [...texts.keys()].filter((row) => isPlaceholder(texts[row]!));
  const answers = new Set(answersAmong(texts, words));
  const empty = new Set(words.filter((row) => !answers.has(texts[row]!)));
  return cells.map((cell, row) => (isBlank(cell) || isErrorCell(cell) || empty.has(row) ? null : 1));
}
