// Whatever happens while a workbook is written: the old one is whole, nothing is left beside it, and one sentence says what to do.

import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { deals, place } from "./program";

const { at, drafts, salesbook } = place();
const asOf = ["--as-of", "2026-11-23"];
const refresh = ["refresh", "book.xlsx", deals, ...asOf];
const onUnix = process.platform === "win32" ? it.skip : it;

beforeAll(() => {
  expect(salesbook(["build", deals, "-o", "first.xlsx", "--sheets", "dashboard", ...asOf])).toMatchObject({ code: 0 });
});
beforeEach(() => { copyFileSync(at("first.xlsx"), at("book.xlsx")); });

const isUnchanged = (name = "book.xlsx") => readFileSync(at(name)).equals(readFileSync(at("first.xlsx")));

it.each([
  ["the disk is full", { call: "open", ends: ".tmp", code: "ENOSPC" }, "the disk is full; make room and try again"],
  ["the folder is read-only", { call: "open", ends: ".tmp", code: "EACCES" }, "its folder is read-only; choose another with -o"],
  ["too many files are open", { call: "open", ends: ".tmp", code: "EMFILE" }, "too many files are open"],
  ["Excel on Windows has the workbook open", { call: "open", ends: "book.xlsx", flags: "r+", code: "EBUSY" }, "it is open in another program; close it there and try again"],
  ["Excel on Windows opened the workbook meanwhile", { call: "rename", ends: ".tmp", code: "EPERM" }, "it is read-only, or open in another program; close it there, or write to another name with -o"],
  ["the drive is gone", { call: "rename", ends: ".tmp", code: "EIO" }, "the disk or the network does not answer (EIO)"],
] as const)("says in one sentence that %s", (_, fault, said) => {
  const { code, out, err } = salesbook(refresh, { faults: [fault] });
  expect([code, out, err.trim().split("\n").length, isUnchanged(), drafts()]).toEqual([1, "", 1, true, []]);
  expect(err).toContain(`book.xlsx could not be written: ${said}`);
  expect(err).toContain("An existing file is unchanged.");
});

it.each([
  ["refresh", refresh, "readFile", "book.xlsx"],
  ["an export", ["inspect", "open.csv"], "readFile", "open.csv"],
  ["an export in JSON", ["refresh", "book.xlsx", "open.json"], "open", "open.json"],
] as const)("says that another program on Windows has open what is read: %s", (_, words, call, name) => {
  copyFileSync(deals, at("open.csv"));
  writeFileSync(at("open.json"), "[]");
  expect(salesbook(words, { faults: [{ call, ends: name, code: "EBUSY" }] })).toMatchObject({ code: 1, out: "", err: `${name} could not be opened: it is open in another program; close it there and try again.\n` });
});

it.each(["~$book.xlsx", ".~lock.book.xlsx#"])("writes over no workbook that is open by the sign of %s", (lock) => {
  writeFileSync(at(lock), "somebody");
  const { code, err } = salesbook(refresh);
  const named = salesbook(["inspect", lock]).err;
  rmSync(at(lock));
  expect([code, isUnchanged(), named]).toEqual([1, true, `${lock} only says that book.xlsx is open in another program. Name book.xlsx instead.\n`]);
  expect(err).toContain(`save and close it there and try again, or delete ${lock} if nobody has it open`);
});

onUnix("leaves the old workbook whole when it is killed, and the next run removes what is left", () => {
  expect(salesbook(refresh, { faults: [{ call: "rename", ends: ".tmp", signal: "SIGKILL" }] }).signal).toBe("SIGKILL");
  expect([isUnchanged(), drafts().length]).toEqual([true, 1]);
  expect([salesbook(refresh).code, drafts()]).toEqual([0, []]);
});

onUnix.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves nothing half when %s ends it in the middle", (signal) => {
  expect(salesbook(refresh, { faults: [{ call: "rename", ends: ".tmp", signal }] }).signal).toBe(signal);
  expect([isUnchanged(), drafts()]).toEqual([true, []]);
});

it("does not write over what another run or program wrote while it ran", () => {
  const { code, err } = salesbook(refresh, { faults: [{ call: "open", ends: ".tmp", writes: at("book.xlsx") }] });
  expect([code, readFileSync(at("book.xlsx"), "utf8"), drafts()]).toEqual([1, "somebody else's", []]);
  expect(err).toContain("another run or program has written it in the meantime; run the command again");
});

it("does not write over a new file of the same name that came while it ran", () => {
  const { code } = salesbook(["templates", "write", "saas", "-o", "new.xlsx", ...asOf], { faults: [{ call: "open", ends: ".tmp", writes: at("new.xlsx") }] });
  expect([code, readFileSync(at("new.xlsx"), "utf8")]).toEqual([1, "somebody else's"]);
});

onUnix.each([
  ["templates save", ["templates", "save", "first.xlsx", "-o", "full.json"]],
  ["rollup", ["rollup", deals, "-o", "full.json", ...asOf]],
  ["build", ["build", deals, "-o", "full.xlsx", ...asOf]],
])("leaves no part of a file on a full disk: %s", (_, words) => {
  const { code, err } = salesbook(words, { shell: `ulimit -f 1; trap '' XFSZ; exec "$@"` });
  expect([code, existsSync(at("full.json")), existsSync(at("full.xlsx")), drafts()]).toEqual([1, false, false, []]);
  expect(err).toContain("the disk is full; make room and try again");
});

onUnix("lets a link be a link, be there a workbook behind it or not yet", () => {
  mkdirSync(at("real"), { recursive: true });
  symlinkSync("real/behind.xlsx", at("link.xlsx"));
  for (const command of ["build", "build"]) expect(salesbook([command, deals, "-o", "link.xlsx", "--sheets", "dashboard", ...asOf]).code).toBe(0);
  expect([lstatSync(at("link.xlsx")).isSymbolicLink(), lstatSync(at("real/behind.xlsx")).isFile()]).toEqual([true, true]);
});

onUnix("lets nobody read the new workbook who could not read the old one", () => {
  chmodSync(at("book.xlsx"), 0o600);
  expect([salesbook(refresh).code, statSync(at("book.xlsx")).mode & 0o777]).toEqual([0, 0o600]);
});

it.each([["a".repeat(250)], ["客".repeat(83)]])("writes a workbook of the longest name a disk takes", (name) => {
  expect(salesbook(["templates", "write", "saas", "-o", `${name.slice(0, process.platform === "win32" ? 80 : 250)}.xlsx`, ...asOf]).code).toBe(0);
});

it("says that a name is too long", () => {
  expect(salesbook(["build", deals, "-o", `${"a".repeat(300)}.xlsx`, ...asOf])).toMatchObject({ code: 1, err: expect.stringMatching(process.platform === "win32" ? /could not be written/ : /its name is too long/) });
});
