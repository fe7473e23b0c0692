// What an export says: a table and its mapping become records of one object.

import type { FieldMapping } from "./fields";
import type { Account } from "./objects/account";
import type { Activity } from "./objects/activity";
import type { Lead } from "./objects/lead";
import type { Order } from "./objects/order";
import type { Rep } from "./objects/rep";
import type { Spend } from "./objects/spend";
import type { StageMove } from "./objects/stage-move";
import type { Survey } from "./objects/survey";
import type { Deal } from "./objects/deal";
import { readDeals } from "./read-deals";
import type { DateOrders } from "./read-columns";
import { readRecords } from "./read-records";
import type { Crm, CrmTable, ObjectKind, Reading } from "./reading";
import { oneCreatedDate } from "./findings";
import { hasHan } from "./traditional";

/** The record of each object. */
export interface RecordOfObject {
  readonly deal: Deal;
  readonly lead: Lead;
  readonly account: Account;
  readonly activity: Activity;
  readonly stageMove: StageMove;
  readonly spend: Spend;
  readonly order: Order;
  readonly survey: Survey;
  readonly rep: Rep;
}

type Reader<K extends ObjectKind> = (table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders) => Reading<RecordOfObject[K]>;

const readers: { readonly [K in ObjectKind]: Reader<K> } = {
  deal: readDeals,
  lead: readLeads,
  account: readAccounts,
  activity: readActivities,
  stageMove: readStageMoves,
  spend: readSpend,
  order: readOrders,
  survey: readSurveys,
  rep: readReps,
};

/** Reads a table as records of the given object, dates that prove no order by `dateOrders` where the user said one; what was found while cutting the table comes first among the issues. */
export function readObject<K extends ObjectKind>(object: K, table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<RecordOfObject[K]> {
  const reading = readers[object](table, mapping, crm, dateOrders);
  return { ...reading, issues: [...table.issues, ...reading.issues] };
}

/** Reads leads; a name is put together from its parts, a conversion concluded from flag, day or status. */
export function readLeads(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Lead> {
  const read = readRecords("lead", table, mapping, crm, dateOrders);
  const { columns, count, row, extras, issues } = read;
  const lifecycle = extras.find(({ header }) => isLifecycle(header));
  const isConverted = columns.converted.map((converted, at) => converted ?? (columns.convertedOn[at]! !== null || isConversion(columns.status[at]!) || isConversion(lifecycle?.values[at] ?? null)));
  const name = mapping["name"] === undefined ? fullNames(columns.firstName, columns.lastName) : columns.name;
  return { count, columns: { ...columns, name, row, isConverted }, extras, issues: [...issues, ...oneCreatedDate(mapping, read.values)] };
}

/** A column that says how far someone has come on the way to a customer. */
export function isLifecycle(header: string): boolean {
  return /^(?:lifecycle ?stage|生命周期阶段)$/i.test(header);
}

/** Reads accounts. */
function readAccounts(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Account> {
  const { columns, count, row, extras, issues } = readRecords("account", table, mapping, crm, dateOrders);
  return { count, columns: { ...columns, row }, extras, issues };
}

/** Reads activities. */
function readActivities(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Activity> {
  const { columns, count, row, extras, issues } = readRecords("activity", table, mapping, crm, dateOrders);
  const day = columns.on.map((on, at) => on ?? columns.doneOn[at] ?? columns.due[at] ?? columns.created[at] ?? null);
  return { count, columns: { ...columns, row, day }, extras, issues };
}

/** Reads a stage history. */
function readStageMoves(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<StageMove> {
  const { columns, count, row, extras, issues } = readRecords("stageMove", table, mapping, crm, dateOrders);
  return { count, columns: { ...columns, row }, extras, issues };
}

/** Reads campaigns and expenses; what counts is the cost, else the budget. */
function readSpend(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Spend> {
  const { columns, count, row, extras, issues } = readRecords("spend", table, mapping, crm, dateOrders);
  const amount = columns.cost.map((cost, at) => cost ?? columns.budget[at]!);
  return { count, columns: { ...columns, row, amount }, extras, issues };
}

/** Reads orders; one order can have many lines, so a repeated number is no double. */
function readOrders(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Order> {
  const { columns, count, row, extras, issues } = readRecords("order", table, mapping, crm, dateOrders);
  return { count, columns: { ...columns, row }, extras, issues: issues.filter(({ kind }) => kind !== "duplicate") };
}

/** Reads survey answers. */
function readSurveys(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Survey> {
  const { columns, count, row, extras, issues } = readRecords("survey", table, mapping, crm, dateOrders);
  return { count, columns: { ...columns, row }, extras, issues };
}

/** Reads sales representatives; a name is put together from its parts. */
function readReps(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Rep> {
  const { columns, count, row, extras, issues } = readRecords("rep", table, mapping, crm, dateOrders);
  const name = mapping["name"] === undefined ? fullNames(columns.firstName, columns.lastName) : columns.name;
  return { count, columns: { ...columns, name, row }, extras, issues };
}

/** `Wei Li`, and `李伟` for names in Chinese. */
function fullNames(first: readonly (string | null)[], last: readonly (string | null)[]): (string | null)[] {
  return first.map((given, at) => {
    const family = last[at]!;
    if (given === null || family === null) return given ?? family;
    return hasHan(family) ? family + given : `${given} ${family}`;
  });
}

/** `Closed - Converted` and `已转客户` are conversions, `Closed - Not Converted` and `未转换` are none. */
function isConversion(status: string | null): boolean {
  if (status === null || /\b(?:not|un|non)[\s-]*convert|未|不|没|待/i.test(status)) return false;
  return /\bconverted\b|\bcustomer\b|\bevangelist\b|^opportunity$|^open deal$|\bwon\b|已转|已成交|转化成功|转换成功|konvertiert/i.test(status);
}
