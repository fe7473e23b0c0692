// The program as it is started: what it ends with, what stands on stdout and stderr, and what is on the disk after it failed.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const root = resolve(__dirname, "../..");
const deals = join(root, "templates/samples/salesforce-deals-en.csv");
const folder = mkdtempSync(join(tmpdir(), "salesbook-program-"));
const at = (name: string) => join(folder, name);
afterAll(() => { rmSync(folder, { recursive: true }); });

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the words of a command line; a file grows to so many blocks of 512 bytes at most, as on a full disk. */
function salesbook(words: readonly string[], { blocks, env = {} }: { blocks?: number; env?: Readonly<Record<string, string>> } = {}): Ended {
  const program = [process.execPath, "--import", "tsx", join(root, "src/cli/main.ts"), ...words];
  const [command, ...args] = blocks === undefined ? program : ["bash", "-c", `ulimit -f ${blocks}; trap '' XFSZ; exec "$@"`, "salesbook", ...program];
  const { status, stdout, stderr } = spawnSync(command!, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  return { code: status, out: stdout, err: stderr };
}

function figures({ code, out, err }: Ended): Readonly<Record<string, number | null>> {
  if (code !== 0) throw new Error(err);
  const { metrics } = JSON.parse(out) as { readonly metrics: readonly { readonly id: string; readonly value: number | null }[] };
  return Object.fromEntries(metrics.map(({ id, value }) => [id, value === null ? null : Number(value.toPrecision(10))]));
}

const drafts = () => readdirSync(folder).filter((name) => name.endsWith(".tmp"));
const day = ["--as-of", "2026-11-23"];

beforeAll(() => {
  writeFileSync(at("deals.csv.gz"), gzipSync(readFileSync(deals)));
  const [header = "", ...rows] = readFileSync(deals, "utf8").trimEnd().split("\n");
  mkdirSync(at("parts"));
  writeFileSync(at("parts/one.csv"), [header, ...rows.slice(0, 40)].join("\n"));
  writeFileSync(at("parts/two.csv"), [header, ...rows.slice(40)].join("\n"));
});

it("gives the figures of the rows from a compressed file, a folder, a pattern and a rollup", () => {
  const rows = figures(salesbook(["metrics", deals, ...day, "--json"]));
  expect(Object.values(rows).filter((value) => value !== null).length).toBeGreaterThan(5);
  for (const path of [at("deals.csv.gz"), at("parts"), at("parts/*.csv")]) expect([path, figures(salesbook(["metrics", path, ...day, "--json"]))]).toEqual([path, rows]);
  const made = salesbook(["rollup", at("parts"), "-o", at("rollup.json"), ...day]);
  expect([made.code, made.out, made.err]).toEqual([0, "", expect.stringContaining("rollup.json: ")]);
  expect(figures(salesbook(["metrics", at("rollup.json"), "--json"]))).toEqual(rows);
}, 240_000);

it("says what a compressed file holds, and that a small one is read row by row", () => {
  const { code, out, err } = salesbook(["inspect", at("deals.csv.gz"), "--json"]);
  const [file] = (JSON.parse(out) as { readonly files: readonly { readonly object: string; readonly rowsKept: number; readonly groups?: unknown }[] }).files;
  expect([code, file?.object, file?.groups]).toEqual([0, "deal", undefined]);
  expect(err).toContain(`deals.csv.gz: deals, ${file?.rowsKept} records, read row by row.`);
  expect(salesbook(["inspect", at("deals.csv.gz")]).out).not.toContain("header in row");
}, 60_000);

it.each([
  [["build", "deals.csv", "--sheet", "funnel"], "There is no option --sheet.\nAll commands and options: npx salesbook --help\n"],
  [["build", "deals.csv", "-o"], "--output needs a value after it.\nAll commands and options: npx salesbook --help\n"],
  [["inspect", "deals.csv", "--json=yes"], "--json takes no value.\nAll commands and options: npx salesbook --help\n"],
  [["templates", "list", "--all"], "There is no option --all.\nAll commands and options: npx salesbook --help\n"],
  [["build", deals, "-o", "none.xlsx", "--template", "trades"], "There is no template “trades”. Choose from saas, manufacturing, distribution, services, or name a file that ends in .json.\nAll commands and options: npx salesbook --help\n"],
  [["metrics", "--lang", "zh-CN"], "请至少指定一个要读取的文件。\n全部命令和选项：npx salesbook --help --lang zh-CN\n"],
])("says in two lines what is wrong with %j", (words, said) => {
  expect(salesbook(words)).toEqual({ code: 2, out: "", err: said });
}, 60_000);

it("takes options before the command", () => {
  const { code, out } = salesbook(["--lang", "zh-CN", "templates", "list"]);
  expect([code, out]).toEqual([0, expect.stringContaining("制造企业")]);
}, 60_000);

it.each([[["help"], "Usage:"], [["build", "--help"], "Usage:"], [["templates", "--help"], "Usage:"], [["--help", "--lang", "zh-CN"], "用法："]])("helps when asked by %j", (words, begins) => {
  const { code, out, err } = salesbook(words);
  expect([code, out.startsWith(begins), err]).toEqual([0, true, ""]);
}, 60_000);

it.each([
  [["--source", "clickhouse://crm:s3cret@warehouse/sales", "--deal", "deals"], 2],
  [["--source", "postgres://crm@warehouse/sales", "--deal", "deals", "--password", "s3cret"], 2],
  [["clickhouse://crm:s3cret@warehouse/sales"], 2],
] as const)("refuses a password and does not repeat it: %j", (words, code) => {
  const ended = salesbook(["metrics", ...words]);
  expect(ended.code).toBe(code);
  expect(ended.out + ended.err).not.toContain("s3cret");
  expect(ended.err).toMatch(/SALESBOOK_PASSWORD|is no file/);
}, 60_000);

it.each(["clickhouse", "postgres"])("ends with one sentence where no %s answers, and names no password", (scheme) => {
  const ended = salesbook(["build", "--source", `${scheme}://crm@127.0.0.1:9/sales`, "--deal", "deals", "-o", at("none.xlsx")], { env: { SALESBOOK_PASSWORD: "s3cret" } });
  expect([ended.code, ended.out]).toEqual([1, ""]);
  expect(ended.err.trim().split("\n")).toHaveLength(1);
  expect(ended.err).toMatch(/crm@127\.0\.0\.1:9\/sales refuses the connection.* Nothing was written\./);
  expect(ended.err).not.toContain("s3cret");
  expect(readdirSync(folder)).not.toContain("none.xlsx");
}, 60_000);

(process.platform === "win32" ? it.skip : it)("leaves what was there when the disk is full", () => {
  expect(salesbook(["rollup", deals, "-o", at("kept.json"), ...day]).code).toBe(0);
  expect(salesbook(["build", at("kept.json"), "-o", at("kept.xlsx"), "--sheets", "dashboard"]).code).toBe(0);
  const before = [readFileSync(at("kept.json")), readFileSync(at("kept.xlsx"))];
  const full = [salesbook(["rollup", deals, "-o", at("kept.json"), ...day], { blocks: 4 }), salesbook(["refresh", at("kept.xlsx"), at("kept.json")], { blocks: 4 })];
  for (const { code, err } of full) expect([code, err.includes("An existing file is unchanged.")]).toEqual([1, true]);
  expect([readFileSync(at("kept.json")).equals(before[0]!), readFileSync(at("kept.xlsx")).equals(before[1]!), drafts()]).toEqual([true, true, []]);
}, 120_000);
