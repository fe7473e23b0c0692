// The rules of the design that a reader relies on, held by the files themselves.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(__dirname, "..");
const sources = filesIn("src").filter((path) => /\.tsx?$/.test(path));
const code = [...sources, ...["test", "bench", "templates"].flatMap(filesIn).filter((path) => /\.tsx?$/.test(path))];

/** From which areas each area may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  values: [],
  crm: ["values"],
  formula: ["values", "crm"],
  metrics: ["values", "crm", "formula", "text"],
  text: ["values", "crm", "formula", "metrics", "sheets", "functions", "hosts"],
  sheets: ["values", "crm", "formula", "metrics", "text"],
  disk: [],
  hosts: ["values", "sheets", "text", "disk"],
  report: ["values", "crm", "formula", "metrics", "sheets", "text"],
  "read-exports": ["values", "crm", "sheets"],
  "rollup-file": ["values", "crm", "sheets"],
  templates: ["values", "sheets", "text", "report", "content"],
  refresh: ["values", "crm", "formula", "metrics", "sheets", "text", "hosts", "report"],
  taskpane: ["values", "crm", "metrics", "sheets", "text", "hosts", "report", "refresh", "read-exports", "rollup-file", "templates", "functions", "commands"],
  commands: [],
  functions: ["values", "crm", "formula", "metrics", "text"],
  engine: ["values", "crm", "formula", "sheets", "read-exports", "metrics", "disk"],
  cli: ["values", "crm", "formula", "metrics", "sheets", "text", "hosts", "report", "refresh", "read-exports", "rollup-file", "templates", "engine", "disk"],
};

const imports = sources.flatMap((path) => importsOf(path).map((target) => ({ path, target })));

it("imports only in the direction of the data", () => {
  const against = imports.flatMap(({ path, target }) => {
    const [from, to] = [areaOf(path), target.startsWith(".") ? areaOf(resolved(path, target)) : null];
    return to === null || from === to || (mayImport[from] ?? []).includes(to) ? [] : [`${path} imports ${target}`];
  });
  expect(against).toEqual([]);
});

it("lets text take only types from what it speaks about", () => {
  const values = sources.filter((path) => areaOf(path) === "text").flatMap((path) =>
    linesOf(path).filter((line) => /^import (?!type\b).*"\.\.\/(\.\.\/)?(metrics|sheets|formula|hosts)\//.test(line)).map((line) => `${path}: ${line}`),
  );
  expect(values).toEqual([]);
});

it("lets no host import another host", () => {
  const between = imports.filter(({ path, target }) => {
    const [from, to] = [hostOf(path), target.startsWith(".") ? hostOf(resolved(path, target)) : null];
    return from !== null && to !== null && from !== to;
  });
  expect(between).toEqual([]);
});

it("knows React and Fluent only in the task pane", () => {
  expect(imports.filter(({ path, target }) => /^(react|@fluentui)/.test(target) && areaOf(path) !== "taskpane")).toEqual([]);
});

it("knows Node only in the command line, the engine, the disk and the file edge of the xlsx host", () => {
  const allowed = /^src\/(cli|engine|disk)\/|^src\/hosts\/xlsx\/node\.ts$/;
  expect(imports.filter(({ path, target }) => target.startsWith("node:") && !allowed.test(path))).toEqual([]);
});

it("uses the globals Excel and Office only at the edge", () => {
  const allowed = /^src\/(hosts\/office|commands)\/|^src\/taskpane\/taskpane\.tsx$/;
  expect(sources.filter((path) => !allowed.test(path) && /\b(Excel|Office)\.[a-zA-Z]+\(/.test(withoutText(path)))).toEqual([]);
});

it("has no barrel files and no drawers for leftovers", () => {
  expect(code.filter((path) => /(^|\/)(index|utils?|helpers?|common|manager|service)s?\.tsx?$|\/(utils?|helpers?|common)\//i.test(path))).toEqual([]);
});

it("names files in small letters with dashes, and those of components like them", () => {
  expect([...code, ...sources].filter((path) => !/\/(?:[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|tsx|mjs|js)|[A-Z][A-Za-z]*\.tsx)$/.test(path))).toEqual([]);
});

it("has no any, no default export, no enum and no alert", () => {
  const forbidden = /\bas any\b|:\s*any\b|<any>|^export default|^(export )?(const )?enum |\balert\(/;
  expect(code.filter((path) => !path.endsWith("architecture.test.ts")).flatMap((path) => withoutText(path).split("\n").filter((line) => forbidden.test(line)).map((line) => `${path}: ${line.trim()}`))).toEqual([]);
});

it("keeps source files short enough to read", () => {
  const long = sources.map((path) => `${path}: ${linesOf(path).length} lines`).filter((said) => Number(/: (\d+)/.exec(said)?.[1]) > 300);
  expect(long).toEqual([]);
});

it("has the top level the README shows", () => {
  const needed = ["package.json", "tsconfig.json", "manifest.xml", "src", "webpack.config.js", "templates", "test", "bench", "README.md"];
  expect(needed.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

it("links from its documents only to what is there, sections included", () => {
  const broken = documents().flatMap((path) => linksIn(path).filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`));
  expect(broken).toEqual([]);
});

it("says the same in the same order in both languages", () => {
  const shapeOf = (path: string) => linesOf(path).filter((line) => /^(#|```|\| ?:?-|\d\. )/.test(line)).map((line) => /^(#+|`+|\||\d)/.exec(line)![0]);
  for (const path of documents().filter((one) => one.endsWith(".zh-CN.md") && !/SCALE|install/.test(one))) expect({ path, shape: shapeOf(path) }).toEqual({ path, shape: shapeOf(path.replace(".zh-CN", "")) });
});

it.each(["README.md", "README.zh-CN.md"])("has each limit of %s in src/values.ts", (path) => {
  const limits = linesOf(path).filter((line) => /^\|.*\d.*\|.*\|$/.test(line)).flatMap((line) => line.split("|")[2]!.match(/\d[\d,]*(E\+\d+)?/g) ?? []);
  const values = linesOf("src/values.ts").join("\n").replaceAll("_", "");
  expect(limits.length).toBeGreaterThan(10);
  expect(limits.map((limit) => limit.replaceAll(",", "").replace("E+", "e")).filter((limit) => !new RegExp(`(= |>= )${limit}\\b`).test(values))).toEqual([]);
});

it("names no registry in the lock file", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});

function filesIn(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(root, name)).isFile());
}

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), "utf8").split("\n");
}

/** The code without its comments and strings. */
function withoutText(path: string): string {
  return linesOf(path).join("\n").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '""');
}

function importsOf(path: string): string[] {
  const text = linesOf(path).join("\n");
  return [...text.matchAll(/\bfrom "([^"]+)"|\bimport\((?:\/\*.*?\*\/ ?)?"([^"]+)"\)|^import "([^"]+)"/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function resolved(path: string, target: string): string {
  return relative(root, resolve(root, dirname(path), target)).replaceAll("\\", "/");
}

function areaOf(path: string): string {
  return /^src\/([^/.]+)/.exec(path)?.[1] ?? (path.startsWith("templates/content/") ? "content" : path);
}

function hostOf(path: string): string | null {
  return /^src\/hosts\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** What people read: beside the README, and in docs. */
function documents(): string[] {
  return [...readdirSync(root), ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)].filter((name) => name.endsWith(".md"));
}

function linksIn(path: string): string[] {
  const text = linesOf(path).join("\n").replace(/^```[^]*?^```/gm, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? "").filter((link) => !/^[a-z]+:/i.test(link));
}

function leadsSomewhere(path: string, link: string): boolean {
  const [file = "", section] = link.split("#");
  const target = file === "" ? path : join(dirname(path), file);
  if (!existsSync(join(root, target))) return false;
  return section === undefined || linesOf(target).some((line) => /^#+ /.test(line) && sectionOf(line) === section);
}

/** The name GitHub gives a heading in links. */
function sectionOf(heading: string): string {
  return heading.replace(/^#+ /, "").toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
}
