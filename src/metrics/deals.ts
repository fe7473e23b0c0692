// How many deals are there, and what are they worth?

import type { Outcome } from "../crm/objects/deal";
import { countifs, knownSumifs, rowsOf, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, isEmpty, isFilled, isOdd, rowsWhere, type Criterion } from "../formula/criteria";
import { add, call, eachCell, literal, literalText, multiply, subtract, type Figure, type Term } from "../formula/term";
import { escaped } from "../formula/wildcards";
import type { DealTable, Model, StageTable } from "./model";

/** A model that has deals. */
export type DealModel = Model & { readonly deals: DealTable };

/** `Deals[Outcome]="Won"`. */
export function outcomeIs({ deals, words }: DealModel, outcome: Outcome): Criterion {
  return is(deals.columns.outcome, literal(words.outcome[outcome]));
}

/** Whether the open deals, too, are in groups: none of them can be looked at by itself. */
export function isOpenGrouped({ deals }: Pick<Model, "deals">): boolean {
  return deals?.groups?.eachOpen === false;
}

/** All deals. */
export function dealCount({ deals }: DealModel): Term<number> {
  return rowsOf(deals.columns.outcome);
}

/** Deals of an outcome that meet further criteria. */
export function deals(model: DealModel, outcome: Outcome, ...criteria: readonly Criterion[]): Term<number> {
  return countifs(outcomeIs(model, outcome), ...criteria);
}

/** Amount of the deals of an outcome; "" where there are deals and none has an amount. */
export function amount(model: DealModel, outcome: Outcome, ...criteria: readonly Criterion[]): Term<Figure> {
  return knownSumifs(model.deals.columns.amount, outcomeIs(model, outcome), ...criteria);
}

/**
 * Σ amount × probability of open deals. The probability is the deal's own, else the one typed for its stage;
 * a deal without any is left out. "" where no deal can be weighted. Of groups only the deals' own count where the
 * export has them. Source: `ExpectedRevenue` as Salesforce defines it.
 */
export function weightedAmount(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  const { deals: table } = model;
  if (!table.hasProbability) return weightedByStage(model, criteria);
  return table.columns.weighted.grouping || !lacksProbability(model) ? knownSumifs(table.columns.weighted, outcomeIs(model, "open"), ...criteria) : weightedEitherWay(model, criteria);
}

/** Whether an open deal with an amount has no probability of its own, and its stage could have one. */
function lacksProbability(model: DealModel): boolean {
  const { columns } = model.deals;
  return model.stages.rows.length > 0 && rowsWhere([outcomeIs(model, "open"), isFilled(columns.amount), isEmpty(columns.probability)]).length > 0;
}

/** The stages' of all open deals without that of those with a probability of their own, which count by it. */
function weightedEitherWay(model: DealModel, criteria: readonly Criterion[]): Term<Figure> {
  const { columns } = model.deals;
  const open = [outcomeIs(model, "open"), ...criteria];
  const own = isFilled(columns.probability);
  const amounts = [...open, isFilled(columns.amount)];
  const rates = ratesTyped(model);
  const told = add(countifs(...open, isFilled(columns.weighted)), multiply(call(`(${rates.text}>0)`, Number(rates.value > 0)), subtract(countifs(...amounts), countifs(...amounts, own))));
  const sum = add(sumifs(columns.weighted, ...open), subtract(weightedSum(model, open), weightedSum(model, [...open, own])));
  const isUnknown = countifs(...open).value > 0 && told.value === 0;
  return call(`IF(AND(${countifs(...open).text}>0,${told.text}=0),"",${sum.text})`, isUnknown ? "" : sum.value, sum);
}

function weightedByStage(model: DealModel, criteria: readonly Criterion[]): Term<Figure> {
  if (model.stages.rows.length === 0) return literal("");
  const open = outcomeIs(model, "open");
  const known = countifs(open, isFilled(model.deals.columns.amount), ...criteria);
  const rates = ratesTyped(model);
  if (isOpenGrouped(model)) return weightedGroups(model, criteria, known, rates);
  const sum = weightedSum(model, [open, ...criteria]);
  return call(`IF(OR(${known.text}=0,${rates.text}=0),"",${sum.text})`, known.value === 0 || rates.value === 0 ? "" : sum.value, sum);
}

/** Open stages with a probability. */
function ratesTyped({ stages, words }: DealModel): Term<number> {
  const text = `COUNTIFS(${stages.outcome.text},${literal(words.outcome.open).text},${stages.probability.text},">-1E+99")`;
  return call(text, stages.rows.filter((row) => row.outcome === "open" && row.probability !== null).length);
}

/** `SUMPRODUCT(SUMIFS(amount,…,stage,Stages[Stage]),Stages[Probability])`. */
function weightedSum(model: DealModel, criteria: readonly Criterion[]): Term<number> {
  const { columns } = model.deals;
  const value = model.stages.rows.reduce((sum, { stage, probability }) => sum + sumifs(columns.amount, ...criteria, is(columns.stage, literal(stage))).value * (probability ?? 0), 0);
  return isOddQuestion(model, criteria) ? call(weightedExactly(model, criteria), value, { array: true }) : call(weightedText(model, criteria), value);
}

/** All stages at once, or one by one where their sums are found in several ways. */
function weightedGroups(model: DealModel, criteria: readonly Criterion[], known: Term<number>, rates: Term<number>): Term<Figure> {
  const { stages, deals: { columns } } = model;
  const open = outcomeIs(model, "open");
  const all = isOddQuestion(model, criteria) ? null : overStages(stages.rows.map(({ stage, probability }) => ({ each: sumifs(columns.amount, open, ...criteria, is(columns.stage, eachCell(stages.stage, stage))), times: probability ?? 0 })), (each) => `${each},${stages.probability.text}`);
  if (all) return call(`IF(OR(${known.text}=0,${rates.text}=0),"",${all.text})`, known.value === 0 || rates.value === 0 ? "" : all.value, known, all);
  const parts = stages.rows.map(({ stage, probability }) =>
    multiply(sumifs(columns.amount, open, ...criteria, is(columns.stage, literal(stage))), call(`N(${ofStage(stages.probability, stages, stage)})`, probability ?? 0)));
  const sum = add(...parts);
  return call(`IF(OR(${known.text}=0,${rates.text}=0),"",${sum.text})`, known.value === 0 || rates.value === 0 ? "" : sum.value, known, sum);
}

/** The sum over the stages of Setup in one array; null where not all are looked up in one way, or an array is summed in it already. */
export function overStages(stages: readonly { readonly each: Term<number>; readonly times: number }[], entries: (each: string) => string): Term<number> | null {
  const [first] = stages;
  if (!first || first.each.text.includes("SUMPRODUCT(") || stages.some(({ each }) => each.text !== first.each.text)) return null;
  return call(`SUMPRODUCT(${entries(first.each.text)})`, stages.reduce((sum, { each, times }) => sum + each.value * times, 0), { array: true });
}

/** What Setup says of a stage. */
export function ofStage(column: Column, stages: StageTable, stage: string): string {
  return `INDEX(${column.text},MATCH(${literalText(escaped(stage))},${stages.stage.text},0))`;
}

function weightedText({ deals: { columns }, stages }: DealModel, criteria: readonly Criterion[]): string {
  const pairs = criteria.map((one) => `,${one.column.text},${one.argument}`).join("");
  return `SUMPRODUCT(SUMIFS(${columns.amount.text}${pairs},${columns.stage.text},${stages.stage.text}),${stages.probability.text})`;
}

/** Deals × stages compared one by one: SUMIFS would read a stage such as `>5` or `A*` as a condition. */
function weightedExactly(model: DealModel, criteria: readonly Criterion[]): string {
  const { deals: { columns }, stages } = model;
  const rows = criteria.map((one) => one.array).join("*");
  const amounts = `IF(ISNUMBER(${columns.amount.text}),${columns.amount.text},0)`;
  const rates = `TRANSPOSE(IF(ISNUMBER(${stages.probability.text}),${stages.probability.text},0))`;
  return `SUMPRODUCT(${rows}*${stageMatrix(model)}*${amounts}*${rates})`;
}

/** Whether COUNTIFS would read the name of any stage as something else. */
export function hasOddStage({ stages }: DealModel): boolean {
  return stages.rows.some((row) => isOdd(row.stage));
}

/** Whether the answer to a question about all stages at once would be looked up by a text that COUNTIFS reads as something else. */
export function isOddQuestion(model: DealModel, criteria: readonly Criterion[]): boolean {
  return hasOddStage(model) || criteria.some(({ odd }) => odd);
}

/** A row for each deal, a column for each stage of Setup: is the deal in it? For formulas entered as arrays. */
export function stageMatrix({ deals, stages }: DealModel): string {
  return `(${deals.columns.stage.text}=TRANSPOSE(${stages.stage.text}))`;
}
