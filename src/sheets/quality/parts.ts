// What the blocks of the sheet share.

import { call, literalText, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { grid, show, type Block, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { qualitySetting } from "./inputs";
import { sectionOf } from "../headings";

/** Columns of the sheet; a title or note spans all. */
export const width = 12;
export const section = sectionOf(width);

export type Words = SheetContext["text"]["quality"];

export interface QualityParts {
  readonly context: SheetContext;
  readonly words: Words;
  /** Null without deals. */
  readonly model: DealModel | null;
}

export function note(text: string, lines = 1): Block {
  return grid([[show("note", text, { across: width })]], [5 + 13 * lines]);
}

export function missing(text: string): Block {
  return grid([[show("sentence", text, { across: width })]], [20]);
}

/** Above the high target, on target or below it, in words. */
export function againstTargets({ context, words }: QualityParts, share: Term<Figure>): Term<string> {
  const [target, high] = [qualitySetting(context, "target"), qualitySetting(context, "high")];
  const { verdicts } = words;
  const value = share.value === "" ? "" : share.value >= high.value ? verdicts.high : share.value >= target.value ? verdicts.onTarget : verdicts.below;
  return call(`IF(NOT(ISNUMBER(${share.text})),"",IF(${share.text}>=${high.text},${literalText(verdicts.high)},IF(${share.text}>=${target.text},${literalText(verdicts.onTarget)},${literalText(verdicts.below)})))`, value);
}

export function verdictRules({ words: { verdicts } }: QualityParts, area: RuleSpec["area"]): readonly RuleSpec[] {
  return [
    { kind: "equals", area, text: verdicts.high, tone: "good" }, { kind: "equals", area, text: verdicts.onTarget, tone: "good" }, { kind: "equals", area, text: verdicts.below, tone: "bad" },
  ];
}
