// What was typed when a run of the add-in died: Excel saved it with the workbook, and it comes back with the memory.

import { journalNamespace, journalOfParts } from "../../sheets/journal";
import type { Memory } from "../../sheets/memory";
import type { OpenBook } from "./open";
import type { Package } from "./package";

/** Whether the add-in keeps a part for itself: a journal, or how it left the sheets, which a new file is not bound by. */
export function isAddInPart(file: Package, path: string): boolean {
  return path.startsWith("customXml/") && /"urn:salesbook:\w+"/.test(file.text(path));
}

/** The memory a journal holds; null where there is none, or a piece of it is missing. */
export function journalIn({ file, relations }: OpenBook): Memory | null {
  const parts = relations.filter(({ kind }) => kind === "customXml").map(({ target }) => file.text(target)).filter((xml) => xml.includes(`"${journalNamespace}"`));
  return journalOfParts(parts)?.memory ?? null;
}
