// Every lead's score: what each rule gives, fit and engagement, grade, place in the grid and why.

import { column, thisRow, type Column } from "../../formula/column";
import { roundHalf } from "../../formula/round";
import { call, reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import type { SheetContext } from "../context";
import { countedRule, scoringRule } from "./counted-rule";
import { gradeOfScore, gradeRows, gradeSteps, type GradeRow, type GradeStep } from "./grade-rows";
import { groupsOf } from "./groups";
import { weightedBy } from "../../formula/weighted";
import { leadFields, type LeadField } from "./lead-fields";
import { bandInputs, bandLimits, scoresTableName, type BandInput } from "./names";
import { readingsFor } from "./readings";
import { reasonsOf } from "./reasons";
import { ruleRows } from "./rule-rows";
import { scoredRows, type ScoredRows } from "./scored-rows";
import { sumOf, type Age, type CountedRule, type Kind, type Reading, type ScoreGroup, type ScoringRule } from "./score-parts";

export interface LeadScoring {
  /** Rows of the table of scores, and the leads they stand for; none without leads, and where groups cannot tell. */
  readonly count: number;
  readonly leads: number;
  /** Rules read too many different values for groups to have a score. */
  readonly hasTooMany: boolean;
  /** Each lead that is not converted has a row of its own. */
  readonly hasEach: boolean;
  /** How many leads each row is; null where each is one. */
  readonly records: Column<number> | null;
  /** What a row says in a column. */
  readonly valuesOf: ScoredRows["valuesOf"];
  readonly fields: readonly LeadField[];
  readonly rules: readonly ScoringRule[];
  readonly counted: readonly CountedRule[];
  readonly readings: readonly Reading[];
  readonly ages: readonly Age[];
  readonly groups: readonly ScoreGroup[];
  readonly grades: readonly GradeRow[];
  readonly steps: readonly GradeStep[];
  readonly bands: Readonly<Record<BandInput, Band>>;
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

/** A limit as typed, what it is without, and the one that counts as formulas see it. */
interface Band {
  readonly typed: number | null;
  readonly byRules: number;
  readonly limit: Term<number>;
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
  const words = text.scoring.scores;
  const taken = new Set(Object.values(words).map((header) => header.toLowerCase()));
  const rows = ruleRows(context, fields);
  const rules = rows.map((row) => scoringRule(row, fields));
  const found = fields.length === 0 ? noRows : scoredRows(rules, fields, context);
  const scored = found ?? noRows;
  const { count, converted, after, keys, names, valuesOf, hasEach } = scored;
  const readings = readingsFor(context, scored, taken);
  const counted = rules.flatMap((rule): CountedRule[] => (!found || rule.trouble || !rule.field || !rule.operator ? [] : [countedRule({ ...rule, field: rule.field, operator: rule.operator }, rows, context, readings, scored.cuts)]));
  const ordered = [...counted.filter(({ kind }) => kind === "fit"), ...counted.filter(({ kind }) => kind === "engagement")];
  const groups = groupsOf(ordered, rows, count, context);
  const fit = sums("fit", ordered, groups, count);
  const engagement = sums("engagement", ordered, groups, count);
  const own = (header: string, value: number) => reference(thisRow(scoresTableName, header), value);
  const score = fit.map((one, at) => {
    const [left, right] = [own(words.fit, one.value), own(words.engagement, engagement[at]!.value)];
    return call(`ROUND(${left.text}+${right.text},6)`, roundHalf(left.value + right.value, 6));
  });
  const grades = gradeRows(memory, text);
  const steps = gradeSteps(grades, text);
  const bands = bandsOf(context, ordered);
  const grade = score.map((one) => gradeOfScore(own(words.score, one.value), steps));
  const place = fit.map((one, at) => placeOf(own(words.fit, one.value), own(words.engagement, engagement[at]!.value), bands));
  const why = reasonsOf(ordered, groups, count);
  const records = scored.records ? column(scoresTableName, text.tables.groups.records, scored.records) : null;
  const grouping = records && weightedBy(records, holding(ordered));
  const weighted = (one: Column): Column => (grouping ? { ...one, field: one.text, grouping } : one);
  const plain = (header: string, values: readonly CellValue[]) => weighted(column(scoresTableName, header, values));
  const of = (header: string, terms: readonly { readonly value: CellValue }[]) => plain(header, terms.map(({ value }) => value));
  return {
    count, leads: records ? records.values.reduce((sum, each) => sum + each, 0) : count, hasTooMany: found === null, hasEach, records, valuesOf,
    fields, rules, counted: ordered.map((rule) => ({ ...rule, column: weighted(rule.column) })), readings: readings.all, ages: readings.ages, groups, grades, steps, bands, keys, names,
    fit, engagement, score, grade, place, why, converted, after,
    columns: {
      key: plain(words.key, keys), score: of(words.score, score), grade: of(words.grade, grade), place: of(words.place, place), fit: of(words.fit, fit), engagement: of(words.engagement, engagement),
      converted: plain(words.converted, converted), why: of(words.why, why), after: after ? plain(words.after, after) : null,
    },
  };
}

function sums(kind: Kind, counted: readonly CountedRule[], groups: readonly ScoreGroup[], count: number): readonly Term<number>[] {
  const rules = counted.filter((rule) => rule.kind === kind);
  const cut = groups.filter((group) => group.kind === kind);
  const parts = [...rules, ...cut].map(({ code }) => thisRow(scoresTableName, code));
  const text = parts.length === 0 ? "0" : `ROUND(SUM(${parts.join(",")}),6)`;
  return Array.from({ length: count }, (_, row) => call(text, roundHalf(sumOf(rules, row) + cut.reduce((sum, { cuts }) => sum + cuts[row]!.value, 0), 6)));
}

/** What the user typed, else 60 % and 30 % of the most points the rules of a kind give together. */
function bandsOf({ memory }: SheetContext, counted: readonly CountedRule[]): LeadScoring["bands"] {
  const most = (kind: Kind) => counted.filter((rule) => rule.kind === kind).reduce((sum, { head }) => sum + Math.max(0, head.points.value), 0);
  const of = (input: BandInput, kind: Kind, share: number): Band => {
    const found = memory.inputs.get(bandInputs[input]);
    const typed = typeof found === "number" ? found : null;
    const byRules = Math.max(1, Math.round(most(kind) * share));
    return { typed, byRules, limit: reference(bandLimits[input], typed ?? byRules) };
  };
  return { fitA: of("fitA", "fit", 0.6), fitB: of("fitB", "fit", 0.3), engagedFirst: of("engagedFirst", "engagement", 0.6), engagedSecond: of("engagedSecond", "engagement", 0.3) };
}

/** A to C by fit, 1 to 3 by engagement. */
function placeOf(fit: Term<number>, engagement: Term<number>, { fitA, fitB, engagedFirst, engagedSecond }: LeadScoring["bands"]): Term<string> {
  const letter = fit.value >= fitA.limit.value ? "A" : fit.value >= fitB.limit.value ? "B" : "C";
  const digit = engagement.value >= engagedFirst.limit.value ? "1" : engagement.value >= engagedSecond.limit.value ? "2" : "3";
  return call(`IF(${fit.text}>=${fitA.limit.text},"A",IF(${fit.text}>=${fitB.limit.text},"B","C"))&IF(${engagement.text}>=${engagedFirst.limit.text},"1",IF(${engagement.text}>=${engagedSecond.limit.text},"2","3"))`, `${letter}${digit}`);
}

/** Counts are told while no limit that groups are cut at has changed. */
function holding(rules: readonly CountedRule[]): (count: Term<number>) => Term<number> {
  const limits = rules.filter(({ isCut }) => isCut).flatMap(({ head: { cells: { compared } } }) => [compared.first, compared.second].filter(({ value }) => typeof value === "number"));
  if (limits.length === 0) return (count) => count;
  const test = `COUNT(${limits.map(({ text }) => text).join(",")})=${limits.length}`;
  return (count) => call(`IF(${test},${count.text},NA())`, count.value);
}

const noRows: ScoredRows = { count: 0, records: null, keys: [], names: [], converted: [], after: null, valuesOf: () => [], cuts: new Map(), hasEach: true };
