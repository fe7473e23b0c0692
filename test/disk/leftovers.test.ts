import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeLeftovers, unfinishedName } from "../../src/disk/leftovers";

const folder = mkdtempSync(join(tmpdir(), "salesbook-leftovers-"));
afterAll(() => { rmSync(folder, { recursive: true }); });

it("removes what a dead process of this computer left, and nothing else", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const ofDead = unfinishedName("files").replace(/\d+$/, String(pid));
  const stay = [`${unfinishedName("files")}-own`, `salesbook-files-0123abcd-${pid}`, unfinishedName("other").replace(/\d+$/, String(pid)), "salesbook-files.csv"];
  for (const name of [...stay, `${ofDead}.tmp`]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, `${ofDead}-XyZ`, "within"), { recursive: true });
  removeLeftovers(folder, "files");
  expect(readdirSync(folder).sort()).toEqual([...stay].sort());
});

it("is content with a folder that is not there", () => {
  expect(() => removeLeftovers(join(folder, "none"), "files")).not.toThrow();
});
