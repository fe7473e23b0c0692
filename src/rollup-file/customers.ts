// Who bought when, in a rollup file.

import type { CohortCount, CustomerGroups, CustomerSummaries, CustomersUntil } from "../crm/customer-groups";
import type { Grouped } from "../crm/groups";
import { dayOfIso, isoOf, type Day } from "../values";
import { packed, unpacked, unpackedFigures, unpackedNumbers } from "./packed";
import { countOf, Damaged, memberOf, numberOf, partsOf, rowsOf, textOf, type Part } from "./parts";

/** `linesPart` packs lines as those of other tables are. */
export function customersPart({ by, days, summaries }: CustomerGroups, linesPart: (lines: Grouped) => unknown) {
  return { by, days: days && linesPart(days), summaries: summaries && summariesPart(summaries) };
}

function summariesPart({ names, firstSale, firstPurchase, firstAmount, until, sales, usable, firstUsable, cohorts }: CustomerSummaries) {
  return {
    count: names.length, names: packed(names), firstSale: packed(firstSale), firstPurchase: packed(firstPurchase), firstAmount: packed(firstAmount), until: until.map(untilPart), sales, usable,
    firstUsable: Number.isFinite(firstUsable) ? isoOf(firstUsable) : null, cohorts: { month: cohorts.month.map(cohortPart), quarter: cohorts.quarter.map(cohortPart), year: cohorts.year.map(cohortPart) },
  };
}

function untilPart({ day, records, known, amount, lastSale, purchaseDays, refundDays, bought, lastPurchase }: CustomersUntil) {
  return { day: isoOf(day), records: packed(records), known: packed(known), amount: packed(amount), lastSale: packed(lastSale), purchaseDays: packed(purchaseDays), refundDays: packed(refundDays), bought: packed(bought), lastPurchase: packed(lastPurchase) };
}

function cohortPart({ first, later, customers }: CohortCount) {
  return [isoOf(first), isoOf(later), customers] as const;
}

/** Throws a Damaged where a part is not as it must be. */
export function customersIn(part: Part, linesIn: (part: Part) => Grouped): CustomerGroups {
  const [days, summaries] = [memberOf(part, "days"), memberOf(part, "summaries")];
  return { by: textOf(memberOf(part, "by")), days: days.value === null ? null : linesIn(days), summaries: summaries.value === null ? null : summariesIn(summaries) };
}

function summariesIn(part: Part): CustomerSummaries {
  const count = rowsOf(memberOf(part, "count"));
  const firstUsable = memberOf(part, "firstUsable");
  const cohorts = memberOf(part, "cohorts");
  const counts = (length: "month" | "quarter" | "year") => partsOf(memberOf(cohorts, length)).map(cohortIn);
  return {
    names: textsIn(memberOf(part, "names"), count), firstSale: unpackedNumbers(memberOf(part, "firstSale"), count) as Day[],
    firstPurchase: unpackedFigures(memberOf(part, "firstPurchase"), count) as (Day | null)[], firstAmount: unpackedFigures(memberOf(part, "firstAmount"), count),
    until: partsOf(memberOf(part, "until")).map((one) => untilIn(one, count)), sales: numberOf(memberOf(part, "sales")), usable: numberOf(memberOf(part, "usable")),
    firstUsable: firstUsable.value === null ? (Infinity as Day) : dayIn(firstUsable), cohorts: { month: counts("month"), quarter: counts("quarter"), year: counts("year") },
  };
}

function textsIn(part: Part, count: number): readonly string[] {
  return unpacked(part, count).map((value) => textOf({ value, where: part.where }));
}

function untilIn(part: Part, count: number): CustomersUntil {
  const numbers = (name: string) => unpackedNumbers(memberOf(part, name), count);
  const days = (name: string) => unpackedFigures(memberOf(part, name), count) as (Day | null)[];
  return {
    day: dayIn(memberOf(part, "day")), records: numbers("records"), known: numbers("known"), amount: numbers("amount"), lastSale: days("lastSale"),
    purchaseDays: numbers("purchaseDays"), refundDays: numbers("refundDays"), bought: numbers("bought"), lastPurchase: days("lastPurchase"),
  };
}

function cohortIn(part: Part): CohortCount {
  const [first, later, customers, ...more] = partsOf(part);
  if (!first || !later || !customers || more.length > 0) throw new Damaged(part.where);
  return { first: dayIn(first), later: dayIn(later), customers: countOf(customers) };
}

/** A date of the file. */
export function dayIn(part: Part): Day {
  const day = dayOfIso(textOf(part));
  if (day === null) throw new Damaged(part.where);
  return day;
}
