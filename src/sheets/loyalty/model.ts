// What Loyalty is made from, worked out once for its sheets.

import type { SheetContext } from "../context";
import { churnOfAccounts, type Churn } from "./churn";
import { cohortsOf, type Cohorts } from "./cohorts";
import { cohortThatFits, monthsThatFit, ordersIn, type OrdersHere } from "./orders";
import { retentionOf, type Retention } from "./retention";
import { loyaltySettings, type LoyaltySettings } from "./settings";
import { answersIn, type Answers } from "./surveys";

export interface LoyaltyModel {
  readonly context: SheetContext;
  readonly settings: LoyaltySettings;
  readonly answers: Answers | null;
  readonly orders: OrdersHere | null;
  readonly retention: Retention | null;
  readonly cohorts: Cohorts | null;
  readonly churn: Churn | null;
}

/** Columns a title or note spans. */
const width = 12;

const made = new WeakMap<SheetContext, LoyaltyModel>();

export function loyaltyModel(context: SheetContext): LoyaltyModel {
  const known = made.get(context) ?? modelOf(context);
  made.set(context, known);
  return known;
}

function modelOf(context: SheetContext): LoyaltyModel {
  const orders = ordersIn(context);
  const settings = loyaltySettings(context, orders ? monthsThatFit(orders) : 12, orders ? cohortThatFits(orders) : "month");
  return {
    context, settings, orders, answers: answersIn(context),
    retention: orders && retentionOf(orders, settings.months, context, width),
    cohorts: orders && cohortsOf(orders, settings.cohort, context, width),
    churn: churnOfAccounts(context, settings, width),
  };
}
