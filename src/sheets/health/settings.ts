// Limits, target and horizon: what was typed before, else ours.

import { call, reference, type Term } from "../../formula/term";
import { firstHealthLimits } from "../../metrics/health";
import { keyOfWord } from "../any-language";
import { grid, input, show, type Allowed, type Block } from "../block";
import type { SheetContext } from "../context";
import { inputNames } from "./names";
import { numberText, sentence } from "../../formula/sentence";

export interface HealthSettings {
  readonly target: Term<number>;
  readonly yellowAbove: Term<number>;
  readonly greenAbove: Term<number>;
  readonly renewalDays: Term<number>;
  /** Yes or No in words. */
  readonly countLeft: Term<string>;
}

export function healthSettings({ memory, text }: SheetContext): HealthSettings {
  const number = (name: string, first: number, most: number) => {
    const typed = memory.inputs.get(name);
    return reference(name, typeof typed === "number" && typed >= 0 && typed <= most ? typed : first);
  };
  const counts = keyOfWord(memory.inputs.get(inputNames.countLeft), ({ tables: { yes, no } }) => ({ yes, no })) === "yes";
  return {
    target: number(inputNames.target, 0.7, 1),
    yellowAbove: number(inputNames.yellowAbove, firstHealthLimits.yellowAbove, 100),
    greenAbove: number(inputNames.greenAbove, firstHealthLimits.greenAbove, 100),
    renewalDays: number(inputNames.renewalDays, 90, 730),
    countLeft: reference(inputNames.countLeft, counts ? text.tables.yes : text.tables.no),
  };
}

/** The cells, two columns wide, and what a band does not include. */
export function settingsBlock(context: SheetContext, settings: HealthSettings, across: number): Block {
  const { health: words, tables } = context.text;
  const number = (max: number, whole: boolean, prompt: string): Allowed => ({ kind: "number", min: 0, max, whole, prompt });
  const line = (key: keyof typeof inputNames, format: "percent" | "score" | "text", allowed: Allowed) =>
    [show("label", words.settings[key]), input(inputNames[key], settings[key].value, { format, allowed })];
  const note = sentence(words.settingsNote, { yellow: numberText(settings.yellowAbove), green: numberText(settings.greenAbove) });
  return grid([
    [show("section", words.settingsTitle, { across })],
    line("target", "percent", number(1, false, words.prompts.percent)),
    line("greenAbove", "score", number(100, false, words.prompts.score)),
    line("yellowAbove", "score", number(100, false, words.prompts.score)),
    line("renewalDays", "score", { kind: "number", min: 1, max: 730, whole: true, prompt: words.prompts.days }),
    line("countLeft", "text", { kind: "list", items: [tables.yes, tables.no] }),
    [show("note", call(note.text, note.value), { across })],
  ], [24, null, null, null, null, null, 32]);
}
