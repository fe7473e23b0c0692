// Cells of the sheet the user types in: their names, what they hold at first and what may be typed.

import { reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { keyOfWord } from "../any-language";
import { input, type Allowed, type Cell, type CellOptions } from "../block";
import type { SheetContext } from "../context";

/** Names of input cells, by what they hold. */
export const valueInputs = {
  revenue: "ValueRevenue", margin: "ValueMargin", churn: "ValueChurn", churnMonths: "ValueChurnMonths", lifetime: "ValueLifetime", discount: "ValueDiscount",
  horizon: "ValueHorizon", cac: "ValueCac", shift: "ValueCycleShift", months: "ValueCacMonths", ratioTarget: "ValueLtvCacTarget", paybackTarget: "ValuePaybackTarget",
  before: "ValueLifetimeBefore", after: "ValueLifetimeAfter", claim: "ValueLtvClaim", mixTarget: "ValueMixTarget",
  marginAssumed: "ValueMarginAssumed", correlation: "ValueCorrelationLimit", error: "ValueHoldoutLimit", countBy: "ValueCountBy", method: "ValueLtvMethod",
} as const;
export type ValueInput = keyof typeof valueInputs;
type NumberInput = Exclude<ValueInput, "countBy" | "method">;

/** At first: the article's lifetimes, share and claim, Skok's 3 and 12, a year ahead; the rest follows from the data or is typed. */
const atFirst: Readonly<Partial<Record<ValueInput, number>>> = {
  churnMonths: 1, discount: 0.01, horizon: 12, months: 12, ratioTarget: 3, paybackTarget: 12, before: 18, after: 24, claim: 0.3, mixTarget: 0.6, marginAssumed: 0.7, correlation: 0.3, error: 0.25,
};

const limits: Readonly<Record<NumberInput, readonly [min: number, max: number, whole?: true]>> = {
  revenue: [0, 1e12], margin: [-10, 1], churn: [0, 1], churnMonths: [0.1, 120], lifetime: [0, 1200], discount: [0, 0.99], horizon: [1, 120, true], cac: [0, 1e12], shift: [0, 3650],
  months: [1, 120, true], ratioTarget: [0, 1000], paybackTarget: [0, 1000], before: [0, 1200], after: [0, 1200], claim: [-1, 100], mixTarget: [0, 1], marginAssumed: [-10, 1], correlation: [0, 1], error: [0, 100],
};

/** What stands in a cell: what was typed, also where it was emptied, else what it holds at first. */
export function typedIn({ memory }: Pick<SheetContext, "memory">, key: ValueInput, first: CellValue = null): CellValue {
  const name = valueInputs[key];
  return memory.inputs.has(name) ? (memory.inputs.get(name) ?? null) : (atFirst[key] ?? first);
}

/** The same as formulas see it. */
export function typedTerm(context: SheetContext, key: NumberInput, first: CellValue = null): Term {
  return reference(valueInputs[key], typedIn(context, key, first) ?? "");
}

/** As `settingNow`, by formula. */
export function settingTerm(context: SheetContext, key: NumberInput): Term<number> {
  const name = valueInputs[key];
  const [min, max, whole] = limits[key];
  const first = atFirst[key] ?? 0;
  return reference(`IF(ISNUMBER(${name}),IF(AND(${name}>=${min},${name}<=${max}),${whole ? `ROUND(${name},0)` : name},${first}),${first})`, settingNow(context, key));
}

/** A setting read at the build: a whole number within its limits, else as at first. */
export function settingNow(context: Pick<SheetContext, "memory">, key: NumberInput): number {
  const typed = typedIn(context, key);
  const [min, max, whole] = limits[key];
  return typeof typed === "number" && typed >= min && typed <= max ? (whole ? Math.round(typed) : typed) : (atFirst[key] ?? 0);
}

/** The cell to type a number in. */
export function numberCell(context: SheetContext, key: NumberInput, options: CellOptions, first: CellValue = null): Cell {
  const [min, max, whole] = limits[key];
  const allowed: Allowed = { kind: "number", min, max, whole: whole ?? false };
  return input(valueInputs[key], typedIn(context, key, first), { allowed, ...options });
}

/** A choice among words of ours by key, in either language; `first` where nothing of the kind was chosen. */
export function chosen<Key extends string>(context: SheetContext, key: "countBy" | "method", words: (text: SheetContext["text"]) => Readonly<Record<Key, string>>, first: Key): Key {
  return keyOfWord(context.memory.inputs.get(valueInputs[key]), words) ?? first;
}

/** The cell to choose it in. */
export function choiceCell(key: "countBy" | "method", word: string, items: readonly string[], prompt: string): Cell {
  return { ...input(valueInputs[key], word, { format: "text", allowed: { kind: "list", items, prompt } }), look: "choice" };
}
