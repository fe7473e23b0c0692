// Where does a text go: into the cell, or into the table of texts that all cells share?

import type { CellValue } from "../../values";
import { declaration, namespaces, xmlString } from "./xml";

/** Texts used by several cells, numbered in the order they come. */
export interface SharedStrings {
  at(text: string): number;
  chunks(): Iterable<string>;
}

export function createSharedStrings(): SharedStrings {
  const ids = new Map<string, number>();
  let uses = 0;
  function at(text: string): number {
    uses += 1;
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, ids.size);
    return ids.size - 1;
  }
  function* chunks(): Iterable<string> {
    yield `${declaration}<sst xmlns="${namespaces.main}" count="${uses}" uniqueCount="${ids.size}">`;
    for (const text of ids.keys()) yield `<si>${xmlString(text)}</si>`;
    yield "</sst>";
  }
  return { at, chunks };
}

/** Whether a column says the same few texts again and again; names and notes would only fill memory. */
export function repeats(values: readonly CellValue[]): boolean {
  const sample = values.length > 2000 ? Array.from({ length: 2000 }, (_, at) => values[Math.floor((at * values.length) / 2000)]) : values;
  const texts = sample.filter((value) => typeof value === "string");
  return new Set(texts).size * 4 <= texts.length;
}
