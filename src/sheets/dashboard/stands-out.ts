// What stands out, in sentences that follow the figures; those with something to say now come first.

import { newest } from "../../formula/aggregate";
import { column } from "../../formula/column";
import { dayText, numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, dayTerm, literal, reference, subtract, type Figure, type Term } from "../../formula/term";
import { withoutOwner, openWithAmount } from "../../metrics/period";
import { grid, show, type Block } from "../block";
import { measured, measuredCount } from "../measured";
import { healthName, type HealthBlocks } from "./health";
import type { MonthBlocks } from "./months";
import type { DashboardParts } from "./parts";
import type { RepBlocks } from "./reps";

/** Rows a sentence takes. */
const tall = 3;
const mostSaid = 7;

export function standsOutBlock(parts: DashboardParts, health: HealthBlocks, months: MonthBlocks, reps: RepBlocks): Block {
  const all = [
    dataEnd(parts), standing(parts), target(parts, health), weakest(parts, health), accuracy(parts, months), leader(parts, reps), noAmount(parts), noOwner(parts),
  ].flatMap((said) => (said ? [said] : []));
  const said = [...all.filter((term) => term.value !== ""), ...all.filter((term) => term.value === "")].slice(0, mostSaid);
  const shown = said.some((term) => term.value !== "") ? said : [literal(parts.words.nothing)];
  return grid([
    [show("section", parts.words.standsOut)],
    ...shown.flatMap((term) => [[show(term.value === "" ? "sentence" : "wrapped", term, { down: tall })], ...Array.from({ length: tall - 1 }, () => [null])]),
  ]);
}

/** More than a month between the newest close and the as-of day. */
function dataEnd({ model, words }: DashboardParts): Term<string> {
  const last = newest(model.deals.columns.closed);
  const asOf = dayTerm(model.settings.asOf);
  const day = assured(last, asOf.value);
  const days = subtract(asOf, day);
  const said = sentence(words.dataEnd, { newest: dayText(day), days: numberText(days) });
  return when(`${asOf.text}-N(${last.text})>31`, days.value > 31, said, `COUNT(${last.text})`, last.value !== "");
}

/** Stalled and overdue deals among the open ones; only what the export tells. */
function standing({ words, context }: DashboardParts): Term<string> | null {
  const stalled = measured(context, "stalled");
  const overdue = measured(context, "overdue");
  const open = measuredCount(context, "deals.open");
  const parts = { open: numberText(open), stalled: numberText(assured(stalled)), overdue: numberText(assured(overdue)) };
  if (stalled.value === "" && overdue.value === "") return null;
  if (overdue.value === "") return when(`N(${stalled.text})>0`, assured(stalled).value > 0, sentence(words.attentionStalled, parts));
  if (stalled.value === "") return when(`N(${overdue.text})>0`, overdue.value > 0, sentence(words.attentionOverdue, parts));
  const both = sentence(words.attentionBoth, parts);
  return when(`N(${stalled.text})+N(${overdue.text})>0`, stalled.value + overdue.value > 0, both);
}

function target({ words }: DashboardParts, health: HealthBlocks): Term<string> | null {
  if (health.steps.length === 0) return null;
  const headers = words.health;
  const gaps = column(healthName, headers.gap, []).text;
  const { least, index } = smallest(health.gap);
  const at = (header: string) => `INDEX(${column(healthName, header, []).text},MATCH(MIN(${gaps}),${gaps},0))`;
  const said = sentence(words.gap, {
    stage: reference(at(headers.stage), health.steps[index]?.label ?? ""),
    actual: percentText(reference(at(headers.onward), numberAt(health.onward, index))),
    target: percentText(reference(at(headers.target), numberAt(health.target, index))),
  });
  return when(`MIN(${gaps})<0`, least !== null && least < 0, said, `COUNT(${gaps})`, least !== null);
}

/** Only where nobody typed a target; else the furthest below it says more. */
function weakest({ words }: DashboardParts, health: HealthBlocks): Term<string> | null {
  if (health.steps.length < 2) return null;
  const headers = words.health;
  const shares = column(healthName, headers.onward, []).text;
  const { least, index } = smallest(health.onward);
  const stage = `INDEX(${column(healthName, headers.stage, []).text},MATCH(MIN(${shares}),${shares},0))`;
  const said = sentence(words.weakest, {
    stage: reference(stage, health.steps[index]?.label ?? ""),
    actual: percentText(call(`MIN(${shares})`, least ?? 0)),
  });
  const aims = column(healthName, headers.target, []).text;
  const aimless = health.target.every((term) => term.value === "");
  return when(`AND(COUNT(${aims})=0,MIN(${shares})<1)`, aimless && least !== null && least < 1, said, `COUNT(${shares})`, least !== null);
}

function accuracy({ words }: DashboardParts, { accuracy: mean, forecasts }: MonthBlocks): Term<string> | null {
  if (!mean) return null;
  const said = sentence(words.accuracy, { accuracy: percentText(assured(mean)), n: numberText(forecasts) });
  return when(`N(${mean.text})>0`, mean.value !== "" && mean.value > 0, said);
}

/** The share of the first rep of the ranking. */
function leader({ words, context }: DashboardParts, { best }: RepBlocks): Term<string> | null {
  if (!best) return null;
  const won = measured(context, "amount.won");
  const amount = assured(best.amount);
  const share = won.value === "" || won.value === 0 ? 0 : amount.value / won.value;
  const said = sentence(words.share, { rep: best.rep, share: percentText(call(`${amount.text}/${won.text}`, share)) });
  return when(`N(${won.text})>0`, won.value !== "" && won.value > 0, said);
}

function noAmount({ words, context, model }: DashboardParts): Term<string> {
  const open = measuredCount(context, "deals.open");
  const without = subtract(open, openWithAmount(model));
  return when(`${without.text}>0`, without.value > 0, sentence(words.noAmount, { n: numberText(without), open: numberText(open) }));
}

function noOwner({ words, model }: DashboardParts): Term<string> {
  const count = withoutOwner(model);
  return when(`${count.text}>0`, count.value > 0, sentence(words.noOwner, { n: numberText(count) }));
}

/** `IF(test,said,"")`; with a count before it that must not be 0. */
function when(test: string, holds: boolean, said: Term<string>, count?: string, counted = true): Term<string> {
  const text = `IF(${test},${said.text},"")`;
  return call(count === undefined ? text : `IF(${count}=0,"",${text})`, holds && counted ? said.value : "");
}

function smallest(terms: readonly Term<Figure>[]): { readonly least: number | null; readonly index: number } {
  let index = -1;
  terms.forEach((term, place) => {
    if (term.value !== "" && (index < 0 || term.value < Number(terms[index]?.value))) index = place;
  });
  return { least: index < 0 ? null : Number(terms[index]?.value), index };
}

function numberAt(terms: readonly Term<Figure>[], index: number): number {
  const value = terms[index]?.value ?? "";
  return value === "" ? 0 : value;
}
