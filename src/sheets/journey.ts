// The Journey sheet: the customer's way from awareness to renewal, who looks after it and how it goes.

import { gap, grid, show, stack, type Block, type Cell, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { journeyCustomersSheets } from "./journey/customers";
import { foundSentence, longestWait, lowestPoint, staleNotice } from "./journey/findings";
import { handoffs, handoffsTableName } from "./journey/handoffs";
import { journeyTableName } from "./journey/map";
import { journeyParts, type JourneyParts } from "./journey/parts";
import { emotionChart, stageCards } from "./journey/poster";
import { noteHeight, rowHeights, spansOf } from "./journey/room";
import { isFound } from "./journey/sources";
import { chosenCustomer, timeline, timelineWidth } from "./journey/timeline";
import { touchpointsTableName } from "./journey/touchpoints";
import { tabColours } from "./tabs";

/** Names of the sheet's form tables, for recall. */
const journeyForms = [journeyTableName, handoffsTableName, touchpointsTableName] as const;

/** Where the touchpoints begin, beside the timeline. */
const touchpointsAt = 8;
const chartRows = 16;

export const journeyEntry: SheetEntry = {
  make: journeySheet, more: journeyCustomersSheets, moreNames: ({ journey }) => ({ journeyCustomers: journey.customers.sheet }), forms: [...journeyForms], shared: [journeyTableName, touchpointsTableName], inputs: [chosenCustomer], choices: [chosenCustomer], definitions: () => [],
};

/** Cards and emotion curve, the map, the handoffs made from it, one customer's way beside the touchpoints. */
export function journeySheet(context: SheetContext): SheetSpec {
  const parts = journeyParts(context);
  return {
    id: "journey",
    name: context.text.sheets.journey.name,
    tab: tabColours.work,
    columnWidths: parts.widths,
    gridlines: false,
    blocks: [...poster(parts), gap(), ...map(parts), gap(), ...checklist(parts), gap(2), ...customer(parts)],
    rules: rulesOf(parts),
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function poster(parts: JourneyParts): readonly Block[] {
  const { context: { text }, sources, activities, rows, stages, lanes, figures, travellers, widths } = parts;
  const spans = spansOf(widths, rows.length);
  const goals = noteHeight(rows.map((row) => String(row.goal ?? "")), spans, widths);
  const wide = { across: widths.length };
  return [
    grid([[show("title", text.journey.title, wide)], [show("subtitle", text.journey.subtitle, wide)]]),
    line("sentence", activities ? foundSentence(activities, figures, travellers, stages, text) : isFound(sources.activities) ? null : text.journey[sources.activities.why], parts),
    line("sentence", lowestPoint(lanes, text), parts),
    ...(figures.daysToNext ? [line("sentence", longestWait(lanes, figures.daysToNext, text), parts)] : []),
    gap(),
    stageCards(lanes, figures, spans, goals, text),
    { kind: "chart", chart: emotionChart(figures, text), across: widths.length, down: chartRows },
  ];
}

function map(parts: JourneyParts): readonly Block[] {
  const { context: { text }, sources: { scores }, activities, figures, lanes, touchpoints } = parts;
  const { satisfaction } = text.journey;
  return [
    line("section", text.journey.mapTitle, parts),
    wrapped(parts.map, parts),
    ...(activities && figures.daysToNext && touchpoints?.columns ? [line("note", staleNotice(activities, touchpoints.columns, lanes, text), parts)] : []),
    ...(activities?.ways && !figures.daysToNext ? [line("note", text.journey.daysGrouped, parts)] : []),
    line("note", isFound(scores) ? satisfaction.mean(scores.kindName, scores.kinds) : satisfaction[scores.why], parts),
  ];
}

function checklist(parts: JourneyParts): readonly Block[] {
  const { context: { text, memory }, rows } = parts;
  const { table, count } = handoffs(rows, memory, text);
  return [line("section", text.journey.handoffs.title, parts), line("sentence", count, parts), wrapped(table, parts)];
}

/** The customer's way on the left; on the right, where there are any, the touchpoints, their header level with the way's. */
function customer({ context, activities, travellers, touchpoints }: JourneyParts): readonly Block[] {
  const { timeline: words, touchpoints: kinds } = context.text.journey;
  const title = grid([[show("section", words.title, { across: timelineWidth })]]);
  const way = activities && travellers.length > 0 ? timeline(context, activities, travellers) : grid([[show("note", words.none, { across: timelineWidth })]], [19]);
  if (!touchpoints) return [title, way];
  const side = stack(grid([[show("note", kinds.note, { across: 4, down: 3 })], [], []]), { kind: "table", table: touchpoints.spec });
  return [
    { kind: "beside", blocks: [{ column: 0, block: title }, { column: touchpointsAt, block: grid([[show("section", kinds.title, { across: 4 })]]) }] },
    { kind: "beside", blocks: [{ column: 0, block: way }, { column: touchpointsAt, block: side }] },
  ];
}

const lineHeights = { sentence: 19, section: 28, note: 17 } as const;

/** A line over the whole width. */
function line(look: keyof typeof lineHeights, content: Cell["content"], { widths }: JourneyParts): Block {
  return grid([[show(look, content, { across: widths.length })]], [lineHeights[look]]);
}

/** A table with rows as high as their texts need. */
function wrapped(table: TableSpec, { widths, context: { language } }: JourneyParts): Block {
  const heights = rowHeights(table, widths, language);
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: grid(heights.map(() => []), heights) }] };
}

function rulesOf({ context: { text }, touchpoints, figures: found }: JourneyParts): readonly RuleSpec[] {
  const { lanes: headers, figures, handoffs: checks, touchpoints: kinds } = text.journey;
  const emotion = { table: journeyTableName, column: headers.emotion };
  const at = (table: string, header: string) => `⟦${table}.${header}⟧`;
  const felt = at(journeyTableName, headers.emotion);
  const done = { table: handoffsTableName, column: checks.done };
  const choice = { table: touchpointsTableName, column: kinds.stage };
  return [
    { kind: "formula", area: emotion, formula: `AND(ISNUMBER(${felt}),${felt}>=1)`, tone: "good" },
    { kind: "formula", area: emotion, formula: `AND(ISNUMBER(${felt}),${felt}<=-1)`, tone: "bad" },
    ...(found.activities ? [{ kind: "dataBar", area: { table: journeyTableName, column: figures.activities }, colour: "aqua", min: 0 } as const] : []),
    { kind: "equals", area: done, text: text.tables.yes, tone: "good" },
    ...(touchpoints
      ? [{ kind: "formula", area: choice, formula: `AND(${at(touchpointsTableName, kinds.touchpoint)}<>"",${at(touchpointsTableName, kinds.stage)}="")`, tone: "fair" } as const]
      : []),
  ];
}

