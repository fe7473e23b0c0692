// What is written holds the user's data and nothing of the computer it was written on: no folder, no user, no machine.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { partsIn } from "../hosts/package";
import { salesbook } from "./command-line";

const samples = resolve(__dirname, "../../templates/samples");
const telling = mkdtempSync(join(tmpdir(), "secret-folder-"));
const home = join(telling, "home-of-jane.roe");
const here = join(telling, "merger with acme");
const env = { HOME: home, USERPROFILE: home, USER: "jane.roe", LOGNAME: "jane.roe", USERNAME: "jane.roe", HOSTNAME: "janes-laptop", COMPUTERNAME: "janes-laptop", SALESBOOK_PASSWORD: "s3cret-pass" };
/** What must be nowhere. */
const secrets = [basename(telling), "home-of-jane", "jane.roe", "janes-laptop", "merger with acme", "s3cret-pass", hostname(), tmpdir()];
const day = ["--as-of", "2026-11-23"];

beforeAll(() => {
  for (const folder of [home, here, join(here, "parts")]) mkdirSync(folder);
  copyFileSync(join(samples, "hubspot-deals-en.csv"), join(here, "deals.csv"));
  copyFileSync(join(samples, "hubspot-activities-en.csv"), join(here, "activities.csv"));
  const [header = "", ...rows] = readFileSync(join(samples, "hubspot-deals-en.csv"), "utf8").trimEnd().split("\n");
  // A row that is left out, so that something is said of the file.
  writeFileSync(join(here, "parts", "deals.csv"), [header, ...rows, rows[0]].join("\n"));
  writeFileSync(join(here, "deals.csv.gz"), gzipSync(readFileSync(join(here, "deals.csv"))));
});
afterAll(() => { rmSync(telling, { recursive: true }); });

it.each([
  ["a workbook of every sheet", "all.xlsx", ["build", join(here, "deals.csv"), `activity=${join(here, "activities.csv")}`, "-o", join(here, "all.xlsx"), "--sheets", "all", "--twins", ...day]],
  ["a workbook refreshed", "all.xlsx", ["refresh", join(here, "all.xlsx"), join(here, "deals.csv"), ...day]],
  ["a workbook of a folder", "folder.xlsx", ["build", join(here, "parts"), "-o", join(here, "folder.xlsx"), ...day]],
  ["a workbook of a pattern", "pattern.xlsx", ["build", join(here, "parts", "*.csv"), "-o", join(here, "pattern.xlsx"), ...day]],
  ["a workbook of a compressed file", "packed.xlsx", ["build", join(here, "deals.csv.gz"), "-o", join(here, "packed.xlsx"), ...day]],
  ["a rollup", "rollup.json", ["rollup", join(here, "parts"), "-o", join(here, "rollup.json"), ...day]],
  ["a workbook of a rollup", "rollup.xlsx", ["build", join(here, "rollup.json"), "-o", join(here, "rollup.xlsx")]],
  ["a template", "ours.json", ["templates", "save", join(here, "all.xlsx"), "-o", join(here, "ours.json")]],
  ["a workbook of a template", "ours.xlsx", ["templates", "write", join(here, "ours.json"), "-o", join(here, "ours.xlsx"), ...day]],
])("%s", (_, file, words) => {
  const { code, err } = salesbook(words, { cwd: here, env });
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  expect(tellingIn(join(here, file))).toEqual([]);
});

it("does not print where files lie either: --print", () => {
  const { out } = salesbook(["build", join(here, "deals.csv"), "-o", join(here, "printed.xlsx"), "--print", ...day], { cwd: here, env });
  expect(out).toContain("deals.csv");
  expect(secrets.filter((secret) => out.includes(secret))).toEqual([]);
});

/** Secrets, and in which part of the file they are. */
function tellingIn(path: string): readonly string[] {
  const bytes = new Uint8Array(readFileSync(path));
  const parts = path.endsWith(".xlsx") ? partsIn(bytes) : new Map([[path, new TextDecoder().decode(bytes)]]);
  expect(parts.size).toBeGreaterThan(path.endsWith(".xlsx") ? 8 : 0);
  return [...parts].flatMap(([part, text]) => secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase())).map((secret) => `${secret} in ${part}`));
}
