// Which stages does the pipeline have, in which order, and how likely is a deal in each to be won?

import type { Deal, Outcome } from "./objects/deal";
import type { StageMove } from "./objects/stage-move";
import { leadingNumber, outcomeOfWord } from "./outcome";
import { isDefaultOpenStage, pipelineOf, placeOf, type DefaultStage } from "./pipelines";
import { crms, type Crm, type Reading, type StageGuess } from "./reading";
import { hasHan } from "./traditional";

/** The stages of the deals and their history: open ones in the pipeline's order, then won, then lost. */
export function guessStages(deals: Reading<Deal>, crm: Crm, moves?: Reading<StageMove>): StageGuess[] {
  const seen = [...gather(deals, moves).values()];
  const outcomes = new Map(seen.map((stage) => [stage, outcomeOfStage(stage, deals)]));
  const pipeline = bestPipeline(crm, seen);
  const isChinese = seen.some(({ name }) => hasHan(name));
  const inOrder = (outcome: Outcome): Seen[] => ordered(seen.filter((stage) => outcomes.get(stage) === outcome), pipeline, moves);
  return (["open", "won", "lost"] as const).flatMap((outcome) => {
    const found = inOrder(outcome).map((stage) => ({ stage: stage.name, outcome, probability: probabilityOf(stage, outcome, pipeline) }));
    return found.length > 0 || seen.length === 0 || outcome === "open" ? found : [ending(outcome, pipeline, isChinese)];
  });
}

/** The end that no deal has come to yet, as the pipeline calls it, in the language of the stages. */
function ending(outcome: "won" | "lost", pipeline: readonly DefaultStage[], isChinese: boolean): StageGuess {
  const names = pipeline.find((stage) => stage.outcome === outcome)?.names ?? [];
  const named = names.find((name) => hasHan(name) === isChinese);
  const stage = named ?? (isChinese ? { won: "赢单", lost: "输单" } : { won: "Closed Won", lost: "Closed Lost" })[outcome];
  return { stage, outcome, probability: outcome === "won" ? 1 : 0 };
}

/** A stage with what the deals in it say. */
interface Seen {
  readonly name: string;
  readonly first: number;
  readonly deals: Record<Outcome, number>;
  probabilities: number;
  probability: number;
}

function gather(deals: Reading<Deal>, moves: Reading<StageMove> | undefined): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const see = (name: string | null): Seen | null => {
    if (name === null) return null;
    let stage = seen.get(name);
    if (!stage) seen.set(name, (stage = { name, first: seen.size, deals: { open: 0, won: 0, lost: 0 }, probabilities: 0, probability: 0 }));
    return stage;
  };
  const { stage, outcome } = deals.columns;
  const records = (at: number): number => deals.groups?.records[at] ?? 1;
  const probability = deals.groups ? deals.groups.measures["probability"]?.sum ?? [] : deals.columns.probability;
  for (let at = 0; at < deals.count; at++) {
    const found = see(stage[at]!);
    if (!found) continue;
    found.deals[outcome[at]!] += records(at);
    const chance = probability[at] ?? null;
    if (chance === null || outcome[at] !== "open") continue;
    found.probabilities += deals.groups ? deals.groups.measures["probability"]!.known[at]! : 1;
    found.probability += chance;
  }
  for (let at = 0; moves && at < moves.count; at++) {
    see(moves.columns.from[at]!);
    see(moves.columns.to[at]!);
  }
  return seen;
}

function outcomeOfStage({ name, deals }: Seen, reading: Reading<Deal>): Outcome {
  const word = outcomeOfWord(name);
  if (word === "won" || word === "lost" || word === "open") return word;
  if (isDefaultOpenStage(name) || reading.columns.status.some((status) => status !== null)) return "open";
  // No status beside the stage: where all deals of a stage are over, the stage is what ended them.
  if (deals.open > 0 || deals.won + deals.lost === 0) return "open";
  return deals.won >= deals.lost ? "won" : "lost";
}

/** The default pipeline that knows most of the stages; the CRM's own on a tie. */
function bestPipeline(crm: Crm, seen: readonly Seen[]): readonly DefaultStage[] {
  const own = pipelineOf(crm);
  const known = (pipeline: readonly DefaultStage[]): number => seen.filter(({ name }) => placeOf(name, pipeline) >= 0).length;
  return crms.map(pipelineOf).reduce((best, pipeline) => (known(pipeline) > known(best) ? pipeline : best), own);
}

/** By leading numbers, else by the default pipeline, else by the history, else by probability, else as they first appear. */
function ordered(stages: readonly Seen[], pipeline: readonly DefaultStage[], moves: Reading<StageMove> | undefined): Seen[] {
  const numbered = rank(stages, ({ name }) => leadingNumber(name));
  if (numbered) return numbered;
  const delivered = rank(stages, ({ name }) => (placeOf(name, pipeline) < 0 ? null : placeOf(name, pipeline)));
  if (delivered) return delivered;
  const positions = moves ? meanPositions(moves) : new Map<string, number>();
  const moved = rank(stages, ({ name }) => positions.get(name) ?? null);
  if (moved) return moved;
  return rank(stages, ({ probabilities, probability }) => (probabilities === 0 ? null : probability / probabilities)) ?? [...stages].sort((left, right) => left.first - right.first);
}

/** Sorted when most stages have a place; the others come where their probability fits, else last. Null when too few have one. */
function rank(stages: readonly Seen[], place: (stage: Seen) => number | null): Seen[] | null {
  const placed = stages.filter((stage) => place(stage) !== null).sort((left, right) => place(left)! - place(right)! || left.first - right.first);
  if (placed.length < 2 || placed.length * 2 <= stages.length) return null;
  const sorted = [...placed];
  for (const stage of stages) {
    if (place(stage) !== null) continue;
    const chance = meanProbability(stage);
    const at = chance === null ? -1 : sorted.findIndex((other) => (meanProbability(other) ?? -1) > chance);
    sorted.splice(at < 0 ? sorted.length : at, 0, stage);
  }
  return sorted;
}

/** How far into a deal's history each stage comes on average: 0 is first, 1 is last. */
function meanPositions(moves: Reading<StageMove>): Map<string, number> {
  const { dealId, deal, to, from, on } = moves.columns;
  const histories = new Map<string, { stage: string; on: number }[]>();
  for (let at = 0; at < moves.count; at++) {
    const key = dealId[at] ?? deal[at];
    if (key === null || key === undefined || to[at] === null) continue;
    let history = histories.get(key);
    if (!history) histories.set(key, (history = from[at] === null ? [] : [{ stage: from[at]!, on: -1 }]));
    history.push({ stage: to[at]!, on: on[at] ?? 0 });
  }
  const sums = new Map<string, { sum: number; count: number }>();
  for (const history of histories.values()) {
    if (history.length < 2) continue;
    history.sort((left, right) => left.on - right.on);
    history.forEach(({ stage }, place) => {
      const known = sums.get(stage) ?? { sum: 0, count: 0 };
      sums.set(stage, { sum: known.sum + place / (history.length - 1), count: known.count + 1 });
    });
  }
  return new Map([...sums].map(([stage, { sum, count }]) => [stage, sum / count]));
}

function meanProbability({ probabilities, probability }: Seen): number | null {
  return probabilities === 0 ? null : Number((probability / probabilities).toPrecision(6));
}

function probabilityOf(stage: Seen, outcome: Outcome, pipeline: readonly DefaultStage[]): number | null {
  if (outcome !== "open") return outcome === "won" ? 1 : 0;
  return meanProbability(stage) ?? pipeline[placeOf(stage.name, pipeline)]?.probability ?? null;
}
