// Rows as both ClickHouse and PostgreSQL load them: cells between tabs, `\N` for nothing.

/** What a cell can be; everything but nothing is as the server writes it. */
export type LoadedCell = string | number | null;

/** One line a row. */
export function* tabSeparated(rows: Iterable<readonly LoadedCell[]>): Iterable<string> {
  for (const row of rows) yield `${row.map(written).join("\t")}\n`;
}

function written(cell: LoadedCell): string {
  if (cell === null) return "\\N";
  return String(cell).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}
