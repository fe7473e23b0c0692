// A source from a statement whose columns have types of their own.

import { basename } from "node:path";
import type { ColumnType } from "../engine";
import { rowsOf, type Duck } from "./duck";
import type { FileSource } from "./source";
import { quoted } from "./sql-text";

/** Rows of the sample. */
const SAMPLE = 2000;

/** The source of a statement; `asText` takes the text out of a column of type JSON. */
export async function extendedSource(duck: Duck, sql: string, paths: readonly string[], asText: (name: string) => string): Promise<FileSource> {
  const described = await rowsOf(duck, `describe ${sql}`);
  const found = described.map(([header, type], at) => {
    const [kind, value] = typed(String(type), quoted(String(header)), asText);
    return { header: String(header), name: `c${at}`, type: kind, value, isDouble: type === "DOUBLE" || type === "FLOAT", isTime: /^TIMESTAMP/.test(String(type)) };
  });
  const select = `select ${found.map(({ name, value }) => `${value} as ${name}`).join(", ")} from (${sql}) as files`;
  const cells = found.map(({ name, type, isTime }) => (isTime ? `${name}::date::varchar` : type === "number" ? `regexp_replace(${name}::varchar, '(\\.\\d*?)0+$', '\\1')` : `${name}::varchar`));
  const rows = await rowsOf(duck, `select ${cells.join(", ")} from (${select}) as sample limit ${SAMPLE}`);
  const file = paths.length === 1 ? basename(paths[0]!) : `${basename(paths[0]!)} …`;
  return {
    columns: found,
    sample: {
      file, encoding: "utf-8", delimiter: null, headerRow: 1, header: found.map(({ header }) => header),
      rows: rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell).replace(/^(-?\d+)\.$/, "$1")))), lines: rows.map((_, at) => at + 2), rowsRead: rows.length, issues: [],
    },
    sql: select,
    left: [],
    issues: [],
    isText: false,
  };
}

/** What a column of this type holds, and its value as that. */
function typed(type: string, name: string, asText: (name: string) => string): readonly [ColumnType, string] {
  if (type === "JSON") return ["text", asText(name)];
  if (type === "BOOLEAN") return ["flag", name];
  if (type === "DATE") return ["day", name];
  if (/^TIMESTAMP/.test(type)) return ["day", name];
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\()/.test(type)) return ["number", name];
  if (type === "DOUBLE" || type === "FLOAT") return ["number", name];
  return ["text", type === "VARCHAR" ? name : `${name}::varchar`];
}
