// A workbook that is bytes: the file is made anew from a plan that holds what was typed in the old one.

import { emptyMemory } from "../../sheets/memory";
import type { WorkbookHost } from "../host";
import { recallXlsx } from "./recall";
import { writeXlsx, type XlsxOptions } from "./write";

/** `before` is the file as it was, null for a new one; `keep` gets the new one whole. */
export function xlsxHost(before: Uint8Array | null, keep: (bytes: Uint8Array) => void | Promise<void>, options: XlsxOptions = {}): WorkbookHost {
  return {
    recall: async (remembered) => (before ? recallXlsx(before, remembered) : emptyMemory),
    render: async (plan, { progress } = {}) => keep(await writeXlsx(plan, { ...options, ...(progress ? { progress } : {}) })),
  };
}
