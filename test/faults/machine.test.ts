// A machine with an old Node, little memory or few files that may be open.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { deals, place } from "./program";

const { at, drafts, salesbook } = place();
const asOf = ["--as-of", "2026-11-23"];
const onUnix = process.platform === "win32" ? it.skip : it;

it.each(["18.20.4", "20.18.3"])("says which Node it needs to Node %s", (version) => {
  expect(salesbook(["inspect", deals], { env: { NODE_IS: version } })).toMatchObject({ code: 1, out: "", err: `Salesbook needs Node.js 20.19 or newer; this is ${version}. Install it from nodejs.org.\n` });
});

it("says what to do before its memory runs out, and writes nothing then", () => {
  const [header = "", ...rows] = readFileSync(deals, "utf8").split("\n").slice(0, 241);
  writeFileSync(at("large.csv"), [header, ...Array.from({ length: 240 }, (_, time) => rows.map((row) => row.replace(" - ", ` - ${time} `))).flat()].join("\n"));
  const { code, err } = salesbook(["build", "large.csv", "-o", "large.xlsx", ...asOf], { node: ["--max-old-space-size=30"] });
  expect([code === 0, existsSync(at("large.xlsx")), drafts()]).toEqual([false, false, []]);
  expect(err).toMatch(/^These files may need more memory than Node.js allows \(\d+ MB\)\. If it ends with “heap out of memory”, nothing is written; set NODE_OPTIONS=--max-old-space-size=1024 and run it again\.\n/);
  expect(salesbook(["inspect", deals]).err).toBe("");
});

onUnix("builds with thirty files open at most", () => {
  expect(salesbook(["build", deals, "-o", "few.xlsx", ...asOf], { shell: `ulimit -n 30; exec "$@"` })).toMatchObject({ code: 0 });
});
