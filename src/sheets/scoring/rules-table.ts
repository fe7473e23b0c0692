// The table of rules: what the user types, how many leads each meets, and whether it counts.

import { thisRow, type Column } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { isFilled } from "../../formula/criteria";
import { call, literal, literalText, ratio, reference, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { fixed } from "../report-table";
import { fieldsName, rulesTableName } from "./names";
import { leadScoring, type LeadScoring } from "./model";
import type { CountedRule, ScoringRule } from "./score-parts";
import type { RuleColumn } from "./rule-rows";

export function rulesTable(context: SheetContext): TableSpec {
  const { text } = context;
  const scoring = leadScoring(context);
  const words = text.scoring.rules;
  const { prompts, kinds, operators } = text.scoring;
  const rows = scoring.rules.map(({ row }) => row);
  const typed = (name: RuleColumn, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: words[name], owner: "user", format, look: "input", contents: rows.map((row): CellValue => row[name]), ...more });
  const choice = (items: readonly string[]): Partial<ColumnSpec> => ({ look: "choice", allowed: { kind: "list", items } });
  const fields: Partial<ColumnSpec> = scoring.fields.length > 0 ? { look: "choice", allowed: { kind: "listOf", table: fieldsName, column: text.scoring.fields.field } } : {};
  const matched = scoring.rules.map((rule) => matchedBy(rule, scoring));
  const { leads } = scoring;
  return {
    name: rulesTableName, kind: "form", key: [words.no], filter: false, style: "form",
    columns: [
      { ...fixed(words.no, "score", rows.map(({ no }) => no)), look: "centred" },
      typed("name", "text"),
      typed("kind", "text", choice(Object.values(kinds))),
      typed("field", "text", fields),
      typed("operator", "text", choice(Object.values(operators))),
      typed("value", "general", { look: "inputWrapped" }),
      typed("points", "general", { allowed: { kind: "number", min: -1000, max: 1000, whole: false, prompt: prompts.points } }),
      typed("group", "text"),
      typed("cap", "general", { allowed: { kind: "number", min: -10_000, max: 10_000, whole: false, prompt: prompts.cap } }),
      typed("decay", "percent", { allowed: { kind: "number", min: 0, max: 1, whole: false, prompt: prompts.decay } }),
      typed("halfLife", "general", { allowed: { kind: "number", min: 0, max: 10_000, whole: false, prompt: prompts.halfLife } }),
      typed("dateField", "text", fields),
      typed("note", "text", { look: "inputWrapped" }),
      { name: words.leads, owner: "formula", format: "count", contents: matched },
      { name: words.share, owner: "formula", format: "percent", contents: matched.map((count) => ratio(reference<Figure>(thisRow(rulesTableName, words.leads), count.value), literal(leads))) },
      { name: words.status, owner: "formula", format: "text", look: "wrapped", contents: scoring.rules.map((rule, at) => statusOf(rule, matched[at]!, context)) },
    ],
  };
}

/** Leads that meet a rule: numbers in its column of scores. */
function matchedBy(rule: ScoringRule, { counted }: LeadScoring): Term<Figure> {
  const found = countedFor(rule, counted);
  return found ? countifs(isFilled(found.column as Column)) : call('""', "");
}

export function countedFor(rule: ScoringRule, counted: readonly CountedRule[]): CountedRule | null {
  return counted.find(({ row }) => row === rule.row) ?? null;
}

/** Why a rule gives nothing, what to mend, or that it counts. */
function statusOf(rule: ScoringRule, matched: Term<Figure>, context: SheetContext): Term<string> {
  const { text } = context;
  const words = text.scoring.status;
  const scoring = leadScoring(context);
  const found = countedFor(rule, scoring.counted);
  if (!found) return literalTerm(words[rule.trouble ?? (scoring.hasTooMany ? "noScores" : "noField")]);
  const { changed, compared } = found.head.cells;
  const wantsNumber = found.readingKind === "figure" || found.readingKind === "day";
  const noNumber = found.operator === "between" ? words.noPair : words.noNumber;
  const wrong = wantsNumber && (compared.first.value === "" || (found.operator === "between" && compared.second.value === ""));
  const notes = [
    ...(found.reading.unreadable > 0 ? [words.unreadable(found.reading.unreadable)] : []),
    ...undated(found, scoring, words.undated),
  ].join("; ");
  const ok = notes === "" ? words.ok : `${words.ok}; ${notes}`;
  const count = reference<Figure>(thisRow(rulesTableName, text.scoring.rules.leads), matched.value);
  const numberTest = found.operator === "between" ? `COUNT(${compared.first.text},${compared.second.text})<2` : `COUNT(${compared.first.text})=0`;
  const otherwise = `IF(${count.text}=0,${literalText(words.none)},${literalText(ok)})`;
  const checked = wantsNumber ? `IF(${numberTest},${literalText(noNumber)},${otherwise})` : otherwise;
  return call(`IF(${changed.text}<>"",${changed.text},${checked})`, wrong ? noNumber : count.value === 0 ? words.none : ok);
}

/** Leads a rule with decay cannot age. */
function undated({ head, dateField }: CountedRule, { ages, records }: LeadScoring, said: (count: number) => string): readonly string[] {
  if (!head.fade || !dateField || head.fade.perDay.value + head.fade.perHalf.value === 0) return [];
  const age = ages.find(({ date }) => date.header === dateField.header) ?? null;
  const missing = age ? age.date.values.reduce<number>((sum, value, row) => sum + (value === null ? (records?.values[row] ?? 1) : 0), 0) : 0;
  return missing > 0 ? [said(missing)] : [];
}

function literalTerm(text: string): Term<string> {
  return call(literalText(text), text);
}
