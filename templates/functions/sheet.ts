// A worked example as a small worksheet: the cells, the formula and what it spills.

import type { FunctionExample } from "../../src/text/functions";
import { html, type Html } from "../html";

type Value = string | number | boolean;

/** Where the formula stands; rows and columns from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** The most columns that are shown side by side. */
const cellRoom = 8;

/** The example with a line for the formula above it, as Excel shows it. `at` and `caption` are for those who hear the page. */
export function exampleSheet({ cells = [], formula, result }: FunctionExample, at: string, caption: string): Html {
  const place = placeOf(cells, formula, result);
  const rows = Math.max(cells.length, place.row + result.length);
  const columns = Math.max(widthOf(cells), place.column + widthOf(result));
  return html`<div class="sheet" role="region" aria-label="${caption}" tabindex="0">
<p class="bar"><span class="at"><span class="heard">${at} </span>${letters(place.column)}${place.row + 1}</span> <code>${breakable(formula)}</code></p>
<table class="cells">
<caption class="heard">${caption}</caption>
<thead><tr><td></td>${times(columns, (column) => html`<th scope="col">${letters(column)}</th>`)}</tr></thead>
<tbody>
${times(rows, (row) => html`<tr><th scope="row">${row + 1}</th>${times(columns, (column) => cellOf(cells, result, place, row, column))}</tr>
`)}</tbody>
</table>
</div>
${errorsOf(result).map(([row, column, sentence]) => html`<p class="why">${letters(place.column + column)}${place.row + row + 1}: ${sentence}</p>
`)}`;
}

/**
 * Where there is room: beside the cells, in a blank column between them or in the next one where each row has its answer, else with a column between.
 * Under the cells where there is none; a formula on whole columns never stands there.
 */
function placeOf(cells: readonly (readonly Value[])[], formula: string, result: readonly (readonly Value[])[]): Place {
  const width = widthOf(cells);
  if (width === 0) return { row: 0, column: 0 };
  const isByRow = result.length > 1 && result.length === cells.length - 1;
  const between = widthOf(result) === 1 && isByRow ? blankColumn(cells) : -1;
  if (between > 0) return { row: 1, column: between };
  const hasRoom = width + widthOf(result) < cellRoom || wholeColumn.test(formula);
  if (!hasRoom) return { row: cells.length + 1, column: 0 };
  return isByRow ? { row: 1, column: width } : { row: 0, column: width + 1 };
}

/** May break after each comma. */
function breakable(formula: string): readonly (string | Html)[] {
  return formula.split(/(?<=,)/).flatMap((piece, at) => (at === 0 ? [piece] : [html`<wbr>`, piece]));
}

/** The first column with nothing in it; -1 where there is none. */
function blankColumn(cells: readonly (readonly Value[])[]): number {
  return Array.from({ length: widthOf(cells) }, (_, column) => cells.every((row) => (row[column] ?? "") === "")).indexOf(true);
}

const wholeColumn = /\b[A-Z]+:[A-Z]+\b/;

function cellOf(cells: readonly (readonly Value[])[], result: readonly (readonly Value[])[], place: Place, row: number, column: number): Html {
  const answer = result[row - place.row]?.[column - place.column];
  if (answer !== undefined) return html`<td class="${`result${kindOf(answer)}`}">${shown(answer)}</td>`;
  const value = cells[row]?.[column];
  return value === undefined || value === "" ? html`<td></td>` : html`<td class="${`given${kindOf(value)}`}">${shown(value)}</td>`;
}

function kindOf(value: Value): string {
  if (typeof value === "number" || (typeof value === "string" && percentText.test(value))) return " number";
  if (typeof value === "string" && errorText.test(value)) return " error";
  if (typeof value === "string" && roomOf(value) > 13) return roomOf(value) > 40 ? " long" : " wrap";
  return typeof value === "boolean" ? " flag" : "";
}

/** What Excel takes for a number when it is typed. */
const percentText = /^-?[\d.,]+%$/;

/** The room a text takes, in Latin characters. */
function roomOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1), 0);
}

function shown(value: Value): string {
  if (typeof value === "number") return value.toLocaleString("en-US", { maximumFractionDigits: 12 });
  if (typeof value === "boolean") return String(value).toUpperCase();
  return errorText.exec(value)?.[1] ?? value;
}

/** What Excel says beside the errors of a result, with their places in it. */
function errorsOf(result: readonly (readonly Value[])[]): readonly [row: number, column: number, sentence: string][] {
  return result.flatMap((values, row) => values.flatMap((value, column): [number, number, string][] => {
    const sentence = typeof value === "string" ? errorText.exec(value)?.[2] : undefined;
    return sentence === undefined ? [] : [[row, column, sentence]];
  }));
}

/** An error and its sentence, as the examples write it. */
const errorText = /^(#N\/A|#VALUE!)(?: (.+))?$/;

function widthOf(rows: readonly (readonly Value[])[]): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

/** `A` for 0, `AA` for 26. */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function times(count: number, make: (at: number) => Html): readonly Html[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
