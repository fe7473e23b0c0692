// What was typed, as text parts a workbook carries until a run is done: if the run dies, the next one offers it back.

import type { Memory } from "./memory";
import { memoryOfText, memoryText } from "./memory-text";
import { textOfParts, xmlParts } from "./xml-part";

export const journalNamespace = "urn:salesbook:journal";

export interface Journal {
  readonly memory: Memory;
  /** When it was written, as `2026-11-23`. */
  readonly day: string;
}

/** Characters of a part; as UTF-8 they may be three times as many bytes. */
const longest = 240_000;

/** The XML of its parts. */
export function journalParts({ memory, day }: Journal): readonly string[] {
  return xmlParts(journalNamespace, `{"day":${JSON.stringify(day)},"memory":${memoryText(memory)}}`, longest);
}

/** The journal in parts of its namespace; null where there is none, or a piece of it is missing. */
export function journalOfParts(parts: readonly string[]): Journal | null {
  try {
    const said = JSON.parse(textOfParts(parts) ?? "null") as { day: string; memory: unknown } | null;
    const memory = said && memoryOfText(JSON.stringify(said.memory));
    return memory ? { memory, day: String(said.day) } : null;
  } catch {
    return null;
  }
}
