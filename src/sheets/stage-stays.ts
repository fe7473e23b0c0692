// How long won or lost deals were in each stage, where there is a stage history.

import type { Outcome } from "../crm/objects/deal";
import type { Paths } from "../crm/paths";
import type { DealModel } from "../metrics/deals";
import type { DealTable } from "../metrics/model";
import { stageTimes, type StageTime } from "../metrics/stage-times";
import type { SheetContext } from "./context";

/** Whether there is a history, but of deals in groups: which of them were won is not known one by one then. */
export function isUntold({ data }: Pick<SheetContext, "data">, { deals }: Pick<DealModel, "deals">): boolean {
  const stage = data.get("stageMove")?.fields.get("to");
  return stage !== undefined && (deals.groups !== undefined || stage.grouping !== undefined);
}

/** By stage in lower case; null without a history of such deals. It stands as of the build: only a new export can change it. */
export function stageTimesOf({ data }: SheetContext, { deals, words }: DealModel, wanted: Outcome): ReadonlyMap<string, StageTime> | null {
  const groups = data.get("stageMove")?.groups;
  if (groups) return groupedTimes(data, deals, groups.paths, words.outcome[wanted]);
  if (deals.groups) return null;
  const moves = data.get("stageMove")?.fields;
  const [stage, days, ids] = [moves?.get("to"), moves?.get("daysInStage"), moves?.get("dealId")];
  const deal = ids ?? moves?.get("deal");
  if (!stage || !days || !deal) return null;
  const counted = keysOf(data, deals, ids ? "id" : "name", words.outcome[wanted]);
  const found = stageTimes({ deal: deal.values, stage: stage.values, days: days.values }, (key) => counted.has(key));
  return found.size === 0 ? null : found;
}

/** Whose deals are groups cannot be told. */
function groupedTimes(data: SheetContext["data"], deals: DealTable, { stays }: Paths, outcome: string): ReadonlyMap<string, StageTime> | null {
  if (!stays || deals.columns.outcome.grouping) return null;
  const { dealId, deal, stage } = stays.columns;
  const counted = keysOf(data, deals, dealId ? "id" : "name", outcome);
  const found = stageTimes({ deal: (dealId ?? deal)!, stage: stage!, days: stays.measures["days"]!.sum }, (key) => counted.has(key));
  return found.size === 0 ? null : found;
}

/** Ids or names of the deals of one outcome. */
function keysOf(data: SheetContext["data"], { columns }: DealTable, field: "id" | "name", outcome: string): ReadonlySet<string> {
  const keys = data.get("deal")?.fields.get(field)?.values ?? [];
  return new Set(keys.flatMap((key, row) => (typeof key === "string" && columns.outcome.values[row] === outcome ? [key] : [])));
}
