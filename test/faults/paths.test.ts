// Paths as they come: of every script, through pipes and links, from Windows and macOS.

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deals, place } from "./program";

const { at, salesbook } = place();
const asOf = ["--as-of", "2026-11-23"];
const onUnix = process.platform === "win32" ? it.skip : it;
const text = readFileSync(deals, "utf8");
/** What is found in a file, its name aside. */
const found = (path: string) => salesbook(["inspect", path, "--json"]).out.replace(/"path": ".*"/g, "").replace(/"(file|name)": ".*\.csv"/g, "");

onUnix.each([
  ["spaces and quotes", `it's "ours"  now`], ["Chinese", "客户 商机"], ["an emoji", "deals 😀"], ["macOS's two signs for é", "Re\u0301union"], ["a leading dash in a folder", "-folder-"],
  ["signs of a pattern", "deals [1] {a}"], ["a backslash", "C:\\Users\\deals"], ["a line end", "two\nlines"],
])("reads and writes where the name has %s", (_, name) => {
  mkdirSync(at(name));
  copyFileSync(deals, join(at(name), `${name}.csv`));
  const book = join(at(name), `${name}.xlsx`);
  expect(salesbook(["build", join(at(name), `${name}.csv`), "-o", book, "--sheets", "dashboard", ...asOf])).toMatchObject({ code: 0 });
  expect(salesbook(["refresh", book, join(at(name), `${name}.csv`), ...asOf])).toMatchObject({ code: 0 });
});

it("reads a file without an ending, and through a folder that is a link", () => {
  mkdirSync(at("real"));
  copyFileSync(deals, at("real/deals"));
  symlinkSync(at("real"), at("linked"), "junction");
  for (const path of ["real/deals", "linked/deals"]) expect(salesbook(["inspect", path])).toMatchObject({ code: 0, out: expect.stringContaining("240 kept") });
});

it.each([["Windows", "\r\n"], ["old Mac", "\r"], ["both", "\r\n|\n"]])("reads the same records whatever ends a line: %s", (_, end) => {
  const lines = text.trimEnd().split(/\r?\n/);
  const [first, second] = end.split("|") as [string, string?];
  writeFileSync(at("ends.csv"), lines.map((line, number) => line + (second && number % 2 ? second : first)).join(""));
  writeFileSync(at("plain.csv"), lines.join("\n"));
  expect(found("ends.csv")).toBe(found("plain.csv"));
});

onUnix("reads what is piped in", () => {
  expect(salesbook(["inspect", "/dev/stdin"], { env: { EXPORT: deals }, shell: `cat "$EXPORT" | "$@"` })).toMatchObject({ code: 0, out: expect.stringContaining("240 kept") });
  expect(salesbook(["inspect", "/dev/stdin"], { shell: `"$@" < /dev/null` })).toMatchObject({ code: 1, err: "/dev/stdin is empty. Export it again, with its header row.\n" });
});

onUnix("says that a rollup that is piped in, or has another name, must be a file that ends in .json", () => {
  expect(salesbook(["rollup", deals, "-o", "rollup.json", ...asOf]).code).toBe(0);
  copyFileSync(at("rollup.json"), at("rollup.json.txt"));
  expect(spawnSync("mkfifo", [at("piped.json")]).status).toBe(0);
  const said = (path: string) => ({ code: 1, err: `${path} is a rollup. Save it in a file whose name ends in .json, and name that.\n` });
  expect(salesbook(["metrics", "rollup.json.txt"])).toMatchObject(said("rollup.json.txt"));
  expect(salesbook(["metrics", "piped.json"], { shell: `cat rollup.json > piped.json & "$@"` })).toMatchObject(said("piped.json"));
});

onUnix("does not wait for ever for a pipe in the workbook's place", () => {
  expect(spawnSync("mkfifo", [at("pipe.xlsx")]).status).toBe(0);
  for (const words of [["build", deals, "-o", "pipe.xlsx"], ["refresh", "pipe.xlsx", deals]]) {
    expect(salesbook([...words, ...asOf])).toMatchObject({ code: 1, err: "pipe.xlsx could not be opened: it is a pipe or a device, not a file.\n" });
  }
});

it.each([
  ["an export in the workbook's place", "taken.xlsx", "was not made by Salesbook"], ["a folder in its place", "folder.xlsx", "it is a folder"], ["no folder", "no/where.xlsx", "there is no such folder"], ["a file for a folder", "taken.xlsx/book.xlsx", "there is no such folder"],
])("says it and writes nothing where there is %s", (_, path, said) => {
  copyFileSync(deals, at("taken.xlsx"));
  mkdirSync(at("folder.xlsx"), { recursive: true });
  expect(salesbook(["build", deals, "-o", path, ...asOf])).toMatchObject({ code: 1, out: "", err: expect.stringContaining(said) });
  expect([readFileSync(at("taken.xlsx"), "utf8") === text, existsSync(at("no"))]).toEqual([true, false]);
});

onUnix("says that a link leads back to itself", () => {
  symlinkSync(at("one.csv"), at("other.csv"));
  symlinkSync(at("other.csv"), at("one.csv"));
  expect(salesbook(["inspect", "one.csv"])).toMatchObject({ code: 1, err: "one.csv could not be opened: it is a link that leads back to itself.\n" });
});

it("names a header of a sentence's length, however many columns there are", () => {
  writeFileSync(at("wide.csv"), `${Array.from({ length: 5000 }, (_, number) => `Column ${number} ${"x".repeat(500)}`).join(",")}\n`);
  const { code, err } = salesbook(["inspect", "wide.csv"]);
  expect([code, err.length < 600]).toEqual([1, true]);
});
