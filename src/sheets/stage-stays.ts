// How long won or lost deals were in each stage, where there is a stage history.

import type { Outcome } from "../crm/objects/deal";
import type { DealModel } from "../metrics/deals";
import { stageTimes, type StageTime } from "../metrics/stage-times";
import type { SheetContext } from "./context";

/** Whether there is a history, but of deals in groups: which of them were won is not known one by one then. */
export function isUntold({ data }: Pick<SheetContext, "data">, { deals }: Pick<DealModel, "deals">): boolean {
  const stage = data.get("stageMove")?.fields.get("to");
  return stage !== undefined && (deals.groups !== undefined || stage.grouping !== undefined);
}

/** By stage in lower case; null without a history of such deals. It stands as of the build: only a new export can change it. */
export function stageTimesOf({ data }: SheetContext, { deals, words }: DealModel, wanted: Outcome): ReadonlyMap<string, StageTime> | null {
  if (isUntold({ data }, { deals })) return null;
  const moves = data.get("stageMove")?.fields;
  const [stage, days, ids] = [moves?.get("to"), moves?.get("daysInStage"), moves?.get("dealId")];
  const deal = ids ?? moves?.get("deal");
  if (!stage || !days || !deal) return null;
  const keys = data.get("deal")?.fields.get(ids ? "id" : "name")?.values ?? [];
  const counted = new Set(keys.flatMap((key, row) => (typeof key === "string" && deals.columns.outcome.values[row] === words.outcome[wanted] ? [key] : [])));
  const found = stageTimes({ deal: deal.values, stage: stage.values, days: days.values }, (key) => counted.has(key));
  return found.size === 0 ? null : found;
}
