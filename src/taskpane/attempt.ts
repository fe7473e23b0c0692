// How does the session hear of what was tried? What went well is an event, what did not is trouble.

import type { Dispatch } from "react";
import { HostError } from "../hosts/live";
import { WorkerMissing } from "./remote";
import { RollupTrouble } from "./rollup-trouble";
import type { SessionEvent, Trouble } from "./session";

export type Tell = Dispatch<SessionEvent>;

/** Does it and tells the event it gives; never throws. `trouble` is the event that tells what went wrong. */
export async function attempt(tell: Tell, doing: () => Promise<SessionEvent | null>, trouble: "failed" | "notBuilt" = "failed"): Promise<void> {
  try {
    const event = await doing();
    if (event) tell(event);
  } catch (error) {
    tell({ type: trouble, trouble: troubleOf(error) });
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof HostError) return { kind: "excel", troubles: error.troubles };
  if (error instanceof RollupTrouble) return { kind: "rollup", rollup: error.rollup };
  if (error instanceof WorkerMissing) return { kind: "no-worker" };
  return { kind: "unexpected", said: error instanceof Error ? error.message : String(error) };
}
