// The fields a CRM record can have, and the record type that follows from a field table.

import { mostCellText, mostNameText, type Day } from "../values";

/** How a field's text is read; each kind has one reader. */
export type FieldKind = "text" | "id" | "money" | "number" | "percent" | "day" | "flag";

/** Kinds that are numbers in a file's text. */
export function isFigureKind(kind: FieldKind): boolean {
  return kind === "money" || kind === "number" || kind === "percent";
}

/** What a number counts, where it measures time. */
export type TimeUnit = "minutes" | "days" | "months";

export interface Field<K extends FieldKind = FieldKind> {
  readonly kind: K;
  /** A text of any length; others are names, by which is counted. */
  readonly isNote?: true;
  readonly unit?: TimeUnit;
  /** A day for which a month alone does, its first. */
  readonly isPeriod?: true;
}

/** What a reader gives for a kind; null is missing. Percent is a ratio: 60 % is 0.6. */
export type ValueOf<F extends Field> = F["kind"] extends "text" | "id"
  ? string | null
  : F["kind"] extends "day"
    ? Day | null
    : F["kind"] extends "flag"
      ? boolean | null
      : number | null;

/** Signs a field's text may have: names are counted by, and Excel compares no more. */
export function longestOf(fields: FieldTable, field: string): number {
  const { kind, isNote } = fields[field] ?? { kind: "text" };
  return kind === "id" || (kind === "text" && !isNote) ? mostNameText : mostCellText;
}

export type FieldTable = Readonly<Record<string, Field>>;

/** The record of a field table. */
export type RecordOf<T extends FieldTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** The column of the export each field is read from; a field without a column is absent. */
export type FieldMapping = Readonly<Record<string, string>>;

function field<K extends FieldKind>(kind: K): Field<K> {
  return { kind };
}

export const text = field("text");
export const note: Field<"text"> = { kind: "text", isNote: true };
export const id = field("id");
export const money = field("money");
export const number = field("number");
export const minutes: Field<"number"> = { kind: "number", unit: "minutes" };
export const days: Field<"number"> = { kind: "number", unit: "days" };
export const months: Field<"number"> = { kind: "number", unit: "months" };
export const percent = field("percent");
export const day = field("day");
export const period: Field<"day"> = { kind: "day", isPeriod: true };
export const flag = field("flag");
