// Rectangles of cells on their way to Excel: each cut so that it fits a request.

import { areaReference } from "../../sheets/address";
import type { Rectangle } from "../../sheets/plan";
import { couldBeElse, cutFrom, type Input, type Patch } from "./cells";
import { bytesOf, costs, operation, type Operation } from "./request";

/** Bytes of one rectangle: several fit a request, so that none goes half empty. */
const pieceLimit = 100_000;
/** Office.js sends so many cells at once, with two more paths each time. */
const cellsAtOnce = 1_500;

/** Writes a patch in pieces; `counts` says whether its rows count as progress. */
export function writePatch(sheet: string, patch: Patch, counts = false): readonly Operation[] {
  const lines = patch.lines.map(bytesOf);
  const pieces: { from: number; to: number; bytes: number }[] = [];
  lines.forEach((bytes, row) => {
    const last = pieces.at(-1);
    if (last && last.bytes + bytes <= pieceLimit) Object.assign(last, { to: row, bytes: last.bytes + bytes });
    else pieces.push({ from: row, to: row, bytes });
  });
  const right = patch.area.right - patch.area.left;
  return pieces.map(({ from, to, bytes }) => writePiece(sheet, cutFrom(patch, { top: from, bottom: to, left: 0, right }), bytes, counts));
}

function writePiece(sheet: string, patch: Patch, bytes: number, counts: boolean): Operation {
  const { area, lines, kind } = patch;
  const cells = lines.length * (area.right - area.left + 1);
  return {
    bytes: bytes + lines.length + costs.range * (1 + Math.ceil(cells / cellsAtOnce)),
    rows: counts ? lines.length : 0,
    queue(context) {
      const range = rangeAt(context, sheet, area);
      const matrix = lines as Input[][];
      if (kind === "computed") range.formulas = matrix;
      else range.values = matrix;
    },
    halves: () => halvesOf(sheet, patch, counts),
  };
}

function halvesOf(sheet: string, patch: Patch, counts: boolean): readonly [Operation, Operation] {
  const last = patch.lines.length - 1;
  const right = patch.area.right - patch.area.left;
  if (last === 0 && right === 0) throw new Error(`a cell too large for a request: ${sheet}, ${areaReference(patch.area)}`);
  const middle = Math.floor((last === 0 ? right : last) / 2);
  const [first, second] = last === 0
    ? [{ top: 0, bottom: 0, left: 0, right: middle }, { top: 0, bottom: 0, left: middle + 1, right }]
    : [{ top: 0, bottom: middle, left: 0, right }, { top: middle + 1, bottom: last, left: 0, right }];
  return [first, second].map((part) => {
    const half = cutFrom(patch, part);
    return writePiece(sheet, half, bytesOf(half.lines), counts);
  }) as [Operation, Operation];
}

/** As `writePatch`, for cells of unknown formats: where a text could be read as something else, the cells first get the format Text. Texts in the patch are as they are. */
export function writeAsText(sheet: string, patch: Patch): readonly Operation[] {
  const isPlain = patch.kind === "computed" || !patch.lines.some((line) => line.some((input) => typeof input === "string" && couldBeElse(input)));
  const format = operation(costs.range + costs.property, (context) => {
    rangeAt(context, sheet, patch.area).numberFormat = "@" as unknown as string[][];
  });
  return [...(isPlain ? [] : [format]), ...writePatch(sheet, patch)];
}

/** An area of a sheet, by the sheet's name. */
export function rangeAt(context: Excel.RequestContext, sheet: string, { top, left, bottom, right }: Rectangle): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
