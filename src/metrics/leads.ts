// How many leads are there, and how many became customers?

import { countifs, rowsOf } from "../formula/aggregate";
import { is, type Criterion } from "../formula/criteria";
import { literal, ratio, type Figure, type Term } from "../formula/term";
import type { LeadTable, Model } from "./model";

export type LeadModel = Model & { readonly leads: LeadTable };

export function leadCount({ leads }: LeadModel): Term<number> {
  return rowsOf(leads.converted);
}

/** Leads marked as converted. */
export function convertedLeads({ leads, words }: LeadModel, ...criteria: readonly Criterion[]): Term<number> {
  return countifs(is(leads.converted, literal(words.yes)), ...criteria);
}

/** Converted ÷ all leads. */
export function leadConversion(model: LeadModel): Term<Figure> {
  return ratio(convertedLeads(model), leadCount(model));
}
