// What a plan pays: one formula for a person's row and for whole columns at once.

import { bonus, type BonusLimits, type BonusWeights } from "../../metrics/bonus";
import { assured, call, literal, reference, type Figure, type Term } from "../../formula/term";
import type { Plan } from "./plan";

/** What a payout is worked out from: cells of a row, or columns. */
export interface Figures {
  readonly base: Term<Figure>;
  readonly attainment: Term<Figure>;
  readonly satisfaction: Term<Figure>;
  readonly process: Term<Figure>;
}

/** By what it is worked out; a plan, or a scenario. */
export interface Terms {
  readonly weights: BonusWeights;
  readonly limits: BonusLimits;
  readonly base: Term<Figure>;
}

/** A payout in parts: whether all it needs is there, and what it then is. */
interface Pay {
  /** A number that is not 0 where the payout can be worked out. */
  readonly known: string;
  readonly paid: string;
  readonly value: Figure;
}

/**
 * Attainment and a base are always needed, satisfaction and process figures where they weigh. In an array formula the
 * parts of what is not known may be errors: `IF(known,paid,…)` drops them.
 */
export function payOf(terms: Terms, { base, attainment, satisfaction, process }: Figures): Pay {
  const { weights, limits } = terms;
  const own = call(`IF(ISNUMBER(${base.text}),${base.text},${terms.base.text})`, base.value === "" ? terms.base.value : base.value);
  const hasBase = `((ISNUMBER(${base.text})+ISNUMBER(${terms.base.text}))>0)`;
  const needed = (figure: Term<Figure>, weight: Term<number>) => `((ISNUMBER(${figure.text})+(${weight.text}=0))>0)`;
  const known = `${hasBase}*ISNUMBER(${attainment.text})*${needed(satisfaction, weights.satisfaction)}*${needed(process, weights.process)}`;
  const isKnown = own.value !== "" && attainment.value !== "" && (satisfaction.value !== "" || weights.satisfaction.value === 0) && (process.value !== "" || weights.process.value === 0);
  const paid = bonus(assured(own), assured(attainment), orZero(satisfaction), orZero(process), weights, limits);
  return { known, paid: paid.text, value: isKnown ? paid.value : "" };
}

/** A person's payout; "" where a figure is missing or the plan's weights do not add up. */
export function payout(plan: Plan, figures: Figures): Term<Figure> {
  const { known, paid, value } = payOf(plan, figures);
  return call(`IF(${plan.isSound.text},IF(${known},${paid},""),"")`, plan.isSound.value ? value : "");
}

/** What each of several people gets; "" for those whose figures are not known. */
export function paysOf(terms: Terms, people: readonly Values[]): readonly Figure[] {
  return people.map((person) => payOf(terms, figuresOf(person)).value);
}

/** A person's figures as they are now. */
export type Values = Readonly<Record<keyof Figures, Figure>>;

function figuresOf({ base, attainment, satisfaction, process }: Values): Figures {
  return { base: literal(base), attainment: literal(attainment), satisfaction: literal(satisfaction), process: literal(process) };
}

/** Columns in an array formula; the values of all rows come from `paysOf`. */
export function columnFigures(texts: Readonly<Record<keyof Figures, string>>): Figures {
  const column = (text: string) => reference<Figure>(text, 0);
  return { base: column(texts.base), attainment: column(texts.attainment), satisfaction: column(texts.satisfaction), process: column(texts.process) };
}

function orZero(term: Term<Figure>): Term<number> {
  return call(`IF(ISNUMBER(${term.text}),${term.text},0)`, term.value === "" ? 0 : term.value);
}
