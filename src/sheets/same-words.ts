// Which words of ours say the same in another language, headers and choices alike?

import { wholeTextIn, type WholeText } from "../text/whole";
import { languages } from "../text/language";

/** What a word of ours in any language (in any case) may be in one language; several where it stands for several things, none where it is not ours. */
export type SameWords = (word: string) => readonly string[];

/** The words of all languages by what they are in the language of `text`. */
export function sameWords(text: WholeText): SameWords {
  const known = made.get(text) ?? wordsInto(text);
  made.set(text, known);
  return (word) => known.get(keyOf(word)) ?? [];
}

const made = new WeakMap<WholeText, ReadonlyMap<string, readonly string[]>>();

function wordsInto(text: WholeText): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const language of languages) if (wholeTextIn(language) !== text) collect(wholeTextIn(language), text, words);
  return words;
}

function collect(from: unknown, to: unknown, words: Map<string, string[]>): void {
  if (typeof from === "string" && typeof to === "string") {
    add(from, to, words);
    add(withoutBrackets(from), withoutBrackets(to), words);
  } else if (typeof from === "object" && from !== null && typeof to === "object" && to !== null) {
    const there = new Map<string, unknown>(Object.entries(to));
    for (const [key, one] of Object.entries(from)) collect(one, there.get(key), words);
  }
}

function add(from: string, to: string, words: Map<string, string[]>): void {
  const key = keyOf(from);
  const known = words.get(key) ?? [];
  if (key !== "" && !known.includes(to)) words.set(key, [...known, to]);
}

/** A header is a field's label without its brackets. */
function withoutBrackets(text: string): string {
  return text.replace(/\s*[(（].*$/, "");
}

function keyOf(word: string): string {
  return word.trim().toLowerCase();
}
