// Which rules earn their points: conversion with and without each, and the points the data would give.

import { thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is, isFilled } from "../../formula/criteria";
import { roundHalf } from "../../formula/round";
import { call, cell, literal, literalText, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { shrunkLogOdds } from "../../metrics/lead-review";
import type { Block, RuleSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { countedFor } from "../scoring/rules-table";
import type { Leak } from "./leaks";
import { isEnough, type ReviewParts } from "./parts";

const ruleReviewName = "ScoreRuleReview";
export const scaleCell = "review.scale";

interface RuleReview {
  readonly table: Block;
  /** Points for one unit of shrunk log-odds: with it all points together, without their signs, stay what they are. */
  readonly scale: Term<Figure>;
}

export function ruleReview(parts: ReviewParts, leaks: readonly Leak[]): RuleReview | null {
  const { words, scoring, guard, settings } = parts;
  const rules = scoring.rules.flatMap((rule) => countedFor(rule, scoring.counted) ?? []);
  if (rules.length === 0) return null;
  const header = words.rules;
  const yes = literal(parts.context.text.tables.yes);
  const own = <V extends Figure>(name: string, value: V) => reference(thisRow(ruleReviewName, name), value);
  const rows = rules.map((rule) => {
    // Who a lead is was known before; what it did may have come after the conversion.
    const isBehaviour = rule.kind === "engagement";
    const base = isBehaviour ? parts.counted : parts.total;
    const criteria = [isFilled(rule.column), ...(isBehaviour ? guard : [])];
    const matched = countifs(...criteria);
    const won = countifs(...criteria, is(scoring.columns.converted, yes));
    const [n, a] = [own(header.leads, matched.value), own(header.converted, won.value)];
    const withRule = ratio(a, n);
    const without = ratio(subtract(base.converted, a), subtract(base.leads, n));
    const overall = ratio(base.converted, base.leads);
    const odds = shrunkLogOdds({ matched: n, matchedConverted: a, all: base.leads, converted: base.converted }, settings.numbers.shrinkage);
    const enough = isEnough(parts);
    const weight = call<Figure>(`IF(${enough.text},${odds.text},"")`, enough.value ? odds.value : "");
    return { rule, matched, won, withRule, without, lift: ratio(own<Figure>(header.withRule, withRule.value), overall), weight, points: rule.head.cells.points };
  });
  const scaleValue = scaleOf(rows.map(({ points, weight }) => ({ points: points.value, weight: weight.value })));
  const [pointsColumn, weightColumn] = [`${ruleReviewName}[${header.points}]`, `${ruleReviewName}[${header.weight}]`];
  const size = (one: string) => `SUMIF(${one},">0")-SUMIF(${one},"<0")`;
  const scale = call<Figure>(`IF(${size(weightColumn)}=0,"",(${size(pointsColumn)})/(${size(weightColumn)}))`, scaleValue);
  const scaleRef = cell<Figure>(scaleCell, scaleValue);
  const suggested = rows.map(({ weight }) => {
    const value = weight.value === "" || scaleValue === "" ? "" : roundHalf(weight.value * scaleValue, 0);
    const at = own<Figure>(header.weight, weight.value);
    return call<Figure>(`IF(COUNT(${at.text},${scaleRef.text})<2,"",ROUND(${at.text}*${scaleRef.text},0))`, value);
  });
  return {
    scale,
    table: reportTable(ruleReviewName, header.no, [
      figures(header.rule, "text", rows.map(({ rule }) => call(`${rule.head.cells.label.text}&""`, rule.head.label.value)), "label"),
      fixed(header.no, "score", rows.map(({ rule }) => rule.row.no), "centred"),
      figures(header.leads, "count", rows.map(({ matched }) => matched)),
      figures(header.converted, "count", rows.map(({ won }) => won)),
      figures(header.withRule, "percent", rows.map(({ withRule }) => withRule)),
      figures(header.without, "percent", rows.map(({ without }) => without)),
      figures(header.lift, "ratio", rows.map(({ lift }) => lift)),
      figures(header.weight, "decimal", rows.map(({ weight }) => weight)),
      figures(header.points, "general", rows.map(({ points }) => points), "centred"),
      figures(header.suggested, "general", suggested, "centred"),
      figures(header.verdict, "text", rows.map(({ points, weight }, at) => verdictOf(parts, own(header.points, points.value), own<Figure>(header.weight, weight.value), own<Figure>(header.suggested, suggested[at]!.value)))),
      fixed(header.caution, "text", rows.map(({ rule }) => leaks.find((leak) => leak.header === rule.field.header)?.why ?? (rule.kind === "engagement" && !scoring.after ? words.undated : null))),
    ]),
  };
}

/** In words whether a rule's points go with what the data say. */
function verdictOf({ words }: ReviewParts, points: Term<number>, weight: Term<Figure>, suggested: Term<Figure>): Term<string> {
  const { verdicts } = words;
  const [p, w, s] = [points.text, weight.text, suggested.text];
  const text = `IF(COUNT(${w},${s})<2,${literalText(verdicts.tooFew)},IF(${p}=0,IF(${s}=0,${literalText(verdicts.nothing)},${literalText(verdicts.could)}),`
    + `IF(${p}*${w}<=0,${literalText(verdicts.wrongWay)},IF(ABS(${s})>=1.5*ABS(${p}),${literalText(verdicts.more)},IF(ABS(${s})<=0.5*ABS(${p}),${literalText(verdicts.less)},${literalText(verdicts.fine)})))))`;
  return call(text, verdictValue(verdicts, points.value, weight.value, suggested.value));
}

function verdictValue(verdicts: ReviewParts["words"]["verdicts"], points: number, weight: Figure, suggested: Figure): string {
  if (weight === "" || suggested === "") return verdicts.tooFew;
  if (points === 0) return suggested === 0 ? verdicts.nothing : verdicts.could;
  if (points * weight <= 0) return verdicts.wrongWay;
  if (Math.abs(suggested) >= 1.5 * Math.abs(points)) return verdicts.more;
  return Math.abs(suggested) <= 0.5 * Math.abs(points) ? verdicts.less : verdicts.fine;
}

export function ruleReviewRules({ words }: ReviewParts): readonly RuleSpec[] {
  const area = { table: ruleReviewName, column: words.rules.verdict };
  const { verdicts } = words;
  return [
    { kind: "equals", area, text: verdicts.fine, tone: "good" }, { kind: "equals", area, text: verdicts.more, tone: "good" },
    { kind: "equals", area, text: verdicts.less, tone: "fair" }, { kind: "equals", area, text: verdicts.could, tone: "fair" },
    { kind: "equals", area, text: verdicts.wrongWay, tone: "bad" }, { kind: "equals", area, text: verdicts.tooFew, tone: "muted" },
  ];
}

function scaleOf(rows: readonly { readonly points: number; readonly weight: Figure }[]): Figure {
  const points = rows.reduce((sum, row) => sum + Math.abs(row.points), 0);
  const weights = rows.reduce((sum, { weight }) => sum + (weight === "" ? 0 : Math.abs(weight)), 0);
  return weights === 0 ? "" : points / weights;
}
