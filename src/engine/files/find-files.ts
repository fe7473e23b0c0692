// Which files do these paths name: files, folders, and patterns such as `deals/*.parquet`?

import { readdirSync, statSync } from "node:fs";
import { basename, join, normalize, sep } from "node:path";
import { EngineProblem } from "../engine";

export const formats = ["delimited", "parquet", "json"] as const;
export type Format = (typeof formats)[number];

/** Files of one format, in the order of their names. */
export interface FilesFound {
  readonly format: Format;
  readonly paths: readonly string[];
  /** The names of files in the folders that are none of those read here. */
  readonly others: readonly string[];
}

const endings: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:csv|tsv|tab|txt)(?:\.gz)?$/i, "delimited"],
  [/\.(?:parquet|pq)$/i, "parquet"],
  [/\.(?:json|ndjson|jsonl)(?:\.gz)?$/i, "json"],
];

/** The format a file's name tells; null where it is none of those read here. */
function formatOf(path: string): Format | null {
  return endings.find(([ending]) => ending.test(path))?.[1] ?? null;
}

/** The files behind paths. Throws an EngineProblem where a path names none, or where they are of more than one format. */
export function findFiles(paths: readonly string[]): FilesFound {
  const each = paths.map(filesAt);
  const files = [...new Set(each.flatMap((one) => one.paths))];
  const found = files.map((path) => [path, formatOf(path)] as const);
  const unknown = found.find(([, format]) => format === null);
  if (unknown) throw new EngineProblem("unreadable-file", unknown[0], basename(unknown[0]));
  const first = found[0];
  if (!first) throw new EngineProblem("no-file", paths.join(", "), "");
  const other = found.find(([, format]) => format !== first[1]);
  if (other) throw new EngineProblem("mixed-files", paths.join(", "), `${basename(first[0])}, ${basename(other[0])}`);
  return { format: first[1]!, paths: files, others: each.flatMap(({ others }) => others) };
}

function filesAt(path: string): Pick<FilesFound, "paths" | "others"> {
  const kind = kindAt(path);
  if (kind === "file") return { paths: [path], others: [] };
  const all = kind === "folder" ? within(path) : matching(path);
  const others = kind === "folder" ? all.filter((file) => formatOf(file) === null) : [];
  const files = others.length === 0 ? all : all.filter((file) => formatOf(file) !== null);
  if (files.length === 0) throw new EngineProblem(kind === "folder" ? "empty-folder" : "no-file", path, "");
  return { paths: files, others: others.map((file) => basename(file)) };
}

function kindAt(path: string): "file" | "folder" | null {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** All files in a folder and its folders, hidden ones and what Spark and Hadoop put beside the data left out. */
function within(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^[._]/.test(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => (kindAt(join(folder, entry.name)) === "folder" ? within(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const WILD = /[*?[{]/;

/** The files a pattern names; `**` reaches through folders, `{a,b}` is one of those. */
function matching(pattern: string): string[] {
  if (!WILD.test(pattern)) return [];
  const parts = pattern.split(process.platform === "win32" ? /[\\/]/ : "/");
  const fixed = parts.findIndex((part) => WILD.test(part));
  // As the files below it are named: `./deals` is `deals`.
  const root = normalize(parts.slice(0, fixed).join(sep) || (pattern.startsWith("/") ? "/" : "."));
  if (kindAt(root) !== "folder") return [];
  const wanted = new RegExp(`^${parts.slice(fixed).map(partPattern).join("").replace(/\/$/, "")}$`, process.platform === "win32" ? "i" : "");
  return within(root).filter((file) => wanted.test(file.slice(root === "." ? 0 : root.endsWith(sep) ? root.length : root.length + 1).split(sep).join("/")));
}

function partPattern(part: string): string {
  if (part === "**") return "(?:[^/]+/)*";
  const body = part.replace(/[.+^$()|\\]/g, "\\$&").replace(/\*/g, "[^/]*").replace(/\?/g, "[^/]").replace(/\[!/g, "[^").replace(/\{([^{}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(",", "|")})`).replace(/[{}]/g, "\\$&");
  return `${body}/`;
}
