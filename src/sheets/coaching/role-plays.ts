// Role plays: a line each, from 1 to 5 by criterion; each rep's mean, trend and weakest criterion.

import { numberText, rounded, sentence } from "../../formula/sentence";
import { call, literalText, subtract, type Figure, type Term } from "../../formula/term";
import { isSameCell } from "../../metrics/coaching";
import type { CellValue } from "../../values";
import { isTyped } from "../any-language";
import { gap, grid, show, type Block, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { rowsTyped, withSpare, type FormRow } from "../form";
import { columnIn, counted, own, roomy, section, typed, width, worked } from "./forms";

export const playsTableName = "RolePlays";
const playScoresTableName = "RolePlayScores";

const criteria = ["questions", "value", "objections", "close"] as const;
const keys = ["rep", "scenario", "date", ...criteria] as const;
type Play = FormRow<(typeof keys)[number]>;

/** So many reps have a line. */
const mostReps = 50;

export interface RolePlays {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  readonly mean: Term<Figure>;
  readonly count: Term<number>;
}

export function rolePlays(context: SheetContext): RolePlays {
  const words = context.text.coaching;
  const plays = withSpare(rowsTyped(context.memory, playsTableName, ({ coaching }) => coaching.plays, keys) ?? [], keys, 5);
  const means = plays.map((play) => meanOf(context, play));
  const reps = repsIn(plays, means);
  const all = columnIn(playsTableName, words.plays.mean, []).text;
  const known = means.flatMap(({ value }) => (value === "" ? [] : [value]));
  const scored = reps.length > 0;
  return {
    blocks: [
      section(words.playsTitle, words.playsNote),
      ...(scored
        ? [{ kind: "beside", blocks: [{ column: 0, block: scoresTable(context, plays, means, reps) }, { column: 9, block: chart(context) }] } as const]
        : [grid([[show("sentence", words.playsNone, { across: width })]], [20])]),
      gap(),
      roomy({ kind: "table", table: playsTable(context, plays, means) }),
    ],
    rules: scored ? [{ kind: "dataBar", area: { table: playScoresTableName, column: words.scores.mean }, colour: "#BFE3DF", min: 0, max: 5 }] : [],
    mean: call(`IF(COUNT(${all})=0,"",AVERAGE(${all}))`, meanValue(known)),
    count: call(`COUNT(${all})`, known.length),
  };
}

/** Of the criteria filled in. */
function meanOf({ text }: SheetContext, play: Play): Term<Figure> {
  const cells = criteria.map((key) => own(playsTableName, text.coaching.plays[key], play[key]).text).join(",");
  return call(`IF(COUNT(${cells})=0,"",AVERAGE(${cells}))`, meanValue(criteria.flatMap((key) => (typeof play[key] === "number" ? [play[key]] : []))));
}

function meanValue(numbers: readonly number[]): Figure {
  return numbers.length === 0 ? "" : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

/** Everyone with a mean, in the order first met. */
function repsIn(plays: readonly Play[], means: readonly Term<Figure>[]): readonly string[] {
  const found = new Map<string, string>();
  plays.forEach(({ rep }, at) => {
    if (isTyped(rep) && typeof rep === "string" && means[at]?.value !== "" && !found.has(rep.toLowerCase())) found.set(rep.toLowerCase(), rep);
  });
  return [...found.values()].slice(0, mostReps);
}

function playsTable({ text }: SheetContext, plays: readonly Play[], means: readonly Term<Figure>[]): TableSpec {
  const words = text.coaching;
  const headers = words.plays;
  const of = (key: keyof Play) => plays.map((play) => play[key]);
  return {
    name: playsTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      typed(headers.rep, "text", of("rep")),
      typed(headers.scenario, "text", of("scenario"), { look: "inputWrapped" }),
      typed(headers.date, "day", of("date"), { allowed: { kind: "day", prompt: words.prompts.day } }),
      ...criteria.map((key) => typed(headers[key], "score", of(key), { allowed: { kind: "number", min: 1, max: 5, whole: true, prompt: words.prompts.rating } })),
      worked(headers.mean, "decimal", means),
    ],
  };
}

/** The rows of the log of the rep in this row, as formulas test them. */
interface OfRep {
  readonly test: string;
  readonly rows: readonly number[];
}

function scoresTable({ text }: SheetContext, plays: readonly Play[], means: readonly Term<Figure>[], reps: readonly string[]): Block {
  const words = text.coaching;
  const headers = words.scores;
  const inLog = (key: keyof typeof words.plays) => columnIn(playsTableName, words.plays[key], []).text;
  const rows = reps.map((rep) => {
    const of: OfRep = {
      test: `(${inLog("rep")}=${own(playScoresTableName, headers.rep, rep).text})`,
      rows: plays.flatMap((play, at) => (isSameCell(play.rep, rep) ? [at] : [])),
    };
    const valuesOf = (key: (typeof criteria)[number]) => of.rows.map((at) => plays[at]?.[key] ?? null);
    const scores = criteria.map((key) => meanWhere(of, inLog(key), valuesOf(key)));
    return { of, scores, mean: meanWhere(of, inLog("mean"), of.rows.map((at) => means[at]?.value ?? "")) };
  });
  const count = rows.map(({ of }) => counted([of.test, `ISNUMBER(${inLog("mean")})`], of.rows.filter((at) => means[at]?.value !== "").length));
  return reportTable(playScoresTableName, headers.rep, [
    fixed(headers.rep, "text", reps, "label"),
    figures(headers.weakest, "text", rows.map(({ scores }) => weakestOf(text, scores))),
    figures(headers.count, "count", count),
    ...criteria.map((key, at) => figures(words.plays[key], "decimal", rows.map(({ scores }) => scores[at]!))),
    figures(headers.mean, "decimal", rows.map(({ mean }) => mean)),
    figures(headers.trend, "text", rows.map(({ of }, at) => trendOf(text, of, inLog("mean"), means, count[at]!.value)), "centred"),
  ]);
}

function meanWhere({ test }: OfRep, column: string, values: readonly CellValue[]): Term<Figure> {
  const known = `SUMPRODUCT(${test}*ISNUMBER(${column}))`;
  return call(`IF(${known}=0,"",SUMPRODUCT(${test}*ISNUMBER(${column}),${column})/${known})`, meanValue(values.filter((value): value is number => typeof value === "number")));
}

/** The criterion with the lowest mean; the first where several are lowest. */
function weakestOf({ coaching }: SheetContext["text"], scores: readonly Term<Figure>[]): Term<string> {
  const cells = criteria.map((key, at) => own(playScoresTableName, coaching.plays[key], scores[at]?.value ?? ""));
  const names = criteria.map((key) => coaching.plays[key]);
  const all = cells.map(({ text }) => text).join(",");
  const known = cells.flatMap(({ value }) => (value === "" ? [] : [value]));
  const lowest = Math.min(...known);
  const pick = cells.reduceRight((later, { text }, at) => `IF(${text}=MIN(${all}),${literalText(names[at] ?? "")},${later})`, '""');
  return call(`IF(COUNT(${all})=0,"",${pick})`, known.length === 0 ? "" : (names[cells.findIndex(({ value }) => value === lowest)] ?? ""));
}

/** The latest role play against the first, in the order of the lines. */
function trendOf({ coaching }: SheetContext["text"], { test, rows }: OfRep, column: string, means: readonly Term<Figure>[], count: number): Term<string> {
  const words = coaching.trends;
  const known = rows.flatMap((at) => { const value = means[at]?.value ?? ""; return value === "" ? [] : [value]; });
  const [first, latest] = [known[0] ?? 0, known.at(-1) ?? 0];
  const change = subtract(call(`LOOKUP(2,1/(${test}*ISNUMBER(${column})),${column})`, latest), call(`INDEX(${column},MATCH(1,INDEX(${test}*ISNUMBER(${column}),0),0))`, first));
  const size = rounded(call(`ABS(${change.text})`, Math.abs(change.value)), 1);
  const [up, down] = [words.up, words.down].map((template) => sentence(template, { n: numberText(size, 1) })) as [Term<string>, Term<string>];
  const shown = count < 2 ? words.one : size.value === 0 ? words.same : change.value > 0 ? up.value : down.value;
  const here = own(playScoresTableName, coaching.scores.count, count).text;
  return call(`IF(${here}<2,${literalText(words.one)},IF(${size.text}=0,${literalText(words.same)},IF(${change.text}>0,${up.text},${down.text})))`, shown);
}

function chart({ text }: SheetContext): Block {
  const { charts, scores } = text.coaching;
  const of = (header: string) => ({ table: playScoresTableName, column: header });
  return {
    kind: "chart", across: 3, down: 12,
    chart: { name: "RolePlayMeans", kind: "bar", title: charts.plays, alt: charts.playsAlt, legend: false, format: "decimal", axisMin: 0, axisMax: 5, series: [{ name: scores.mean, categories: of(scores.rep), values: of(scores.mean), colour: "teal", labels: true }] },
  };
}
