// Every lead's score: what each rule gives, fit and engagement, grade, place in the grid and why.

import { column, thisRow, type Column } from "../../formula/column";
import { call, reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import type { SheetContext } from "../context";
import { countedRule, scoringRule } from "./counted-rule";
import { gradeOfScore, gradeRows, gradeSteps, type GradeRow, type GradeStep } from "./grade-rows";
import { groupsOf } from "./groups";
import { fieldOf, isFilledField, leadFields, type LeadField } from "./lead-fields";
import { leadKeys, leadNames } from "./lead-keys";
import { bandInputs, scoresTableName, type BandInput } from "./names";
import { readingsFor } from "./readings";
import { reasonsOf } from "./reasons";
import { ruleRows } from "./rule-rows";
import { rounded, sumOf, type Age, type CountedRule, type Kind, type Reading, type ScoreGroup, type ScoringRule } from "./score-parts";

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
  const readings = readingsFor(context, taken);
  const counted = rules.flatMap((rule): CountedRule[] => (rule.trouble || !rule.field || !rule.operator ? [] : [countedRule({ ...rule, field: rule.field, operator: rule.operator }, rows, context, readings)]));
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
  const why = reasonsOf(ordered, groups, count);
  const table = context.data.get("lead");
  const converted = (table?.fields.get("isConverted")?.values ?? []) as readonly string[];
  const after = afterConversion(fields, converted, context);
  const of = (header: string, terms: readonly { readonly value: CellValue }[]) => column(scoresTableName, header, terms.map(({ value }) => value));
  const keys = leadKeys(fields, count);
  return {
    count, fields, rules, counted: ordered, readings: readings.all, ages: readings.ages, groups, grades, steps, bands, keys, names: leadNames(fields, count),
    fit, engagement, score, grade, place, why, converted, after,
    columns: {
      key: column(scoresTableName, words.key, keys), score: of(words.score, score), grade: of(words.grade, grade), place: of(words.place, place), fit: of(words.fit, fit), engagement: of(words.engagement, engagement),
      converted: column(scoresTableName, words.converted, converted), why: of(words.why, why), after: after ? column(scoresTableName, words.after, after) : null,
    },
  };
}

function sums(kind: Kind, counted: readonly CountedRule[], groups: readonly ScoreGroup[], count: number): readonly Term<number>[] {
  const rules = counted.filter((rule) => rule.kind === kind);
  const cut = groups.filter((group) => group.kind === kind);
  const parts = [...rules, ...cut].map(({ code }) => thisRow(scoresTableName, code));
  const text = parts.length === 0 ? "0" : `ROUND(SUM(${parts.join(",")}),6)`;
  return Array.from({ length: count }, (_, row) => call(text, rounded(sumOf(rules, row) + cut.reduce((sum, { cuts }) => sum + cuts[row]!.value, 0), 6)));
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
