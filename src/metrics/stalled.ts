// Which open deals stand still, or are past their date?

import { countifs } from "../formula/aggregate";
import { is, isFilled, than, type Criterion } from "../formula/criteria";
import { lookupNumber } from "../formula/lookup";
import { add, assured, call, dayTerm, eachCell, literal, subtract, type Figure, type Term } from "../formula/term";
import { deals, hasOddStage, isOddQuestion, isOpenGrouped, ofStage, outcomeIs, overStages, stageMatrix, type DealModel } from "./deals";

/**
 * Open deals longer in their stage than the stage's longest stay. Days count from the day the deal came into the
 * stage, or was created where the export has no stage dates; a deal without either is of unknown age, not 0 days.
 */
export function stalledDeals(model: DealModel, ...criteria: readonly Criterion[]): Term<number> {
  const { stages } = model;
  if (stages.rows.length === 0) return literal(0);
  const counts = stages.rows.map(({ stage, longestStay }) => (longestStay === null ? 0 : stalledIn(model, literal(stage), literal(longestStay), ...criteria).value));
  if (isOpenGrouped(model)) return stalledGroups(model, criteria);
  const plain = !hasOddStage(model) && !criteria.some((criterion) => criterion.odd);
  return call(plain ? stalledText(model, criteria) : stalledExactly(model, criteria), counts.reduce((sum, each) => sum + each, 0), { array: true });
}

/** All stages at once, or one by one where their deals are found in several ways. Without any limit one may be typed: what it needs was not asked. */
function stalledGroups(model: DealModel, criteria: readonly Criterion[]): Term<number> {
  const { stages } = model;
  const limited = stages.rows.filter(({ longestStay }) => longestStay !== null);
  const asked = limited.length > 0 ? limited : stages.rows.slice(0, 1);
  const all = isOddQuestion(model, criteria) ? null : overStages(asked.map(({ stage, longestStay }) => ({ each: stalledIn(model, eachCell(stages.stage, stage), eachCell(stages.longestStay, longestStay ?? 1e6), ...criteria), times: longestStay === null ? 0 : 1 })), (each) => `IF(${stages.longestStay.text}="",0,${each})`);
  if (all) return all;
  const counts = stages.rows.filter(({ outcome, longestStay }) => outcome === "open" || longestStay !== null).map(({ stage, longestStay }) => {
    const limit = ofStage(stages.longestStay, stages, stage);
    return stalledIn(model, literal(stage), call(`IF(${limit}="",1E+6,${limit})`, longestStay ?? 1e6), ...criteria);
  });
  return counts.length === 0 ? literal(0) : add(...counts);
}

function stalledText(model: DealModel, criteria: readonly Criterion[]): string {
  const { stages, settings, deals: { columns } } = model;
  const pairs = [outcomeIs(model, "open"), ...criteria].map((one) => `${one.column.text},${one.argument},`).join("");
  const limits = `"<"&(${settings.asOf.text}-IF(${stages.longestStay.text}="",1E+6,${stages.longestStay.text}))`;
  return `SUMPRODUCT(COUNTIFS(${pairs}${columns.stage.text},${stages.stage.text},${columns.stageSince.text},${limits}))`;
}

/** Deals × stages compared one by one: COUNTIFS would read a stage such as `>5` or `A*` as a condition. */
function stalledExactly(model: DealModel, criteria: readonly Criterion[]): string {
  const { stages, settings, deals: { columns } } = model;
  const rows = [outcomeIs(model, "open"), ...criteria].map((one) => one.array).join("*");
  const limits = `TRANSPOSE(IF(${stages.longestStay.text}="",1E+6,${stages.longestStay.text}))`;
  return `SUMPRODUCT(${rows}*${stageMatrix(model)}*ISNUMBER(${columns.stageSince.text})*(${columns.stageSince.text}<${settings.asOf.text}-${limits}))`;
}

/** Open deals of one stage longer in it than so many days. */
export function stalledIn(model: DealModel, stage: Term<string>, longestStay: Term<number>, ...criteria: readonly Criterion[]): Term<number> {
  const { columns } = model.deals;
  const since = than(columns.stageSince, "<", subtract(dayTerm(model.settings.asOf), longestStay));
  return countifs(outcomeIs(model, "open"), is(columns.stage, stage), since, ...criteria);
}

/** The same of a stage by Setup's limit for it; `here` are the deals in it. "" where it has no limit. */
export function stalledAt(model: DealModel, stage: Term<string>, here: Term<Figure>): Term<Figure> {
  const { columns } = model.deals;
  const limit = lookupNumber(model.stages.longestStay, stage, model.stages.stage);
  const dated = countifs(outcomeIs(model, "open"), is(columns.stage, stage), isFilled(columns.stageSince));
  const told = whereTold(stalledIn(model, stage, assured(limit)), here, dated);
  return call(`IF(${limit.text}="","",${told.text})`, limit.value === "" ? "" : told.value);
}

/** "" where there are deals, yet none of them has the day that a count of them needs: unknown is not none. */
export function whereTold(count: Term<number>, deals: Term<Figure>, dated: Term<number>): Term<Figure> {
  return call(`IF(AND(${deals.text}>0,${dated.text}=0),"",${count.text})`, deals.value !== 0 && dated.value === 0 ? "" : count.value, count);
}

/** Open deals whose expected close is before the as-of day. */
export function overdueDeals(model: DealModel, ...criteria: readonly Criterion[]): Term<number> {
  return deals(model, "open", than(model.deals.columns.due, "<", dayTerm(model.settings.asOf)), ...criteria);
}
