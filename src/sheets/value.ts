// Lifetime value, acquisition cost, payback and where the profit is.

import { groupedText } from "../formula/thousands";
import { rounded, sentence } from "../formula/sentence";
import { assured, call, cell, literal, literalText, type Figure, type Term } from "../formula/term";
import { gap, grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";
import { acquisitionBlocks, acquisitionOf } from "./value/acquisition";
import { assumptionBlocks, dataTerms, usedTerms } from "./value/assumptions";
import { buyersOf } from "./value/buyers";
import { channelBlocks, sourcesTableName } from "./value/channels";
import { customersSheet, topBlocks } from "./value/customers";
import { honestyBlocks, honestyRules } from "./value/honesty";
import { valueInputs } from "./value/inputs";
import { chosenLtv, chosenMethod, methodBlocks, methodRules, methodTerms } from "./value/methods";
import { mixBlocks, mixTableName } from "./value/mix";
import { width, type ValueParts } from "./value/parts";
import { derivationBlocks, segmentBlocks } from "./value/segments";

export const valueEntry: SheetEntry = {
  make: valueSheet, more: customerSheets, moreNames: ({ value }) => ({ customerValue: value.customers.name }), forms: [sourcesTableName, mixTableName], shared: [sourcesTableName], inputs: Object.values(valueInputs),
  choices: [valueInputs.countBy, valueInputs.method], definitions: ({ value }) => value.definitions,
};

function valueSheet(context: SheetContext): SheetSpec {
  const words = context.text.value;
  const { parts, data, acquisition, terms, method } = valueParts(context);
  const channels = channelBlocks(parts, acquisition);
  return {
    id: "value",
    name: context.text.sheets.value.name,
    tab: tabColours.work,
    columnWidths: [33, 17, 15, 18, 15, 16, 16, 15, 15, 18, 18],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: width })], [show("sentence", message(parts), { across: width })]], [30, 22]),
      gap(),
      ...assumptionBlocks(context, words, data, parts.used), gap(),
      ...methodBlocks(parts, terms, method), gap(),
      ...spaced(segmentBlocks(parts)),
      ...derivationBlocks(parts), gap(),
      ...acquisitionBlocks(words, acquisition), gap(),
      ...spaced(channels.blocks), ...spaced(channels.sources),
      ...mixBlocks(parts), gap(),
      ...spaced(topBlocks(parts)),
      ...honestyBlocks(parts),
    ],
    rules: [...methodRules(words), ...channels.rules, ...honestyRules(parts)],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function customerSheets(context: SheetContext): readonly SheetSpec[] {
  const buyers = buyersOf(context);
  return buyers ? [customersSheet(context, buyers, valueParts(context).parts.used.margin.value)] : [];
}

function valueParts(context: SheetContext) {
  const words = context.text.value;
  const buyers = buyersOf(context);
  const shift = usedTerms(context, dataTerms(context, buyers, literal(""))).shift.value;
  const acquisition = acquisitionOf(context, buyers, shift);
  const data = dataTerms(context, buyers, acquisition.blended);
  const used = usedTerms(context, data);
  const terms = methodTerms({ context, words, buyers, used });
  const method = chosenMethod(context, terms);
  const parts: ValueParts = { context, words, buyers, used, ltv: chosenLtv(terms, method) };
  return { parts, data, acquisition, terms, method };
}

/** What a customer is worth, costs and how soon it is earned back; or what is missing for that. */
function message({ words, ltv, used }: ValueParts): Term<string> {
  const { headline } = words;
  const share: Figure = typeof ltv.value === "number" && typeof used.cac.value === "number" && used.cac.value !== 0 ? ltv.value / used.cac.value : "";
  const months = cell("value.payback", paybackNow(used));
  const worth = groupedText(assured(ltv));
  const whole = sentence(headline.whole, { ltv: worth, cac: groupedText(assured(used.cac)), ratio: rounded1(ltv, used.cac, share), months: rounded1Of(months) });
  const part = sentence(headline.noCac, { ltv: worth });
  return call(`IF(NOT(ISNUMBER(${ltv.text})),${literalText(headline.noLtv)},IF(COUNT(${used.cac.text},${months.text})<2,${part.text},${whole.text}))`, ltv.value === "" ? headline.noLtv : used.cac.value === "" || months.value === "" ? part.value : whole.value);
}

function paybackNow({ cac, revenue, margin }: ValueParts["used"]): Figure {
  if (cac.value === "" || revenue.value === "" || margin.value === "" || margin.value <= 0 || revenue.value <= 0) return "";
  return cac.value / (revenue.value * margin.value);
}

function rounded1(ltv: Term<Figure>, cac: Term<Figure>, value: Figure): Term<string> {
  return rounded1Of(call(`IF(${cac.text}=0,0,${ltv.text}/${cac.text})`, value === "" ? 0 : value));
}

function rounded1Of(term: Term<Figure>): Term<string> {
  const shown = rounded(assured(term), 1);
  return call(`${shown.text}&""`, String(shown.value));
}

function spaced(blocks: readonly SheetSpec["blocks"][number][]): readonly SheetSpec["blocks"][number][] {
  return blocks.length === 0 ? [] : [...blocks, gap()];
}
