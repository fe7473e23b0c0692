// Delimited text as a source: every file cut as our own reader would, several united by the names of their columns.

import { basename, join } from "node:path";
import type { CrmTable, Issue } from "../../crm/reading";
import { EngineProblem } from "../engine";
import type { Duck } from "./duck";
import { readHead, type Head } from "./head";
import { listed } from "./listed";
import { asWeCut, inUtf8 } from "./rewrite";
import type { FileSource, SourceColumn } from "./source";
import { literal, quoted } from "./sql-text";

/** Rows of the sample. */
const SAMPLE = 2000;

/** A file as it is read, in place of the one it was made of. */
interface TextFile {
  readonly name: string;
  readonly head: Head;
  /** True when every record has as many quoted cells as the header. */
  readonly isOurs: boolean;
}

/** Delimited files, and what to do when the database cannot cut one of them. */
interface DelimitedFiles {
  source(): FileSource;
  /** Has our own reader cut the file that a problem names, or the next; false when there is none left. */
  cutNext(problem: string): Promise<boolean>;
}

/** Opens the files. Throws an EngineProblem where one is no table, or not of the same as the others. */
export async function delimitedFiles(duck: Duck, paths: readonly string[], place: string): Promise<DelimitedFiles> {
  const files: TextFile[] = [];
  const said: Issue[] = [];
  const empty: EngineProblem[] = [];
  for (const name of paths) {
    const at = files.length;
    const { path, encoding } = await inUtf8(name, join(duck.folder.path, `${at}.txt`));
    const head = headOf(path, name);
    if (head instanceof EngineProblem) {
      empty.push(head);
      continue;
    }
    files.push({ name, head: { ...head, table: { ...head.table, encoding } }, isOurs: false });
    if (head.skip === null) await cut(at);
  }
  if (files.length === 0 && empty[0]) throw empty[0];
  if (empty.length > 0) said.push({ kind: "file-empty", row: null, column: null, found: listed(empty.map((problem) => basename(problem.place))), count: empty.length });
  checkOneTable(files, place);

  async function cut(at: number): Promise<void> {
    const { name, head } = files[at]!;
    const path = join(duck.folder.path, `${at}.csv`);
    const { ragged, encoding } = await asWeCut(head, path);
    if (ragged > 0) said.push({ kind: "ragged-row", row: null, column: null, found: basename(name), count: ragged });
    if (encoding !== "utf-8") said.push({ kind: "encoding", row: null, column: null, found: encoding, count: 1 });
    files[at] = { name, isOurs: true, head: { ...head, path, skip: 0, dialect: { delimiter: ",", quote: '"', escape: '"', newline: "\n" } } };
  }

  return {
    source: () => sourceOf(files, said),
    async cutNext(problem) {
      const open = [...files.keys()].filter((at) => !files[at]!.isOurs);
      const at = open.find((one) => problem.includes(files[one]!.head.path)) ?? open[0];
      if (at === undefined) return false;
      await cut(at);
      return true;
    },
  };
}

/** The head of a file; the problem where it has no rows: a month without deals is a file like the others of its folder. */
function headOf(path: string, name: string): Head | EngineProblem {
  try {
    return readHead(path, name);
  } catch (error) {
    if (error instanceof EngineProblem && error.kind === "no-rows") return error;
    throw error;
  }
}

function sourceOf(files: readonly TextFile[], said: readonly Issue[]): FileSource {
  const headers = unitedHeaders(files.map(({ head }) => head.table));
  const columns: SourceColumn[] = headers.map((header, at) => ({ header, name: `c${at}`, type: "text" }));
  const places = files.map(({ head }) => head.table.header.map((header) => headers.findIndex((one) => same(one, header))));
  return {
    columns,
    sample: sampleOf(files, headers, places),
    sql: files.map((file, at) => selectOf(file, columns, places[at]!)).join(" union all "),
    ...(files.length < 2 ** 8 ? { ordered: files.map((file, at) => selectOf(file, columns, places[at]!, `${at} * ${2 ** 32} + row_number() over () as row_order`)).join(" union all ") } : {}),
    left: files.flatMap(({ head }, at) => head.left.map((row) => spread(row, places[at]!, headers.length))),
    issues: [...files.flatMap(({ head }) => head.leftIssues), ...files.flatMap(({ head }) => head.table.issues.filter(({ kind }) => saidOfHead.has(kind))), ...said],
    isText: true,
  };
}

/** What is said of a whole file by its head; all else is counted over all rows. */
const saidOfHead: ReadonlySet<Issue["kind"]> = new Set(["duplicate-header", "long-header", "empty-header", "encoding", "merged-blanks"]);

/** Columns come and go from export to export; files that share less than half of them were put together by accident. */
function checkOneTable(files: readonly TextFile[], place: string): void {
  const [first, ...others] = files;
  const known = new Set(first?.head.table.header.map((name) => name.toLowerCase()));
  const other = others.find(({ head: { table: { header } } }) => header.filter((name) => known.has(name.toLowerCase())).length * 2 < Math.min(header.length, known.size));
  if (first && other) throw new EngineProblem("mixed-tables", place, `${basename(first.name)}, ${basename(other.name)}`);
}

/** Headers of all files, each once; case tells none apart. */
function unitedHeaders(tables: readonly CrmTable[]): readonly string[] {
  const known = new Map<string, string>();
  for (const { header } of tables) for (const name of header) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  return [...known.values()];
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function sampleOf(files: readonly TextFile[], header: readonly string[], places: readonly (readonly number[])[]): CrmTable {
  const share = Math.max(50, Math.ceil(SAMPLE / files.length));
  const rows = files.flatMap(({ head }, at) => head.table.rows.slice(0, share).map((row) => spread(row, places[at]!, header.length))).slice(0, SAMPLE);
  return { ...files[0]!.head.table, header, rows, lines: Array.from(rows, (_, at) => at + 2), rowsRead: rows.length, issues: [] };
}

/** The cells of a row of one file in the columns of all. */
function spread(row: readonly string[], places: readonly number[], width: number): string[] {
  const cells = new Array<string>(width).fill("");
  places.forEach((place, at) => (cells[place] = row[at] ?? ""));
  return cells;
}

function selectOf({ head, isOurs }: TextFile, columns: readonly SourceColumn[], places: readonly number[], more: string | null = null): string {
  const cells = columns.map(({ name }, at) => {
    const place = places.indexOf(at);
    return `${place < 0 ? "null::varchar" : `f${place}`} as ${quoted(name)}`;
  });
  const { delimiter, quote, escape } = head.dialect;
  const types = places.map((_, at) => `'f${at}': 'VARCHAR'`).join(", ");
  const options = [
    "auto_detect=false", "header=false", `skip=${head.skip ?? 0}`, `delim=${literal(delimiter)}`, `quote=${literal(quote)}`, `escape=${literal(escape)}`,
    // Missing cells are null, empty ones are "": which records are short.
    `nullstr='\u0001'`, `columns={${types}}`, isOurs ? "max_line_size=16777216" : "null_padding=true",
  ];
  return `select ${[...cells, ...(more === null ? [] : [more])].join(", ")} from read_csv(${literal(head.path)}, ${options.join(", ")})`;
}
