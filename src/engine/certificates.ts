// Which certificates are trusted besides those that every program trusts?

import { readFileSync } from "node:fs";
import { EngineProblem } from "./engine";
import { detailOf } from "./failure";
import type { Address } from "./source";

/** The file that the address names. Throws an EngineProblem where it cannot be read. */
export function certificatesOf({ ca, place }: Address): Buffer {
  try {
    return readFileSync(ca ?? "");
  } catch (error) {
    throw new EngineProblem("tls", place, detailOf(error, null));
  }
}
