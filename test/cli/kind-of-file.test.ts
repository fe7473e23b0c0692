import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kindOfFile } from "../../src/cli/kind-of-file";

const folder = mkdtempSync(join(tmpdir(), "salesbook-kinds-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** The kind of a file with this content, where a sheet held ten rows. */
async function kindOf(name: string, content: string | Uint8Array): Promise<string> {
  writeFileSync(join(folder, name), content);
  return kindOfFile(join(folder, name), 10);
}

const lines = (count: number, end = "\n") => Array.from({ length: count }, (_, row) => `Deal ${row},${row}`).join(end) + end;

it.each([
  ["deals.parquet", "engine", "PAR1"], ["deals.ndjson", "engine", "{}"], ["deals.csv.gz", "engine", "\u001f\u008b"], ["deals.json", "engine", '[{"Amount":1}]'],
  ["rollup.json", "rollup", '{"salesbook":"rollup","version":1'], ["template.json", "engine", '{"salesbook":"template"}'], ["deals.xlsx", "rows", lines(99)],
])("%s is for the %s", async (name, kind, content) => {
  expect(await kindOf(name, content)).toBe(kind);
});

it("counts the lines of a text that could be too long, its header among them", async () => {
  expect([await kindOf("ten.csv", lines(11)), await kindOf("eleven.csv", lines(12)), await kindOf("mac.tsv", lines(12, "\r")), await kindOf("windows.txt", lines(12, "\r\n"))]).toEqual(["rows", "long", "long", "long"]);
});

it("counts lines of UTF-16, where a feed is half of many a sign", async () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
  expect([await kindOf("few.csv", utf16("上".repeat(60) + "\n")), await kindOf("many.csv", utf16(lines(12)))]).toEqual(["rows", "long"]);
});

it("leaves folders and patterns to the engine, and a path to nothing to the reader of rows, who says so", async () => {
  mkdirSync(join(folder, "deals"), { recursive: true });
  writeFileSync(join(folder, "deals [2026].csv"), lines(2));
  const kinds = ["deals", "deals/*.csv", "deals [2026].csv", "none.csv", "none.parquet"].map((name) => kindOfFile(join(folder, name)));
  expect(await Promise.all(kinds)).toEqual(["engine", "engine", "rows", "rows", "rows"]);
});
