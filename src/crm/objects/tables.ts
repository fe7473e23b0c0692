// The field table of each kind of object.

import type { Field, FieldKind, FieldTable } from "../fields";
import type { ObjectKind } from "../reading";
import { accountFields } from "./account";
import { activityFields } from "./activity";
import { dealFields } from "./deal";
import { leadFields } from "./lead";
import { orderFields } from "./order";
import { repFields } from "./rep";
import { spendFields } from "./spend";
import { stageMoveFields } from "./stage-move";
import { surveyFields } from "./survey";

export const fieldTables = {
  deal: dealFields,
  lead: leadFields,
  account: accountFields,
  activity: activityFields,
  stageMove: stageMoveFields,
  spend: spendFields,
  order: orderFields,
  survey: surveyFields,
  rep: repFields,
} as const satisfies Record<ObjectKind, FieldTable>;

export type FieldTables = typeof fieldTables;

/** What a field of an object is. */
export function fieldOf(object: ObjectKind, field: string): Field {
  return (fieldTables[object] as FieldTable)[field]!;
}

/** How a field of an object is read. */
export function kindOf(object: ObjectKind, field: string): FieldKind {
  return fieldOf(object, field).kind;
}
