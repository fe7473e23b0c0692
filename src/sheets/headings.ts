// The titles of a sheet's parts, over as many columns as the sheet says once.

import { grid, show, type Block, type Cell } from "./block";

/** Makes titles over so many columns, or over those a title asks for. */
export function sectionOf(across: number): (title: string, columns?: number) => Block {
  return (title, columns = across) => grid([[show("section", title, { across: columns })]], [24]);
}

/** Makes titles with a note that wraps, of a height in points, where there is one. */
export function notedSectionOf(across: number): (title: string, note?: string, height?: number) => Block {
  return (title, note, height = 18) => {
    const rows: (readonly Cell[])[] = [[show("section", title, { across })]];
    if (note !== undefined) rows.push([show("wrapped", note, { across })]);
    return grid(rows, note === undefined ? [24] : [24, height]);
  };
}
