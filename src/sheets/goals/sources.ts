// Which measures can a goal be read from, and what are they now?

import { column, thisRow, type Column } from "../../formula/column";
import { lookupNumber } from "../../formula/lookup";
import { reference, type Figure, type Term } from "../../formula/term";
import type { SheetContext } from "../context";
import { formatOfUnit, measuresAsColumns } from "../definitions";
import type { ColumnSpec, TableSpec } from "../block";
import type { Format } from "../plan";
import { trailing, trailingMeasure, type Trailing } from "./trailing";
import { sourcesTableName } from "./words";

/** A measure by the name goals choose it by. The first one is “typed in” and has no value. */
export interface Source {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly now: Term<Figure> | null;
  readonly format: Format;
}

export function goalSources(context: SheetContext): readonly Source[] {
  const { text, metrics } = context;
  const words = text.goals;
  const measures = measuresAsColumns(context);
  return [
    { name: words.typedIn, what: words.noMeasure, unit: "", now: null, format: "general" },
    ...trailingSources(context),
    ...metrics.map(({ id, unit }): Source => {
      const { name, formula } = text.metrics.names[id];
      const key = reference(thisRow(sourcesTableName, words.sources.measure), name);
      return { name, what: formula, unit: text.metrics.units[unit], now: lookupNumber(measures.value, key, measures.measure), format: formatOfUnit(unit) };
    }),
  ];
}

function trailingSources({ text, model }: SheetContext): readonly Source[] {
  const { deals, settings } = model;
  if (!deals) return [];
  const units: Record<Trailing, "money" | "days" | "ratio"> = { won: "money", cycle: "days", winRate: "ratio" };
  return trailing.map((which): Source => ({
    ...text.goals.trailing[which],
    unit: text.metrics.units[units[which]],
    now: trailingMeasure({ ...model, deals }, which, settings.asOf),
    format: formatOfUnit(units[which]),
  }));
}

/** The measures as the Goals table looks them up. */
export function sourceColumns({ text }: SheetContext, sources: readonly Source[]): { readonly name: Column; readonly now: Column } {
  const headers = text.goals.sources;
  return {
    name: column(sourcesTableName, headers.measure, sources.map((source) => source.name)),
    now: column(sourcesTableName, headers.now, sources.map((source) => source.now?.value ?? "")),
  };
}

/** The table of them; goals choose from its first column. */
export function sourcesSpec({ text }: SheetContext, sources: readonly Source[]): TableSpec {
  const headers = text.goals.sources;
  const written = { owner: "crm", format: "text" } as const;
  const columns: readonly ColumnSpec[] = [
    { ...written, name: headers.measure, look: "label", contents: sources.map((source) => source.name) },
    { ...written, name: headers.what, look: "wrapped", contents: sources.map((source) => source.what) },
    { name: headers.now, owner: "formula", format: "general", look: "value", contents: sources.map((source) => source.now), formats: sources.map((source) => source.format) },
    { ...written, name: headers.unit, look: "label", contents: sources.map((source) => source.unit) },
  ];
  return { name: sourcesTableName, kind: "mirror", key: [headers.measure], columns, filter: false, style: "report" };
}
