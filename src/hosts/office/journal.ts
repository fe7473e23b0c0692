// What was typed, in the workbook before anything is written over it: if a run dies, the next one offers it back.

import { journalOfParts, journalParts, type Journal } from "../../sheets/journal";
import type { Memory } from "../../sheets/memory";
import { isoOf, localDay } from "../../values";
import type { ReadBook } from "./read";
import { bytesOf, costs, operation, type Operation } from "./request";

/** A part that was added; its id is known once it is sent. */
interface Written {
  readonly operations: readonly Operation[];
  ids(): readonly string[];
}

/** Adds parts with what was typed, as of today. */
export function writeJournal(memory: Memory): Written {
  const day = localDay(new Date());
  return writeParts(journalParts({ memory, day: day === null ? "" : isoOf(day) }));
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
  return journalOfParts(journals.map(({ xml }) => xml));
}

/** Removes parts by their ids. */
export function dropParts(ids: readonly string[]): readonly Operation[] {
  return ids.map((id) => operation(costs.object * 2, (context) => context.workbook.customXmlParts.getItem(id).delete()));
}
