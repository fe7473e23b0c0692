// Addresses as Excel writes them, and areas.

import type { Rectangle } from "./plan";

/** `B3` of a zero-based row and column. */
export function relative(at: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(at.column)}${at.row + 1}`;
}

/** `$B$3`. */
export function absolute(at: { readonly row: number; readonly column: number }): string {
  return `$${columnLetters(at.column)}$${at.row + 1}`;
}

/** `$B$3:$D$9`, or one address for one cell. */
export function areaText(area: Rectangle): string {
  const first = absolute({ row: area.top, column: area.left });
  const last = absolute({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** `A1:C9`, or `A1` for one cell: no dollars. */
export function areaReference({ top, left, bottom, right }: Rectangle): string {
  const first = relative({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${relative({ row: bottom, column: right })}`;
}

/** A sheet's name in a reference, always in quotes. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `A`, `Z`, `AA`… of a zero-based column. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** The zero-based row and column of `B3`; null for anything else. */
export function placeOfAddress(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters = "", number = ""] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === "") return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(number) - 1, column };
}

/** Whether a cell is inside. */
export function contains(box: Rectangle, row: number, column: number): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
}
