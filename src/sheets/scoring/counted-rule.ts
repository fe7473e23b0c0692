// A rule of the table becomes a column of scores, with the cells above it that find the rule.

import { column, thisRow } from "../../formula/column";
import { call, cell, literalText, reference, type Figure, type Term } from "../../formula/term";
import type { Operator } from "../../metrics/rules/condition";
import { comparedWith } from "../../metrics/rules/compared";
import { faded, fadeOf, readingKindOf, whereMet, type ReadingKind } from "../../metrics/rules/live";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord } from "../any-language";
import type { SheetContext } from "../context";
import { fieldNamed, type LeadField } from "./lead-fields";
import { rulesTableName, scoresTableName } from "./names";
import { operatorOf } from "./operators";
import type { Readings } from "./readings";
import type { RuleRow } from "./rule-rows";
import type { CountedRule, RuleHead, ScoringRule } from "./score-parts";

/** A rule with its column, and why it gives nothing. */
export function scoringRule(row: RuleRow, fields: readonly LeadField[]): ScoringRule {
  const operator = operatorOf(row.operator) ?? (isTyped(row.operator) ? null : isTyped(row.value) ? "=" : "is not blank");
  const field = fieldNamed(row.field, fields);
  const dateField = fieldNamed(row.dateField, fields);
  const needsValue = operator !== "is blank" && operator !== "is not blank";
  const trouble = !field ? "noField" : !operator ? "noOperator" : needsValue && !isTyped(row.value) ? "noValue" : isTyped(row.dateField) && !dateField?.isDay ? "noDate" : null;
  return { row, code: `R${row.no}`, kind: keyOfWord(row.kind, ({ scoring }) => scoring.kinds) ?? "engagement", operator, field, dateField: dateField?.isDay ? dateField : null, trouble };
}

/** What it gives each lead, by formula. */
export function countedRule(rule: ScoringRule & { readonly field: LeadField; readonly operator: Operator }, rows: readonly RuleRow[], context: SheetContext, { read, ageOf }: Readings, cuts: ReadonlyMap<string, readonly number[]>): CountedRule {
  const readingKind = readingKindOf(rule.operator, rule.row.value, rule.field.isDay);
  const reading = read(rule.field, readingKind, rule.row.value);
  const age = rule.dateField ? ageOf(rule.dateField) : null;
  const isCut = cuts.has(rule.field.name);
  const head = headOf(rule, readingKind, rows, context, isCut);
  const { points, compared, fade } = head.cells;
  const at = thisRow(scoresTableName, reading.header);
  const ageAt = age ? thisRow(scoresTableName, age.header) : "";
  const earned = reading.values.map((value, row) => {
    const gives = fade && age ? faded(points, fade, reference<Figure>(ageAt, age.terms[row]?.value ?? "")) : points;
    return whereMet(rule.operator, reference(at, value), compared, gives);
  });
  return { ...rule, isCut, readingKind, reading, head, earned, column: column(scoresTableName, rule.code, earned.map(({ value }) => value)) };
}

/** The cells above a rule's column: they find the rule by its number, wherever it stands in the table of rules. */
function headOf(rule: ScoringRule & { readonly operator: Operator }, kind: ReadingKind, rows: readonly RuleRow[], { text }: SheetContext, isCut: boolean): RuleHead {
  const words = text.scoring.rules;
  const { row, code } = rule;
  const index = rows.indexOf(row) + 1;
  const id = (part: string) => `score.${code}.${part}`;
  const rowCell = cell<Figure>(id("row"), index);
  const entry = (name: keyof typeof words, value: CellValue): Term => {
    const found = `INDEX(${column(rulesTableName, words[name], []).text},${rowCell.text})`;
    return call(`IF(${rowCell.text}="","",IF(${found}="","",${found}))`, value ?? "");
  };
  // TRUE is a word in each language of Excel, and 1 elsewhere.
  const entered = entry("value", row.value);
  const value = call<CellValue>(`IF(ISLOGICAL(${entered.text}),IF(${entered.text},"TRUE","FALSE"),${entered.text})`, typeof row.value === "boolean" ? (row.value ? "TRUE" : "FALSE") : entered.value);
  const [name, field, operator] = [entry("name", row.name), entry("field", row.field), entry("operator", row.operator)];
  const labelText = isTyped(row.name) ? String(row.name) : [row.field, row.operator, value.value].map((part) => String(part ?? "")).join(" ").replace(/ +/g, " ").trim();
  const label = call(`IF(${name.text}<>"",${name.text}&"",TRIM(${field.text}&" "&${operator.text}&" "&${value.text}))`, labelText);
  const given = entry("points", row.points);
  const points = call(`IF(ISNUMBER(${given.text}),${given.text},0)`, typeof row.points === "number" ? row.points : 0);
  const limits = comparedWith(rule.operator, kind, value);
  const compared = isCut ? { first: asBuilt(limits.first), second: asBuilt(limits.second) } : limits;
  const fade = rule.dateField ? fadeOf(entry("decay", row.decay), entry("halfLife", row.halfLife)) : null;
  const labelCell = cell(id("label"), label.value);
  const pointsCell = cell(id("points"), points.value);
  const said = call(`${literalText(text.scoring.separator)}&${labelCell.text}&IF(${pointsCell.text}<0," "," +")`, `${text.scoring.separator}${label.value}${points.value < 0 ? " " : " +"}`);
  const builtFrom: readonly (keyof typeof words)[] = ["kind", "field", "operator", "group", "dateField"];
  // Excel takes texts of up to 255 characters in a formula.
  const same = builtFrom.filter((part) => String(row[part as keyof RuleRow] ?? "").length <= 200).map((part) => `${entry(part, null).text}=${literalText(row[part as keyof RuleRow] ?? "")}`);
  if (isCut) same.push(`${value.text}=${literalText(value.value)}`);
  const changed = call(`IF(${rowCell.text}="",${literalText(text.scoring.ruleGone)},IF(AND(${same.join(",")}),"",${literalText(text.scoring.ruleChanged)}))`, "");
  return {
    row: call(`IFERROR(MATCH(${row.no},${column(rulesTableName, words.no, []).text},0),"")`, index), label, points, compared, fade, said, changed,
    cells: {
      row: rowCell, label: labelCell, points: pointsCell,
      compared: { first: cell(id("first"), compared.first.value), second: cell(id("second"), compared.second.value) },
      fade: fade ? { perDay: cell(id("perDay"), fade.perDay.value), perHalf: cell(id("perHalf"), fade.perHalf.value) } : null,
      said: cell(id("said"), said.value), changed: cell(id("changed"), ""),
    },
  };
}

/** `#N/A` once it is another: groups that are cut at one limit cannot tell of the next. */
function asBuilt<V extends CellValue>(limit: Term<V>): Term<V> {
  return typeof limit.value === "number" ? call(`IF(${limit.text}=${literalText(limit.value)},${limit.text},NA())`, limit.value) : limit;
}
