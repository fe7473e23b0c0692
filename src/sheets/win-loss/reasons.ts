// Why are deals lost and won, how much is it, and does it change?

import { countifs, knownSumifs } from "../../formula/aggregate";
import { column as columnOf, thisRow, type Column } from "../../formula/column";
import { is, isEmpty, type Criterion } from "../../formula/criteria";
import { ratio, reference, subtract, type Term } from "../../formula/term";
import { amount, deals, outcomeIs } from "../../metrics/deals";
import { closedLately, valuesOf, winReasons, type Value } from "../../metrics/reasons";
import { grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { across, saying, tooMany, section, winLossNames, withChart, type WinLossParts } from "./parts";

/** More reasons than a page and a chart hold. */
const mostReasons = 12;

export interface ReasonBlocks {
  readonly blocks: readonly Block[];
  /** The most frequent reason and how many deals have it, as the table has them. */
  readonly first: { readonly reason: Term<string>; readonly deals: Term<number> } | null;
}

export function lossBlocks(parts: WinLossParts): ReasonBlocks {
  const { model, words } = parts;
  const { lostReason } = model.deals.columns;
  const lost = deals(model, "lost");
  const known = lostReason && valuesOf(lostReason, outcomeIs(model, "lost"));
  if (lostReason && !known && lost.value > 0) return { blocks: [saying(words.reasonsTitle, tooMany(parts, words.reasons.reason))], first: null };
  const why = lost.value === 0 ? words.noLost : !lostReason || !known || known.length === 0 ? words.noReasons : null;
  if (why !== null || !lostReason || !known) return { blocks: [saying(words.reasonsTitle, why ?? words.noReasons)], first: null };
  const table = reasonTable(parts, winLossNames.losses, "lost", lostReason, known);
  const first = known[0]!;
  const entry = <V extends string | number>(header: string, value: V) => reference(`INDEX(${columnOf(winLossNames.losses, header, []).text},1)`, value);
  return {
    blocks: [
      section(words.reasonsTitle, words.reasonsNote),
      ...more(parts, known),
      withChart(table, { name: "LossReasonsChart", title: words.chartTitle, alt: words.chartAlt, format: "count", table: winLossNames.losses, categories: words.reasons.reason, values: words.reasons.deals, rows: Math.min(known.length, mostReasons) + 1 }),
    ],
    first: { reason: entry(words.reasons.reason, first.text), deals: entry(words.reasons.deals, first.deals) },
  };
}

export function winBlocks(parts: WinLossParts): readonly Block[] {
  const { model, words } = parts;
  const { lostReason } = model.deals.columns;
  const known = winReasons(model);
  if (lostReason && !known) return [saying(words.winsTitle, tooMany(parts, words.reasons.reason))];
  if (!lostReason || !known || known.length === 0) return [saying(words.winsTitle, words.noWins)];
  return [section(words.winsTitle), ...more(parts, known), reasonTable(parts, winLossNames.wins, "won", lostReason, known)];
}

function more({ words }: WinLossParts, known: readonly Value[]): readonly Block[] {
  if (known.length <= mostReasons) return [];
  return [grid([[show("note", words.moreReasons.replace("{n}", String(mostReasons)).replace("{all}", String(known.length)), { across })]], [18])];
}

/** A row for each reason, and one for deals that give none. */
function reasonTable({ model, words }: WinLossParts, name: string, outcome: "won" | "lost", column: Column, known: readonly Value[]): Block {
  const headers = words.reasons;
  const shown = known.slice(0, mostReasons).map(({ text }) => text);
  const here: readonly Criterion[] = [...shown.map((text) => is(column, reference(thisRow(name, headers.reason), text))), isEmpty(column)];
  const ended = outcomeIs(model, outcome);
  const count = here.map((one) => countifs(ended, one));
  const worth = here.map((one) => knownSumifs(model.deals.columns.amount, ended, one));
  const [late, before] = [false, true].map((earlier) => here.map((one) => countifs(ended, one, ...closedLately(model, earlier)))) as [Term<number>[], Term<number>[]];
  const own = (header: string, value: number | "") => reference(thisRow(name, header), value);
  const all = deals(model, outcome);
  const sum = amount(model, outcome);
  return reportTable(name, headers.reason, [
    fixed(headers.reason, "text", [...shown, headers.none]),
    figures(headers.deals, "count", count),
    figures(headers.share, "percent", count.map((term) => ratio(own(headers.deals, term.value), all))),
    figures(headers.amount, "money", worth),
    figures(headers.amountShare, "percent", worth.map((term) => ratio(own(headers.amount, term.value), sum))),
    figures(headers.late, "count", late),
    figures(headers.before, "count", before),
    figures(headers.change, "count", late.map((term, at) => subtract(reference(thisRow(name, headers.late), term.value), reference(thisRow(name, headers.before), before[at]?.value ?? 0)))),
  ]);
}

