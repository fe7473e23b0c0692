// What the blocks of the sheet share.

import { call, cell, type Figure, type Term } from "../../formula/term";
import { literalText } from "../../formula/term";
import type { Column } from "../../formula/column";
import { grid, show, type Block } from "../block";
import type { SheetContext } from "../context";
import type { Buyers } from "./buyers";
import { sectionOf } from "../headings";

/** Columns of the sheet; a title or note spans all. */
export const width = 11;
export const section = sectionOf(width);

export type Words = SheetContext["text"]["value"];

/** Assumptions every formula of the sheet may use: what was typed, else what the data give. */
export const assumptions = ["revenue", "margin", "churn", "lifetime", "shift", "cac"] as const;
export type Assumption = (typeof assumptions)[number];

export interface ValueParts {
  readonly context: SheetContext;
  readonly words: Words;
  readonly buyers: Buyers | null;
  readonly used: Readonly<Record<Assumption, Term<Figure>>>;
  /** The lifetime value the chosen method gives. */
  readonly ltv: Term<Figure>;
}

export function usedCell(key: Assumption, value: Figure): Term<Figure> {
  return cell(`value.used.${key}`, value);
}

/** A note over the sheet's width, with room for so many lines. */
export function note(text: string | Term<string>, lines = 1): Block {
  return grid([[show("note", text, { across: width })]], [5 + 13 * lines]);
}

/** A sentence that says why there is nothing. */
export function missing(text: string): Block {
  return grid([[show("sentence", text, { across: width })]], [20]);
}

/** The first sentence whose condition holds; "" where none does. */
export function firstThat(cases: readonly (readonly [when: Term<boolean>, say: string])[]): Term<string> {
  return cases.reduceRight((otherwise, [when, say]) => call(`IF(${when.text},${literalText(say)},${otherwise.text})`, when.value ? say : otherwise.value), call('""', "") as Term<string>);
}

export function lacks(term: Term): Term<boolean> {
  return call(`NOT(ISNUMBER(${term.text}))`, typeof term.value !== "number");
}

/** A data column by its field; null where the workbook has none. */
export function fieldColumn({ data }: SheetContext, object: Parameters<SheetContext["data"]["get"]>[0], ...fields: readonly string[]): Column | null {
  const table = data.get(object)?.fields;
  for (const field of fields) {
    const found = table?.get(field);
    if (found) return found;
  }
  return null;
}
