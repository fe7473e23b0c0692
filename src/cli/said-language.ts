// Which language do the words of a command line name, before they are understood?

import { languages, type Language } from "../text/language";

/** The language after `--lang`; English where none is named. */
export function saidLanguage(words: readonly string[]): Language {
  return languages.find((language) => words.some((word, at) => word === `--lang=${language}` || (word === "--lang" && words[at + 1] === language))) ?? "en";
}
