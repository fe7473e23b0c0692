import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "salesbook-gone-"));
const quoted = (...path: readonly string[]) => JSON.stringify(join(...path));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Runs lines in a process of its own, within a folder of its own, and gives the signal that ended it and what is left in the folder. */
async function after(name: string, linesFor: (place: string) => string): Promise<{ signal: unknown; left: readonly string[] }> {
  const place = join(folder, name);
  mkdirSync(place);
  const script = join(folder, `${name}.ts`);
  writeFileSync(script, linesFor(place));
  const signal = await new Promise((settle) => execFile(process.execPath, ["--import", "tsx", script], { cwd: resolve(".") }, (error) => settle(error?.signal ?? null)));
  return { signal, left: readdirSync(place) };
}

const endInTheMiddle = (signal: string) => `process.kill(process.pid, ${JSON.stringify(signal)}); await new Promise((later) => setTimeout(later, 60_000));`;

it("leaves the workbook that was there and no draft when it is ended in the middle of writing", async () => {
  expect(await after("book", (place) => `
    import { writeFileSync } from "node:fs";
    import { saveXlsx } from ${quoted(resolve("src/hosts/xlsx/node"))};
    import { samplePlan } from ${quoted(resolve("test/hosts/plans"))};
    writeFileSync(${quoted(place, "book.xlsx")}, "old");
    void saveXlsx(${quoted(place, "book.xlsx")}, samplePlan(), { deflate: async () => { ${endInTheMiddle("SIGINT")} return { crc: 0, packed: 0, size: 0 }; } });
  `)).toEqual({ signal: "SIGINT", left: ["book.xlsx"] });
}, 60_000);

it("removes what is not finished, and leaves what is", async () => {
  expect(await after("two", (place) => `
    import { mkdirSync, writeFileSync } from "node:fs";
    import { goneAtEnd } from ${quoted(resolve("src/disk/gone-at-end"))};
    for (const name of ["whole", "half"]) writeFileSync(${quoted(place)} + "/" + name, name);
    mkdirSync(${quoted(place, "folder", "within")}, { recursive: true });
    const forget = goneAtEnd(${quoted(place, "whole")});
    goneAtEnd(${quoted(place, "half")});
    goneAtEnd(${quoted(place, "folder")});
    forget();
    void (async () => { ${endInTheMiddle("SIGTERM")} })();
  `)).toEqual({ signal: "SIGTERM", left: ["whole"] });
}, 60_000);
