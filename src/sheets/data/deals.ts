// The Deals table: the export's fields, and what formulas need that only a new export can change.

import type { Deal, Outcome } from "../../crm/objects/deal";
import type { Groups } from "../../crm/groups";
import type { Reading } from "../../crm/reading";
import { recordCount } from "../../crm/record-count";
import { thisRow, type Column } from "../../formula/column";
import { call, type Term } from "../../formula/term";
import type { DealColumns, DealTable } from "../../metrics/model";
import { newCustomerDeals } from "../../metrics/new-customers";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import type { DataTable } from "../context";
import { worthBy, type Rates } from "../rates";
import { columnOf, extraColumns, fieldColumn, headerOf, mappedColumns, type FieldColumn } from "./columns";
import { converter, inReporting } from "./in-reporting";
import { tableNames, tableOf } from "./tables";

const dealsTableName = tableNames.deal;

/** Fields every Deals table has, mapped or not: measures name their columns. */
const always = ["id", "owner", "stage", "amount", "probability", "created"] as const;

/** What follows from a field, under the same header: the field as written is shown only where it differs. */
const followers = { closeDate: "closed", expectedClose: "due", stageSince: "inStageSince", weightedAmount: "weighted" } as const;

/** The table and how measures see it. `mapped` are the fields that have a column in the export; with `tellsNewCustomers` a column says which deals won a new one. */
export function dealData(reading: Reading<Deal>, mapped: ReadonlySet<string>, rates: Rates | null, text: WholeText, tellsNewCustomers = false): DataTable & { readonly deals: DealTable } {
  const fields = new Set([...mapped, ...always, ...(rates ? ["currency"] : [])]);
  const plain = mappedColumns("deal", { ...reading, columns: { ...reading.columns, id: keys(reading) } }, fields, text);
  const derived = derivedColumns(reading, plain, rates, text);
  // Of a deal only the amount is added up.
  const written = inReporting("deal", dealsTableName, withoutTwins(plain, derived, reading, text), rates, text, new Set(["amount"]));
  const { groups } = reading;
  const newCustomers = tellsNewCustomers && mapped.has("account") && !groups ? [fieldColumn("newCustomer", text.tables.deals.newCustomer, "text", newCustomerDeals(reading.columns).map((is) => (is ? text.tables.yes : null)))] : [];
  const counted = groups ? { ...reading, groups: withEmptyDimensions(groups, mapped) } : reading;
  const table = tableOf("deal", counted, [...written, ...derived, ...newCustomers, ...extraColumns(reading)], text, { withAliases, rates });
  return {
    ...table,
    deals: {
      name: dealsTableName,
      count: recordCount(reading),
      columns: dealColumns(table.fields),
      hasProbability: mapped.has("probability"),
      has: { stageSince: mapped.has("stageSince"), due: mapped.has("expectedClose") || mapped.has("closeDate") },
      ...(groups ? { groups: { eachOpen: groups.eachOpen } } : {}),
    },
  };
}

function dealColumns(fields: ReadonlyMap<string, Column>): DealColumns {
  const of = (field: string) => columnOf(fields, field);
  return {
    id: of("id"), owner: of("owner"), stage: of("stage"), outcome: of("outcome"), amount: of("amount"),
    probability: of("probability"), weighted: of("weighted"), created: of("created"), closed: of("closed"), due: of("due"),
    stageSince: of("inStageSince"), cycle: of("cycle"),
    lastActivity: fields.get("lastActivity") ?? null, source: fields.get("source") ?? null, lostReason: fields.get("lostReason") ?? null,
  };
}

/** What the export has no column for is empty in every group, and counted so. */
function withEmptyDimensions(groups: Groups, mapped: ReadonlySet<string>): Groups {
  const empty = (["owner", "created"] as const).filter((field) => !mapped.has(field) && !groups.dimensions.includes(field));
  return empty.length === 0 ? groups : { ...groups, dimensions: [...groups.dimensions, ...empty] };
}

/** Leaves out fields that are the same as what follows from them, and marks the others as written. */
function withoutTwins(plain: readonly FieldColumn[], derived: readonly FieldColumn[], { groups, columns: { outcome } }: Reading<Deal>, text: WholeText): FieldColumn[] {
  // Of deals in groups the days as written are not there; open deals have theirs, which tells whether they came with stage dates.
  const isTold = (field: string | null, row: number) => !groups || (field === "stageSince" && groups.eachOpen && outcome[row] === "open");
  return plain.flatMap((one) => {
    const follower = derived.find(({ field }) => field === followers[one.field as keyof typeof followers]);
    if (!follower) return [one];
    const same = one.spec.contents.every((value, row) => !isTold(one.field, row) || value === follower.spec.contents[row]);
    return same ? [] : [{ ...one, spec: { ...one.spec, name: text.tables.deals.asWritten(one.spec.name) } }];
  });
}

/** A field left out for its twin is found under the twin. */
function withAliases(fields: ReadonlyMap<string, Column>): ReadonlyMap<string, Column> {
  const all = new Map(fields);
  for (const [field, follower] of Object.entries(followers)) {
    const twin = fields.get(follower);
    if (twin && !all.has(field)) all.set(field, twin);
  }
  return all;
}

/** Outcome, weighted amount, close, due, in stage since, cycle days; and a field as written where it differs from what follows from it. */
function derivedColumns(reading: Reading<Deal>, plain: readonly FieldColumn[], rates: Rates | null, text: WholeText): FieldColumn[] {
  const { columns } = reading;
  const words = text.tables.deals;
  const since = columns.stageSince.map((day, row) => day ?? columns.created[row] ?? null);
  return [
    fieldColumn("outcome", words.outcome, "text", columns.outcome.map((outcome: Outcome) => text.tables.outcome[outcome])),
    ...(reading.groups && rates ? weightedGroups(reading, plain, rates, text) : [fieldColumn("weighted", words.weighted, "money", weighted(reading, plain, rates, text))]),
    fieldColumn("closed", words.closed, "day", columns.closed),
    fieldColumn("due", words.due, "day", columns.due),
    fieldColumn("inStageSince", words.stageSince, "day", since),
    fieldColumn("cycle", words.cycle, "days", cycleDays(reading)),
  ];
}

/** Of groups the weighted amount is a sum as well: as written, and times the rate. */
function weightedGroups({ groups, columns }: Reading<Deal>, plain: readonly FieldColumn[], rates: Rates, text: WholeText): readonly FieldColumn[] {
  const { weighted: name, asWritten } = text.tables.deals;
  const sums = groups?.measures["weighted"]?.sum;
  const currencies = plain.find(({ field }) => field === "currency");
  if (!sums || !currencies) return [fieldColumn("weighted", name, "money", columns.stage.map(() => null))];
  const convert = converter({ table: dealsTableName, header: asWritten(name), currencies: currencies.spec.name }, rates, text);
  const terms = sums.map((sum, row) => convert(sum, columns.currency[row] ?? null));
  return [fieldColumn("weightedAsWritten", asWritten(name), "decimal", sums), fieldColumn("weighted", name, "money", terms)];
}

function weighted(reading: Reading<Deal>, plain: readonly FieldColumn[], rates: Rates | null, text: WholeText): readonly (CellValue | Term)[] {
  const { amount, probability, currency } = reading.columns;
  if (reading.groups && !rates) return reading.groups.measures["weighted"]?.sum ?? amount.map(() => null);
  const product = (row: number, value: number | null): number | null => {
    const rate = probability[row] ?? null;
    return value === null || rate === null ? null : value * rate;
  };
  if (!rates) return amount.map((value, row) => product(row, value));
  const name = (field: string) => thisRow(dealsTableName, plain.find((one) => one.field === field)?.spec.name ?? headerOf(field, text));
  const formula = `IF(COUNT(${name("amount")},${name("probability")})=2,${name("amount")}*${name("probability")},"")`;
  const worth = worthBy(rates);
  return amount.map((value, row) => call(formula, product(row, worth(value, currency[row] ?? null)) ?? ""));
}

/** Days from created to closed of closed deals; none where the dates are in the wrong order, or where all deals share one created day. */
function cycleDays({ columns, issues, groups }: Reading<Deal>): readonly (number | null)[] {
  if (groups) return groups.measures["cycle"]?.sum ?? columns.created.map(() => null);
  const meaningless = issues.some((issue) => issue.kind === "one-created-date");
  return columns.outcome.map((outcome: Outcome, row) => {
    const created: Day | null = columns.created[row] ?? null;
    const closed: Day | null = columns.closed[row] ?? null;
    if (meaningless || outcome === "open" || created === null || closed === null || closed < created) return null;
    return closed - created;
  });
}

/** The export's ids; for deals without, what names the deal, numbered where names repeat. */
function keys(reading: Reading<Deal>): readonly (string | null)[] {
  const { id, name, account } = reading.columns;
  // Where only open deals have a row each, the others are groups.
  if (reading.groups && id.some((given) => given !== null)) return id;
  const seen = new Map<string, number>();
  for (const given of id) if (given !== null) seen.set(given, 1);
  return id.map((given, row) => {
    if (given !== null) return given;
    const made = [name[row], account[row]].filter((part) => part !== null && part !== undefined).join(" · ");
    const base = made === "" ? String(reading.columns.row[row]) : made;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base} #${times}`;
  });
}
