// Cycle by stage, reasons for wins and losses, competitors and how to answer them.

import { numberText, percentText, sentence } from "../formula/sentence";
import { add, reference, type Term } from "../formula/term";
import { deals, type DealModel } from "../metrics/deals";
import { gap, grid, show, type Block, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { measured } from "./measured";
import { tabColours } from "./tabs";
import { cardBlocks } from "./win-loss/cards";
import { competitorBlocks, competitorRules, competitorsOf } from "./win-loss/competitors";
import { cycleBlocks } from "./win-loss/cycle";
import { across, winLossNames, winLossWidths, type WinLossParts } from "./win-loss/parts";
import { lossBlocks, winBlocks, type ReasonBlocks } from "./win-loss/reasons";
import { fewInput, segmentBlocks, segmentRules } from "./win-loss/segments";

export const winLossEntry: SheetEntry = {
  make: winLossSheet, forms: [winLossNames.cards], shared: [winLossNames.cards], inputs: [winLossNames.few, winLossNames.small, winLossNames.large], definitions: ({ winLoss }) => winLoss.definitions,
};

function winLossSheet(context: SheetContext): SheetSpec {
  const { text, model } = context;
  const words = text.winLoss;
  const parts = model.deals && model.deals.count > 0 ? partsOf(context, { ...model, deals: model.deals }) : null;
  const closed = parts ? deals(parts.model, "won").value + deals(parts.model, "lost").value : 0;
  const hasCompetitors = competitorsOf({ context }).length > 0;
  const blocks = parts && closed > 0 ? contents(parts) : [grid([[show("sentence", parts ? words.needs.closed : words.needs.deals, { across })]], [22]), ...(parts ? [gap(), fewInput(parts)] : [])];
  return {
    id: "winLoss",
    name: text.sheets.winLoss.name,
    tab: tabColours.work,
    columnWidths: winLossWidths,
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across })]], [30]), ...blocks, gap(), ...(parts ? [...competitorBlocks(parts), gap()] : []), ...cardBlocks(context, parts?.model ?? null, competitorsOf({ context }))],
    rules: parts ? [...(closed > 0 ? segmentRules(parts) : []), ...(hasCompetitors ? competitorRules(text) : [])] : [],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function partsOf(context: SheetContext, model: DealModel): WinLossParts {
  const typed = context.memory.inputs.get(winLossNames.few);
  const few = reference(winLossNames.few, typeof typed === "number" && typed >= 1 && Number.isInteger(typed) ? typed : 10);
  return { context, model, words: context.text.winLoss, few };
}

function contents(parts: WinLossParts): readonly Block[] {
  const losses = lossBlocks(parts);
  return [
    grid([[show("sentence", headline(parts, losses), { across })]], [22]),
    gap(), ...losses.blocks,
    gap(), ...winBlocks(parts),
    gap(), ...cycleBlocks(parts),
    gap(), ...segmentBlocks(parts),
  ];
}

function headline({ context, model, words }: WinLossParts, { first }: ReasonBlocks): Term<string> {
  const [won, lost] = [deals(model, "won"), deals(model, "lost")];
  const rate = measured(context, "win-rate");
  const said = { won: numberText(won), closed: numberText(add(won, lost)), rate: percentText(reference(rate.text, rate.value === "" ? 0 : rate.value), 1) };
  if (!first) return sentence(words.headlineNoReason, said);
  return sentence(words.headline, { ...said, reason: first.reason, n: numberText(first.deals), lost: numberText(lost) });
}
