// What is said of each custom function: help in both languages, and in Chinese what the JSDoc says in English.

import type { FunctionId } from "../functions/ids";
import type { RefusalKind } from "../metrics/refusal";
import { goalsHelp as goalsEn } from "./en/functions/goals";
import { loyaltyHelp as loyaltyEn } from "./en/functions/loyalty";
import { customersHelp as customersEn } from "./en/functions/customers";
import { rulesHelp as rulesEn } from "./en/functions/rules";
import { dealsHelp as dealsEn } from "./en/functions/deals";
import { twinNotes as twinNotesEn } from "./en/functions/twins";
import { valueHelp as valueEn } from "./en/functions/value";
import type { Language } from "./language";
import { goalsDescribed, goalsHelp as goalsZh } from "./zh/functions/goals";
import { loyaltyDescribed, loyaltyHelp as loyaltyZh } from "./zh/functions/loyalty";
import { customersDescribed, customersHelp as customersZh } from "./zh/functions/customers";
import { dealsDescribed, dealsHelp as dealsZh } from "./zh/functions/deals";
import { parameterNames } from "./zh/functions/parameters";
import { rulesDescribed, rulesHelp as rulesZh } from "./zh/functions/rules";
import { twinNotes as twinNotesZh } from "./zh/functions/twins";
import { valueDescribed, valueHelp as valueZh } from "./zh/functions/value";

/** A worked example; a test computes its result. */
export interface FunctionExample {
  /** Cells the formula refers to, the first one is A1. */
  readonly cells?: readonly (readonly (string | number | boolean)[])[];
  /** As typed, with `=SALES.`. */
  readonly formula: string;
  readonly result: readonly (readonly (string | number | boolean)[])[];
  /** What the result means, in a sentence. */
  readonly says: string;
}

/** What a help page says beyond the metadata. */
export interface FunctionHelp {
  /** The formula, a line for each variant. */
  readonly formula: readonly string[];
  /** Where the formula comes from. */
  readonly source: string;
  /** What one should know: how blanks, texts and ranges are taken, and traps. */
  readonly notes: readonly string[];
  readonly example: FunctionExample;
  /** Words people search by, besides those of the name and the description. */
  readonly keywords: string;
}

/** Help of some functions, with the refusals each can give, which are the same in every language. */
export type EnglishHelp<Id extends FunctionId> = Readonly<Record<Id, FunctionHelp & { readonly refusals: readonly RefusalKind[] }>>;

/** The same help in Chinese; the refusals are the English ones. */
export type ChineseHelp<Id extends FunctionId> = Readonly<Record<Id, FunctionHelp>>;

/** The Chinese of a function's JSDoc; `parameters` by their English names. */
export type ChineseDescribed<Id extends FunctionId> = Readonly<Record<Id, { readonly description: string; readonly parameters: Readonly<Record<string, string>>; readonly returns: string }>>;

const english: EnglishHelp<FunctionId> = { ...valueEn, ...dealsEn, ...rulesEn, ...customersEn, ...loyaltyEn, ...goalsEn };
const chinese: ChineseHelp<FunctionId> = { ...valueZh, ...dealsZh, ...rulesZh, ...customersZh, ...loyaltyZh, ...goalsZh };
const described: ChineseDescribed<FunctionId> = { ...valueDescribed, ...dealsDescribed, ...rulesDescribed, ...customersDescribed, ...loyaltyDescribed, ...goalsDescribed };

/** Help of every function in a language. */
export function functionHelpIn(language: Language): Readonly<Record<FunctionId, FunctionHelp>> {
  return { en: english, "zh-CN": chinese }[language];
}

/** The refusals a function can give. */
export function refusalsOf(id: FunctionId): readonly RefusalKind[] {
  return english[id].refusals;
}

/** What stands for the JSDoc in a language; null in English, where the JSDoc itself says it. */
export function functionTextsIn(language: Language): { readonly described: ChineseDescribed<FunctionId>; readonly parameterNames: Readonly<Record<string, string>> } | null {
  return language === "en" ? null : { described, parameterNames };
}

/** What the name with LAMBDA of each function does not do, or why there is none. */
export function twinNotesIn(language: Language): Readonly<Record<FunctionId, string>> {
  return { en: twinNotesEn, "zh-CN": twinNotesZh }[language];
}
