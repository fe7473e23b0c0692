// Every lead's score: what each rule gives, fit and engagement, grade, place in the grid and why.

import { column, thisRow, type Column } from "../../formula/column";
import { averageifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { call, cell, literal, literalText, reference, type Figure, type Term } from "../../formula/term";
import type { Operator } from "../../metrics/rules/condition";
import { comparedWith, cutByCap, faded, fadeOf, readingKindOf, readingOf, whereMet, type Compared, type Fade, type ReadingKind } from "../../metrics/rules/live";
import type { CellValue } from "../../values";
import { freeName, isTyped, keyOfWord } from "../any-language";
import type { SheetContext } from "../context";
import { bandInputs, rulesTableName, scoresTableName, type BandInput } from "./names";
import { gradeOfScore, gradeRows, gradeSteps, type GradeRow, type GradeStep } from "./grade-rows";
import { fieldNamed, fieldOf, isFilledField, leadFields, type LeadField } from "./lead-fields";
import { leadKeys, leadNames } from "./lead-keys";
import { operatorOf } from "./operators";
import { ruleRows, type RuleRow } from "./rule-rows";

export type Kind = "fit" | "engagement";

/** Why a rule gives nothing. */
export type RuleTrouble = "noField" | "noOperator" | "noValue" | "noDate";

/** A rule with the column it looks at. */
export interface ScoringRule {
  readonly row: RuleRow;
  /** Its column in the table of scores. */
  readonly code: string;
  readonly kind: Kind;
  readonly operator: Operator | null;
  readonly field: LeadField | null;
  readonly dateField: LeadField | null;
  readonly trouble: RuleTrouble | null;
}

/** A rule that can be counted, with a column in the table of scores. */
export interface CountedRule extends ScoringRule {
  readonly operator: Operator;
  readonly field: LeadField;
  readonly readingKind: ReadingKind;
  readonly reading: Reading;
  /** Cells above its column, as formulas and as references. */
  readonly head: RuleHead;
  /** What it gives each lead; "" where it is not met. */
  readonly earned: readonly Term<Figure>[];
  readonly column: Column;
}

/** What stands above a rule's column. */
export interface RuleHead {
  readonly row: Term<Figure>;
  readonly label: Term<string>;
  readonly points: Term<number>;
  readonly compared: Compared;
  readonly fade: Fade | null;
  readonly said: Term<string>;
  readonly changed: Term<string>;
  /** The same by their cells. */
  readonly cells: { readonly row: Term<Figure>; readonly label: Term<string>; readonly points: Term<number>; readonly compared: Compared; readonly fade: Fade | null; readonly said: Term<string>; readonly changed: Term<string> };
}

/** What rules read of a field, once for all rules that read it so. */
export interface Reading {
  readonly header: string;
  readonly values: readonly CellValue[];
  readonly unreadable: number;
  readonly isDay: boolean;
}

/** Days from a date of the lead to the as-of day. */
export interface Age {
  readonly header: string;
  readonly date: Reading;
  readonly terms: readonly Term<Figure>[];
}

/** Rules that share a cap. */
export interface ScoreGroup {
  readonly code: string;
  readonly name: string;
  readonly kind: Kind;
  readonly rules: readonly CountedRule[];
  readonly cap: Term<Figure>;
  readonly said: Term<string>;
  readonly capCell: Term<Figure>;
  readonly saidCell: Term<string>;
  readonly cuts: readonly Term<number>[];
}

export interface LeadScoring {
  readonly count: number;
  readonly fields: readonly LeadField[];
  readonly rules: readonly ScoringRule[];
  readonly counted: readonly CountedRule[];
  readonly readings: readonly Reading[];
  readonly ages: readonly Age[];
  readonly groups: readonly ScoreGroup[];
  readonly grades: readonly GradeRow[];
  readonly steps: readonly GradeStep[];
  readonly bands: Readonly<Record<BandInput, Term<number>>>;
  readonly keys: readonly string[];
  readonly names: readonly (string | null)[];
  readonly fit: readonly Term<number>[];
  readonly engagement: readonly Term<number>[];
  readonly score: readonly Term<number>[];
  readonly grade: readonly Term<string>[];
  readonly place: readonly Term<string>[];
  readonly why: readonly Term<string>[];
  readonly converted: readonly string[];
  /** Yes where the last activity came after the conversion; null where the export does not tell for any lead. */
  readonly after: readonly string[] | null;
  /** Columns of the table of scores, for counts. */
  readonly columns: Readonly<Record<"key" | "score" | "grade" | "place" | "fit" | "engagement" | "converted" | "why", Column>> & { readonly after: Column | null };
}

const known = new WeakMap<SheetContext, LeadScoring>();

/** Worked out once a build: several sheets look at it. */
export function leadScoring(context: SheetContext): LeadScoring {
  const made = known.get(context) ?? scoringOf(context);
  known.set(context, made);
  return made;
}

function scoringOf(context: SheetContext): LeadScoring {
  const { text, memory } = context;
  const fields = leadFields(context);
  const count = fields[0]?.values.length ?? 0;
  const words = text.scoring.scores;
  const taken = new Set(Object.values(words).map((header) => header.toLowerCase()));
  const rows = ruleRows(memory, fields, text);
  const rules = rows.map((row) => scoringRule(row, fields));
  const reader = readings(taken);
  const ageOf = ages(context, reader, taken);
  const counted = rules.flatMap((rule): CountedRule[] => (rule.trouble || !rule.field || !rule.operator ? [] : [countedRule({ ...rule, field: rule.field, operator: rule.operator }, rows, { context, read: reader.read, ageOf: ageOf.of })]));
  const ordered = [...counted.filter(({ kind }) => kind === "fit"), ...counted.filter(({ kind }) => kind === "engagement")];
  const groups = groupsOf(ordered, rows, count, context);
  const fit = sums("fit", ordered, groups, count);
  const engagement = sums("engagement", ordered, groups, count);
  const own = (header: string, value: number) => reference(thisRow(scoresTableName, header), value);
  const score = fit.map((one, at) => {
    const [left, right] = [own(words.fit, one.value), own(words.engagement, engagement[at]!.value)];
    return call(`ROUND(${left.text}+${right.text},6)`, rounded(left.value + right.value, 6));
  });
  const grades = gradeRows(memory, text);
  const steps = gradeSteps(grades, text);
  const bands = bandLimits(context, ordered);
  const grade = score.map((one) => gradeOfScore(own(words.score, one.value), steps));
  const place = fit.map((one, at) => placeOf(own(words.fit, one.value), own(words.engagement, engagement[at]!.value), bands));
  const why = Array.from({ length: count }, (_, at) => whyOf(ordered, groups, at));
  const table = context.data.get("lead");
  const converted = (table?.fields.get("isConverted")?.values ?? []) as readonly string[];
  const after = afterConversion(fields, converted, context);
  const of = (header: string, terms: readonly { readonly value: CellValue }[]) => column(scoresTableName, header, terms.map(({ value }) => value));
  const keys = leadKeys(fields, count);
  return {
    count, fields, rules, counted: ordered, readings: reader.all, ages: ageOf.all, groups, grades, steps, bands, keys, names: leadNames(fields, count),
    fit, engagement, score, grade, place, why, converted, after,
    columns: {
      key: column(scoresTableName, words.key, keys), score: of(words.score, score), grade: of(words.grade, grade), place: of(words.place, place), fit: of(words.fit, fit), engagement: of(words.engagement, engagement),
      converted: column(scoresTableName, words.converted, converted), why: of(words.why, why), after: after ? column(scoresTableName, words.after, after) : null,
    },
  };
}

function scoringRule(row: RuleRow, fields: readonly LeadField[]): ScoringRule {
  const operator = operatorOf(row.operator) ?? (isTyped(row.operator) ? null : isTyped(row.value) ? "=" : "is not blank");
  const field = fieldNamed(row.field, fields);
  const dateField = fieldNamed(row.dateField, fields);
  const needsValue = operator !== "is blank" && operator !== "is not blank";
  const trouble = !field ? "noField" : !operator ? "noOperator" : needsValue && !isTyped(row.value) ? "noValue" : isTyped(row.dateField) && !dateField?.isDay ? "noDate" : null;
  return { row, code: `R${row.no}`, kind: keyOfWord(row.kind, ({ scoring }) => scoring.kinds) ?? "engagement", operator, field, dateField: dateField?.isDay ? dateField : null, trouble };
}

interface Surroundings {
  readonly context: SheetContext;
  readonly read: (field: LeadField, kind: ReadingKind, value: CellValue) => Reading;
  readonly ageOf: (field: LeadField) => Age;
}

function countedRule(rule: ScoringRule & { readonly field: LeadField; readonly operator: Operator }, rows: readonly RuleRow[], { context, read, ageOf }: Surroundings): CountedRule {
  const readingKind = readingKindOf(rule.operator, rule.row.value, rule.field.isDay);
  const reading = read(rule.field, readingKind, rule.row.value);
  const age = rule.dateField ? ageOf(rule.dateField) : null;
  const head = headOf(rule, readingKind, rows, context);
  const { points, compared, fade } = head.cells;
  const at = thisRow(scoresTableName, reading.header);
  const earned = reading.values.map((value, row) => {
    const gives = fade && age ? faded(points, fade, reference<Figure>(thisRow(scoresTableName, age.header), age.terms[row]?.value ?? "")) : points;
    return whereMet(rule.operator, reference(at, value), compared, gives);
  });
  return { ...rule, readingKind, reading, head, earned, column: column(scoresTableName, rule.code, earned.map(({ value }) => value)) };
}

/** The cells above a rule's column: they find the rule by its number, wherever it stands in the table of rules. */
function headOf(rule: ScoringRule & { readonly operator: Operator }, kind: ReadingKind, rows: readonly RuleRow[], { text }: SheetContext): RuleHead {
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
  const compared = comparedWith(rule.operator, kind, value);
  const fade = rule.dateField ? fadeOf(entry("decay", row.decay), entry("halfLife", row.halfLife)) : null;
  const labelCell = cell(id("label"), label.value);
  const pointsCell = cell(id("points"), points.value);
  const said = call(`${literalText(text.scoring.separator)}&${labelCell.text}&IF(${pointsCell.text}<0," "," +")`, `${text.scoring.separator}${label.value}${points.value < 0 ? " " : " +"}`);
  const builtFrom: readonly (keyof typeof words)[] = ["kind", "field", "operator", "group", "dateField"];
  const same = builtFrom.map((part) => `${entry(part, null).text}=${literalText(String(row[part as keyof RuleRow] ?? ""))}`);
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

/** Each field is read once for all rules that read it the same way. */
function readings(taken: Set<string>): { readonly all: Reading[]; readonly read: Surroundings["read"] } {
  const all: Reading[] = [];
  const byKey = new Map<string, Reading>();
  function read(field: LeadField, kind: ReadingKind, value: CellValue): Reading {
    const key = `${kind} ${field.header}`;
    const before = byKey.get(key);
    if (before) return before;
    let unreadable = 0;
    const header = freeName(field.header.slice(0, 200), taken);
    taken.add(header.toLowerCase());
    const values = field.values.map((each) => {
      const said = readingOf(each, kind, value);
      if (typeof said !== "object" || said === null) return said;
      unreadable += 1;
      return null;
    });
    const reading = { header, values, unreadable, isDay: field.isDay };
    byKey.set(key, reading);
    all.push(reading);
    return reading;
  }
  return { all, read };
}

function ages(context: SheetContext, reader: ReturnType<typeof readings>, taken: Set<string>): { readonly all: Age[]; readonly of: (field: LeadField) => Age } {
  const all: Age[] = [];
  const { asOf } = context.model.settings;
  function of(field: LeadField): Age {
    const date = reader.read(field, "day", null);
    const before = all.find((one) => one.date === date);
    if (before) return before;
    const header = freeName(context.text.scoring.daysSince(field.header.slice(0, 150)), taken);
    taken.add(header.toLowerCase());
    const at = thisRow(scoresTableName, date.header);
    const terms = date.values.map((day) => call<Figure>(`IF(ISNUMBER(${at}),${asOf.text}-INT(${at}),"")`, typeof day === "number" ? asOf.value - Math.floor(day) : ""));
    const age = { header, date, terms };
    all.push(age);
    return age;
  }
  return { all, of };
}

/** Groups with a name, each with what its cap takes off. */
function groupsOf(counted: readonly CountedRule[], rows: readonly RuleRow[], count: number, { text }: SheetContext): readonly ScoreGroup[] {
  const words = text.scoring.rules;
  const named = counted.map(({ row }) => row.group).filter(isTyped).map(String);
  const groupNames = named.filter((name, at) => named.findIndex((one) => groupKey(one) === groupKey(name)) === at);
  const groupColumn = column(rulesTableName, words.group, rows.map(({ group }) => (group === null ? null : String(group))));
  const capColumn = column(rulesTableName, words.cap, rows.map(({ cap }) => cap));
  return groupNames.map((name, at): ScoreGroup => {
    const code = `C${at + 1}`;
    const rules = counted.filter(({ row }) => groupKey(row.group) === groupKey(name));
    const cap = averageifs(capColumn, is(groupColumn, literal(name)));
    const said = `${text.scoring.separator}${text.scoring.capOf(name)} `;
    const capCell = cell<Figure>(`score.${code}.cap`, cap.value);
    const parts = rules.map((rule) => thisRow(scoresTableName, rule.code)).join(",");
    const cuts = Array.from({ length: count }, (_, row) => cutByCap(capCell, call(`SUM(${parts})`, sumOf(rules, row))));
    return { code, name, kind: rules[0]?.kind ?? "engagement", rules, cap, said: literal(said), capCell, saidCell: cell(`score.${code}.said`, said), cuts };
  });
}

function groupKey(group: CellValue): string {
  return String(group ?? "").trim().toLowerCase();
}

function sums(kind: Kind, counted: readonly CountedRule[], groups: readonly ScoreGroup[], count: number): readonly Term<number>[] {
  const rules = counted.filter((rule) => rule.kind === kind);
  const cut = groups.filter((group) => group.kind === kind);
  const parts = [...rules, ...cut].map(({ code }) => thisRow(scoresTableName, code));
  const text = parts.length === 0 ? "0" : `ROUND(SUM(${parts.join(",")}),6)`;
  return Array.from({ length: count }, (_, row) => call(text, rounded(sumOf(rules, row) + cut.reduce((sum, { cuts }) => sum + cuts[row]!.value, 0), 6)));
}

function sumOf(rules: readonly CountedRule[], row: number): number {
  let sum = 0;
  for (const { earned } of rules) {
    const value = earned[row]!.value;
    if (value !== "") sum += value;
  }
  return sum;
}

/** What the user typed, else 60 % and 30 % of the most points the rules of a kind give together. */
function bandLimits({ memory }: SheetContext, counted: readonly CountedRule[]): LeadScoring["bands"] {
  const most = (kind: Kind) => counted.filter((rule) => rule.kind === kind).reduce((sum, { head }) => sum + Math.max(0, head.points.value), 0);
  const of = (input: BandInput, kind: Kind, share: number) => {
    const typed = memory.inputs.get(bandInputs[input]);
    return reference(bandInputs[input], typeof typed === "number" ? typed : Math.max(1, Math.round(most(kind) * share)));
  };
  return { fitA: of("fitA", "fit", 0.6), fitB: of("fitB", "fit", 0.3), engagedFirst: of("engagedFirst", "engagement", 0.6), engagedSecond: of("engagedSecond", "engagement", 0.3) };
}

/** A to C by fit, 1 to 3 by engagement. */
function placeOf(fit: Term<number>, engagement: Term<number>, { fitA, fitB, engagedFirst, engagedSecond }: LeadScoring["bands"]): Term<string> {
  const letter = fit.value >= fitA.value ? "A" : fit.value >= fitB.value ? "B" : "C";
  const digit = engagement.value >= engagedFirst.value ? "1" : engagement.value >= engagedSecond.value ? "2" : "3";
  return call(`IF(${fit.text}>=${fitA.text},"A",IF(${fit.text}>=${fitB.text},"B","C"))&IF(${engagement.text}>=${engagedFirst.text},"1",IF(${engagement.text}>=${engagedSecond.text},"2","3"))`, `${letter}${digit}`);
}

/** `Target industry +15; Webinar +20`: what each rule that fired gave, to two decimals, and what caps took off. */
function whyOf(counted: readonly CountedRule[], groups: readonly ScoreGroup[], row: number): Term<string> {
  if (counted.length === 0) return literal("");
  const fired = [
    ...counted.map(({ code, earned, head }) => {
      const at = thisRow(scoresTableName, code);
      const value = earned[row]!.value;
      return head.fade
        ? { text: `IF(${at}="","",${head.cells.said.text}&ROUND(${at},2))`, value: value === "" ? "" : `${head.said.value}${rounded(value, 2)}` }
        : { text: `IF(${at}="","",${head.cells.said.text}&${at})`, value: value === "" ? "" : `${head.said.value}${value}` };
    }),
    ...groups.map(({ code, cuts, saidCell, said }) => {
      const at = thisRow(scoresTableName, code);
      return { text: `IF(${at}=0,"",${saidCell.text}&ROUND(${at},2))`, value: cuts[row]!.value === 0 ? "" : `${said.value}${rounded(cuts[row]!.value, 2)}` };
    }),
  ];
  const first = counted[0]!.head.said.value;
  const skip = first.length - first.replace(/^[;；]\s*/, "").length;
  return call(`MID(${fired.map(({ text }) => text).join("&")},${skip + 1},500)`, fired.map(({ value }) => value).join("").slice(skip, skip + 500));
}

/** Of converted leads, whether the last activity came later: what it tells was not known before. */
function afterConversion(fields: readonly LeadField[], converted: readonly string[], { text }: SheetContext): readonly string[] | null {
  const last = fieldOf("lastActivity", fields);
  const on = fieldOf("convertedOn", fields);
  if (!last || !on || !isFilledField(last) || !isFilledField(on)) return null;
  const { yes, no } = text.tables;
  return converted.map((is, at) => {
    const [activity, conversion] = [last.values[at], on.values[at]];
    return is === yes && typeof activity === "number" && typeof conversion === "number" && Math.floor(activity) > Math.floor(conversion) ? yes : no;
  });
}

/** Half away from zero, as Excel's ROUND. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const whole = (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(15)))) / scale;
  return whole === 0 ? 0 : whole;
}
