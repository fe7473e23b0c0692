// The message of Loyalty in a sentence, and its figures in a row.

import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, cell, isNothing, join, literal, literalText, orZero, type Figure, type Term } from "../../formula/term";
import { grid, show, type Block, type Cell } from "../block";
import type { Format } from "../plan";
import { allAnswersTable } from "./answers";
import { hasMeasure } from "./answer-columns";
import { countAnswers } from "./counting";
import type { LoyaltyModel } from "./model";
import { missingOrders } from "./orders";

/** What is known, one part after the other. */
export function headline(model: LoyaltyModel): Term<string> {
  const { context, settings, retention, churn } = model;
  const words = context.text.loyalty.said;
  const { nps, csat, npsAnswers, csatAnswers } = scores(model);
  const parts = [
    ...(nps ? [when(nps, sentence(words.nps, { nps: numberText(orZero(nps)), n: numberText(npsAnswers), target: numberText(settings.npsTarget) }))] : []),
    ...(csat ? [when(csat, sentence(words.csat, { csat: percentText(orZero(csat)), n: numberText(csatAnswers) }))] : []),
    ...(retention ? [when(retention.retention, isNothing(retention.nrr)
      ? sentence(words.keptCount, { kept: percentText(orZero(retention.retention)) })
      : sentence(words.kept, { kept: percentText(orZero(retention.retention)), nrr: percentText(orZero(retention.nrr)) }))] : []),
    ...(churn ? [when(churn.rate, sentence(words.churn, { churn: percentText(orZero(churn.rate), 1), n: numberText(churn.customers), target: percentText(settings.churnTarget) }))] : []),
  ];
  return parts.length === 0 ? literal("") : join(...parts);
}

interface Card {
  readonly label: string;
  readonly value: Term<Figure>;
  readonly format: Format;
  readonly note: Term<string>;
}

/** Columns each card spans: their widths are alike. */
const spans = [1, 2, 3, 3, 2] as const;

/** Five figures; where there is none, what it needs. */
export function cardsBlock(model: LoyaltyModel): Block {
  const { context, retention, churn } = model;
  const words = context.text.loyalty.cards;
  const { nps, csat, npsAnswers, csatAnswers, margin } = scores(model);
  const none = literal<Figure>("");
  const noted = (value: Term<Figure> | null, note: Term<string>, missing: string): Term<string> => (value ? call(`IF(ISNUMBER(${value.text}),${note.text},${literalText(missing)})`, value.value === "" ? missing : note.value) : literal(missing));
  const noOrders = missingOrders(context) === null ? words.noOrders : words.leftOut;
  const nrr = retention && !isNothing(retention.nrr) ? retention.nrr : null;
  const cards: readonly Card[] = [
    { label: words.nps, value: nps ?? none, format: "score", note: noted(nps, sentence(words.npsNote, { margin: numberText(orZero(margin)), n: numberText(npsAnswers) }), model.answers ? words.noNps : words.noSurveys) },
    { label: words.csat, value: csat ?? none, format: "percent", note: noted(csat, sentence(words.csatNote, { n: numberText(csatAnswers) }), model.answers ? words.noCsat : words.noSurveys) },
    { label: words.kept, value: retention?.retention ?? none, format: "percent", note: retention ? noted(retention.retention, sentence(words.keptNote, { lost: numberText(retention.lost), n: numberText(retention.start) }), words.noEarlier) : literal(noOrders) },
    { label: words.nrr, value: nrr ?? none, format: "percent", note: nrr && retention ? noted(nrr, sentence(words.nrrNote, { grr: percentText(orZero(retention.grr)) }), words.noEarlier) : literal(retention ? words.noAmounts : noOrders) },
    ...(churn ? [{ label: words.churn, value: churn.rate, format: "percent", note: sentence(words.churnNote, { n: numberText(churn.customers) }) } as const] : []),
  ];
  const row = (make: (card: Card, across: number) => Cell) => cards.map((card, at) => make(card, spans[at] ?? 1));
  return grid([
    row(({ label }, across) => show("cardLabel", label, { across })),
    row(({ value, format }, across) => show("cardValue", value, { across, format })),
    row(({ note }, across) => show("cardNote", note, { across })),
  ], [22, 34, 30]);
}

/** The cells of all answers. */
function scores({ answers, settings, context }: LoyaltyModel) {
  const all = answers && allAnswersTable(answers, settings, context);
  const of = <V extends Figure>(key: string, value: V) => cell(`loyalty.all.${key}`, value);
  const count = (measure: "nps" | "csat") => (answers && hasMeasure(answers, measure) ? of(`${measure}Answers`, countAnswers(answers, measure, "answers", [], context.text).value) : literal(0));
  const hasNps = all && hasMeasure(answers, "nps");
  const hasCsat = all && hasMeasure(answers, "csat");
  return {
    nps: hasNps ? of("nps", all.nps.value) : null, csat: hasCsat ? of("csat", all.csat.value) : null, margin: hasNps ? of("margin", all.margin.value) : literal<Figure>(""),
    npsAnswers: count("nps"), csatAnswers: count("csat"),
  };
}

function when(known: Term<Figure>, said: Term<string>): Term<string> {
  return call(`IF(ISNUMBER(${known.text}),${said.text},"")`, known.value === "" ? "" : said.value);
}
