// The Maven deals as they stood in the middle of the data, then all of them: what changed, against a count of the raw lines.

import { readFileSync } from "node:fs";
import type { ChangeKind } from "../../src/metrics/changes";
import { emptyMemory } from "../../src/sheets/memory";
import { describeWithShared, sharedData } from "../shared-data";
import { changesOf, inputOf, refreshed } from "./refreshing";
import { standing } from "./standing";

const middle = "2017-06-30";

describeWithShared("the second half of the Maven deals", () => {
  const lines = readFileSync(sharedData("maven_crm/sales_pipeline.csv") ?? "", "utf8").replaceAll("\r", "").trimEnd().split("\n");
  const [header = "", ...rows] = lines;

  it("is told as an independent count of the raw lines tells it", async () => {
    const memory = await refreshed([header, ...rows.flatMap((row) => standing(row, middle))].join("\n"), middle, emptyMemory);
    const changes = changesOf(inputOf(lines.join("\n"), "2017-12-31", memory))?.changes;
    if (!changes) throw new Error("nothing to compare with");
    const found = Object.fromEntries(Object.entries(changes.kinds).filter(([, { count }]) => count > 0));
    // Counted by awk: there = ($6=="" || $6<="2017-06-30"), closed later = ($7>"2017-06-30"); no deal has an amount before it closes.
    const counted: Partial<Record<ChangeKind, { count: number; amount: number }>> = {
      new: { count: 3935, amount: 4_343_301 }, increased: { count: 609, amount: 1_441_450 }, won: { count: 2453, amount: 5_784_751 }, lost: { count: 1579, amount: 0 },
    };
    expect(found).toEqual(counted);
    expect(changes.open).toEqual({ before: { count: 2186, amount: 0 }, after: { count: 2089, amount: 0 } });
    expect(2186 + 3935 - 2453 - 1579).toBe(2089);
  });

  it("agrees with a recount of the lines by day", () => {
    const cells = rows.map((row) => row.split(","));
    const closedLater = (stage: string) => cells.filter(([, , , , is, , closed]) => is === stage && closed! > middle);
    expect(closedLater("Won")).toHaveLength(2453);
    expect(closedLater("Won").reduce((sum, cell) => sum + Number(cell[7]), 0)).toBe(5_784_751);
    expect(closedLater("Lost")).toHaveLength(1579);
    expect(cells.filter(([, , , , , engaged]) => engaged! > middle)).toHaveLength(3935);
  });
});
