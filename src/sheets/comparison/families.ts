// Which KPIs are compared, under which definitions, worked out from what these data have?

import { reachedInOrder } from "../../metrics/funnel-strict";
import { averageDeals, averageIds } from "../../metrics/compared/averages";
import { churnIds, churns, leadConversions, leadIds } from "../../metrics/compared/customers";
import { cycleIds, salesCycles } from "../../metrics/compared/cycles";
import { quotient, single, type Compared } from "../../metrics/compared/definition";
import { coverageIds, coverages, forecastIds, forecasts } from "../../metrics/compared/forecasts";
import { funnelShares, funnelIds } from "../../metrics/compared/funnels";
import { velocities, velocityIds } from "../../metrics/compared/velocities";
import { winRateIds, winRates } from "../../metrics/compared/win-rates";
import { askedComplete } from "../../formula/asked-table";
import type { Column } from "../../formula/column";
import { groupingOf } from "../../formula/groups";
import { literal, reference, type Figure, type Term } from "../../formula/term";
import { measureCell, type Metric } from "../../metrics/catalogue";
import type { DealModel } from "../../metrics/deals";
import type { ComparedWords } from "../../text/compared";
import type { Day } from "../../values";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import type { ComparedPeriod } from "./period";

export const familyIds = ["winRate", "cycle", "funnel", "velocity", "average", "forecast", "coverage", "leads", "churn", "completeness"] as const;
export type FamilyId = (typeof familyIds)[number];

export interface Family {
  readonly id: FamilyId;
  readonly name: string;
  readonly unit: Format;
  readonly definitions: readonly DefinitionRow[];
}

export interface DefinitionRow {
  /** `winRate.periodCount`. */
  readonly id: string;
  readonly words: ComparedWords;
  readonly compared: Compared;
  readonly parts: readonly [numerator: Format, denominator: Format];
}

/** The families these data have tables for. Definitions that can be worked out come first; the others say why they cannot. */
export function familiesOf(context: SheetContext, model: DealModel, around: ComparedPeriod, notCounted: Term<number> | null): readonly Family[] {
  const { period, matured, quota, year, quarterEnd } = around;
  const lead = context.data.get("lead");
  const found: Readonly<Record<FamilyId, readonly [Format, readonly string[], readonly Compared[]] | null>> = {
    winRate: ["percent", winRateIds, winRates(model, period, matured, notCounted)],
    cycle: ["days", cycleIds, salesCycles(model, period)],
    funnel: ["percent", funnelIds, funnelShares(model, strictSteps(context))],
    velocity: ["money", velocityIds, velocities(model, period)],
    average: ["money", averageIds, averageDeals(model, period)],
    forecast: ["money", forecastIds, forecasts(model, quarterEnd)],
    coverage: ["ratio", coverageIds, coverages(model, quota, year)],
    leads: model.leads && lead ? ["percent", leadIds, leadConversions({ ...model, leads: model.leads }, lead.fields.get("created") ?? null, lead.fields.get("convertedOn") ?? null, period, matured)] : null,
    churn: churnFamily(context, around),
    completeness: model.completeness.length > 0 ? ["percent", ["fillable", "cells", "rows"], completenessOf(context, model)] : null,
  };
  return familyIds.flatMap((id): Family[] => {
    const family = found[id];
    if (!family) return [];
    const [unit, ids, compared] = family;
    const words = context.text.comparison.families[id];
    const texts: Readonly<Record<string, ComparedWords>> = words.definitions;
    const rows = ids.map((one): DefinitionRow => {
      const made = compared.find((other) => other.id === one) ?? single(one, literal(""), literal(0));
      const isMedian = one.endsWith("Median") && id === "average" && context.data.get("deal")?.rates !== undefined && model.deals.groups !== undefined;
      const isLeftOut = one === "rows" && !compared.includes(made);
      return { id: `${id}.${one}`, words: isMedian ? { ...texts[one]!, why: context.text.tables.groups.currencies(texts[one]!.name) } : isLeftOut ? { ...texts[one]!, why: context.text.tables.groups.needsEach(texts[one]!.name) } : wordsOf(context, one, texts[one]!), compared: isLeftOut ? { ...made, rows: { ...made.rows, text: '""' } } : made, parts: partsOf(id, one, unit) };
    });
    return [{ id, name: words.name, unit, definitions: [...rows.filter(({ compared: one }) => valueNow(one) !== ""), ...rows.filter(({ compared: one }) => valueNow(one) === "")] }];
  });
}

/** What the definition gives now. */
export function valueNow({ value, numerator, denominator }: Compared): Figure {
  if (value) return value.value;
  const [above, below] = [numerator?.value ?? "", denominator?.value ?? ""];
  return above === "" || below === "" || below === 0 ? "" : above / below;
}

function partsOf(family: FamilyId, id: string, unit: Format): readonly [Format, Format] {
  if (id.endsWith("Amount") || id === "revenue" || family === "coverage") return ["money", "money"];
  switch (family) {
    case "cycle": return ["days", "count"];
    case "velocity": return ["money", "days"];
    case "average": case "forecast": return ["money", "count"];
    default: return unit === "percent" ? ["count", "count"] : ["decimal", "decimal"];
  }
}

/** Groups of moves have another reason for what they do not tell. */
function wordsOf({ data, text }: SheetContext, id: string, words: ComparedWords): ComparedWords {
  return id === "strict" && data.get("stageMove")?.groups ? { ...words, why: text.comparison.strictGrouped } : words;
}

/** Deals that reached each step in order; null without a stage history. */
function strictSteps({ data, model }: SheetContext): readonly number[] | null {
  const moves = data.get("stageMove");
  // Groups do not tell in which order one deal went through its stages.
  if (!moves || moves.groups || !model.moves || model.moves.fromSnapshots) return null;
  const values = (field: string) => moves.fields.get(field)?.values ?? null;
  const [ids, names] = [values("dealId"), values("deal")];
  const deal = model.moves.stage.values.map((_, row) => textOf(ids?.[row]) ?? textOf(names?.[row]));
  const entries = { deal, stage: model.moves.stage.values.map(textOf), on: model.moves.entered.values.map((day) => (typeof day === "number" ? (day as Day) : null)) };
  return reachedInOrder(entries, model.stages.rows);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function churnFamily({ data, model }: SheetContext, { period }: ComparedPeriod): readonly [Format, readonly string[], readonly Compared[]] | null {
  const fields = data.get("account")?.fields;
  const churned = fields?.get("churned");
  if (!fields || !churned) return null;
  const start = fields.get("contractStart") ?? fields.get("created") ?? null;
  return ["percent", churnIds, churns({ churned, start, revenue: fields.get("monthlyRevenue") ?? null }, model.words.yes, period)];
}

/** The two measures of Definitions, and rows without an empty cell as the export has them. */
function completenessOf({ metrics, data }: SheetContext, { completeness }: DealModel): readonly Compared[] {
  const object = completeness[0]?.object ?? "";
  const columns = completeness.filter((one) => one.object === object).map((one) => one.column);
  const groups = completeness[0]?.counted ? data.get(completeness[0].kind)?.groups : undefined;
  // Which cells are empty together is not known of records in groups.
  const whole = groups ? askedComplete(groups.tables) : wholeRows(columns);
  const rows = groups ? groupingOf(groups.tables).rows().value : (columns[0]?.values.length ?? 0);
  const measure = (id: string, metric: Metric["id"]): readonly Compared[] => {
    const made = metrics.find((one) => one.id === metric);
    return made ? [single(id, reference<Figure>(`⟦${measureCell(metric)}⟧`, made.term.value), made.rows)] : [];
  };
  return [...measure("fillable", "completeness"), ...measure("cells", "completeness.cells"), ...(whole === null ? [] : [quotient("rows", literal(whole), literal(rows), literal(rows))])];
}

function wholeRows(columns: readonly Column[]): number {
  return (columns[0]?.values ?? []).filter((_, row) => columns.every(({ values }) => values[row] !== null && values[row] !== "")).length;
}
