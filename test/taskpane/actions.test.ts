// What the pane does with the tables brought in.

import { actionsOf } from "../../src/taskpane/actions";
import { createWork } from "../../src/taskpane/core";
import { newSession, nextSession, type Session, type SessionEvent } from "../../src/taskpane/session";
import type { Imported, Work } from "../../src/taskpane/work";
import { exportedText } from "../e2e/export";
import { pasted, today } from "./made";

/** A pane whose corrections come back when the test says so, in the order it says. */
function pane() {
  const held: (() => void)[] = [];
  const real = createWork();
  const work: Work = { ...real, correct: async (id, correction) => {
    const table = await real.correct(id, correction);
    await new Promise<void>((done) => held.push(done));
    return table;
  } };
  let session: Session = newSession("en", today);
  const actions = actionsOf(work, (event: SessionEvent) => { session = nextSession(session, event); });
  return { actions, held, tables: () => session.tables };
}

async function withTables(count: number) {
  const one = pane();
  for (let at = 0; at < count; at += 1) await one.actions.open(Promise.resolve([pasted(exportedText)]));
  return one;
}

function ownerOf(table: Imported | undefined) {
  return table?.columns.find(({ header }) => header === "Colleague")?.why?.kind;
}

it("shows how each of two tables is read once both are corrected, one right after the other", async () => {
  const { actions, held, tables } = await withTables(2);
  const [first, second] = tables() as [Imported, Imported];
  const corrections = [actions.mapColumn(first, "Colleague", "owner"), actions.mapColumn(second, "Colleague", "team")];
  await until(() => held.length === 2);
  for (const answer of held) answer();
  await Promise.all(corrections);
  expect(tables().map(ownerOf)).toEqual(["said", "said"]);
});

it("shows the last of two corrections of one table, whichever answer comes last", async () => {
  const { actions, held, tables } = await withTables(1);
  const [table] = tables() as [Imported];
  const corrections = [actions.mapColumn(table, "Colleague", "owner"), actions.mapColumn(table, "Colleague", "team")];
  await until(() => held.length === 2);
  for (const answer of held.reverse()) answer();
  await Promise.all(corrections);
  expect(tables()[0]?.mapping).toMatchObject({ team: "Colleague" });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next));
}
