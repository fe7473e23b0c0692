// Words an argument may be: a code, or what people call it in English or Chinese.

import { Refusal, shown, textOf } from "../../metrics/refusal";
import type { Cells } from "./cells";
import { grid, single, type Grid, type ReadCell } from "./grid";

/** The other spellings of each code, parted by commas; the code itself is always one. */
export type Spellings<C extends string> = Readonly<Record<C, string>>;

/** Texts as they are, trimmed; numbers and flags as Excel shows them. */
export function words(name: string, cells: Cells): Grid<string> {
  return grid(name, cells, (cell) => textOf(cell).trim());
}

/** A word of a list in every cell. */
export function choices<C extends string>(name: string, cells: Cells, spellings: Spellings<C>): Grid<C> {
  return grid(name, cells, readChoice(spellings));
}

/** A word of a list in a single cell; `fallback` where it was left out. */
export function choice<C extends string, F>(name: string, cells: Cells, spellings: Spellings<C>, fallback: F): C | F {
  return single(choices(name, cells, spellings), fallback);
}

/** TRUE or FALSE in a single cell, in Excel's or people's words; FALSE where it was left out. */
export function flag(name: string, cells: Cells): boolean {
  return choice(name, cells, { yes: "true,1,y,是,真", no: "false,0,n,否,假" }, "no") === "yes";
}

/** The code a cell says. */
export function readChoice<C extends string>(spellings: Spellings<C>): ReadCell<C> {
  const codes = Object.keys(spellings) as C[];
  const known = new Map(codes.flatMap((code) => `${code},${spellings[code]}`.split(",").map((word): [string, C] => [wordKey(word), code])));
  return (cell, at) => known.get(wordKey(String(cell))) ?? new Refusal("no-word", { ...at, found: shown(cell), expected: codes.join(", ") });
}

/** Case, spaces, hyphens and underscores say nothing. */
function wordKey(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/[\s_-]/g, "");
}
