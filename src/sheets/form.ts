// A table people fill: its rows read back in either language, and its columns as the sheet shows them.

import { column, type Column } from "../formula/column";
import type { Term } from "../formula/term";
import type { WholeText } from "../text/whole";
import type { CellValue } from "../values";
import { isTyped, readTable, translated } from "./any-language";
import type { ColumnSpec } from "./block";
import type { Memory } from "./memory";
import type { Format } from "./plan";

/** A word of ours in any language in the language of `text`; anything else as it is. */
export type Translate = (value: CellValue, text: WholeText) => CellValue;

/** Translates the words of one choice. */
export function oneOf(words: (text: WholeText) => Readonly<Record<string, string>>): Translate {
  return (value, text) => translated(value, words, text);
}

/** Translates texts of a list that were left as they were. */
export function oneOfList(list: (text: WholeText) => readonly string[]): Translate {
  return oneOf((text) => Object.fromEntries(list(text).map((one, at) => [String(at), one])));
}

/** A form: its table, its headers, the columns people fill, and words of ours that may stand in them. */
export interface Form<Header extends string, Field extends Header> {
  readonly table: string;
  readonly headers: (text: WholeText) => Readonly<Record<Header, string>>;
  readonly fields: readonly Field[];
  readonly words?: Partial<Readonly<Record<Field, Translate>>>;
}

/** What was typed in a row. */
export type FormRow<Field extends string> = Readonly<Record<Field, CellValue>>;

/** The rows in which anything was typed, our words in the language of `text`; `null` where there are none. */
export function typedRows<Header extends string, Field extends Header>({ table, headers, fields, words }: Form<Header, Field>, memory: Memory, text: WholeText): readonly FormRow<Field>[] | null {
  const filled = rowsTyped<Field>(memory, table, (one) => Object.fromEntries(fields.map((field) => [field, headers(one)[field]])) as Record<Field, string>, fields) ?? [];
  const said = filled.map((row) => Object.fromEntries(fields.map((field) => [field, words?.[field]?.(row[field], text) ?? row[field]])) as FormRow<Field>);
  return said.length === 0 ? null : said;
}

/** The rows of a table in which anything was typed, as they are; `null` where the workbook has no such table yet. */
export function rowsTyped<Field extends string>(memory: Memory, name: string, headers: (text: WholeText) => Readonly<Record<Field, string>>, fields: readonly Field[]): readonly FormRow<Field>[] | null {
  const remembered = memory.tables.get(name);
  if (!remembered) return null;
  const table = readTable(remembered, headers);
  const rows = table.rows.map((row) => Object.fromEntries(fields.map((field) => [field, table.value(row, field)])) as FormRow<Field>);
  return rows.filter((row) => fields.some((field) => isTyped(row[field])));
}

/** Rows and some empty ones under them, ready to type in. */
export function withSpare<Field extends string>(rows: readonly FormRow<Field>[], fields: readonly Field[], count = 3): readonly FormRow<Field>[] {
  const empty = Object.fromEntries(fields.map((field) => [field, null])) as FormRow<Field>;
  return [...rows, ...Array.from({ length: count }, () => empty)];
}

/** A column people fill, yellow. */
export function typedColumn<Header extends string, Field extends Header>(form: Form<Header, Field>, field: Field, rows: readonly FormRow<Field>[], text: WholeText, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { name: form.headers(text)[field], owner: "user", format, look: format === "text" ? "inputWrapped" : "input", contents: rows.map((row) => row[field]), ...more };
}

/** The column as formulas see it. */
export function formColumn<Header extends string, Field extends Header>(form: Form<Header, Field>, field: Field, rows: readonly FormRow<Field>[], text: WholeText): Column {
  return column(form.table, form.headers(text)[field], rows.map((row) => row[field]));
}

/** A column that follows from the typed ones. */
export function madeColumn(name: string, format: Format, contents: readonly Term[], more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { name, owner: "formula", format, contents, ...more };
}

/** Equal without regard to case, as Excel compares texts. */
export function sameText(left: CellValue | undefined, right: CellValue): boolean {
  return typeof left === "string" && typeof right === "string" ? left.trim().toLowerCase() === right.trim().toLowerCase() : left === right;
}
