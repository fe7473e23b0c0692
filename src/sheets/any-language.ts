// A workbook may have been written in the other language: its headers and words are known in either.

import { wholeTextIn, type WholeText } from "../text/whole";
import { languages } from "../text/language";
import type { CellValue } from "../values";
import type { RememberedTable } from "./memory";

type Words<Key extends string> = (text: WholeText) => Readonly<Record<Key, string>>;

/** The key of a word in any language, without regard to case. */
export function keyOfWord<Key extends string>(value: CellValue | undefined, words: Words<Key>): Key | null {
  if (typeof value !== "string") return null;
  for (const language of languages) {
    const found = (Object.entries(words(wholeTextIn(language))) as [Key, string][]).find(([, word]) => isSame(word, value));
    if (found) return found[0];
  }
  return null;
}

/** The word in the language of `text` for one in any language; what is no such word stays as it is. */
export function translated<Key extends string>(value: CellValue, words: Words<Key>, text: WholeText): CellValue {
  const key = keyOfWord(value, words);
  return key === null ? value : words(text)[key];
}

/** A remembered table read by the keys of its headers, in the language that most of them are in. */
export interface ReadTable<Key extends string> {
  readonly rows: readonly (readonly CellValue[])[];
  /** A row's value under a header; null where the table has no such column. */
  value(row: readonly CellValue[], key: Key): CellValue;
}

export function readTable<Key extends string>(table: RememberedTable | undefined, headers: Words<Key>): ReadTable<Key> {
  const columns = (table?.columns ?? []).map((name) => name.toLowerCase());
  const choices = languages.map((language) => headers(wholeTextIn(language)));
  const fit = (names: Readonly<Record<Key, string>>) => Object.values<string>(names).filter((name) => columns.includes(name.toLowerCase())).length;
  const ours = choices.reduce((best, one) => (fit(one) > fit(best) ? one : best));
  return {
    rows: table?.rows ?? [],
    value: (row, key) => row[columns.indexOf(ours[key].toLowerCase())] ?? null,
  };
}

/** Whether the user typed something in any of these cells. */
export function isTyped(value: CellValue): boolean {
  return value !== null && String(value).trim() !== "";
}

/** The name, with a number where it is taken (`taken` in lower case), cut to so many characters. */
export function freeName(name: string, taken: ReadonlySet<string>, longest = 255): string {
  for (let count = 1; ; count += 1) {
    const number = count === 1 ? "" : ` ${count}`;
    const tried = name.slice(0, longest - number.length) + number;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

function isSame(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
