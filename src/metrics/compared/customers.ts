// Which share of leads converts, and which share of customers leaves?

import type { Column } from "../../formula/column";
import { countifs, rowsOf, sumifs } from "../../formula/aggregate";
import { is, isFilled, than, type Criterion } from "../../formula/criteria";
import { literal } from "../../formula/term";
import { convertedLeads, leadCount, type LeadModel } from "../leads";
import { within, type Period } from "../period";
import { quotient, type Compared } from "./definition";

export const leadIds = ["createdIn", "matured", "convertedIn", "ever"] as const;
export type LeadId = (typeof leadIds)[number];

/** Converted ÷ leads, by the day the lead was created or converted; `created` and `convertedOn` where the export has them. */
export function leadConversions(model: LeadModel, created: Column | null, convertedOn: Column | null, period: Period, matured: Period): readonly Compared<LeadId>[] {
  const of = (id: LeadId, converted: readonly Criterion[], all: readonly Criterion[]) => quotient(id, convertedLeads(model, ...converted), countifs(...all), countifs(...all));
  return [
    ...(created ? [of("createdIn", within(created, period), within(created, period)), of("matured", within(created, matured), within(created, matured))] : []),
    ...(created && convertedOn ? [of("convertedIn", within(convertedOn, period), within(created, period))] : []),
    quotient("ever", convertedLeads(model), leadCount(model), leadCount(model)),
  ];
}

export const churnIds = ["customers", "older", "revenue"] as const;
export type ChurnId = (typeof churnIds)[number];

/** Columns of the accounts that say who left, since when they were customers, and what they paid. */
interface ChurnColumns {
  readonly churned: Column;
  readonly start: Column | null;
  readonly revenue: Column | null;
}

/** Customers lost ÷ customers; of those there before the period; and in revenue. Source: product research (gross revenue churn). */
export function churns({ churned, start, revenue }: ChurnColumns, yes: string, period: Period): readonly Compared<ChurnId>[] {
  const left = is(churned, literal(yes));
  const all = rowsOf(churned);
  const before = start ? [than(start, "<", period.from)] : null;
  return [
    quotient("customers", countifs(left), all, all),
    ...(before ? [quotient<ChurnId>("older", countifs(left, ...before), countifs(...before), countifs(...before))] : []),
    ...(revenue ? [quotient<ChurnId>("revenue", sumifs(revenue, left), sumifs(revenue, isFilled(revenue)), countifs(isFilled(revenue)))] : []),
  ];
}
