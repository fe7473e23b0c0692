// A workbook that is bytes: the file is made anew from a plan that holds what was typed in the old one.

import { emptyMemory } from "../../sheets/memory";
import type { WorkbookHost } from "../host";
import { carry } from "./carry";
import { recallXlsx } from "./recall";
import type { Refusal } from "./refusals";
import { writeXlsx, type XlsxOptions } from "./write";

/** What may become of the user's own things that cannot go into the new file. */
export interface Carrying {
  /** They stay behind; else a render throws CannotCarry. */
  readonly mayDrop?: boolean;
  /** Told what stayed behind. */
  readonly leave?: (left: readonly Refusal[]) => void;
}

/** `before` is the file as it was, null for a new one; `keep` gets the new one whole. */
export function xlsxHost(before: Uint8Array | null, keep: (bytes: Uint8Array) => void | Promise<void>, options: XlsxOptions & Carrying = {}): WorkbookHost {
  return {
    recall: async (remembered) => (before ? recallXlsx(before, remembered) : emptyMemory),
    async render(plan, { progress } = {}) {
      const kept = before ? carry(before, plan, options.mayDrop) : null;
      if (kept) options.leave?.(kept.left);
      await keep(await writeXlsx(kept?.plan ?? plan, { ...options, ...(progress ? { progress } : {}), ...(kept ? { carried: kept.carried } : {}) }));
    },
  };
}
