import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inUtf8 } from "../../../src/engine/files/rewrite";

const onLinux = process.platform === "linux" ? it : it.skip;
let folder = "";

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "salesbook-test-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onLinux("a packed file, whose beginning tells its encoding, does not stay open", async () => {
  const packed = join(folder, "deals.csv.gz");
  writeFileSync(packed, gzipSync(`Stage,Amount\n${randomBytes(1_500_000).toString("hex")}`));
  const before = readdirSync("/proc/self/fd").length;
  for (let time = 0; time < 5; time++) await inUtf8(packed, join(folder, "unpacked.txt"));
  expect(readdirSync("/proc/self/fd").length).toBe(before);
});

it("a packed file that cannot be read is an error to catch", async () => {
  await expect(inUtf8(join(folder, "gone.csv.gz"), join(folder, "unpacked.txt"))).rejects.toMatchObject({ code: "ENOENT" });
});
