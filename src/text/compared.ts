import type { FigureDefinition } from "./figure";

/** A definition of a KPI: its name (unique among all), how it is worked out, by which date, who uses it, and why it may be empty. */
export interface ComparedWords {
  readonly name: string;
  readonly how: string;
  readonly date: string;
  readonly who: string;
  readonly why: string;
}

/** Every definition, for the Definitions sheet. */
export function figuresOf(families: Readonly<Record<string, { readonly name: string; readonly definitions: Readonly<Record<string, ComparedWords>> }>>): readonly FigureDefinition[] {
  return Object.values(families).flatMap(({ definitions }) => Object.values(definitions).map((one) => ({ name: one.name, formula: one.how, denominator: divisorIn(one.how), dateField: one.date })));
}

/** What the sentence divides by; "–" where it divides by nothing. */
function divisorIn(how: string): string {
  const at = how.lastIndexOf("÷");
  if (at < 0) return "–";
  return how.slice(at + 1).split(/[;；:：,，]/)[0]?.trim() ?? "–";
}
