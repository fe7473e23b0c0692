// What surveys, orders and activities tell of each customer: one pass over each table, frozen until the next export.

import type { CustomerSummaries } from "../../crm/customer-groups";
import type { Grouped } from "../../crm/groups";
import type { ObjectKind } from "../../crm/reading";
import { spentBetween, stateAt } from "../../metrics/customers/summaries";
import { customerKey } from "../../metrics/journey-path";
import { addMonths, type CellValue, type Day } from "../../values";
import type { SheetContext } from "../context";
import { orderSales, type SaleLines } from "../customer-sales";
import { surveysIn } from "../loyalty/surveys";

/** Figures by the customer's place among the accounts; a key is absent where the exports tell nothing. */
export interface Signals {
  readonly surveyNps?: readonly CellValue[];
  readonly surveyCsat?: readonly CellValue[];
  readonly lastOrder?: readonly CellValue[];
  readonly orderRevenue?: readonly CellValue[];
  readonly lastActivity?: readonly CellValue[];
  readonly activities?: readonly CellValue[];
}

/** `names` are what customers may be called in other exports: each a column of the accounts. */
export function signalsOf(context: SheetContext, names: readonly (readonly CellValue[])[], count: number): Signals {
  const places = placesOf(names);
  const asOf = context.model.settings.asOf.value;
  return { ...surveySignals(context, places, count), ...orderSignals(context, places, count, asOf), ...activitySignals(context, places, count, asOf) };
}

/** Activities of these days are counted. */
const recentDays = 90;

type Places = ReadonlyMap<string, number>;

function placesOf(names: readonly (readonly CellValue[])[]): Places {
  const places = new Map<string, number>();
  for (const column of names) {
    column.forEach((name, row) => {
      const key = customerKey(String(name ?? ""));
      if (key !== "" && !places.has(key)) places.set(key, row);
    });
  }
  return places;
}

function surveySignals(context: SheetContext, places: Places, count: number): Signals {
  const score = valuesOf(context, "survey", "score");
  const account = valuesOf(context, "survey", "account") ?? valuesOf(context, "survey", "contact");
  if (!score || !account) return {};
  const kinds = valuesOf(context, "survey", "kind");
  const surveys = surveysIn(context);
  const on = valuesOf(context, "survey", "on");
  const newest = { nps: latest(count), csat: latest(count), other: latest(count) };
  score.forEach((value, row) => {
    const place = places.get(customerKey(String(account[row] ?? "")));
    const measure = surveys.rows[surveys.placeOf(kinds?.[row])]?.measure;
    if (place !== undefined && measure && typeof value === "number") newest[measure].take(place, on?.[row] ?? 0, value);
  });
  return { ...(newest.nps.any() ? { surveyNps: newest.nps.values } : {}), ...(newest.csat.any() ? { surveyCsat: newest.csat.values } : {}) };
}

function orderSignals(context: SheetContext, places: Places, count: number, asOf: Day): Signals {
  const sales = orderSales(context, (fields) => ({ who: fields.get("account") ?? fields.get("contact"), day: fields.get("on") }));
  const since = addMonths(asOf, -12);
  const last = latest(count);
  const sums: CellValue[] = new Array<CellValue>(count).fill(null);
  const unknown = new Set<number>();
  for (const { who, day, amount } of sales?.lines ? boughtOf(sales.lines, since, asOf) : summedOf(sales?.summaries ?? null, since, asOf)) {
    const place = places.get(customerKey(who));
    if (place === undefined) continue;
    last.take(place, day, day);
    if (amount !== null) sums[place] = Number(sums[place] ?? 0) + amount;
    else if (day > since) unknown.add(place);
  }
  if (!last.any()) return {};
  const hasAmounts = sales?.lines ? sales.lines.amount !== null : context.data.get("order")?.fields.has("amount") === true;
  return { lastOrder: last.values, ...(hasAmounts ? { orderRevenue: sums.map((sum, place) => sum ?? (last.values[place] === null || unknown.has(place) ? null : 0)) } : {}) };
}

/** A customer's orders: the last day of some of them, and what they bring since the day asked for; null where they do not tell. */
interface Ordered {
  readonly who: string;
  readonly day: number;
  readonly amount: number | null;
}

function boughtOf({ who, day, amount }: SaleLines, since: Day, asOf: Day): readonly Ordered[] {
  return who.flatMap((name, line): Ordered[] => {
    const on = day[line];
    const value = amount?.[line];
    return typeof on !== "number" || on > asOf ? [] : [{ who: String(name ?? ""), day: on, amount: typeof value === "number" && on > since ? value : null }];
  });
}

function summedOf(summaries: CustomerSummaries | null, since: Day, asOf: Day): readonly Ordered[] {
  const spent = summaries && spentBetween(summaries, since, asOf);
  const last = summaries && stateAt(summaries, asOf)?.lastSale;
  return (spent ?? []).flatMap(({ customer, amount, known }, at): Ordered[] => {
    const day = last?.[at] ?? null;
    return day === null ? [] : [{ who: customer, day, amount: known > 0 ? amount : null }];
  });
}

function activitySignals(context: SheetContext, places: Places, count: number, asOf: Day): Signals {
  const groups = context.data.get("activity")?.groups;
  if (groups) return groups.paths.touched ? touchedSignals(groups.paths.touched, places, count, asOf) : {};
  const account = valuesOf(context, "activity", "account");
  const on = valuesOf(context, "activity", "on") ?? valuesOf(context, "activity", "doneOn") ?? valuesOf(context, "activity", "created");
  if (!account || !on) return {};
  const last = latest(count);
  const counts: CellValue[] = new Array<CellValue>(count).fill(0);
  account.forEach((name, row) => {
    const place = places.get(customerKey(String(name ?? "")));
    const day = on[row];
    if (place === undefined || typeof day !== "number" || day > asOf) return;
    last.take(place, day, day);
    if (day > asOf - recentDays) counts[place] = Number(counts[place]) + 1;
  });
  return last.any() ? { lastActivity: last.values, activities: counts } : {};
}

/** Of groups of activities; nothing where one of them is on both sides of a day that counts. */
function touchedSignals({ columns, records }: Grouped, places: Places, count: number, asOf: Day): Signals {
  const [first, last] = [columns["first"] as readonly Day[], columns["last"] as readonly Day[]];
  const isTorn = [asOf + 1, asOf - recentDays + 1].some((day) => first.some((from, row) => from < day && last[row]! >= day));
  if (isTorn) return {};
  const newest = latest(count);
  const counts: CellValue[] = new Array<CellValue>(count).fill(0);
  records.forEach((some, row) => {
    const place = places.get(customerKey(String(columns["account"]![row] ?? "")));
    if (place === undefined || last[row]! > asOf) return;
    newest.take(place, last[row]!, last[row]!);
    if (last[row]! > asOf - recentDays) counts[place] = Number(counts[place]) + some;
  });
  return newest.any() ? { lastActivity: newest.values, activities: counts } : {};
}

/** Keeps the value of the latest day for each place. */
function latest(count: number) {
  const values: CellValue[] = new Array<CellValue>(count).fill(null);
  const days = new Float64Array(count).fill(-1);
  return {
    values,
    take(place: number, day: CellValue, value: number): void {
      const at = typeof day === "number" ? day : 0;
      if (at < days[place]!) return;
      days[place] = at;
      values[place] = value;
    },
    any: () => values.some((value) => value !== null),
  };
}

function valuesOf({ data }: SheetContext, object: ObjectKind, field: string): readonly CellValue[] | null {
  return data.get(object)?.fields.get(field)?.values ?? null;
}
