// Which figures of these data can a goal's actual be read from?

import { column, type Column } from "../../formula/column";
import { call, cell, type Figure, type Term } from "../../formula/term";
import { measureCell, type Unit } from "../../metrics/catalogue";
import { amount, type DealModel } from "../../metrics/deals";
import { closedIn, monthsUpTo } from "../../metrics/period";
import { meanCycle } from "../../metrics/sales-cycle";
import { winRate } from "../../metrics/win-rate";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { formatOfUnit } from "../definitions";

export const sourcesTableName = "GoalSources";

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly term: Term<Figure>;
  readonly what: string;
}

/** The measures of Definitions, and some over the last twelve months, which a yearly goal needs. */
export function goalSources(context: SheetContext): readonly Source[] {
  const { text, metrics, model } = context;
  const measures = metrics.map(({ id, unit, term }): Source => {
    const { name, formula } = text.metrics.names[id];
    return { id, name, unit, term: cell(measureCell(id), term.value), what: formula };
  });
  return [...measures, ...(model.deals ? trailing({ ...model, deals: model.deals }, context) : [])];
}

/** The sources as the Goals table looks them up; the first stands for a typed actual. */
export function sourceColumns(sources: readonly Source[], { text }: SheetContext): { readonly name: Column; readonly value: Column } {
  const headers = text.goals.sources;
  return {
    name: column(sourcesTableName, headers.measure, [text.goals.typedIn, ...sources.map((source) => source.name)]),
    value: column(sourcesTableName, headers.now, ["", ...sources.map((source) => source.term.value)]),
  };
}

/** The table that the drop-down of a goal's measure lists. */
export function sourcesTable(sources: readonly Source[], { text }: SheetContext): TableSpec {
  const headers = text.goals.sources;
  return {
    name: sourcesTableName, kind: "mirror", key: [headers.measure], filter: false, style: "report",
    columns: [
      { name: headers.measure, owner: "crm", format: "text", contents: [text.goals.typedIn, ...sources.map((source) => source.name)] },
      { name: headers.now, owner: "formula", format: "general", contents: [call('""', ""), ...sources.map((source) => source.term)], formats: ["general", ...sources.map((source) => formatOfUnit(source.unit))] },
      { name: headers.unit, owner: "crm", format: "text", contents: [null, ...sources.map((source) => text.metrics.units[source.unit])] },
      { name: headers.what, owner: "crm", format: "text", contents: [text.goals.noMeasure, ...sources.map((source) => source.what)] },
    ],
  };
}

function trailing(model: DealModel, { text }: SheetContext): readonly Source[] {
  const { asOf } = model.settings;
  const year = closedIn(model, monthsUpTo(asOf, 12));
  const words = text.goals.trailing;
  return [
    { id: "trailing.won", unit: "money", term: amount(model, "won", ...year), name: words.won.name, what: words.won.what },
    { id: "trailing.cycle", unit: "days", term: meanCycle(model, "won", ...year), name: words.cycle.name, what: words.cycle.what },
    { id: "trailing.win-rate", unit: "ratio", term: winRate(model, ...year), name: words.winRate.name, what: words.winRate.what },
  ];
}
