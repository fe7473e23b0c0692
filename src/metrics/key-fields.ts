// How much money stands in open deals that lack a field nobody should leave empty?

import { countifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, isEmpty, rowsWhere, type Criterion } from "../formula/criteria";
import { call, literal, type Term } from "../formula/term";
import { outcomeIs, type DealModel } from "./deals";

/** A field of deals, and whether it counts as a key field: a cell that says yes or not. */
export interface KeyField {
  readonly column: Column;
  readonly isKey: Term<string>;
}

/** Open deals that lack a field. */
export function dealsWithout(model: DealModel, field: Column, ...criteria: readonly Criterion[]): Term<number> {
  return countifs(outcomeIs(model, "open"), emptyIn(field), ...criteria);
}

/** Amount of the open deals that lack a field; deals without an amount add nothing. */
export function amountWithout(model: DealModel, field: Column, ...criteria: readonly Criterion[]): Term<number> {
  return sumifs(model.deals.columns.amount, outcomeIs(model, "open"), emptyIn(field), ...criteria);
}

/** Open deals that lack at least one key field. */
export function dealsAtRisk(model: DealModel, fields: readonly KeyField[], owner: Criterion | null = null): Term<number> {
  const { rows, text } = lacking(model, fields, owner);
  return call(`SUMPRODUCT(${text})`, rows.length);
}

/** Their amount: the cost at risk. Source: product research §11.11. */
export function amountAtRisk(model: DealModel, fields: readonly KeyField[], owner: Criterion | null = null): Term<number> {
  const { amount } = model.deals.columns;
  const { rows, text } = lacking(model, fields, owner);
  return call(`SUMPRODUCT(${text},${amount.text})`, rows.reduce((sum, row) => sum + numberOf(amount, row), 0));
}

/** Empty key fields of open deals. */
export function missingKeyCells(model: DealModel, fields: readonly KeyField[], yes: string, owner: Criterion | null = null): Term<number> {
  const here = [outcomeIs(model, "open"), ...(owner ? [owner] : [])];
  const rows = openRows(model, owner);
  const counted = fields.filter((field) => isYes(field, yes));
  const value = counted.reduce((sum, { column }) => sum + rows.filter((row) => isBlank(column, row)).length, 0);
  const each = fields.map(({ column, isKey }) => `(${column.text}="")*(${isKey.text}=${literal(yes).text})`).join("+");
  return call(`SUMPRODUCT(${here.map(({ array }) => array).join("*")}*(${each || "0"}))`, value);
}

/** Rows of the Deals table, counted from 0, that are open and lack at least one of these fields. */
export function rowsLacking(model: DealModel, columns: readonly Column[], owner: Criterion | null = null): readonly number[] {
  return openRows(model, owner).filter((row) => columns.some((column) => isBlank(column, row)));
}

export function isBlank({ values }: Column, row: number): boolean {
  const value = values[row] ?? null;
  return value === null || value === "";
}

/** 1 for each open deal that lacks a key field, else 0: not every field is filled or no key field. */
function lacking(model: DealModel, fields: readonly KeyField[], owner: Criterion | null): { readonly rows: readonly number[]; readonly text: string } {
  const { yes } = model.words;
  const counted = fields.filter((field) => isYes(field, yes)).map(({ column }) => column);
  const here = [outcomeIs(model, "open"), ...(owner ? [owner] : [])].map(({ array }) => array).join("*");
  const whole = fields.map(({ column, isKey }) => `(((${column.text}<>"")+(${isKey.text}<>${literal(yes).text}))>0)`).join("*");
  return { rows: rowsLacking(model, counted, owner), text: `${here}*(1-${whole || "1"})` };
}

function openRows(model: DealModel, owner: Criterion | null): readonly number[] {
  return [...rowsWhere([outcomeIs(model, "open"), ...(owner ? [owner] : [])])];
}

function isYes({ isKey }: KeyField, yes: string): boolean {
  return isKey.value.toLowerCase() === yes.toLowerCase();
}

function numberOf({ values }: Column, row: number): number {
  const value = values[row];
  return typeof value === "number" ? value : 0;
}

/** Compared cell by cell: LibreOffice's COUNTIFS looks for empty cells no further than the last one filled. */
function emptyIn(column: Column): Criterion {
  return { ...isEmpty(column), odd: true };
}

/** Deals of one owner; those without an owner for "". */
export function ownedBy({ deals }: DealModel, owner: Term<string> | null): Criterion {
  return owner ? is(deals.columns.owner, owner) : emptyIn(deals.columns.owner);
}
