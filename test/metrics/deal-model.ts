// The model of deals said in a line each.

import type { Column } from "../../src/formula/column";
import type { DealModel } from "../../src/metrics/deals";
import type { DealColumns } from "../../src/metrics/model";
import type { CellValue } from "../../src/values";
import { made, type Making } from "../sheets/made";

export function dealModel(making: Making): DealModel {
  const { model } = made(making);
  if (!model.deals) throw new Error("no deals");
  return { ...model, deals: model.deals };
}

/** The same with other values in a column, of kinds the reading of an export would not let through. */
export function withValues(model: DealModel, field: keyof DealColumns, values: readonly CellValue[]): DealModel {
  const columns = { ...model.deals.columns, [field]: { ...(model.deals.columns[field] as Column), values } };
  return { ...model, deals: { ...model.deals, columns } };
}

/** The same with its open deals in groups. */
export function inGroups(model: DealModel): DealModel {
  return { ...model, deals: { ...model.deals, groups: { eachOpen: false } } };
}
