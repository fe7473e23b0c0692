// What was typed, in the workbook before anything is written over it: if a run dies, the next one offers it back.

import { memoryOfText, memoryText } from "../../sheets/memory-text";
import type { BookState } from "../live";
import type { ReadBook } from "./read";
import { bytesOf, costs, operation, type Operation } from "./request";
import { textOfParts, xmlParts } from "./xml-part";

export const journalNamespace = "urn:salesbook:journal";

export type Journal = NonNullable<BookState["left"]>;

/** Characters of a part; as UTF-8 they may be three times as many bytes. */
const longest = 240_000;

/** A part that was added; its id is known once it is sent. */
interface Written {
  readonly operations: readonly Operation[];
  ids(): readonly string[];
}

/** Adds parts with what was typed. */
export function writeJournal({ memory, day }: Journal): Written {
  return writeParts(xmlParts(journalNamespace, `{"day":${JSON.stringify(day)},"memory":${memoryText(memory)}}`, longest));
}

/** Adds parts to the workbook; sent twice, the last counts. */
export function writeParts(xmls: readonly string[]): Written {
  const added: Excel.CustomXmlPart[] = [];
  return {
    operations: xmls.map((xml, at) => operation(costs.object * 2 + bytesOf(xml), (context) => {
      added[at] = context.workbook.customXmlParts.add(xml).load("id");
    })),
    ids: () => added.map(({ id }) => id),
  };
}

/** The journal a run that died left; null where none did. */
export function journalIn({ journals }: Pick<ReadBook, "journals">): Journal | null {
  try {
    const said = JSON.parse(textOfParts(journals.map(({ xml }) => xml)) ?? "null") as { day: string; memory: unknown } | null;
    const memory = said && memoryOfText(JSON.stringify(said.memory));
    return memory ? { memory, day: String(said.day) } : null;
  } catch {
    return null;
  }
}

/** Removes parts by their ids. */
export function dropParts(ids: readonly string[]): readonly Operation[] {
  return ids.map((id) => operation(costs.object * 2, (context) => context.workbook.customXmlParts.getItem(id).delete()));
}
