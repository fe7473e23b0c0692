// What a rollup of an object is: what records are grouped by, what is summed, what stays a row of its own.

import type { PathName } from "../../crm/paths";
import type { FieldKind } from "../../crm/fields";
import { fieldTables } from "../../crm/objects/tables";
import type { ObjectKind } from "../../crm/reading";

/** A field records are grouped by: texts, flags and numbers by value, days by month cut at the breaks. */
export interface Dimension {
  readonly field: string;
  /** The mapped fields it follows from; the field itself where absent. It is there when one of them has a column. */
  readonly from?: readonly string[];
  /** Null for every deal won or lost: where each open deal is a row of its own, no group has it. */
  readonly openOnly?: true;
}

/** Stands among mapped fields for what every table tells. */
export const always = "*";

/** A quantity that is summed. */
export interface Measure {
  readonly name: string;
  /** The mapped fields it follows from; the field of its name where absent. All must have a column unless `any`. */
  readonly from?: readonly string[];
  readonly any?: true;
}

/** The one definition of an object's rollup, for the engine's statements and for whoever checks them. */
export interface RollupDefinition {
  readonly object: ObjectKind;
  /** The first matter most: those that would make too many rows get a table of their own. */
  readonly dimensions: readonly Dimension[];
  /** What such a table is grouped by besides. */
  readonly beside: readonly string[];
  readonly measures: readonly Measure[];
  /** Records that are still open stay rows of their own: those of which this field says this; of deals also the newest that were won. */
  readonly keepsOpen: { readonly field: string; readonly is: string | boolean } | null;
  /** More tables of all the records, each by all of `by` (told or not at all) and, where they are told and rows stay few, `may`; none where another table has these fields already. */
  readonly also?: readonly { readonly by: readonly Dimension[]; readonly may: readonly Dimension[] }[];
  /** What happened to each customer, account or deal: see `Paths`. */
  readonly paths?: readonly PathName[];
  /** Who buys, by the first of these fields that has a column, and on which day; of deals those won. */
  readonly customer: { readonly who: readonly string[]; readonly day: string; readonly ofWon?: true } | null;
}

/** The most rows of the main table, of groups among them (coarser than they could be: with a fifth of the rows a workbook is made in a fifth of the time), of deals kept as they are, of a further table, of days of customers, of customers, and of a piece of paths. Above so many records nobody looks for `doubles`: all ids would have to be held at once. */
export const rollupLimits = { rows: 200_000, groups: 50_000, open: 50_000, newestWon: 200, more: 20_000, also: 50_000, customerDays: 200_000, customers: 200_000, paths: 200_000, doubles: 2_000_000 } as const;
export type RollupLimits = { readonly [K in keyof typeof rollupLimits]: number };

/** The dimensions that the mapped fields tell. */
export function dimensionsOf({ dimensions }: RollupDefinition, mapped: ReadonlySet<string>): readonly Dimension[] {
  return dimensions.filter((dimension) => isTold(dimension, mapped));
}

/** Whether a mapped field tells the dimension. */
export function isTold({ field, from }: Dimension, mapped: ReadonlySet<string>): boolean {
  return (from ?? [field]).some((one) => one === always || mapped.has(one));
}

/** The measures that the mapped fields tell. */
export function measuresOf({ measures }: RollupDefinition, mapped: ReadonlySet<string>): readonly Measure[] {
  return measures.filter(({ name, from, any }) => {
    const fields = from ?? [name];
    return any ? fields.some((one) => mapped.has(one)) : fields.every((one) => mapped.has(one));
  });
}

/** What sales are told apart by: who, the currency where there is one, and the day. Null where the export does not tell. */
export function customerFields(definition: RollupDefinition, mapped: ReadonlySet<string>): { readonly who: string; readonly day: string; readonly hasCurrency: boolean; readonly ofWon: boolean } | null {
  const { customer } = definition;
  const who = customer?.who.find((field) => mapped.has(field));
  const day = dimensionsOf(definition, mapped).find(({ field }) => field === customer?.day);
  return customer && who !== undefined && day ? { who, day: day.field, hasCurrency: mapped.has("currency"), ofWon: customer.ofWon ?? false } : null;
}

/** What tells single records apart: nobody misses it in groups. */
const ofSingles: ReadonlySet<string> = new Set(["name", "firstName", "lastName", "email", "phone", "description", "isDeleted"]);

/** The mapped fields that no group shows, ids and names left out: no dimension or measure is it or follows from it. */
export function ungroupedFields(definition: RollupDefinition, mapped: ReadonlySet<string>): readonly string[] {
  const shown = new Set([
    ...definition.dimensions.flatMap(({ field, from }) => [field, ...(from ?? [])]),
    ...definition.measures.flatMap(({ name, from }) => [name, ...(from ?? [])]),
  ]);
  const fields: Readonly<Record<string, { readonly kind: FieldKind }>> = fieldTables[definition.object];
  return [...mapped].filter((field) => !shown.has(field) && !ofSingles.has(field) && fields[field]?.kind !== "id");
}

/** Fields by name alone. */
export function named(...fields: readonly string[]): readonly Dimension[] {
  return fields.map((field) => ({ field }));
}
