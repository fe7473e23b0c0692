// Which stages of the deals count as won, lost and open? Seen, a wrong one is found before the figures are.

import type { Outcome } from "../crm/objects/deal";
import { importsOf, type Import } from "../sheets/data/import";

/** Names of stages by what they count as; of statuses where these decide; null where neither tells, or nothing is a deal. */
export function stageOutcomes(read: Import): Readonly<Record<Outcome, readonly string[]>> | null {
  const [deals] = importsOf([read], "deal");
  if (!deals) return null;
  const { stage, status, outcome } = deals.reading.columns;
  return byOutcome(stage, outcome) ?? byOutcome(status, outcome);
}

/** Null where a word is there with two outcomes, or there is none. */
function byOutcome(words: readonly (string | null)[], outcomes: readonly Outcome[]): Readonly<Record<Outcome, readonly string[]>> | null {
  const known = new Map<string, Outcome>();
  for (const [at, word] of words.entries()) {
    const outcome = outcomes[at];
    if (word === null || outcome === undefined) continue;
    if ((known.get(word) ?? outcome) !== outcome) return null;
    known.set(word, outcome);
  }
  if (known.size === 0) return null;
  const names = (wanted: Outcome) => [...known].filter(([, outcome]) => outcome === wanted).map(([word]) => word);
  return { won: names("won"), lost: names("lost"), open: names("open") };
}
