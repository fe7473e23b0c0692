import { remoteWork, WorkerMissing } from "../../src/taskpane/remote";
import { attempt } from "../../src/taskpane/attempt";
import { sayTrouble } from "../../src/taskpane/says";
import type { SessionEvent } from "../../src/taskpane/session";
import { textIn } from "../../src/text/language";

/** A worker that takes calls and never answers by itself. */
function silentWorker() {
  const worker = { postMessage: jest.fn(), onmessage: null, onerror: null } as unknown as Worker & { onerror: (event: { message?: string }) => void };
  return { worker, work: remoteWork(() => worker) };
}

it("ends what waits and what comes after when its worker could not be loaded", async () => {
  const { worker, work } = silentWorker();
  const waiting = work.readTemplate("{}");
  worker.onerror({});
  await expect(waiting).rejects.toThrow(WorkerMissing);
  await expect(work.readTemplate("{}")).rejects.toThrow(WorkerMissing);
});

it("goes on after an error within its worker", async () => {
  const { worker, work } = silentWorker();
  const waiting = work.readTemplate("{}");
  worker.onerror({ message: "out of memory" });
  await expect(waiting).rejects.toThrow("out of memory");
  void work.readTemplate("{}");
  expect(worker.postMessage).toHaveBeenCalledTimes(2);
});

it("says in a sentence that workers are not allowed", async () => {
  const work = remoteWork(() => { throw new Error("SecurityError"); });
  const told: SessionEvent[] = [];
  await attempt((event) => told.push(event), async () => { await work.readTemplate("{}"); return null; });
  const [event] = told;
  expect(event?.type === "failed" && sayTrouble(event.trouble, textIn("en"))).toBe("A part of Salesbook could not be loaded. Check the connection, then close Salesbook and open it again.");
});
