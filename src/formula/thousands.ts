// A large number in a sentence, with the reader's own thousands separators.

import { rounded } from "./sentence";
import { call, type Term } from "./term";

/** `FIXED(n,digits)`: unlike TEXT it needs no pattern, which each locale spells its own way. */
export function groupedText(term: Term<number>, digits = 0): Term<string> {
  const shown = rounded(term, digits);
  return call(`FIXED(${shown.text},${digits})`, shown.value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }), shown);
}
