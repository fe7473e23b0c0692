// What a workbook says of figures that are counted from groups of records: made by which engine, from where, when, how, and without which fields.

import { timeOf } from "../values";
import { grid, show, type Block, type Cell } from "./block";
import type { ImportSummary, SheetContext } from "./context";
import { headerOf } from "./data/columns";
import { textWidth } from "./theme";
import { heightFor, heightOfLines } from "./text-lines";

/** Imports whose records are in groups. */
type GroupedImport = ImportSummary & { readonly groups: NonNullable<ImportSummary["groups"]> };

/** Characters of a line of the statement, and lines of one cell: a row of Excel is no higher. */
const lineWidth = 185;
const mostLines = 24;

export function groupedImports({ imports }: SheetContext): readonly GroupedImport[] {
  return imports.filter((one): one is GroupedImport => one.groups !== undefined);
}

/** One line for each, for Start. */
export function originLines(context: SheetContext): readonly string[] {
  const words = context.text.report.origin;
  return groupedImports(context).flatMap((one) => {
    const { recognition: { object }, groups: { origin } } = one;
    const left = fieldsLeft(one, context);
    const named = context.text.objects[object];
    return [words.counted(named, origin.engine, placeOf(one), timeOf(origin.at)), ...(left.length > 0 ? [words.leftOut(named, left)] : []), ...(object === "deal" ? [one.groups.eachOpen ? words.eachOpen : words.openGrouped] : [])];
  });
}

/** What Definitions say at the end: a part for each. */
export function originBlocks(context: SheetContext, across: number): readonly Block[] {
  const words = context.text.report.origin;
  return groupedImports(context).flatMap((one) => {
    const { recognition: { object }, groups: { origin } } = one;
    const named = context.text.objects[object];
    const left = fieldsLeft(one, context);
    const facts: readonly (readonly [string, string])[] = [
      [words.engine, origin.engine], [words.place, placeOf(one)], [words.at, timeOf(origin.at)],
      ...(left.length > 0 ? [[words.left, left.join(words.separator)] as const] : []),
    ];
    const statement = piecesOf(origin.statement);
    const row = ([label, value]: readonly [string, string]): readonly Cell[] => [show("label", label), show("wrapped", value, { across: across - 1, format: "text" })];
    return [
      grid([[show("section", words.title(named), { across })], [show("wrapped", words.note, { across })]], [24, 34]),
      grid(facts.map(row), facts.map(([, value]) => heightFor([value, lineWidth - 10]))),
      grid(statement.map((piece, at) => row([at === 0 ? words.statement : "", piece])), statement.map((piece) => heightOfLines(linesIn(piece)))),
      grid([[]]),
    ];
  });
}

function placeOf({ file, groups: { origin } }: GroupedImport): string {
  return origin.place === "" ? file : origin.place;
}

/** By their names in the source where it has them, else by ours. */
function fieldsLeft({ recognition: { mapping }, groups: { leftOut } }: GroupedImport, { text }: SheetContext): readonly string[] {
  const headers: Readonly<Record<string, string | undefined>> = mapping;
  return leftOut.map((field) => headers[field] ?? headerOf(field, text));
}

function linesIn(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (lineWidth - 10))), 0);
}

/** The whole statement, in pieces that fit in a cell each. */
function piecesOf(statement: string): readonly string[] {
  const lines = statement.split("\n").flatMap((line) => cut(line));
  return Array.from({ length: Math.max(1, Math.ceil(lines.length / mostLines)) }, (_, at) => lines.slice(at * mostLines, (at + 1) * mostLines).join("\n"));
}

/** A line in lines that fit, cut at spaces where there are any. */
function cut(line: string): readonly string[] {
  const cuts = line.match(/.{1,160}(?:\s+|$)|.{1,160}/g);
  return cuts ? cuts.map((piece) => piece.trimEnd()) : [line];
}
