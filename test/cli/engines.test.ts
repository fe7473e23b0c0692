import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realEngines } from "../../src/cli/engines";

it("stops a statement over files when its time is over, and tells how far it is read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-engines-"));
  const path = join(folder, "deals.csv");
  writeFileSync(path, "Opportunity ID,Stage,Amount\n1,Closed Won,5.25\n");
  const engine = await realEngines.files(path, {}, { seconds: 0.3, progress: () => undefined });
  try {
    await engine.table(path);
    await expect(engine.rows({ sql: "select count(*) from range(10000000) a(i), range(10000000) b(i) where a.i * b.i % 7 = 1", parameters: [] }, 1)).rejects.toMatchObject({ name: "EngineProblem", kind: "time-out", place: path });
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}, 30_000);
