// What is missing or out of date, whose it is, and the amount it puts at risk.

import { groupedText } from "../formula/thousands";
import { numberText, percentText, sentence } from "../formula/sentence";
import { assured, call, cell, literalText, ratio, type Figure, type Term } from "../formula/term";
import { amount, deals, isOpenGrouped } from "../metrics/deals";
import { amountAtRisk, dealsAtRisk, type KeyField } from "../metrics/key-fields";
import { gap, grid, show, type Block, type Cell, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { measured } from "./measured";
import { completenessBlocks } from "./quality/completeness";
import { doubleBlocks } from "./quality/doubles";
import { freshBlocks, timelyBlocks } from "./quality/fresh";
import { qualityCell, qualityInputs, qualitySetting, type QualityInput } from "./quality/inputs";
import { fieldRows, keyFieldBlocks, keyFieldsOf, keyFieldsTableName } from "./quality/key-fields";
import { missing, section, width, type QualityParts } from "./quality/parts";
import { repBlocks } from "./quality/reps";
import { tabColours } from "./tabs";

export const qualityEntry: SheetEntry = { make: qualitySheet, forms: [keyFieldsTableName], shared: [keyFieldsTableName], inputs: Object.values(qualityInputs), definitions: ({ quality }) => quality.definitions };

function qualitySheet(context: SheetContext): SheetSpec {
  const words = context.text.quality;
  const { model } = context;
  const parts: QualityParts = { context, words, model: model.deals && model.deals.count > 0 ? { ...model, deals: model.deals } : null };
  const rows = fieldRows(parts);
  const fields = keyFieldsOf(rows);
  const completeness = completenessBlocks(parts);
  const reps = repBlocks(parts, fields);
  const timely = timelyBlocks(parts);
  return {
    id: "quality",
    name: context.text.sheets.quality.name,
    tab: tabColours.work,
    columnWidths: [32, 20, 17, 18, 17, 16, 18, 18, 13, 13, 13, 13],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: width })], [show("sentence", message(parts, fields), { across: width })]], [30, 22]),
      gap(),
      ...settingBlocks(parts), gap(),
      ...riskBlocks(parts, fields),
      ...keyFieldBlocks(parts, rows), gap(),
      ...spaced(reps.blocks),
      ...completeness.blocks, gap(),
      ...freshBlocks(parts), gap(),
      ...timely.blocks, gap(),
      ...doubleBlocks(parts),
    ],
    rules: [...completeness.rules, ...reps.rules, ...timely.rules],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function settingBlocks({ context, words }: QualityParts): readonly Block[] {
  const row = (key: QualityInput): readonly Cell[] => [show("label", words.settings.labels[key]), qualityCell(context, key), show("label", words.settings.notes[key], { across: width - 2 })];
  return [section(words.settings.title), grid((["target", "high", "timely", "day", "week", "month"] as const).map(row))];
}

/** The cost at risk in four figures. */
function riskBlocks({ context, model, words }: QualityParts, fields: readonly KeyField[]): readonly Block[] {
  if (!model) return [];
  const { labels, notes, title } = words.risk;
  if (isOpenGrouped(model)) return [section(title), missing(context.text.tables.groups.needsOpen(title)), gap()];
  const open = deals(model, "open");
  const lacking = dealsAtRisk(model, fields);
  const worth = amount(model, "open");
  const atRisk = amountAtRisk(model, fields);
  const at = (id: string, value: Figure) => cell(`quality.${id}`, value);
  const line = (key: keyof typeof labels, term: Term, format: "count" | "money" | "percent", id: string, look: "value" | "total" = "value"): readonly Cell[] => [show("label", labels[key]), show(look, term, { format, id: `quality.${id}` }), show("label", notes[key], { across: width - 2 })];
  return [
    section(title),
    grid([
      line("open", open, "count", "open"), line("lacking", lacking, "count", "lacking"), line("worth", worth, "money", "worth"), line("atRisk", atRisk, "money", "atRisk", "total"),
      line("share", ratio(at("atRisk", atRisk.value), at("worth", worth.value)), "percent", "share", "total"),
    ]),
    gap(),
  ];
}

function filledSaid(filled: Term<Figure>, context: SheetContext, { nothing, filled: template }: QualityParts["words"]["headline"]): Term<string> {
  const said = sentence(template, { share: percentText(assured(filled), 1), target: percentText(qualitySetting(context, "target")) });
  return call(`IF(ISNUMBER(${filled.text}),${said.text},${literalText(nothing)})`, filled.value === "" ? nothing : said.value);
}

/** How complete the records are, and what stands at risk. */
function message({ context, words, model }: QualityParts, fields: readonly KeyField[]): Term<string> {
  const { headline } = words;
  const hasCells = context.metrics.some(({ id }) => id === "completeness");
  const filled = hasCells ? measured(context, "completeness") : null;
  const first = filled ? filledSaid(filled, context, headline) : call(literalText(headline.nothing), headline.nothing);
  if (!model || isOpenGrouped(model)) return first;
  const worth = amount(model, "open");
  const atRisk = amountAtRisk(model, fields);
  const lacking = cell("quality.lacking", dealsAtRisk(model, fields).value);
  const share = ratio(cell("quality.atRisk", atRisk.value), cell("quality.worth", worth.value));
  const second = sentence(headline.risk, { n: numberText(lacking), amount: groupedText(cell("quality.atRisk", atRisk.value)), share: percentText({ ...cell("quality.share", share.value === "" ? 0 : share.value) }) });
  const none = deals(model, "open").value === 0 ? headline.noOpen : headline.noRisk;
  const text = `${first.text}&IF(${cell("quality.open", 0).text}=0,${literalText(headline.noOpen)},IF(${lacking.text}=0,${literalText(headline.noRisk)},IF(ISNUMBER(${cell("quality.share", 0).text}),${second.text},${literalText(headline.noAmount)})))`;
  return call(text, first.value + (lacking.value === 0 ? none : share.value === "" ? headline.noAmount : second.value));
}

function spaced(blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [...blocks, gap()];
}
