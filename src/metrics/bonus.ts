// What bonus do attainment, satisfaction and process figures earn?

import { add, choose, compare, literal, multiply, subtract, type Term } from "../formula/term";

/** Shares of the bonus; the article's are 60 %, 20 % and 20 %. */
export interface BonusWeights {
  readonly attainment: Term<number>;
  readonly satisfaction: Term<number>;
  readonly process: Term<number>;
}

/** Shares of attainment, satisfaction and process. Source: the article, challenge 3. */
export const articleWeights: readonly [number, number, number] = [0.6, 0.2, 0.2];

/** Limits of the attainment that counts; null where there is none. */
export interface BonusLimits {
  /** Below it the attainment counts as 0. */
  readonly floor: Term<number> | null;
  /** No more than it counts, after acceleration. */
  readonly cap: Term<number> | null;
  /** What each point above 100 % counts. */
  readonly accelerator: Term<number> | null;
  /** The attainment above which the accelerator works; 100 % where absent. */
  readonly acceleratesFrom?: Term<number>;
}

/** Base × (Σ weight × figure), figures as ratios. Source: the article, challenge 3: 60 % attainment + 20 % satisfaction + 20 % process. */
export function bonus(base: Term<number>, attainment: Term<number>, satisfaction: Term<number>, process: Term<number>, weights: BonusWeights, limits: BonusLimits): Term<number> {
  const counted = countedAttainment(attainment, limits);
  return multiply(base, add(multiply(weights.attainment, counted), multiply(weights.satisfaction, satisfaction), multiply(weights.process, process)));
}

/** The attainment that counts: nothing below the floor, accelerated above 100 %, no more than the cap. */
function countedAttainment(attainment: Term<number>, { floor, cap, accelerator, acceleratesFrom = literal(1) }: BonusLimits): Term<number> {
  const above = multiply(subtract(attainment, acceleratesFrom), accelerator ?? literal(1));
  const faster = accelerator ? choose(compare(attainment, ">", acceleratesFrom), add(acceleratesFrom, above), attainment) : attainment;
  // MIN would take the least of a whole column at once.
  const capped = cap ? choose(compare(faster, ">", cap), cap, faster) : faster;
  return floor ? choose(compare(attainment, "<", floor), literal(0), capped) : capped;
}
