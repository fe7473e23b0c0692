// What was typed when a run of the add-in died: Excel saved it with the workbook, and it comes back with the memory.

import { memoryOfText } from "../../sheets/memory-text";
import type { Memory } from "../../sheets/memory";
import type { OpenBook } from "./open";
import type { Package } from "./package";
import { decodeXml, tags } from "./scan";

const namespace = "urn:salesbook:journal";

/** Whether the add-in keeps a part for itself: a journal, or how it left the sheets, which a new file is not bound by. */
export function isAddInPart(file: Package, path: string): boolean {
  return path.startsWith("customXml/") && /"urn:salesbook:\w+"/.test(file.text(path));
}

/** The memory a journal holds; null where there is none, or a piece of it is missing. */
export function journalIn({ file, relations }: OpenBook): Memory | null {
  const pieces = relations.filter(({ target }) => file.text(target).includes(`"${namespace}"`)).flatMap(({ target }) => [...tags(file.text(target), "part")]);
  const count = Number(pieces.at(-1)?.attributes.get("of") ?? 0);
  const texts = Array.from({ length: count }, (_, at) => pieces.find(({ attributes }) => Number(attributes.get("number")) === at && Number(attributes.get("of")) === count)?.inner);
  return count === 0 || texts.includes(undefined) ? null : memoryOfJournal(texts.map((text) => decodeXml(text ?? "")).join(""));
}

function memoryOfJournal(text: string): Memory | null {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null && "memory" in said ? memoryOfText(JSON.stringify(said.memory)) : null;
  } catch {
    return null;
  }
}
