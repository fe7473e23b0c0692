// The figures in a row: what they are now, how they changed, what they were.

import { absolute, numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, cell, literal, ratio, subtract, type Figure, type Term } from "../../formula/term";
import type { MetricId } from "../../metrics/catalogue";
import { amount } from "../../metrics/deals";
import { closedIn, createdIn, ofClosed, periodBefore, thisPeriod } from "../../metrics/period";
import { meanCycle } from "../../metrics/sales-cycle";
import { winRate } from "../../metrics/win-rate";
import { grid, show, type Block, type Cell, type RuleSpec } from "../block";
import { measured } from "../measured";
import type { Format } from "../plan";
import type { DashboardParts } from "./parts";

/** A figure of the first row. */
interface Card {
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  readonly value: Term<Figure>;
  /** How it changed, or how it is worked out. */
  readonly note: Term<string>;
  readonly lines: readonly (readonly [label: string, value: Term<Figure>, format: Format])[];
  /** More is better or worse; null for a figure without a comparison. */
  readonly better: "more" | "less" | null;
}

/** The six figures. */
export function cardsOf(parts: DashboardParts): readonly Card[] {
  return [wonCard(parts), rateCard(parts), cycleCard(parts), openCard(parts), forecastCard(parts), stalledCard(parts)];
}

/** Six cards, two columns each. */
export function cardsBlock(cards: readonly Card[]): Block {
  const wide = { across: 2 } as const;
  const lines = [0, 1].map((line) => cards.flatMap((card): (Cell | null)[] => {
    const [label, value, format] = card.lines[line] ?? ["", literal<Figure>(""), "general"];
    return [show("cardNote", label), show("cardNote", value, { format, ...(line === 0 ? { id: beforeId(card.id) } : {}) })];
  }));
  return grid([
    cards.map((card) => show("cardLabel", card.label, wide)),
    cards.map((card) => show("cardValue", card.value, { ...wide, format: card.format, id: cardId(card.id) })),
    cards.map((card) => show("cardNote", card.note, { ...wide, id: noteId(card.id) })),
    ...lines,
  ], [22, 34, 28, 18, 20]);
}

/** Good and bad changes, beside their arrows. */
export function cardRules(cards: readonly Card[]): readonly RuleSpec[] {
  return cards.flatMap((card): readonly RuleSpec[] => {
    if (!card.better) return [];
    const area = { from: noteId(card.id), to: noteId(card.id) };
    const starts = (arrow: string) => `LEFT(⟦${noteId(card.id)}⟧,1)="${arrow}"`;
    const [good, bad] = card.better === "more" ? ["▲", "▼"] : ["▼", "▲"];
    return [
      { kind: "formula", area, formula: starts(good), tone: "good" },
      { kind: "formula", area, formula: starts(bad), tone: "bad" },
    ];
  });
}

function wonCard(parts: DashboardParts): Card {
  const { model, words } = parts;
  const won = (period: ReturnType<typeof thisPeriod>) => ofClosed(model, period, (...criteria) => amount(model, "won", ...criteria));
  return flowCard(parts, { id: "won", label: words.cards.wonAmount, format: "money", now: won(thisPeriod(model)), before: won(periodBefore(model)), all: "amount.won", better: "more", unknown: words.unknown.wonAmount, change: relativeChange });
}

function rateCard(parts: DashboardParts): Card {
  const { model, words } = parts;
  const rate = (period: ReturnType<typeof thisPeriod>) => winRate(model, ...closedIn(model, period));
  return flowCard(parts, { id: "rate", label: words.cards.winRate, format: "percent", now: rate(thisPeriod(model)), before: rate(periodBefore(model)), all: "win-rate", better: "more", unknown: words.noNow, change: pointsChange });
}

function cycleCard(parts: DashboardParts): Card {
  const { model, words } = parts;
  const days = (period: ReturnType<typeof thisPeriod>) => meanCycle(model, "won", ...closedIn(model, period));
  return flowCard(parts, { id: "cycle", label: words.cards.cycle, format: "days", now: days(thisPeriod(model)), before: days(periodBefore(model)), all: "cycle.mean", better: "less", unknown: words.unknown.cycle, change: daysChange });
}

interface Flow {
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  readonly now: Term<Figure>;
  readonly before: Term<Figure>;
  readonly all: MetricId;
  readonly better: "more" | "less";
  readonly unknown: string;
  readonly change: (parts: DashboardParts, now: Term<number>, before: Term<number>) => Term<string>;
}

/** A figure of the window beside the one of the period before and the one over all data. */
function flowCard(parts: DashboardParts, { id, label, format, now, before, all, better, unknown, change }: Flow): Card {
  const { context, words } = parts;
  const here = cell(cardId(id), now.value);
  const there = cell(beforeId(id), before.value);
  const said = change(parts, assured(here), assured(there, 1));
  const up = sentence(words.up, { change: said });
  const down = sentence(words.down, { change: said });
  const nothing = call(`IF(COUNT(⟦${cardId("rate")}⟧)=0,${literal(words.noNow).text},${literal(unknown).text})`, unknown);
  const empty = id === "rate" ? literal(words.noNow) : nothing;
  const incomparable = `COUNT(${there.text})=0`;
  const zero = change === relativeChange ? `OR(${incomparable},N(${there.text})=0)` : incomparable;
  const text = `IF(COUNT(${here.text})=0,${empty.text},IF(${zero},${literal(words.noBefore).text},IF(${here.text}=${there.text},${literal(words.same).text},IF(${here.text}>${there.text},${up.text},${down.text}))))`;
  return { id, label, format, value: now, note: call(text, noteNow()), better, lines: [[words.cards.before, before, format], [words.cards.all, measured(context, all), format]] };

  function noteNow(): string {
    if (now.value === "") return closedNow(parts) ? unknown : words.noNow;
    if (before.value === "" || (change === relativeChange && before.value === 0)) return words.noBefore;
    if (now.value === before.value) return words.same;
    return now.value > before.value ? up.value : down.value;
  }
}

function closedNow({ model }: DashboardParts): boolean {
  return winRate(model, ...closedIn(model, thisPeriod(model))).value !== "";
}

function relativeChange(_: DashboardParts, now: Term<number>, before: Term<number>): Term<string> {
  const change = before.value === 0 ? 0 : Math.abs(now.value / before.value - 1);
  return percentText(call(`ABS(${now.text}/${before.text}-1)`, change));
}

function pointsChange({ words }: DashboardParts, now: Term<number>, before: Term<number>): Term<string> {
  const points = call(`ABS(${now.text}-${before.text})*100`, Math.abs(now.value - before.value) * 100);
  return sentence(words.points, { n: numberText(points, 1) });
}

function daysChange({ words }: DashboardParts, now: Term<number>, before: Term<number>): Term<string> {
  return sentence(words.days, { n: numberText(absolute(subtract(now, before)), 1) });
}

/** Open amount, or the count where no open deal has an amount. */
function openCard({ context, model, words }: DashboardParts): Card {
  const known = measured(context, "amount.open").value !== "";
  const created = (period: ReturnType<typeof thisPeriod>): Term<Figure> => createdIn(model, period);
  const fresh = [words.cards.newDeals, created(thisPeriod(model)), "count"] as const;
  const beforehand = [words.cards.newBefore, created(periodBefore(model)), "count"] as const;
  const lines = model.deals.columns.created.values.some((value) => typeof value === "number") ? [fresh, beforehand] : [];
  return known
    ? { id: "open", label: words.cards.openAmount, format: "money", value: measured(context, "amount.open"), note: literal(words.how.openAmount), better: null, lines: [[words.cards.dealsOpen, measured(context, "deals.open"), "count"], ...lines.slice(0, 1)] }
    : { id: "open", label: words.cards.openDeals, format: "count", value: measured(context, "deals.open"), note: literal(words.how.openDeals), better: null, lines };
}

/** The first forecast the data allow. */
function forecastCard({ context, words }: DashboardParts): Card {
  const ways = [["forecast.weighted", "weighted"], ["forecast.simple", "simple"], ["forecast.run-rate", "runRate"]] as const;
  const [id, way] = ways.find(([one]) => measured(context, one).value !== "") ?? ways[0];
  const value = measured(context, id);
  const note = call(`IF(${value.text}="",${literal(words.unknown.forecast).text},${literal(words.how[way]).text})`, value.value === "" ? words.unknown.forecast : words.how[way]);
  const names = context.text.metrics.names;
  return {
    id: "forecast", label: words.cards[way], format: "money", value, note, better: null,
    lines: [[words.cards.perMonth, measured(context, "forecast.run-rate"), "money"], [names["average-won"].name, measured(context, "average-won"), "money"]],
  };
}

function stalledCard({ context, words }: DashboardParts): Card {
  const value = measured(context, "stalled");
  const note = call(`IF(${value.text}="",${literal(words.unknown.stalled).text},${literal(words.how.stalled).text})`, value.value === "" ? words.unknown.stalled : words.how.stalled);
  return {
    id: "stalled", label: words.cards.stalled, format: "count", value, note, better: null,
    lines: [
      [words.cards.ofOpen, ratio(value, measured(context, "deals.open")), "percent"],
      measured(context, "overdue").value === "" ? [words.cards.dealsOpen, measured(context, "deals.open"), "count"] : [words.cards.overdue, measured(context, "overdue"), "count"],
    ],
  };
}

function cardId(id: string): string {
  return `card ${id}`;
}

function beforeId(id: string): string {
  return `card ${id} before`;
}

function noteId(id: string): string {
  return `card ${id} note`;
}
