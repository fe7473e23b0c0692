// How did the cells look that the user typed on our sheets? The numbers of their styles stay valid in the new file.

import type { OpenBook, OpenSheet } from "./open";
import { columnNumber } from "./open";

/** Style numbers of cells as the user left them; undefined where the file does not say. */
export interface Looks {
  at(row: number, column: number): number | undefined;
  /** Of a column of a table: its header's, and that of its first row. */
  column(table: string, name: string): { readonly header: number | undefined; readonly body: number | undefined };
}

/** The sheet is read when the first cell is asked for. */
export function looksOf({ file, tables }: OpenBook, sheet: OpenSheet): Looks {
  let read: ReadonlyMap<string, number> | null = null;
  const at = (row: number, column: number) => (read ??= stylesIn(file.text(sheet.path))).get(`${row} ${column}`);
  return {
    at,
    column(name, header) {
      const table = tables.find((one) => one.sheet === sheet && one.name.toLowerCase() === name.toLowerCase());
      const index = table ? table.columns.findIndex((one) => one.toLowerCase() === header.toLowerCase()) : -1;
      if (!table || index < 0) return { header: undefined, body: undefined };
      const { top, left } = table.area;
      return { header: table.headers > 0 ? (at(top, left + index) ?? 0) : undefined, body: at(top + table.headers, left + index) ?? 0 };
    },
  };
}

function stylesIn(xml: string): ReadonlyMap<string, number> {
  const styles = new Map<string, number>();
  for (const [, letters = "", row, , style] of xml.matchAll(/<(?:[\w.-]+:)?c\s(?=[^>]*?\br\s*=\s*["']([A-Z]+)(\d+)["'])(?=[^>]*?\ss\s*=\s*(["'])(\d+)\3)/g)) {
    styles.set(`${Number(row) - 1} ${columnNumber(letters)}`, Number(style));
  }
  return styles;
}
