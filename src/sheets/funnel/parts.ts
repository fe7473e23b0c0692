// What the blocks of the Funnel sheet share.

import { column, thisRow, type Column } from "../../formula/column";
import { call, choose, compare, isNothing, literal, reference, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { funnelModes, funnelSteps, possibleModes, wholeHistory, type FunnelMode, type FunnelStep } from "../../metrics/funnel";
import { keyOfWord } from "../any-language";
import type { SheetContext } from "../context";

export const stagesName = "FunnelStages";
export const modesName = "FunnelModes";
export const chartName = "FunnelChart";
/** The cell in which the user chooses how deals are counted. */
export const modeName = "FunnelMode";

export interface FunnelParts {
  readonly context: SheetContext;
  readonly model: DealModel;
  readonly words: SheetContext["text"]["funnel"];
  readonly steps: readonly FunnelStep[];
  readonly modes: readonly FunnelMode[];
  /** The way chosen now. */
  readonly mode: FunnelMode;
}

/** Null where there is nothing to show a funnel of. */
export function funnelParts(context: SheetContext): FunnelParts | null {
  const { model, text } = context;
  if (!model.deals || model.deals.count === 0) return null;
  const deals = { ...model, deals: model.deals };
  const modes = possibleModes(deals);
  const typed = context.memory.inputs.get(modeName);
  const word = keyOfWord(typed, ({ funnel }) => namesOf(funnel.modes));
  const chosen = funnelModes.find((mode) => modes.includes(mode) && mode === word);
  const steps = funnelSteps(deals, text.funnel.closed);
  return { context, model: deals, words: text.funnel, steps, modes, mode: chosen ?? (wholeHistory(model) ? "ever-entered" : "snapshot") };
}

function namesOf(modes: Readonly<Record<FunnelMode, { readonly name: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(funnelModes.map((mode) => [mode, modes[mode].name]));
}

/** One of several Terms by the way chosen: `IF(FunnelMode="Cohort",…,…)`; the first way where the cell says something else. */
export function byMode(parts: FunnelParts, terms: Partial<Readonly<Record<FunnelMode, Term<Figure>>>>): Term<Figure> {
  const offered = parts.modes.flatMap((mode) => {
    const term = terms[mode];
    return term ? [{ mode, term }] : [];
  });
  const first = offered[0]?.term ?? literal("");
  return offered.slice(1).reduceRight<Term<Figure>>((rest, { mode, term }) => (sameText(rest, term) ? rest : choose(isMode(parts, mode), term, rest)), first);
}

export function isMode(parts: Pick<FunnelParts, "words" | "mode">, mode: FunnelMode): Term<boolean> {
  return compare(reference(modeName, parts.words.modes[parts.mode].name), "=", literal(parts.words.modes[mode].name));
}

/** A cell of the same row. */
export function own(table: string, header: string, value: Figure): Term<Figure> {
  return reference(thisRow(table, header), value);
}

/** A cell so many rows below (above where negative) in a column of a table whose rows are numbered. */
export function neighbour(table: string, header: string, no: string, values: readonly Figure[], index: number, offset: number): Term<Figure> {
  const place = offset === 0 ? thisRow(table, no) : `${thisRow(table, no)}${offset > 0 ? "+" : ""}${offset}`;
  return call(`INDEX(${column(table, header, []).text},${place})`, values[index + offset] ?? "");
}

export function figureColumn(table: string, header: string, terms: readonly Term<Figure>[]): Column {
  return column(table, header, terms.map((term) => term.value));
}

/** IF(a="",b,a). */
export function firstFilled(first: Term<Figure>, second: Term<Figure>): Term<Figure> {
  return call(`IF(${first.text}="",${second.text},${first.text})`, first.value === "" ? second.value : first.value, first, second);
}

/** A step that has no such figure is an empty cell, not a formula. */
export function orNothing(term: Term<Figure>): Term<Figure> | null {
  return isNothing(term) ? null : term;
}

function sameText(left: Term, right: Term): boolean {
  return left.text === right.text;
}
