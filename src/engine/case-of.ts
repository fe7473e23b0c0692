// A choice our readers made for each combination of texts, said to the engine as one CASE with the texts as parameters.

import { sql } from "kysely";
import type { Dialect, Sql } from "./dialect";

/** One combination of texts, and what it was read as. */
export interface Choice {
  readonly texts: readonly string[];
  readonly value: string;
}

/** So many texts are looked for one after the other. */
const fewTexts = 50;

/** The shortest CASE found: texts that make no difference are left out, the value of most combinations is the ELSE. */
export function caseOf({ valueFor }: Dialect, columns: readonly Sql[], choices: readonly Choice[]): Sql {
  const places = decisivePlaces(columns.map((_, at) => at), choices);
  const decided = new Map(choices.map(({ texts, value }) => [keyOf(texts, places), { texts: places.map((at) => texts[at]!), value }]));
  if (valueFor && places.length === 1 && decided.size <= fewTexts) return valueOf(valueFor, columns[places[0]!]!, [...decided.values()].map(({ texts, value }) => [texts[0]!, value]));
  const counts = new Map<string, number>();
  for (const { value } of decided.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [usual, ...others] = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([value]) => value);
  const branches = others.map((value) => {
    const combinations = [...decided.values()].filter((one) => one.value === value).map(({ texts }) => texts);
    return sql`when ${oneOf(places.map((at) => columns[at]!), combinations)} then ${sql.lit(value)}`;
  });
  return branches.length === 0 ? sql`${sql.lit(usual ?? "")}` : sql`case ${sql.join(branches, sql` `)} else ${sql.lit(usual)} end`;
}

function valueOf(valueFor: NonNullable<Dialect["valueFor"]>, column: Sql, values: readonly (readonly [string, string])[]): Sql {
  const found = valueFor(column, values.filter(([text]) => text !== ""));
  const ofNone = values.find(([text]) => text === "")?.[1];
  return ofNone === undefined ? found : sql`coalesce(${found}, ${sql.lit(ofNone)})`;
}

/** Leaves out one place after the other, the last first, while the rest still tells the value. */
function decisivePlaces(places: readonly number[], choices: readonly Choice[]): readonly number[] {
  return [...places].reverse().reduce((kept, place) => {
    const fewer = kept.filter((at) => at !== place);
    return isTold(fewer, choices) ? fewer : kept;
  }, places);
}

function isTold(places: readonly number[], choices: readonly Choice[]): boolean {
  const values = new Map<string, string>();
  return choices.every(({ texts, value }) => {
    const key = keyOf(texts, places);
    const before = values.get(key);
    values.set(key, value);
    return before === undefined || before === value;
  });
}

function keyOf(texts: readonly string[], places: readonly number[]): string {
  return JSON.stringify(places.map((at) => texts[at]));
}

/** The combinations, those that differ in the first text only put together. */
function oneOf(columns: readonly Sql[], combinations: readonly (readonly string[])[]): Sql {
  const [first, ...rest] = columns;
  const byRest = new Map<string, { readonly firsts: string[]; readonly rest: readonly string[] }>();
  for (const [text, ...others] of combinations) {
    const key = JSON.stringify(others);
    const known = byRest.get(key) ?? { firsts: [], rest: others };
    known.firsts.push(text!);
    byRest.set(key, known);
  }
  const parts = [...byRest.values()].map((one) => {
    const conditions = [isAmong(first!, one.firsts), ...rest.map((column, at) => isAmong(column, [one.rest[at]!]))];
    return conditions.length === 1 ? conditions[0]! : sql`(${sql.join(conditions, sql` and `)})`;
  });
  return parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, sql` or `)})`;
}

/** A text is one of these, "" being no text at all; the texts are parameters. True or false or, for no text, null. */
export function isAmong(text: Sql, texts: readonly string[]): Sql {
  const given = texts.filter((one) => one !== "").sort();
  const equal = given.length === 1 ? sql`${text} = ${given[0]}` : sql`${text} in (${sql.join(given)})`;
  if (given.length === texts.length) return texts.length === 0 ? sql`1 = 0` : equal;
  const empty = sql`${text} is null or ${text} = ''`;
  return given.length === 0 ? sql`(${empty})` : sql`(${empty} or ${equal})`;
}
