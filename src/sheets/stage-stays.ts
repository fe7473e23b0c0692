// How long won or lost deals were in each stage, where there is a stage history.

import type { Outcome } from "../crm/objects/deal";
import type { Paths } from "../crm/paths";
import type { Column } from "../formula/column";
import type { DealModel } from "../metrics/deals";
import type { DealTable } from "../metrics/model";
import { stageTimes, type StageStays, type StageTime } from "../metrics/stage-times";
import type { SheetContext } from "./context";

/** Whether there is a history, but of deals in groups: which of them were won is not known one by one then. */
export function isUntold({ data }: Pick<SheetContext, "data">, { deals }: Pick<DealModel, "deals">): boolean {
  const stage = data.get("stageMove")?.fields.get("to");
  return stage !== undefined && (deals.groups !== undefined || stage.grouping !== undefined);
}

/** By stage in lower case; null without a history of such deals. It stands as of the build: only a new export can change it. */
export function stageTimesOf({ data }: SheetContext, { deals, words }: DealModel, wanted: Outcome): ReadonlyMap<string, StageTime> | null {
  const moves = data.get("stageMove");
  const stays = deals.groups ? null : moves?.groups ? groupedStays(moves.groups.paths) : staysOf(moves?.fields);
  if (!stays) return null;
  const counted = keysOf(data, deals, stays.by, words.outcome[wanted]);
  const found = stageTimes(stays, (key) => counted.has(key));
  return found.size === 0 ? null : found;
}

/** The stays of deals, told apart by id or name. */
type Stays = StageStays & { readonly by: "id" | "name" };

function staysOf(fields: ReadonlyMap<string, Column> | undefined): Stays | null {
  const [stage, days, ids] = [fields?.get("to"), fields?.get("daysInStage"), fields?.get("dealId")];
  const deal = ids ?? fields?.get("deal");
  return stage && days && deal ? { deal: deal.values, stage: stage.values, days: days.values, by: ids ? "id" : "name" } : null;
}

function groupedStays({ stays }: Paths): Stays | null {
  if (!stays) return null;
  const { dealId, deal, stage } = stays.columns;
  return { deal: (dealId ?? deal)!, stage: stage!, days: stays.measures["days"]!.sum, by: dealId ? "id" : "name" };
}

/** Ids or names of the deals of one outcome. */
function keysOf(data: SheetContext["data"], { columns }: DealTable, field: Stays["by"], outcome: string): ReadonlySet<string> {
  const keys = data.get("deal")?.fields.get(field)?.values ?? [];
  return new Set(keys.flatMap((key, row) => (typeof key === "string" && columns.outcome.values[row] === outcome ? [key] : [])));
}
