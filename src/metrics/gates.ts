// Which entry and exit criteria of the stages does a deal miss?

import { outcomeOfWord, stageKey } from "../crm/outcome";
import { Refusal } from "./refusal";
import { refusalOf, type FieldTest, type RuleRow } from "./rules/score";

export type Gate = "entry" | "exit";

export interface GateCriterion extends FieldTest {
  readonly stage: string;
  readonly gate: Gate;
}

/** Criteria with the place of their stage; stages stand in the order in which the criteria first name them. */
export interface Gates<C extends GateCriterion> {
  readonly placed: readonly { readonly criterion: C; readonly place: number }[];
  /** Where a stage stands: beyond all where it is won, null where it is unknown. */
  readonly placeOf: (stage: string) => number | "lost" | null;
}

export interface GateCheck<C extends GateCriterion> {
  /** Criteria a deal must have met to be where it is. */
  readonly missed: readonly C[];
  /** Exit criteria of its own stage that are still to be met. */
  readonly next: readonly C[];
}

export function gatesOf<C extends GateCriterion>(criteria: readonly C[]): Gates<C> {
  const keys = criteria.map(({ stage }) => stageKey(stage));
  const order = new Map([...new Set(keys)].map((key, place) => [key, place]));
  const known = new Map<string, number | "lost" | null>();
  return {
    placed: criteria.map((criterion, at) => ({ criterion, place: order.get(keys[at]!)! })),
    placeOf(stage) {
      let place = known.get(stage);
      if (place === undefined) known.set(stage, (place = placeIn(order, stage)));
      return place;
    },
  };
}

/**
 * A deal in a stage must meet the entry criteria up to that stage and the exit criteria of all stages before it; a won deal
 * all. Null for a lost deal. A stage that is neither in the criteria nor an outcome is refused.
 */
export function checkGates<C extends GateCriterion>(deal: RuleRow, stage: string, { placed, placeOf }: Gates<C>, at: { readonly argument: string; readonly row: number }): GateCheck<C> | null | Refusal {
  const here = placeOf(stage);
  if (here === "lost") return null;
  if (here === null) return new Refusal("unknown-stage", { ...at, found: stage });
  const missed: C[] = [];
  const next: C[] = [];
  for (const { criterion, place } of placed) {
    const isDue = place < here || (place === here && criterion.gate === "entry");
    if (!isDue && place !== here) continue;
    const verdict = criterion.test(deal[criterion.column]);
    if (typeof verdict !== "boolean") return refusalOf(verdict, criterion, deal, at);
    if (!verdict) (isDue ? missed : next).push(criterion);
  }
  return { missed, next };
}

function placeIn(order: ReadonlyMap<string, number>, stage: string): number | "lost" | null {
  const place = order.get(stageKey(stage));
  if (place !== undefined) return place;
  const outcome = outcomeOfWord(stage);
  return outcome === "won" ? Infinity : outcome === "lost" ? "lost" : null;
}
