// What an engine said to a question that groups cannot answer, looked up by a key made of the cells it was asked with.

import { column as columnNamed, type Column } from "./column";
import type { Criterion } from "./criteria";
import type { GroupTables } from "./groups";
import { lookupNumber, lookupSure } from "./lookup";
import { keyOfQuestion, type Condition, type Question } from "./question";
import { roundHalf } from "./round";
import { call, join, literal, type Figure, type Term } from "./term";

/** Where the question is not answered yet its value stands in for the answer; such a plan is never written. */
export function answer(tables: GroupTables, ask: Question["ask"], column: Column | null, criteria: readonly Criterion[]): Term<Figure> {
  if (tables.isDerived && criteria.length > 0) return call("NA()", "");
  const conditions = criteria.map((criterion) => conditionOf(tables, criterion));
  const question: Question = { object: tables.object, ask, field: column && fieldOf(column), where: conditions };
  const key = keyOfQuestion(question);
  tables.asked.set(key, question);
  const known = tables.answers.get(key);
  const found = typeof known === "number" ? known : null;
  const { table, key: keys, value } = tables.figures;
  const each = criteria.find(({ operand }) => operand?.isEach)?.operand;
  if (each) return eachAnswer(each.text, keyTerm(question, criteria), found ?? "", columnNamed(table, value, []).text, columnNamed(table, keys, []).text);
  return (ask === "count" || ask === "sum" ? lookupSure : lookupNumber)(columnNamed(table, value, [found]), keyTerm(question, criteria), columnNamed(table, keys, [key]));
}

/** An answer for each cell of a column; an empty cell asks nothing. INDEX would give but one. */
function eachAnswer(each: string, { text: key }: Term<string>, found: Figure, values: string, keys: string): Term<Figure> {
  return call(`IF(${each}="",0,IF(COUNTIFS(${keys},${key})=0,NA(),SUMIFS(${values},${keys},${key})))`, found, { array: true });
}

function conditionOf({ rawOf, days }: GroupTables, { column, operator, operand }: Criterion): Condition {
  const field = fieldOf(column);
  const value = operand?.value ?? null;
  if (operator === "isNot" || operator === "text") throw new Error(`no such question of groups: ${operator}`);
  return { field, operator, operand: operator === "is" ? rawOf(field, String(value)) : value, isDay: days.has(field) };
}

/** The key made of the cells the criteria name: after a change of Setup it is another, and has no answer. */
function keyTerm(question: Question, criteria: readonly Criterion[]): Term<string> {
  const { object, ask, field } = question;
  const parts = criteria.flatMap((criterion, at): readonly Term<string>[] => operandTerms(criterion, question.where[at]!));
  return [literal([object, ask, ...(field === null ? [] : [field])].join(" ")), ...parts].reduce(joined);
}

function operandTerms({ operand, operator }: Criterion, { field, operand: raw, isDay }: Condition): readonly Term<string>[] {
  if (operand === null) return [literal(`|${field} ${operator}`)];
  if (operator === "is") return [literal(`|${field}=`), operand.value === raw ? (operand as Term<string>) : literal(String(raw))];
  const number = operand as Term<number>;
  if (isDay) return [literal(`|${field}${operator}`), { ...number, value: String(number.value) }];
  return [literal(`|${field}${operator}`), call(`ROUND(1000*(${number.text}),0)`, String(roundHalf(1000 * number.value, 0)), number), literal("/1000")];
}

/** Constants beside each other become one. */
function joined(left: Term<string>, right: Term<string>): Term<string> {
  const isConstant = (term: Term<string>) => term.text === literal(term.value).text;
  return isConstant(left) && isConstant(right) ? literal(left.value + right.value) : join(left, right);
}

export function fieldOf({ field, text }: Column): string {
  if (field === undefined) throw new Error(`a column without a field among groups: ${text}`);
  return field;
}
