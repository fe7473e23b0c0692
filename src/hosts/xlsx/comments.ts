// Comments on our sheets move with the records they stand beside, whatever rows and columns a new export brings.

import { relative } from "../../sheets/address";
import type { SheetPlan } from "../../sheets/plan";
import { movedTable, placeNow, tableAt, type MovedTable } from "../../sheets/record-places";
import type { CellValue } from "../../values";
import { cellsOf } from "./cells";
import { areaOf, type OpenBook, type OpenSheet } from "./open";
import type { Overlay } from "./overlay";
import { tags } from "./scan";

/** Where comments go, by the address they had; null where their record or column is gone. */
export type CommentMoves = ReadonlyMap<string, string | null>;

/** The moves of all comments on a sheet of ours. */
export function commentMoves(book: OpenBook, was: OpenSheet, overlay: Overlay, plan: SheetPlan): CommentMoves {
  const part = overlay.relations.find(({ kind }) => kind === "comments");
  const refs = part ? [...tags(book.file.text(part.target), "comment")].flatMap(({ attributes }) => attributes.get("ref") ?? []) : [];
  const tables = refs.length === 0 ? [] : movedTables(book, was, plan);
  return new Map(refs.map((ref) => [ref, movedTo(ref, tables)]));
}

function movedTables(book: OpenBook, sheet: OpenSheet, plan: SheetPlan): readonly MovedTable[] {
  const pairs = plan.tables.flatMap((now) => {
    const was = book.tables.find((table) => table.sheet === sheet && table.name.toLowerCase() === now.name.toLowerCase());
    return was ? [{ was, now }] : [];
  });
  const values = new Map<string, CellValue>();
  for (const { row, column, value } of pairs.length === 0 ? [] : cellsOf(book.file.bytes(sheet.path), book.strings)) values.set(relative({ row, column }), value);
  return pairs.map(({ was, now }) => movedTable(was, now, (cell) => values.get(relative(cell)) ?? null));
}

function movedTo(ref: string, tables: readonly MovedTable[]): string | null {
  const area = areaOf(ref);
  const cell = area && { row: area.top, column: area.left };
  const table = cell && tableAt(cell, tables);
  if (!table) return ref;
  const to = placeNow(table, cell);
  return to && relative(to);
}

/** A comments part with its comments where they go; those that go nowhere are left out. */
export function movedComments(xml: string, moves: CommentMoves): string {
  return xml.replace(/<((?:[\w.-]+:)?)(comment|threadedComment)(\s[^>]*?\bref\s*=\s*["'])([A-Z]+\d+)(["'][^>]*>)[\s\S]*?<\/\1\2\s*>/g, (whole, prefix: string, name: string, start: string, ref: string, rest: string) => {
    const to = moves.get(ref);
    return to === null ? "" : whole.replace(`<${prefix}${name}${start}${ref}${rest}`, `<${prefix}${name}${start}${to ?? ref}${rest}`);
  });
}

/** The boxes of comments, moved along; `Anchor` says the corners as column, offset, row, offset. */
export function movedBoxes(vml: string, moves: CommentMoves): string {
  return vml.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const [row, column] = [/<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1], /<x:Column>(\d+)<\/x:Column>/.exec(shape)?.[1]];
    if (row === undefined || column === undefined) return shape;
    const to = moves.get(relative({ row: Number(row), column: Number(column) }));
    if (to === null) return "";
    const place = to === undefined ? null : areaOf(to);
    if (!place) return shape;
    const by = [place.left - Number(column), 0, place.top - Number(row), 0];
    return shape
      .replace(/<x:Row>\d+/, `<x:Row>${place.top}`).replace(/<x:Column>\d+/, `<x:Column>${place.left}`)
      .replace(/(<x:Anchor>)([^<]*)/, (_, start: string, corners: string) => start + corners.split(",").map((corner, at) => ` ${Number(corner) + (by[at % 4] ?? 0)}`).join(","));
  });
}
