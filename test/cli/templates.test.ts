// `salesbook templates`, as it is typed.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/cli/usage-error";
import { InputError } from "../../src/cli/input-error";
import { templates } from "../../src/cli/templates";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { remembered } from "../../src/sheets/remembered";
import { readyTemplateNames } from "../../src/sheets/template-names";
import { dayOf, type Day } from "../../src/values";

const folder = mkdtempSync(join(tmpdir(), "salesbook-templates-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const told: string[] = [];
const type = (...words: string[]) => templates(["templates", ...words], () => dayOf(2026, 11, 23) as Day, (line) => told.push(line));
const memoryOf = (path: string) => recallXlsx(new Uint8Array(readFileSync(path)), remembered);

it("lists the ready templates with what they are for", async () => {
  const listed = await type("list");
  expect(readyTemplateNames.filter((name) => !listed.includes(name))).toEqual([]);
  expect(await type("list", "--lang", "zh-CN")).toContain("制造企业");
});

it("writes one as a workbook, saves that as a template, and writes it again with the same content", async () => {
  expect(await type("write", "services", "-o", at("first.xlsx"))).toContain("first.xlsx");
  expect(await type("save", at("first.xlsx"), "-o", at("ours.json"), "--title", "Ours")).toContain("Goals (10)");
  await type("write", at("ours.json"), "-o", at("second.xlsx"));
  const [first, second] = [memoryOf(at("first.xlsx")), memoryOf(at("second.xlsx"))];
  expect(second.tables.get("Goals")?.rows).toEqual(first.tables.get("Goals")?.rows);
  expect(second.tables.get("Stages")?.rows).toEqual(first.tables.get("Stages")?.rows);
  expect(JSON.parse(readFileSync(at("ours.json"), "utf8"))).toMatchObject({ title: "Ours", name: "ours", salesbook: "template" });
}, 60_000);

it("saves over an older template, never over another file", async () => {
  await type("write", "services", "-o", at("plain.xlsx"));
  await type("save", at("plain.xlsx"), "-o", at("again.json"));
  await type("save", at("plain.xlsx"), "-o", at("again.json"));
  writeFileSync(at("package.json"), "{\"name\":\"mine\"}");
  await expect(type("save", at("plain.xlsx"), "-o", at("package.json"))).rejects.toThrow(InputError);
  expect(readFileSync(at("package.json"), "utf8")).toBe("{\"name\":\"mine\"}");
}, 60_000);

it("never writes over a workbook that is there", async () => {
  writeFileSync(at("mine.xlsx"), "mine");
  await expect(type("write", "saas", "-o", at("mine.xlsx"))).rejects.toThrow(InputError);
  expect(readFileSync(at("mine.xlsx"), "utf8")).toBe("mine");
});

it.each([
  ["no deed", [], UsageError, "templates list"],
  ["no output", ["write", "saas"], UsageError, "-o"],
  ["a title where none is kept", ["write", "saas", "-o", at("x.xlsx"), "--title", "Ours"], UsageError, "--title does nothing with templates write, only with templates save."],
  ["a place where nothing is written", ["list", "-o", at("x.xlsx")], UsageError, "-o does nothing with templates list, only with build, refresh, rollup, templates write, templates save."],
  ["an option twice", ["write", "saas", "-o", at("x.xlsx"), "-o", at("y.xlsx")], UsageError, "-o is given more than once"],
  ["a name where all are listed", ["list", "saas"], UsageError, "templates list"],
  ["a name that is none", ["write", "sass", "-o", at("x.xlsx")], UsageError, "saas, manufacturing"],
  ["a file that is not there", ["write", at("none.json"), "-o", at("x.xlsx")], InputError, "none.json"],
  ["a workbook that is not there", ["save", at("none.xlsx"), "-o", at("x.json")], InputError, "none.xlsx"],
  ["a template with another ending", ["save", at("none.xlsx"), "-o", at("x.txt")], UsageError, ".json"],
] as const)("says what to do for %s, and writes nothing", async (_, words, kind, part) => {
  const failed = await type(...words).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(kind);
  expect((failed as Error).message).toContain(part);
  expect([existsSync(at("x.xlsx")), existsSync(at("x.json"))]).toEqual([false, false]);
});
