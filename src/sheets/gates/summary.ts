// Counts and amounts at risk by stage and by rep, over the table of checks.

import { countifs, knownSumifs } from "../../formula/aggregate";
import { thisRow } from "../../formula/column";
import { is, isEmpty, than, type Criterion as Condition } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { literal, ratio, reference, type Figure, type Term } from "../../formula/term";
import { column } from "../../formula/column";
import type { DealModel } from "../../metrics/deals";
import type { CellValue } from "../../values";
import type { Block } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import type { Checks, OpenDeals } from "./checks";
import { isBlank } from "./fields";
import { gateNames } from "./names";

export interface Summary {
  readonly model: DealModel;
  readonly context: SheetContext;
  readonly checks: Checks;
  readonly open: OpenDeals;
  readonly limits: readonly Figure[];
  readonly hasAmounts: boolean;
  /** Some criterion is checked by a column. */
  readonly hasTests: boolean;
}

/** 1 in a column of flags. */
export function flagged(flag: Condition["column"]): Condition {
  return than(flag, "=", literal(1));
}

/** Deals with a flag; "" where nothing tells whether it holds: no data is not zero. */
function flaggedCount(summary: Summary, flag: keyof Checks["known"] | "risk", ...conditions: readonly Condition[]): Term<Figure> {
  const isKnown = flag === "risk" ? summary.hasTests : summary.checks.known[flag];
  return isKnown ? countifs(...conditions, flagged(summary.checks.columns[flag])) : literal("");
}

/** What of the open amount is at risk. */
function riskOf(summary: Summary, ...conditions: readonly Condition[]): Term<Figure> {
  return summary.hasTests ? worthOf(summary, ...conditions, flagged(summary.checks.columns.risk)) : literal("");
}

/** Open amount, or what of it is at risk; "" without any amount. */
export function worthOf({ checks, hasAmounts }: Summary, ...conditions: readonly Condition[]): Term<Figure> {
  return hasAmounts ? knownSumifs(checks.columns.amount, ...conditions) : literal("");
}

export function stagesTable(summary: Summary): Block {
  const { context, model, checks, limits } = summary;
  const headers = context.text.gates.stages;
  const { limits: limitHeaders } = context.text.gates;
  const rows = model.stages.rows.filter(({ outcome }) => outcome === "open").map(({ stage }) => {
    const own = reference(thisRow(gateNames.stages, headers.stage), stage);
    return { stage, own, here: is(checks.columns.stage, own) };
  });
  const limitStage = column(gateNames.limits, limitHeaders.stage, rows.map(({ stage }) => stage));
  const limit = column(gateNames.limits, limitHeaders.limit, limits);
  const missing = rows.map(({ here }) => flaggedCount(summary, "risk", here));
  const open = rows.map(({ here }) => countifs(here));
  const cell = (name: string, value: Figure) => reference(thisRow(gateNames.stages, name), value);
  return reportTable(gateNames.stages, headers.stage, [
    fixed(headers.stage, "text", rows.map(({ stage }) => stage)),
    figures(headers.open, "count", open),
    figures(headers.amount, "money", rows.map(({ here }) => worthOf(summary, here))),
    figures(headers.risk, "money", rows.map(({ here }) => riskOf(summary, here))),
    figures(headers.missing, "count", missing),
    figures(headers.share, "percent", rows.map((_, at) => ratio(cell(headers.missing, missing[at]!.value), cell(headers.open, open[at]!.value)))),
    figures(headers.limit, "days", rows.map(({ own }) => lookupNumber(limit, own, limitStage))),
    figures(headers.still, "count", rows.map(({ here }) => flaggedCount(summary, "still", here))),
  ]);
}

/** Everyone with open deals, most at risk first; deals without an owner last. Null where no deal has an owner. */
export function repsTable(summary: Summary): Block | null {
  const { context, checks, open } = summary;
  const { gates: { reps: headers, nobody } } = context.text;
  const owners = ownersByRisk(checks, open);
  if (owners.length === 0) return null;
  const { owner } = checks.columns;
  const hasNone = open.deals.some((_, row) => isBlank(owner.values[row]));
  const own = (rep: string) => reference(thisRow(gateNames.reps, headers.rep), rep);
  const conditions = [...owners.map((rep) => is(owner, own(rep))), ...(hasNone ? [isEmpty(owner)] : [])];
  const counts = (flag: keyof Checks["known"] | "risk") => conditions.map((his) => flaggedCount(summary, flag, his));
  return reportTable(gateNames.reps, headers.rep, [
    fixed(headers.rep, "text", [...owners, ...(hasNone ? [nobody] : [])]),
    figures(headers.open, "count", conditions.map((his) => countifs(his))),
    figures(headers.amount, "money", conditions.map((his) => worthOf(summary, his))),
    figures(headers.risk, "money", conditions.map((his) => riskOf(summary, his))),
    figures(headers.missing, "count", counts("risk")),
    figures(headers.still, "count", counts("still")),
    figures(headers.late, "count", counts("late")),
    figures(headers.pushed, "count", counts("pushed")),
  ]);
}

function ownersByRisk({ columns }: Checks, { deals }: OpenDeals): readonly string[] {
  const found = new Map<string, { readonly name: string; amount: number; missing: number; open: number }>();
  deals.forEach((deal, row) => {
    const owner: CellValue = columns.owner.values[row] ?? null;
    if (typeof owner !== "string" || owner === "") return;
    const known = found.get(owner.toLowerCase()) ?? { name: owner, amount: 0, missing: 0, open: 0 };
    known.open += 1;
    found.set(owner.toLowerCase(), known);
    if (columns.risk.values[row] !== 1) return;
    known.amount += deal.amount ?? 0;
    known.missing += 1;
  });
  return [...found.values()].sort((a, b) => b.amount - a.amount || b.missing - a.missing || b.open - a.open || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}
