// The measures of the balanced view: which there are, and what each rep's figure is.

import type { Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { literal, type Figure, type Term } from "../../formula/term";
import type { Better } from "../../metrics/balance";
import { closedIn } from "../../metrics/period";
import { activitiesAWeek, movingShare, openFilledShare } from "../../metrics/rep-process";
import { meanCycle } from "../../metrics/sales-cycle";
import { averageWon, winRate } from "../../metrics/win-rate";
import { emptyColumn } from "../../metrics/model";
import { headerOf } from "../data/columns";
import type { Format } from "../plan";
import type { TeamParts } from "./parts";
import type { Ranking } from "./ranking";
import type { TeamRep } from "./reps";

export const measureKeys = ["attainment", "winRate", "averageWon", "cycle", "csat", "updates", "activities", "completeness", "moving", "process", "training"] as const;
export type MeasureKey = (typeof measureKeys)[number];

interface Measure {
  readonly kind: "result" | "process";
  readonly better: Better;
  readonly format: Format;
  /** Until others are typed. The article weighs 60 % sales, 20 % satisfaction, 20 % process. */
  readonly weight: number;
  readonly target: number | null;
}

export const measures: Readonly<Record<MeasureKey, Measure>> = {
  attainment: { kind: "result", better: "higher", format: "percent", weight: 40, target: 1 },
  winRate: { kind: "result", better: "higher", format: "percent", weight: 10, target: null },
  averageWon: { kind: "result", better: "higher", format: "money", weight: 5, target: null },
  cycle: { kind: "result", better: "lower", format: "days", weight: 5, target: null },
  csat: { kind: "process", better: "higher", format: "percent", weight: 20, target: 0.9 },
  updates: { kind: "process", better: "higher", format: "percent", weight: 4, target: 0.95 },
  activities: { kind: "process", better: "higher", format: "decimal", weight: 3, target: null },
  completeness: { kind: "process", better: "higher", format: "percent", weight: 4, target: 0.95 },
  moving: { kind: "process", better: "higher", format: "percent", weight: 3, target: null },
  process: { kind: "process", better: "higher", format: "percent", weight: 3, target: 1 },
  training: { kind: "process", better: "higher", format: "percent", weight: 3, target: 1 },
};

/** Fields of an open deal someone needs to work on it. */
const keyFields = ["amount", "due", "account", "contact", "nextStep", "source", "product"] as const;

/** The key fields the deal export has, with their headers. */
export function filledFields({ context, deals }: TeamParts): readonly { readonly header: string; readonly column: Column }[] {
  const fields = context.data.get("deal")?.fields;
  if (!deals || !fields) return [];
  return keyFields.flatMap((field) => {
    const column = fields.get(field);
    return column && !emptyColumn(column) ? [{ header: field === "due" ? context.text.tables.deals.due : headerOf(field, context.text), column }] : [];
  });
}

/** A rep's figure of each measure the data can tell. */
export function measureTerms(parts: TeamParts, ranking: Ranking, share: { readonly names: Column; readonly figures: Column<Figure> } | null, rep: TeamRep, here: Term<string>): Readonly<Partial<Record<MeasureKey, Term<Figure>>>> {
  const { quotas, context } = parts;
  return {
    attainment: lookupNumber(ranking.attainment, here, ranking.names),
    ...ofDeals(parts, rep, here),
    csat: quotas.figure("csat", here), process: quotas.figure("process", here), training: quotas.figure("training", here),
    ...(share ? { updates: lookupNumber(share.figures, here, share.names) } : {}),
    ...ofActivities(parts, rep, here, context.text.journey.columns.date),
  };
}

function ofDeals(parts: TeamParts, { isAlone }: TeamRep, here: Term<string>): Readonly<Partial<Record<MeasureKey, Term<Figure>>>> {
  const { deals, settings } = parts;
  if (!deals) return {};
  const only = [is(deals.deals.columns.owner, here), ...closedIn(deals, settings.past)];
  const orNothing = (term: Term<Figure>) => (isAlone ? term : literal<Figure>(""));
  return {
    winRate: orNothing(winRate(deals, ...only)),
    averageWon: orNothing(averageWon(deals, ...only)),
    cycle: orNothing(meanCycle(deals, "won", ...only)),
    completeness: orNothing(openFilledShare(deals, here, filledFields(parts).map(({ column }) => column))),
    ...(deals.stages.rows.length > 0 && !emptyColumn(deals.deals.columns.stageSince) ? { moving: orNothing(movingShare(deals, here)) } : {}),
  };
}

function ofActivities({ context, settings }: TeamParts, { isAlone }: TeamRep, here: Term<string>, date: string): Readonly<Partial<Record<MeasureKey, Term<Figure>>>> {
  const fields = context.data.get("activity")?.fields;
  const [owner, day] = [fields?.get("owner"), fields?.get(date)];
  if (!owner || !day || emptyColumn(day)) return {};
  return { activities: isAlone ? activitiesAWeek({ owner, day }, here, settings.past) : literal("") };
}
