// Is a deal won, lost or open, by its stage, status and flags?

import type { Outcome } from "./objects/deal";
import { outcomeOfWord, type WordOutcome } from "./outcome";
import { isDefaultOpenStage } from "./pipelines";

/** What an export says of one deal's end. */
interface OutcomeEvidence {
  readonly stage: string | null;
  readonly status: string | null;
  readonly isWon: boolean | null;
  readonly isClosed: boolean | null;
  readonly probability: number | null;
  readonly hasWonDay: boolean;
  readonly hasLostDay: boolean;
}

/** The outcome, whether something else in the row contradicts it, and whether nothing said how it ended. */
export interface OutcomeFound {
  readonly outcome: Outcome;
  readonly isContradicted: boolean;
  readonly isUnknown: boolean;
}

/**
 * A stage that says won or lost decides. An open stage can stand beside a status that says won or lost (the stage a
 * deal got to); a flag overrules a stage only where nobody knows that stage.
 */
export function outcomeOf(evidence: OutcomeEvidence): OutcomeFound {
  const stage = wordOf(evidence.stage);
  const status = wordOf(evidence.status);
  const flags = byFlags(evidence);
  if (stage === "won" || stage === "lost") return found(stage, contradicts(status, stage) || contradicts(flags, stage) || (stage === "won" && evidence.isWon === false));
  if (status === "won" || status === "lost") return found(status, contradicts(flags, status));
  const isOpenStage = stage === "open" || (evidence.stage !== null && isDefaultOpenStage(evidence.stage));
  if (isOpenStage) return found("open", flags === "won" || flags === "lost" || evidence.isClosed === true);
  if (flags === "won" || flags === "lost") return found(flags, false);
  if (status === "open") return found("open", evidence.isClosed === true);
  if (evidence.stage === null && evidence.status === null && flags === null && evidence.hasWonDay !== evidence.hasLostDay) return found(evidence.hasWonDay ? "won" : "lost", false);
  const isOver = stage === "closed" || status === "closed" || evidence.isClosed === true;
  if (!isOver) return found("open", false);
  if (evidence.probability === 1 || (evidence.hasWonDay && !evidence.hasLostDay)) return found("won", false);
  if (evidence.probability === 0 || evidence.hasLostDay) return found("lost", false);
  return { outcome: "open", isContradicted: false, isUnknown: true };
}

function wordOf(word: string | null): WordOutcome {
  return word === null ? null : outcomeOfWord(word);
}

function byFlags({ isWon, isClosed }: OutcomeEvidence): Outcome | null {
  if (isWon === true) return "won";
  if (isWon === false && isClosed === true) return "lost";
  return isClosed === false ? "open" : null;
}

function contradicts(said: WordOutcome, outcome: Outcome): boolean {
  return said !== null && said !== "closed" && said !== outcome;
}

function found(outcome: Outcome, isContradicted: boolean): OutcomeFound {
  return { outcome, isContradicted, isUnknown: false };
}
