// Which competitors do we meet, how often do we win against each, and how much is open?

import { countifs } from "../../formula/aggregate";
import { thisRow } from "../../formula/column";
import { is, isEmpty, type Criterion } from "../../formula/criteria";
import { reference, type Figure } from "../../formula/term";
import { amount, deals } from "../../metrics/deals";
import { valuesOf } from "../../metrics/reasons";
import { shareWon } from "../../metrics/win-rate";
import type { Block, RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { saying, section, tooMany, winLossNames, withChart, type WinLossParts } from "./parts";
import { fewNote } from "./segments";

const mostCompetitors = 20;

/** Competitors as the export names them, those met most often first. */
export function competitorsOf({ context }: Pick<WinLossParts, "context">): readonly string[] {
  const column = context.data.get("deal")?.fields.get("competitor");
  return (column && valuesOf(column, null))?.slice(0, mostCompetitors).map(({ text }) => text) ?? [];
}

export function competitorBlocks(parts: WinLossParts): readonly Block[] {
  const { context, model, words, few } = parts;
  const column = context.data.get("deal")?.fields.get("competitor");
  const names = competitorsOf(parts);
  if (column && !valuesOf(column, null)) return [saying(words.competitorsTitle, tooMany(parts, words.competitors.competitor))];
  if (!column || names.length === 0) return [saying(words.competitorsTitle, words.noCompetitors)];
  const headers = words.competitors;
  const name = winLossNames.competitors;
  const here: readonly Criterion[] = [...names.map((text) => is(column, reference(thisRow(name, headers.competitor), text))), isEmpty(column)];
  const own = <V extends Figure>(header: string, value: V) => reference(thisRow(name, header), value);
  const won = here.map((one) => deals(model, "won", one));
  const lost = here.map((one) => deals(model, "lost", one));
  return [
    section(words.competitorsTitle, words.competitorsNote),
    withChart(reportTable(name, headers.competitor, [
      fixed(headers.competitor, "text", [...names, headers.none]),
      figures(headers.met, "count", here.map((one) => countifs(one))),
      figures(headers.rate, "percent", here.map((_, at) => shareWon(own(headers.won, won[at]!.value), own(headers.lost, lost[at]!.value)))),
      figures(headers.won, "count", won),
      figures(headers.lost, "count", lost),
      figures(headers.wonAmount, "money", here.map((one) => amount(model, "won", one))),
      figures(headers.open, "count", here.map((one) => deals(model, "open", one))),
      figures(headers.lostAmount, "money", here.map((one) => amount(model, "lost", one))),
      figures(headers.openAmount, "money", here.map((one) => amount(model, "open", one))),
      figures(headers.note, "text", here.map((_, at) => fewNote(own(headers.won, won[at]!.value), own(headers.lost, lost[at]!.value), few, words.fewWord)), "label"),
    ]), { name: "CompetitorsChart", title: words.competitorTitle, alt: words.competitorAlt, format: "percent", table: name, categories: headers.competitor, values: headers.rate, rows: names.length + 1 }),
  ];
}

export function competitorRules({ winLoss: words }: SheetContext["text"]): readonly RuleSpec[] {
  return [{ kind: "equals", area: { table: winLossNames.competitors, column: words.competitors.note }, text: words.fewWord, tone: "muted" }];
}
