// The figures of each stage: by formula where the data tell, typed where they do not.

import { column, thisRow, type Column } from "../../formula/column";
import { reference, type Figure, type Term } from "../../formula/term";
import { activitiesIn, customersIn, daysToNext, satisfactionIn, type PathColumns, type TouchpointColumns } from "../../metrics/journey";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { ColumnSpec } from "../block";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { journeyTableName, mapHeaders } from "./map";
import { isFound, type JourneySources } from "./sources";
import { hasTyped, typedColumn, typedRows, type TypedRow } from "./typed";

const figureNames = ["activities", "customers", "daysToNext", "satisfaction"] as const;
type FigureName = (typeof figureNames)[number];
const typedNames = ["activities", "daysToNext", "satisfaction"] as const;
const formatsOf: Readonly<Record<FigureName, Format>> = { activities: "count", customers: "count", daysToNext: "count", satisfaction: "decimal" };

/** Figures of the map's rows; a figure the data do not have is null and has a typed column instead. */
export interface Figures {
  readonly columns: readonly ColumnSpec[];
  readonly activities: Column<Figure> | null;
  readonly customers: Column<Figure> | null;
  readonly daysToNext: Column<Figure> | null;
  /** Measured, else as typed. */
  readonly satisfaction: Column;
  readonly satisfactionHeader: string;
}

export function figuresOf(stages: readonly string[], sources: JourneySources, touchpoints: TouchpointColumns | null, memory: Memory, text: WholeText): Figures {
  const { figures, typedFigures } = text.journey;
  const terms = termsOf(stages, sources, touchpoints, text);
  const measured = figureNames.flatMap((name): ColumnSpec[] => {
    const contents = terms[name];
    return contents ? [{ name: figures[name], owner: "formula", format: formatsOf[name], look: "value", contents }] : [];
  });
  const before = typedRows(memory, journeyTableName, mapHeaders, text);
  const typed = typedNames.flatMap((name): ColumnSpec[] => {
    if (terms[name] && !hasTyped(before, typedFigures[name])) return [];
    const contents = typedCells(stages, before, typedFigures[name]);
    return [{ ...typedColumn(typedFigures[name], contents, { kind: "number", min: 0, max: 1e9, whole: false }, formatsOf[name]), look: "input" }];
  });
  const of = (name: FigureName): Column<Figure> | null => (terms[name] ? column(journeyTableName, figures[name], terms[name].map((term) => term.value)) : null);
  return {
    columns: [...measured, ...typed],
    activities: of("activities"),
    customers: of("customers"),
    daysToNext: of("daysToNext"),
    satisfaction: of("satisfaction") ?? column(journeyTableName, typedFigures.satisfaction, typedCells(stages, before, typedFigures.satisfaction)),
    satisfactionHeader: terms.satisfaction ? figures.satisfaction : typedFigures.satisfaction,
  };
}

type Terms = Readonly<Record<FigureName, readonly Term<Figure>[] | null>>;

function termsOf(stages: readonly string[], { activities: found, scores }: JourneySources, touchpoints: TouchpointColumns | null, { journey }: WholeText): Terms {
  const names = stages.map((stage) => reference(thisRow(journeyTableName, journey.lanes.stage), stage));
  const satisfaction = isFound(scores) ? names.map((name) => satisfactionIn(name, scores)) : null;
  if (!isFound(found) || !touchpoints) return { activities: null, customers: null, daysToNext: null, satisfaction };
  const activities = names.map((name) => activitiesIn(name, touchpoints));
  const counted = activities.map((term) => reference(thisRow(journeyTableName, journey.figures.activities), term.value));
  return {
    activities,
    customers: names.map((name, row) => customersIn(name, counted[row] as Term<Figure>, found)),
    daysToNext: found.daysToNext && waits(names, { ...found, daysToNext: found.daysToNext }),
    satisfaction,
  };
}

function waits(names: readonly Term<string>[], path: PathColumns): readonly Term<Figure>[] {
  return names.map((name) => daysToNext(name, path));
}

/** The map's rows are the rows typed before where there are any, so they are in one order. */
function typedCells(stages: readonly string[], before: readonly TypedRow[] | null, header: string): readonly CellValue[] {
  return stages.map((_, row) => before?.[row]?.get(header) ?? null);
}
