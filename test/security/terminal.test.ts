// What an export holds does not steer the terminal it is told on.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { salesbook } from "./command-line";

const folder = mkdtempSync(join(tmpdir(), "salesbook-terminal-"));
const escape = "\u001b[31mtitle\u0007\u009b2J";
const rows = Array.from({ length: 12 }, (_, at) => `D${at},Deal ${at}${escape},Ann${escape},${at % 2 ? "Closed Won" : "Prospecting"},n/a${escape}${at},2026-01-0${1 + (at % 9)},2026-02-01,${escape}`);

beforeAll(() => writeFileSync(join(folder, "deals.csv"), [`Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date,More${escape}`, ...rows].join("\n")));
afterAll(() => { rmSync(folder, { recursive: true }); });

it.each([["inspect"], ["inspect", "--json"], ["metrics"], ["metrics", "--json"], ["build", "-o", "book.xlsx", "--print"], ["metrics", `no${escape}.csv`]])("%s %s %s", (command, ...options) => {
  const { out, err } = salesbook([command, "deals.csv", ...options, ...(command === "inspect" ? [] : ["--as-of", "2026-11-23"])], { cwd: folder });
  expect(out + err).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/);
  if (options.includes("--json")) expect(JSON.stringify(JSON.parse(out))).not.toContain("\\\\u00");
  if (command === "inspect" && options.length === 0) expect(out).toContain("\\u001b[31mtitle\\u0007\\u009b2J");
});
