// Which custom functions does someone look for? Used by the pane and by the list of the help pages.

/** What a search looks into, in the language shown and in the other one. */
export interface Searchable {
  readonly id: string;
  /** As typed, with the names of its parameters. */
  readonly syntax: string;
  readonly description: string;
  readonly keywords: string;
  /** Syntax, description and keywords in the other language. */
  readonly also: string;
}

/** A function in the list of the pane. */
export interface FunctionEntry extends Searchable {
  /** Address of its help page from where the pane lies. */
  readonly helpUrl: string;
  /** A formula that works as it stands, or with the cells its help page shows. */
  readonly example: string;
}

/** The functions every word of the query fits, best first; all of them in their order where nothing is asked. */
export function searchFunctions<E extends Searchable>(list: readonly E[], query: string): readonly E[] {
  const wanted = wordsOf(query.normalize("NFKC").replace(/^\s*=?\s*sales\./i, ""));
  if (wanted.length === 0) return list;
  const scored = list.map((entry) => ({ entry, score: scoreOf(entry, wanted) })).filter(({ score }) => score > 0);
  return scored.sort((one, other) => other.score - one.score).map(({ entry }) => entry);
}

/** 0 where a word fits nowhere. */
function scoreOf(entry: Searchable, wanted: readonly string[]): number {
  const id = entry.id.toLowerCase();
  const places = [`${entry.keywords} ${parametersOf(entry.syntax)}`, entry.description, entry.also].map(wordsOf);
  const scores = wanted.map((word) => Math.max(inId(id, word), ...places.map((words, at) => inWords(words, word) * (3 - at))));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function parametersOf(syntax: string): string {
  return syntax.slice(syntax.indexOf("(") + 1);
}

function inId(id: string, word: string): number {
  if (id === word) return 100;
  if (id.startsWith(word)) return 60;
  return word.length > 1 && id.includes(word) ? 40 : 0;
}

/** 4 for the word itself, 3 for its beginning, 1 where a Chinese word stands in pieces of two characters: 客户价值 in 客户终身价值. */
function inWords(words: readonly string[], word: string): number {
  if (han.test(word)) {
    if (words.some((one) => one.includes(word))) return 3;
    const pieces = word.match(/.{1,2}/gu) ?? [];
    return pieces.length > 1 && pieces.every((piece) => words.some((one) => one.includes(piece))) ? 1 : 0;
  }
  const singular = word.length > 3 ? word.replace(/s$/, "") : word;
  if (words.includes(word) || words.includes(singular)) return 4;
  return words.some((one) => one.startsWith(singular)) ? 3 : 0;
}

/** Words in lower case; runs of Chinese apart from Latin ones, `revenuePerPeriod` as three words. */
function wordsOf(text: string): readonly string[] {
  return text.normalize("NFKC").replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
}

const han = /\p{Script=Han}/u;
