// How many customers are in each band, what they are worth, and what that means in a sentence and four cards.

import { averageifs, countifs, knownSumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { is, isNot, than, type Criterion } from "../../formula/criteria";
import { dayText, numberText, percentText, sentence } from "../../formula/sentence";
import { add, call, cell, dayTerm, join, literal, orZero, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { healthBands, type HealthBand } from "../../metrics/health";
import type { CellValue } from "../../values";
import { grid, show, type Block, type Cell } from "../block";
import type { Format } from "../plan";
import { figures, fixed, reportTable } from "../report-table";
import type { Customers } from "./columns";
import { healthLog, type LogLine } from "./log";
import type { HealthModel } from "./model";
import { bandsName, scoresName } from "./names";
import { scoreColumns } from "./scores";

const kinds = [...healthBands, "none"] as const;
type Kind = (typeof kinds)[number];

export interface Bands {
  readonly table: Block;
  readonly headline: Term<string>;
  readonly cards: Block;
  /** What the log keeps of this day. */
  readonly line: LogLine | null;
  /** How many are not counted since they left. */
  readonly left: Term<string>;
  readonly renewals: { readonly ahead: Term<number>; readonly overdue: Term<number> } | null;
}

export function bandsOf(model: HealthModel, customers: Customers): Bands {
  const { context, settings } = model;
  const words = context.text.health;
  const columns = scoreColumns(model, customers);
  const counted = than(columns.counted, "=", literal(1));
  const own = (kind: Kind) => reference(thisRow(bandsName, words.bands.band), words.words[kind]);
  const customersIn = kinds.map((kind) => countifs(is(columns.band, own(kind)), counted));
  const revenueIn = kinds.map((kind): Term<Figure> => (columns.revenue ? knownSumifs(columns.revenue, is(columns.band, own(kind)), counted) : literal("")));
  const count = (kind: Kind) => cell(id(kind), customersIn[kinds.indexOf(kind)]!.value);
  const scored = add(...healthBands.map(count));
  const all = countifs(counted);
  const allRevenue = columns.revenue ? knownSumifs(columns.revenue, counted) : literal<Figure>("");
  const share = ratio(count("green"), scored);
  const mean = averageifs(columns.score, counted);
  const before = healthLog(context.memory).filter(({ day }) => day < context.model.settings.asOf.value).at(-1) ?? null;
  const ofAll = (term: Term<Figure>) => ratio(term, cell<Figure>("health.band.all.revenue", allRevenue.value));
  const table = reportTable(bandsName, words.bands.band, [
    { ...fixed(words.bands.band, "text", [...kinds.map((kind) => words.words[kind]), words.bands.all], "label"), ids: kinds.map((kind) => `health.word.${kind}`) },
    figures(words.bands.share, "percent", [...kinds.map((kind): Term<Figure> => (kind === "none" ? literal<Figure>("") : ratio(reference(thisRow(bandsName, words.bands.customers), count(kind).value), scored))), ratio(scored, scored)]),
    { ...figures(words.bands.customers, "count", [...customersIn, all]), ids: [...kinds.map(id), "health.band.all"] },
    { ...figures(words.bands.revenue, "money", [...revenueIn, allRevenue]), ids: [...kinds.map((kind) => `${id(kind)}.revenue`), "health.band.all.revenue"] },
    figures(words.bands.revenueShare, "percent", [...revenueIn.map(({ value }) => ofAll(reference(thisRow(bandsName, words.bands.revenue), value))), ofAll(reference(thisRow(bandsName, words.bands.revenue), allRevenue.value))]),
    fixed(words.bands.before, "count", [...kinds.map((kind): CellValue => (kind === "none" ? null : (before?.[kind] ?? null))), null]),
  ]);
  const renewals = renewalsOf(model, columns.renewal, counted);
  const redAhead = columns.renewal ? countifs(is(columns.band, literal(words.words.red)), counted, ...dueWithin(model, columns.renewal, settings.renewalDays)) : literal(0);
  const parts: Parts = {
    model, share, mean, scored, renewals, before, redAhead, green: count("green"), red: count("red"),
    riskRevenue: cell<Figure>(`${id("red")}.revenue`, revenueIn[kinds.indexOf("red")]!.value), allRevenue: cell<Figure>("health.band.all.revenue", allRevenue.value),
  };
  return {
    table, headline: headlineOf(parts), cards: cardsOf(parts), renewals,
    left: sentence(words.bands.left, { n: numberText(countifs(than(columns.counted, "=", literal(0)))) }),
    line: scored.value === 0 ? null : { day: context.model.settings.asOf.value, mean: roundTo(mean.value, 1), share: roundTo(share.value, 4), ...(Object.fromEntries(healthBands.map((kind, at) => [kind, customersIn[at]!.value])) as Record<HealthBand, number>) },
  };
}

interface Parts {
  readonly model: HealthModel;
  readonly share: Term<Figure>;
  readonly mean: Term<Figure>;
  readonly scored: Term<number>;
  readonly green: Term<number>;
  readonly red: Term<number>;
  readonly riskRevenue: Term<Figure>;
  readonly allRevenue: Term<Figure>;
  readonly renewals: Bands["renewals"];
  readonly redAhead: Term<number>;
  readonly before: LogLine | null;
}

function id(kind: Kind): string {
  return `health.band.${kind}`;
}

function roundTo(value: Figure, digits: number): CellValue {
  return value === "" ? null : Number(value.toFixed(digits));
}

/** From the as-of day on, so many days. */
function dueWithin({ context }: HealthModel, renewal: Parameters<typeof than>[0], days: Term<number>): readonly Criterion[] {
  const asOf = dayTerm(context.model.settings.asOf);
  return [than(renewal, ">=", asOf), than(renewal, "<=", add(asOf, days))];
}

function renewalsOf(model: HealthModel, renewal: ReturnType<typeof scoreColumns>["renewal"], counted: Criterion): Bands["renewals"] {
  if (!renewal) return null;
  const stay = stayers(model) ?? [counted];
  return {
    ahead: countifs(...stay, ...dueWithin(model, renewal, model.settings.renewalDays)),
    overdue: countifs(...stay, than(renewal, "<", dayTerm(model.context.model.settings.asOf))),
  };
}

/** Customers who have not left, whether they are counted or not. */
function stayers({ region, context }: HealthModel): readonly Criterion[] | null {
  const churned = region.find(({ key }) => key === "churned");
  if (!churned) return null;
  const values = churned.contents.map((content) => (typeof content === "object" ? (content?.value ?? null) : content));
  const flags = column(scoresName, churned.header, values);
  const yes = literal(context.text.tables.yes);
  return [isNot(flags, yes)];
}

const shareId = "health.share";
const meanId = "health.mean";

function headlineOf({ model, share, mean, scored, green, red, renewals }: Parts): Term<string> {
  const { text } = model.context;
  const words = text.health;
  const said = sentence(words.headline, {
    green: numberText(green), counted: numberText(scored), share: percentText(orZero(cell(shareId, share.value))), target: percentText(model.settings.target), red: numberText(red), mean: numberText(orZero(cell(meanId, mean.value))),
  });
  const parts = [call(`IF(${scored.text}=0,${literal(words.noScores).text},${said.text})`, scored.value === 0 ? words.noScores : said.value)];
  if (renewals) {
    const ahead = sentence(words.headlineRenewals, { renewals: numberText(renewals.ahead), days: numberText(model.settings.renewalDays) });
    const overdue = sentence(words.headlineOverdue, { overdue: numberText(renewals.overdue) });
    parts.push(ahead, call(`IF(${renewals.overdue.text}=0,"",${overdue.text})`, renewals.overdue.value === 0 ? "" : overdue.value));
  }
  return join(...parts);
}

/** Four figures; each takes columns of the sheet so that their widths are alike. */
function cardsOf({ model, share, mean, scored, riskRevenue, allRevenue, renewals, redAhead, before }: Parts): Block {
  const { context, settings } = model;
  const { cards: words } = context.text.health;
  const [healthy, average] = [orZero(cell(shareId, share.value)), orZero(cell(meanId, mean.value))];
  const off = healthy.value - settings.target.value;
  const gapPoints = call(`ABS(${healthy.text}-${settings.target.text})*100`, Math.abs(off) * 100);
  const side = call(`IF(${healthy.text}>=${settings.target.text},${literal(words.above).text},${literal(words.below).text})`, off >= 0 ? words.above : words.below);
  const shareNote = sentence(words.shareNote, { target: percentText(settings.target), gap: numberText(gapPoints), side });
  const change = before && typeof before.mean === "number" ? signed(subtract(average, literal(before.mean))) : null;
  const riskShare = ratio(riskRevenue, allRevenue);
  const riskNote = sentence(words.riskNote, { share: percentText(orZero(riskShare)) });
  return cardRows([
    { label: words.share, value: share, format: "percent", id: shareId, note: call(`IF(${scored.text}=0,"",${shareNote.text})`, scored.value === 0 ? "" : shareNote.value) },
    { label: words.mean, value: mean, format: "score", id: meanId, note: change && before ? sentence(words.meanNote, { change, day: dayText(literal<number>(before.day)) }) : words.meanFirst },
    { label: words.risk, value: call(`IF(${scored.text}=0,"",${riskRevenue.text})`, scored.value === 0 ? "" : riskRevenue.value), format: "money", note: model.customers?.revenue ? call(`IF(AND(${scored.text}>0,ISNUMBER(${riskShare.text})),${riskNote.text},"")`, riskShare.value === "" || scored.value === 0 ? "" : riskNote.value) : words.noRevenue },
    { label: words.renewals, value: renewals ? renewals.ahead : literal<Figure>(""), format: "count", note: renewals ? sentence(words.renewalsNote, { days: numberText(settings.renewalDays), red: numberText(redAhead) }) : words.noRenewal },
  ]);
}

interface Card {
  readonly label: string;
  readonly value: Term<Figure>;
  readonly format: Format;
  readonly id?: string;
  readonly note: Term<string> | string;
}

/** Columns each card spans. */
const spans = [1, 1, 3, 2] as const;

function cardRows(cards: readonly Card[]): Block {
  const row = (make: (card: Card, across: number) => Cell) => cards.map((card, at) => make(card, spans[at] ?? 1));
  return grid([
    row(({ label }, across) => show("cardLabel", label, { across })),
    row(({ value, format, id: own }, across) => show("cardValue", value, { across, format, ...(own ? { id: own } : {}) })),
    row(({ note }, across) => show("cardNote", note, { across })),
  ], [22, 34, 30]);
}

/** `+5`, `-3`. */
function signed(term: Term<number>): Term<string> {
  const shown = numberText(term);
  return call(`IF(${term.text}>0,"+","")&${shown.text}`, `${term.value > 0 ? "+" : ""}${shown.value}`);
}
