// The Journey sheet: the customer's way from awareness to renewal, who looks after it and how it goes.

import { column } from "../formula/column";
import { gap, grid, show, type Block, type Cell, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import { travellersOf } from "./journey/customers";
import { figuresOf } from "./journey/figures";
import { handoffs, handoffsTableName } from "./journey/handoffs";
import { journeyTableName, laneColumns, lanes, mapRows, stageNames } from "./journey/map";
import { foundSentence, longestWait, lowestPoint, staleNotice } from "./journey/findings";
import { emotionChart, stageCards, type LaneColumns } from "./journey/poster";
import { rowHeights, spansOf, widthsOf } from "./journey/room";
import { isFound, sourcesOf } from "./journey/sources";
import { timeline } from "./journey/timeline";
import { touchpoints, touchpointsTable, touchpointsTableName } from "./journey/touchpoints";
import type { TableSpec } from "./block";
import { tabColours } from "./tabs";

/** Names of the sheet's form tables, for recall. */
export const journeyForms = [journeyTableName, handoffsTableName, touchpointsTableName] as const;

/** Where the touchpoints begin, beside the timeline. */
const touchpointsAt = 8;
const chartRows = 15;

export function journeySheet(context: SheetContext): SheetSpec {
  const { text, memory } = context;
  const words = text.journey;
  const sources = sourcesOf(context);
  const rows = mapRows(memory, text);
  const stages = stageNames(rows);
  const types = isFound(sources.activities) ? sources.activities.type : null;
  const kinds = touchpoints([types?.values ?? [], sources.asked?.values ?? []], memory, text);
  const chooser = touchpointsTable(kinds, { types, asked: sources.asked }, text);
  const figures = figuresOf(stages, sources, chooser?.columns ?? null, memory, text);
  const travellers = isFound(sources.activities) ? travellersOf(sources.activities, stages) : [];
  const map: TableSpec = { name: journeyTableName, kind: "form", key: [words.lanes.stage], columns: [...laneColumns(rows, text), ...figures.columns], filter: false, style: "form" };
  const laneColumn = Object.fromEntries(lanes.map((lane) => [lane, column(journeyTableName, words.lanes[lane], rows.map((row) => row[lane]))])) as unknown as LaneColumns;
  const widths = widthsOf(map.columns.length);
  const wide = widths.length;
  const line = (look: Cell["look"], content: Cell["content"]) => grid([[show(look, content, { across: wide })]], [look === "section" ? 28 : look === "note" ? 26 : 19]);
  const checklist = handoffs(rows, memory, text);
  const way: Block = isFound(sources.activities) && travellers.length > 0
    ? timeline(context, sources.activities, travellers)
    : grid([[show("note", words.timeline.none, { across: 7 })]], [30]);
  const satisfaction = isFound(sources.scores) ? words.satisfaction.mean(sources.scores.kindName, sources.scores.kinds) : words.satisfaction[sources.scores.why];
  const activities = isFound(sources.activities) ? foundSentence(sources.activities, figures, travellers, stages, text) : words[sources.activities.why];
  return {
    id: "journey",
    name: text.tables.sheets.journey,
    tab: tabColours.work,
    columnWidths: widths,
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: wide })], [show("subtitle", words.subtitle, { across: wide })]]),
      line("sentence", activities),
      line("sentence", lowestPoint(laneColumn, text)),
      ...(figures.daysToNext ? [line("sentence", longestWait(laneColumn, figures.daysToNext, text))] : []),
      gap(),
      stageCards(laneColumn, figures, spansOf(widths, rows.length), text),
      { kind: "chart", chart: emotionChart(figures, text), across: wide, down: chartRows },
      gap(),
      line("section", words.mapTitle),
      withHeights(map, rowHeights(map, widths)),
      line("note", figures.daysToNext && isFound(sources.activities) && chooser?.columns ? staleNotice(sources.activities, chooser.columns, laneColumn, text) : null),
      line("note", satisfaction),
      gap(),
      line("section", words.handoffs.title),
      line("sentence", checklist.count),
      withHeights(checklist.table, rowHeights(checklist.table, widths)),
      gap(2),
      {
        kind: "beside",
        blocks: [
          { column: 0, block: grid([[show("section", words.timeline.title, { across: 7 })]]) },
          ...(chooser ? [{ column: touchpointsAt, block: grid([[show("section", words.touchpoints.title, { across: 4 })]]) }] : []),
        ],
      },
      {
        kind: "beside",
        blocks: [
          { column: 0, block: way },
          ...(chooser
            ? [{ column: touchpointsAt, block: { kind: "stack", blocks: [grid([[show("note", words.touchpoints.note, { across: 4 })]]), { kind: "table", table: chooser.spec }] } } as const]
            : []),
        ],
      },
    ],
    rules: rulesOf(context, chooser !== null, figures.activities !== null),
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** A table's rows in heights that show their texts. */
function withHeights(table: TableSpec, heights: readonly number[]): Block {
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: grid(heights.map(() => []), heights) }] };
}

function rulesOf({ text }: SheetContext, hasTouchpoints: boolean, counted: boolean): readonly RuleSpec[] {
  const { lanes: headers, figures, handoffs: checks, touchpoints: kinds } = text.journey;
  const emotion = { table: journeyTableName, column: headers.emotion };
  const at = (table: string, header: string) => `⟦${table}.${header}⟧`;
  const felt = at(journeyTableName, headers.emotion);
  const done = { table: handoffsTableName, column: checks.done };
  const choice = { table: touchpointsTableName, column: kinds.stage };
  return [
    { kind: "formula", area: emotion, formula: `AND(ISNUMBER(${felt}),${felt}>=1)`, tone: "good" },
    { kind: "formula", area: emotion, formula: `AND(ISNUMBER(${felt}),${felt}<=-1)`, tone: "bad" },
    ...(counted ? [{ kind: "dataBar", area: { table: journeyTableName, column: figures.activities }, colour: "aqua", min: 0 } as const] : []),
    { kind: "equals", area: done, text: text.tables.yes, tone: "good" },
    ...(hasTouchpoints
      ? [{ kind: "formula", area: choice, formula: `AND(${at(touchpointsTableName, kinds.touchpoint)}<>"",${at(touchpointsTableName, kinds.stage)}="")`, tone: "fair" } as const]
      : []),
  ];
}

