// Do the rules pick the leads that convert? What to change.

import { sentence, numberText } from "../formula/sentence";
import { call, cell, literal, literalText, ratio, subtract, type Term } from "../formula/term";
import { gap, grid, input, show, type Block, type Cell, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { sectionOf } from "./headings";
import { bandsOf, bestCell } from "./scoring-review/bands";
import { gradeReview } from "./scoring-review/grades";
import { leaksOf, leaksTable } from "./scoring-review/leaks";
import { reviewLog, reviewLogName } from "./scoring-review/log";
import { reviewParts, type ReviewParts } from "./scoring-review/parts";
import { ruleReview, ruleReviewRules, scaleCell } from "./scoring-review/rules";
import { leftOutCell, reviewInputs, type NumberSetting } from "./scoring-review/settings";
import { valueBlocks } from "./scoring-review/values";
import { leadScoring } from "./scoring/model";
import { tabColours } from "./tabs";
import { textWidth } from "./theme";

/** Columns a title or note spans. */
const width = 11;
const section = sectionOf(width);
const columnWidths = [34, 14, 12, 12, 12, 12, 12, 12, 12, 14, 34, 56];
const widthOfAll = columnWidths.slice(0, width).reduce((sum, one) => sum + one, 0);

export const scoringReviewEntry: SheetEntry = {
  make: scoringReviewSheet,
  needs: ["scoring"],
  forms: [reviewLogName],
  inputs: Object.values(reviewInputs),
  definitions: ({ scoringReview }) => scoringReview.definitions,
};

function scoringReviewSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.scoringReview;
  const parts = reviewParts(context);
  const none = leadScoring(context).hasTooMany ? text.scoring.tooMany : words.noLeads;
  const { blocks, rules } = parts ? contents(parts) : { blocks: [grid([[show("sentence", none, { across: width })]], [22]), gap()], rules: [] };
  return {
    id: "scoringReview",
    name: text.sheets.scoringReview.name,
    tab: tabColours.work,
    columnWidths,
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: width })]], [30]),
      ...blocks,
      section(words.logTitle), note(words.logNote),
      { kind: "beside", blocks: [{ column: 9, block: { kind: "table", table: reviewLog(context) } }, ...(parts ? [{ column: 0, block: settingsBlock(parts) }] : [])] },
    ],
    rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function contents(parts: ReviewParts): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { words, context } = parts;
  const bands = bandsOf(parts);
  const leaks = leaksOf(context);
  const rules = ruleReview(parts, leaks);
  const leaksBlock = leaksTable(parts, leaks);
  return {
    blocks: [
      grid([
        [show("sentence", bands.suggestion, { across: width })],
        [show("sentence", enoughData(parts), { across: width, id: "review.enough" })],
        [show("sentence", guardSentence(parts), { across: width })],
      ], [34, 20, 34]),
      gap(),
      { kind: "beside", blocks: [{ column: 0, block: basics(parts, bands.best, rules?.scale ?? literal("")) }, { column: 3, block: bands.chart }] },
      gap(),
      section(words.bandsTitle), note(words.bandsNote), bands.table,
      gap(),
      section(words.gradesTitle), note(words.gradesNote), gradeReview(parts), gap(),
      section(words.rulesTitle), note(words.rulesNote), rules ? rules.table : note(words.noRules), gap(),
      section(words.leaksTitle), note(words.leaksNote), leaksBlock ?? note(words.noLeaks), gap(),
      ...valueBlocks(parts, leaks, width),
    ],
    rules: [
      ...(rules ? ruleReviewRules(parts) : []),
      { kind: "formula", area: { from: "review.enough", to: "review.enough" }, formula: `LEFT(⟦review.enough⟧,1)="⚠"`, tone: "fair" },
    ],
  };
}

/** Leads and conversions everything is measured by, and the two figures that follow. */
function basics({ words, context, made, total, counted, settings }: ReviewParts, best: Term, scale: Term): Block {
  const { yes } = context.text.tables;
  const line = (label: string, content: Cell["content"], format: Cell["format"], id?: string): readonly Cell[] => [show("label", label), show("value", content, { format, ...(id ? { id } : {}) })];
  const leftOut = call(`IF(${reviewInputs.guard}=${literalText(yes)},${literalText(yes)},"–")`, settings.isGuarded ? yes : "–");
  return grid([
    line(words.basics.leads, made.total.leads, "count", "review.total.leads"),
    line(words.basics.converted, made.total.converted, "count", "review.total.converted"),
    line(words.basics.rate, ratio(total.converted, total.leads), "percent"),
    line(words.basics.counted, made.counted.leads, "count", "review.counted.leads"),
    line(words.basics.countedConverted, made.counted.converted, "count", "review.counted.converted"),
    line(words.basics.countedRate, ratio(counted.converted, counted.leads), "percent"),
    line(words.basics.best, best, "general", bestCell),
    line(words.basics.scale, scale, "decimal", scaleCell),
    line(words.basics.leftOut, leftOut, "text", leftOutCell),
  ]);
}

/** Whether the data carry weights from data. */
function enoughData({ words, counted, settings }: ReviewParts): Term<string> {
  const { leads, converted, fewest } = settings.numbers;
  const figures = { leads: numberText(counted.leads), converted: numberText(counted.converted), least: numberText(leads), leastConverted: numberText(converted), fewest: numberText(fewest) };
  const [none, few, enough] = [sentence(words.data.none, figures), sentence(words.data.few, figures), sentence(words.data.enough, figures)];
  const [m, c] = [counted.leads, counted.converted];
  const isNone = c.value < fewest.value || m.value - c.value < fewest.value;
  const isFew = m.value < leads.value || c.value < converted.value;
  return call(
    `IF(OR(${c.text}<${fewest.text},${m.text}-${c.text}<${fewest.text}),${none.text},IF(OR(${m.text}<${leads.text},${c.text}<${converted.text}),${few.text},${enough.text}))`,
    (isNone ? none : isFew ? few : enough).value,
  );
}

/** What is left out because it came after the conversion, or why that cannot be told. */
function guardSentence({ words, scoring, total, counted, settings, context }: ReviewParts): Term<string> | string {
  if (!scoring.after) return words.guard.unknown;
  const out = subtract(total.converted, counted.converted);
  const said = sentence(words.guard.on, { out: numberText(out), converted: numberText(total.converted) });
  const word = cell(leftOutCell, settings.isGuarded ? context.text.tables.yes : "–");
  return call(`IF(${word.text}="–",${literalText(words.guard.off)},${said.text})`, settings.isGuarded ? said.value : words.guard.off);
}

function settingsBlock({ words, settings, context }: ReviewParts): Block {
  const { yes, no } = context.text.tables;
  const number = (setting: NumberSetting, min: number, max: number): readonly Cell[] => [
    show("label", words.settings[setting], { across: 2 }),
    input(reviewInputs[setting], settings.cells[setting], { allowed: { kind: "number", min, max, whole: false } }),
  ];
  return grid([
    [show("heading", words.settingsTitle, { across: 3 })],
    number("from", -100_000, 100_000), number("width", 0.001, 100_000), number("shrinkage", 0, 100_000), number("leads", 0, 1e9), number("converted", 0, 1e9), number("fewest", 1, 1e9),
    [show("label", words.settings.guard, { across: 2 }), input(reviewInputs.guard, settings.isGuarded ? yes : no, { allowed: { kind: "list", items: [yes, no] } })],
  ]);
}

/** As many lines as the text takes. */
function note(text: string): Block {
  return grid([[show("note", text, { across: width })]], [6 + 13 * Math.ceil(textWidth(text) / (widthOfAll * 1.05))]);
}
