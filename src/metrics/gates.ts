// Which entry and exit criteria of the stages does a deal miss?

import { outcomeOfWord, stageKey } from "../crm/outcome";
import { Refusal, shown } from "./refusal";
import { reader, readIn, saysNothing, type Place, type RuleRow } from "./rules/reading";
import type { FieldTest } from "./rules/score";

/** What a deal must show to enter a stage or to leave it. */
export interface GateCriterion extends Omit<FieldTest, "isOneOf"> {
  readonly stage: string;
  readonly gate: "entry" | "exit";
}

/** Criteria a deal must have met to be where it is, and exit criteria of its own stage that are still to be met. */
interface GateCheck<C extends GateCriterion> {
  readonly missed: readonly C[];
  readonly next: readonly C[];
}

/**
 * A deal in a stage must meet the entry criteria up to that stage and the exit criteria of all stages before it; a won deal
 * all. Null for a lost deal. A stage that is neither in the criteria nor an outcome is refused with those of the criteria. Stages stand in the order in
 * which the criteria first name them.
 */
export function gateCheck<C extends GateCriterion>(criteria: readonly C[], stage: Place): (deal: RuleRow) => GateCheck<C> | null {
  const order = new Map([...new Set(criteria.map(keyOf))].map((key, place) => [key, place]));
  const placed = criteria.map((criterion) => ({ criterion, place: order.get(keyOf(criterion))! }));
  const placeOf = reader<number>((cell) => {
    const outcome = outcomeOfWord(String(cell));
    return order.get(stageKey(String(cell))) ?? (outcome === "won" ? Infinity : outcome === "lost" ? LOST : NaN);
  });
  return (deal) => {
    const cell = deal[stage.column];
    if (saysNothing(cell)) throw new Refusal("blank-in", { column: stage.heading });
    const here = readIn(deal, stage, placeOf);
    if (here === LOST) return null;
    if (Number.isNaN(here)) throw new Refusal("no-word", { column: stage.heading, found: shown(cell), expected: `criteria: ${[...new Set(criteria.map((one) => one.stage))].join(", ")}` });
    const missed: C[] = [];
    const next: C[] = [];
    for (const { criterion, place } of placed) {
      if (place <= here && !readIn(deal, criterion, criterion.test)) (place < here || criterion.gate === "entry" ? missed : next).push(criterion);
    }
    return { missed, next };
  };
}

const LOST = -1;

function keyOf({ stage }: GateCriterion): string {
  return stageKey(stage);
}
