// Deal states for the tests, by hand and at random.

import fc from "fast-check";
import type { DealState } from "../../src/metrics/deal-state";
import type { FunnelStage } from "../../src/metrics/model";
import { dayOfIso, type Day } from "../../src/values";

export const pipeline: readonly FunnelStage[] = [
  { stage: "Lead", outcome: "open" }, { stage: "Proposal", outcome: "open" }, { stage: "Contract", outcome: "open" },
  { stage: "Won", outcome: "won" }, { stage: "Lost", outcome: "lost" },
];

export function day(iso: string): Day {
  const found = dayOfIso(iso);
  if (found === null) throw new Error(`no such day: ${iso}`);
  return found;
}

/** An open deal in the first stage but for what is said. */
export function state(id: string, said: Partial<DealState> = {}): DealState {
  return { id, name: `Deal ${id}`, stage: "Lead", outcome: "open", amount: 100, currency: null, due: null, closed: null, owner: "Ann", probability: null, stageSince: null, created: null, ...said };
}

export function byKey(...states: readonly DealState[]): ReadonlyMap<string, DealState> {
  return new Map(states.map((one) => [one.id, one]));
}

/** Up to a dozen deals with keys from a small set; whole amounts, so that sums are exact. */
export const anyDeals: fc.Arbitrary<ReadonlyMap<string, DealState>> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(..."ABCDEFGHIJKL"),
      stage: fc.constantFrom("Lead", "Proposal", "Contract", "Elsewhere", null),
      outcome: fc.constantFrom("open", "won", "lost"),
      amount: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      currency: fc.constantFrom("USD", "EUR", "XXX", null),
      due: fc.option(fc.integer({ min: 46_000, max: 46_400 }).map((value) => value as Day)),
      owner: fc.constantFrom("Ann", "Bo", null),
      probability: fc.option(fc.constantFrom(0, 0.5, 1)),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((made) => byKey(...made.map(({ id, ...said }) => state(id, said as Partial<DealState>))));
