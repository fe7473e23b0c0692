// Below which pace is a goal at risk or off track?

import { reference, type Term } from "../../formula/term";
import type { Memory } from "../memory";

/** Cells of Setup, by name: what was typed, else 0.9 and 0.7 of the pace the time calls for. */
export function goalLimits(memory: Memory): { readonly atRisk: Term<number>; readonly offTrack: Term<number> } {
  return { atRisk: limit("AtRiskBelow", 0.9, memory), offTrack: limit("OffTrackBelow", 0.7, memory) };
}

function limit(name: string, otherwise: number, memory: Memory): Term<number> {
  const typed = memory.inputs.get(name);
  return reference(name, typeof typed === "number" && typed > 0 ? typed : otherwise);
}
