// Where does a text go: into the cell, or into the table of texts that all cells share?

import type { CellValue } from "../../values";
import { itemText } from "./scan";
import { declaration, namespaces, xmlString } from "./xml";

/** Texts used by several cells, numbered in the order they come. */
export interface SharedStrings {
  at(text: string): number;
  /** An item as another file writes it, between its tags: its runs and their looks stay. */
  item(inner: string): number;
  chunks(): Iterable<string>;
}

export function createSharedStrings(): SharedStrings {
  const ids = new Map<string, number>();
  const items = new Map<string, number>();
  let uses = 0;
  function numbered(known: Map<string, number>, key: string): number {
    uses += 1;
    const id = known.get(key);
    if (id !== undefined) return id;
    const next = ids.size + items.size;
    known.set(key, next);
    return next;
  }
  const at = (text: string) => numbered(ids, text);
  const item = (inner: string) => (plainItem.test(inner) ? at(itemText(inner)) : numbered(items, inner));
  function* chunks(): Iterable<string> {
    yield `${declaration}<sst xmlns="${namespaces.main}" count="${uses}" uniqueCount="${ids.size + items.size}">`;
    yield* inOrder(ids, items);
    yield "</sst>";
  }
  return { at, item, chunks };
}

const plainItem = /^\s*<t(?:\s[^>]*)?>[^<]*<\/t>\s*$/;

/** Items of another file come among ours in the order of their numbers. */
function* inOrder(texts: ReadonlyMap<string, number>, items: ReadonlyMap<string, number>): Iterable<string> {
  const others = [...items];
  let next = 0;
  for (const [text, id] of texts) {
    for (; (others[next]?.[1] ?? Infinity) < id; next++) yield `<si>${others[next]?.[0] ?? ""}</si>`;
    yield `<si>${xmlString(text)}</si>`;
  }
  for (const [inner] of others.slice(next)) yield `<si>${inner}</si>`;
}

/** Whether a column says the same few texts again and again; names and notes would only fill memory. */
export function repeats(values: readonly CellValue[]): boolean {
  const sample = values.length > 2000 ? Array.from({ length: 2000 }, (_, at) => values[Math.floor((at * values.length) / 2000)]) : values;
  const texts = sample.filter((value) => typeof value === "string");
  return new Set(texts).size * 4 <= texts.length;
}
