// Who bought when, from plain rows in plain loops.

import type { CohortCount, CustomerGroups, CustomersUntil, CustomerSummaries } from "../../src/crm/customer-groups";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { calendarOf, dayOf, type CellValue, type Day } from "../../src/values";
import { gather } from "./gather";

interface SaleRows {
  readonly by: string;
  readonly who: readonly CellValue[];
  /** Null where the records have no currency. */
  readonly currency: readonly CellValue[] | null;
  readonly day: readonly CellValue[];
  /** Null where no column has amounts. */
  readonly amount: readonly CellValue[] | null;
  /** Which rows are sales. */
  readonly rows: readonly number[];
}

/** Days at whose end customers are looked at, and the day after which sales form no cohort. */
export interface CustomerDays {
  readonly asOf: Day;
  readonly until: readonly Day[];
}

export function customerGroups(sales: SaleRows, asked: CustomerDays | null, limits: RollupLimits): CustomerGroups {
  const lines = dayLines(sales);
  if (lines.length <= limits.customerDays) {
    const sums = lines.map((rows) => amounts(sales, rows));
    const of = (values: readonly CellValue[]) => lines.map(([row]) => values[row!] ?? null);
    return {
      by: sales.by, summaries: null,
      days: {
        columns: { who: of(sales.who), ...(sales.currency ? { currency: of(sales.currency) } : {}), day: of(sales.day) },
        records: lines.map((rows) => rows.length),
        measures: sales.amount ? { amount: { sum: sums.map((some) => (some.length === 0 ? null : total(some))), known: sums.map((some) => some.length) } } : {},
      },
    };
  }
  const currencies = new Set(sales.rows.map((row) => sales.currency?.[row] ?? null).filter((one) => one !== null));
  const named = gather(sales.rows.filter((row) => nameOf(sales, row) !== ""), (row) => nameOf(sales, row));
  return { by: sales.by, days: null, summaries: asked && named.length <= limits.customers && currencies.size < 2 ? summariesOf(sales, named, asked) : null };
}

function summariesOf(sales: SaleRows, named: readonly (readonly number[])[], { asOf, until }: CustomerDays): CustomerSummaries {
  const customers = named.map((rows) => rows.filter((row) => typeof sales.day[row] === "number")).filter((rows) => rows.length > 0);
  const days = customers.map((rows) => daysOf(sales, rows));
  const purchases = days.map((some) => some.filter(({ known, amount }) => known > 0 && amount >= 0));
  const usable = customers.flat().filter((row) => typeof sales.amount?.[row] === "number");
  return {
    names: customers.map(([row]) => String(sales.who[row!])),
    firstSale: days.map(([first]) => first!.day),
    firstPurchase: purchases.map(([first]) => first?.day ?? null), firstAmount: purchases.map(([first]) => first?.amount ?? null),
    until: until.map((day): CustomersUntil => {
      const by = days.map((some) => some.filter((one) => one.day <= day));
      const bought = purchases.map((some) => some.filter((one) => one.day <= day));
      return {
        day,
        records: by.map((some) => total(some.map(({ records }) => records))), known: by.map((some) => total(some.map(({ known }) => known))), amount: by.map((some) => total(some.map(({ amount }) => amount))),
        lastSale: by.map((some) => some.at(-1)?.day ?? null), purchaseDays: bought.map((some) => some.length),
        refundDays: by.map((some) => some.filter(({ known, amount }) => known > 0 && amount < 0).length), bought: bought.map((some) => total(some.map(({ amount }) => amount))), lastPurchase: bought.map((some) => some.at(-1)?.day ?? null),
      };
    }),
    sales: sales.rows.length, usable: usable.length, firstUsable: usable.reduce((least, row) => Math.min(least, Number(sales.day[row])), Infinity) as Day,
    cohorts: { month: cohortsOf(days, asOf, 1), quarter: cohortsOf(days, asOf, 3), year: cohortsOf(days, asOf, 12) },
  };
}

interface DayOfCustomer {
  readonly day: Day;
  readonly records: number;
  readonly known: number;
  readonly amount: number;
}

function daysOf(sales: SaleRows, rows: readonly number[]): readonly DayOfCustomer[] {
  return gather(rows, (row) => String(sales.day[row])).map((some) => ({ day: sales.day[some[0]!] as Day, records: some.length, known: amounts(sales, some).length, amount: total(amounts(sales, some)) })).sort((left, right) => left.day - right.day);
}

function cohortsOf(customers: readonly (readonly DayOfCustomer[])[], asOf: Day, months: number): readonly CohortCount[] {
  const counts = new Map<string, CohortCount>();
  for (const days of customers) {
    const periods = [...new Set(days.filter(({ day }) => day <= asOf).map(({ day }) => periodStart(day, months)))];
    for (const later of periods) {
      const key = `${periods[0]!} ${later}`;
      counts.set(key, { first: periods[0]!, later, customers: (counts.get(key)?.customers ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((left, right) => left.first - right.first || left.later - right.later);
}

function periodStart(day: Day, months: number): Day {
  const { year, month } = calendarOf(day);
  return dayOf(year, month - ((month - 1) % months), 1)!;
}

function dayLines(sales: SaleRows): readonly (readonly number[])[] {
  return gather(sales.rows, (row) => JSON.stringify([sales.who[row] ?? null, sales.currency?.[row] ?? null, sales.day[row] ?? null]));
}

function nameOf({ who }: SaleRows, row: number): string {
  return String(who[row] ?? "").toLowerCase();
}

function amounts({ amount }: SaleRows, rows: readonly number[]): readonly number[] {
  return rows.map((row) => amount?.[row]).filter((value) => typeof value === "number");
}

/** Exact for money, in ten-thousandths. */
function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + Math.round(number * 10_000), 0) / 10_000;
}
