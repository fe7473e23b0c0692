// Everything Customer health is made from, worked out once for its two sheets.

import { thisRow } from "../../formula/column";
import { numberText } from "../../formula/sentence";
import { call, literalText, reference, type Figure, type Term } from "../../formula/term";
import { bandTerm, exceptionLimit, measurePoints, measuresKnown, scoreWithLimits, weightedPoints, type Row } from "../../metrics/health-score";
import type { CellValue } from "../../values";
import { valueOf } from "../block";
import type { SheetContext } from "../context";
import { customersIn, ownCell, readableColumns, type Customers, type Readable } from "./columns";
import { exceptionRows, type ExceptionRow } from "./exceptions";
import { intentPoints, intentRows, type IntentRow } from "./intent";
import { measureRows, type MeasureRow } from "./measures";
import { scoresName } from "./names";
import { healthSettings, type HealthSettings } from "./settings";
import { exceptionSlots, measureSlots, type ExceptionSlot, type MeasureSlot } from "./slots";
import { typedOfCustomers, type TypedOfCustomers } from "./typed";

/** What follows for a customer; every row has the same formulas. */
export interface CustomerTerms {
  readonly score: Term<Figure>;
  readonly band: Term<string>;
  readonly change: Term<string>;
  readonly red: Term<string>;
  readonly action: Term<string>;
  readonly mean: Term<Figure>;
  readonly known: Term<number>;
  readonly counted: Term<number>;
  readonly points: readonly Term<Figure>[];
  readonly limits: readonly Term<Figure>[];
}

export interface HealthModel {
  readonly context: SheetContext;
  readonly settings: HealthSettings;
  readonly customers: Customers | null;
  /** The columns measures and exceptions read, side by side in the table of scores; the first is the renewal intent. */
  readonly region: readonly Readable[];
  readonly measures: readonly MeasureRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly intents: readonly IntentRow[];
  readonly measureSlots: readonly MeasureSlot[];
  readonly exceptionSlots: readonly ExceptionSlot[];
  readonly typed: TypedOfCustomers;
  readonly terms: readonly CustomerTerms[];
}

const made = new WeakMap<SheetContext, HealthModel>();

export function healthModel(context: SheetContext): HealthModel {
  const known = made.get(context) ?? modelOf(context);
  made.set(context, known);
  return known;
}

function modelOf(context: SheetContext): HealthModel {
  const { memory, text } = context;
  const words = text.health;
  const customers = customersIn(context);
  const settings = healthSettings(context);
  const intents = intentRows(memory, text);
  const typed = typedOfCustomers(context, customers?.keys ?? []);
  const chosen = typed.intent.map((word) => intentPoints(ownCell(words.scores.intent, String(word ?? "")), intents, text));
  const intent: Readable = { key: "intent", header: words.scores.intent, kind: "text", format: "text", contents: typed.intent };
  const region = customers ? [intent, ...readableColumns(customers, chosen, context, Object.values(words.scores))] : [];
  const measures = measureRows(memory, region, text);
  const exceptions = exceptionRows(memory, region, text);
  const slots = { measureSlots: measureSlots(measures, region, text), exceptionSlots: exceptionSlots(exceptions, region, text) };
  const without = { context, settings, customers, region, measures, exceptions, intents, ...slots, typed };
  const texts: Texts = new Map();
  return { ...without, terms: (customers?.keys ?? []).map((_, row) => withOneText(termsOf(row, without), texts)) };
}

type Texts = Map<string, string>;

/** The formulas of all rows say the same; kept once, thousands of rows take little room. */
function withOneText(terms: CustomerTerms, texts: Texts): CustomerTerms {
  const same = <T extends Term>(key: string, term: T): T => {
    const text = texts.get(key) ?? term.text;
    texts.set(key, text);
    return { ...term, text };
  };
  return {
    score: same("score", terms.score), band: same("band", terms.band), change: same("change", terms.change), red: same("red", terms.red), action: same("action", terms.action),
    mean: same("mean", terms.mean), known: same("known", terms.known), counted: same("counted", terms.counted),
    points: terms.points.map((term, at) => same(`points ${at}`, term)), limits: terms.limits.map((term, at) => same(`limits ${at}`, term)),
  };
}

type Without = Omit<HealthModel, "terms">;

function termsOf(row: number, model: Without): CustomerTerms {
  const { context, region, settings } = model;
  const words = context.text.health;
  const own: Row = { text: between(region[0]!.header, region.at(-1)!.header), values: region.map(({ contents }) => valueOf(contents[row] ?? null)) };
  const points = model.measureSlots.map(({ cells }) => measurePoints(own, cells));
  const limits = model.exceptionSlots.map(({ cells }) => exceptionLimit(own, cells));
  const pointRow = numbered(words.scores.points, points);
  const limitRow = numbered(words.scores.limit, limits);
  const known = measuresKnown(own, model.measureSlots.map(({ cells }) => cells));
  const weights: Row = { text: slotRange(model.measureSlots, "weight"), values: model.measureSlots.map(({ cells }) => cells.weight.value) };
  const mean = weightedPoints(weights, pointRow, ownCell(words.scores.known, known.value));
  const score = scoreWithLimits(ownCell(words.scores.mean, mean.value), limitRow);
  const scoreCell = ownCell(words.scores.score, score.value);
  return {
    points, limits, known, mean, score,
    band: bandTerm(scoreCell, settings.yellowAbove, settings.greenAbove, words.words),
    change: changeOf(scoreCell, ownCell(words.scores.before, typeof model.typed.before[row] === "number" ? (model.typed.before[row] as number) : "")),
    red: redOn(model, points, limits),
    action: actionOf(model, scoreCell, pointRow, limitRow),
    counted: countedOf(row, model),
  };
}

/** `HealthScores[[#This Row],[a]:[b]]`. */
function between(first: string, last: string): string {
  return `${scoresName}[[#This Row],${bracketed(first)}:${bracketed(last)}]`;
}

function bracketed(header: string): string {
  return `[${/\[#This Row\],\[(.*)\]\]$/.exec(thisRow(scoresName, header))?.[1] ?? header}]`;
}

function numbered(header: string, terms: readonly Term<Figure>[]): Row {
  return { text: between(numberedHeader(header, 0), numberedHeader(header, terms.length - 1)), values: terms.map(({ value }) => value) };
}

/** `Points 1`. */
export function numberedHeader(header: string, at: number): string {
  return header.replace("{n}", String(at + 1));
}

function slotRange(slots: readonly (MeasureSlot | ExceptionSlot)[], line: "weight" | "action"): string {
  return `⟦${slots[0]!.id(line)}:${slots.at(-1)!.id(line)}⟧`;
}

/** `▲ +5`, `▼ -3`, `=`: against the refresh before. */
function changeOf(score: Term<Figure>, before: Term<Figure>): Term<string> {
  const known = score.value !== "" && before.value !== "";
  const change = known ? Number(score.value) - Number(before.value) : 0;
  const difference = reference(`${score.text}-${before.text}`, change);
  const shown = numberText(difference);
  const value = Math.abs(change) < 0.5 ? "=" : `${change > 0 ? "▲ +" : "▼ "}${shown.value}`;
  return call(`IF(COUNT(${score.text},${before.text})<2,"",IF(ABS(${difference.text})<0.5,"=",IF(${difference.text}>0,"▲ +","▼ ")&${shown.text}))`, known ? value : "");
}

/** Exceptions that hold, then measures in red, by their names. */
function redOn({ context, measureSlots: measures, exceptionSlots: exceptions, settings }: Without, points: readonly Term<Figure>[], limits: readonly Term<Figure>[]): Term<string> {
  const { separator, scores } = context.text.health;
  const said = [
    ...limits.map((limit, at) => {
      const here = thisRow(scoresName, numberedHeader(scores.limit, at));
      return { test: `ISNUMBER(${here})`, holds: limit.value !== "", name: exceptions[at]!.name };
    }),
    ...points.map((score, at) => {
      const here = thisRow(scoresName, numberedHeader(scores.points, at));
      return { test: `AND(ISNUMBER(${here}),${here}<=${settings.yellowAbove.text})`, holds: score.value !== "" && score.value <= settings.yellowAbove.value, name: measures[at]!.name };
    }),
  ];
  const text = said.map(({ test, name }) => `IF(${test},${literalText(separator)}&${name.text},"")`).join("&");
  return call(`MID(${text},${separator.length + 1},250)`, said.filter(({ holds }) => holds).map(({ name }) => name.value).join(separator).slice(0, 250));
}

/** What the exception asks for that sets the score, else the weakest measure in red. */
function actionOf({ measureSlots: measures, exceptionSlots: exceptions, settings }: Without, score: Term<Figure>, points: Row, limits: Row): Term<string> {
  const least = (row: Row) => row.values.reduce<number>((low, value) => (typeof value === "number" && value < low ? value : low), Infinity);
  const at = (row: Row) => row.values.indexOf(least(row));
  const named = (slots: readonly (MeasureSlot | ExceptionSlot)[], row: Row) => `INDEX(${slotRange(slots, "action")},1,MATCH(MIN(${row.text}),${row.text},0))&""`;
  const measure = `IF(COUNT(${points.text})=0,"",IF(MIN(${points.text})<=${settings.yellowAbove.text},${named(measures, points)},""))`;
  const byException = Number.isFinite(least(limits)) && least(limits) === score.value;
  const value = byException ? exceptions[at(limits)]?.action.value : least(points) <= settings.yellowAbove.value ? measures[at(points)]?.action.value : "";
  return call(`IF(AND(COUNT(${limits.text})>0,${score.text}=MIN(${limits.text})),${named(exceptions, limits)},${measure})`, value ?? "");
}

/** 1 for a customer who counts in the distribution, 0 for one who left. */
function countedOf(row: number, { region, settings, context }: Without): Term<number> {
  const churned = region.find(({ key }) => key === "churned");
  const { yes, no } = context.text.tables;
  if (!churned) return call("1", 1);
  const left: CellValue = valueOf(churned.contents[row] ?? null);
  const out = left === yes && settings.countLeft.value === no;
  return call(`IF(AND(${thisRow(scoresName, churned.header)}=${literalText(yes)},${settings.countLeft.text}<>${literalText(yes)}),0,1)`, out ? 0 : 1);
}
