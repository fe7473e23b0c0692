// What the blocks of the Journey sheet are made from, worked out once.

import { column } from "../../formula/column";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { travellersOf, type Journey } from "./customers";
import { figuresOf, type Figures } from "./figures";
import { journeyTableName, laneColumns, lanes, mapRows, stageNames, type MapRow } from "./map";
import type { LaneColumns } from "./poster";
import { widthsOf } from "./room";
import { isFound, sourcesOf, type ActivityColumns, type JourneySources } from "./sources";
import { namesIn, touchpoints, touchpointsTable } from "./touchpoints";

export interface JourneyParts {
  readonly context: SheetContext;
  readonly sources: JourneySources;
  /** Null where no activity can be placed in a stage. */
  readonly activities: ActivityColumns | null;
  readonly rows: readonly MapRow[];
  readonly stages: readonly string[];
  readonly map: TableSpec;
  readonly lanes: LaneColumns;
  readonly figures: Figures;
  /** Null where there is no kind of touchpoint to choose a stage for. */
  readonly touchpoints: ReturnType<typeof touchpointsTable>;
  readonly travellers: readonly Journey[];
  readonly widths: readonly number[];
}

export function journeyParts(context: SheetContext): JourneyParts {
  const { text, memory } = context;
  const words = text.journey;
  const sources = sourcesOf(context);
  const activities = isFound(sources.activities) ? sources.activities : null;
  const rows = mapRows(memory, text);
  const stages = stageNames(rows);
  const named = { types: activities?.type ?? null, asked: sources.asked };
  const kinds = touchpoints([namesIn(named.types), namesIn(named.asked)], memory, text);
  const chooser = touchpointsTable(kinds, named, text);
  const figures = figuresOf(stages, sources, chooser?.columns ?? null, memory, text);
  const columns = [...laneColumns(rows, text), ...figures.columns];
  return {
    context,
    sources,
    activities,
    rows,
    stages,
    map: { name: journeyTableName, kind: "form", key: [words.lanes.stage], columns, filter: false, style: "form" },
    lanes: Object.fromEntries(lanes.map((lane) => [lane, column(journeyTableName, words.lanes[lane], rows.map((row) => row[lane]))])) as unknown as LaneColumns,
    figures,
    touchpoints: chooser,
    travellers: activities ? travellersOf(activities, stages) : [],
    widths: widthsOf(columns.length),
  };
}
