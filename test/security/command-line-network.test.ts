// Nothing leaves the machine from the command line: every command, watched at Node's doors to the network and at the system's own.

import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { canTrace, watched } from "./command-line";

const samples = resolve(__dirname, "../../templates/samples");
const folder = mkdtempSync(join(tmpdir(), "salesbook-network-"));
const day = ["--as-of", "2026-11-23"];

/** One use of every command, each on what the ones before it made. */
const uses: readonly (readonly string[])[] = [
  ["inspect", "deals.csv", "--json"],
  ["metrics", "deals.csv", ...day],
  ["metrics", "parts", ...day],
  ["build", "deals.csv", "activity=activities.csv", "-o", "book.xlsx", "--sheets", "all", "--twins", "--print", ...day],
  ["build", "parts/*.parquet", "-o", "groups.xlsx", ...day],
  ["refresh", "book.xlsx", "deals.csv", ...day],
  ["rollup", "parts", "-o", "rollup.json", ...day],
  ["templates", "list"],
  ["templates", "write", "saas", "-o", "template.xlsx", ...day],
  ["templates", "save", "book.xlsx", "-o", "template.json"],
  ["metrics", "https://example.com/deals.csv"],
  ["metrics", "s3://bucket/deals.parquet"],
];

beforeAll(async () => {
  copyFileSync(join(samples, "hubspot-deals-en.csv"), join(folder, "deals.csv"));
  copyFileSync(join(samples, "hubspot-activities-en.csv"), join(folder, "activities.csv"));
  mkdirSync(join(folder, "parts"));
  const duck = await (await DuckDBInstance.create(":memory:")).connect();
  await duck.run(`copy (select * from read_csv('${join(folder, "deals.csv")}', all_varchar = true)) to '${join(folder, "parts", "deals.parquet")}' (format parquet)`);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

it.each(uses.map((words) => [words.join(" "), words] as const))("asks nothing of the network and starts no program: salesbook %s", (_, words) => {
  const ended = watched(words, { cwd: folder });
  expect({ code: ended.code, asked: ended.asked }).toEqual({ code: isOfNoUse(words) ? 2 : 0, asked: [] });
});

function isOfNoUse(words: readonly string[]): boolean {
  return words.some((word) => word.includes("://"));
}

it.each(["clickhouse", "postgres"])("sees a database that is asked for: %s", (scheme) => {
  const words = ["metrics", "--source", `${scheme}://crm@127.0.0.1:9/sales`, "--deal", "deals"];
  const { asked, err } = watched(words, { cwd: folder, env: { SALESBOOK_PASSWORD: "s3cret" } });
  expect(err).toMatch(/refuses the connection/);
  expect(asked.filter((line) => /^(connect|request)/.test(line)).length).toBeGreaterThan(0);
  if (canTrace) expect(asked.join("\n")).toContain('htons(9), sin_addr=inet_addr("127.0.0.1")');
});
