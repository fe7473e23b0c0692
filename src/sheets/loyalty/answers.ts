// NPS and CSAT: of all answers, by period and by segment, with a chart.

import { thisRow } from "../../formula/column";
import { monthText } from "../../formula/sentence";
import { call, dayTerm, literalText, reference, type Figure, type Term } from "../../formula/term";
import { addMonths, calendarOf, monthStart, type Day } from "../../values";
import { gap, grid, show, type Block, type ColumnSpec, type RuleSpec, type SeriesSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { answerColumns, hasMeasure } from "./answer-columns";
import { between, equals } from "./counting";
import { allName, periodsName, segmentsName, surveysName } from "./names";
import type { Answers } from "./surveys";
import type { LoyaltySettings } from "./settings";

const periodsShown = 8;
const mostSegments = 100;

interface Part {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
}

/** One row of all answers; its cells have the ids `loyalty.all.…`. */
export function allAnswersTable(answers: Answers, settings: LoyaltySettings, context: SheetContext): { readonly block: Block; readonly nps: Term<Figure>; readonly csat: Term<Figure>; readonly margin: Term<Figure> } {
  const headers = context.text.loyalty.answers;
  const made = answerColumns(allName, [[]], answers, settings.fewAnswers, context, "loyalty.all");
  return { block: reportTable(allName, headers.label, [fixed(headers.label, "text", [context.text.loyalty.all], "label"), ...made.columns]), nps: made.nps[0]!, csat: made.csat[0]!, margin: made.margin[0]! };
}

/** The last periods up to the one the as-of day is in; the newest last. */
export function periodPart(answers: Answers, settings: LoyaltySettings, context: SheetContext, across: number): Part {
  const words = context.text.loyalty;
  const { answers: headers } = words;
  const on = answers.field("on");
  const title = grid([[show("section", words.periodTitle, { across })]], [24]);
  if (!on) return { blocks: [title, grid([[show("note", words.noDates, { across })]], [18])], rules: [] };
  const asOf = context.model.settings.asOf;
  const length = settings.isMonth ? 1 : 3;
  const starts = Array.from({ length: periodsShown }, (_, at) => periodStart(dayTerm(asOf), settings, length, periodsShown - 1 - at, words.periods.month));
  const [from, to] = [headers.from, headers.to].map((header) => thisRow(periodsName, header)) as [string, string];
  const ends = starts.map(({ value }): Term<number> => call(`EDATE(${from},IF(${settings.period.text}=${literalText(words.periods.month)},1,3))-1`, addMonths(value as Day, length) - 1));
  const conditions = starts.map((start, at) => [between(on, reference(from, start.value), reference(to, ends[at]!.value))]);
  const made = answerColumns(periodsName, conditions, answers, settings.fewAnswers, context);
  const labels = starts.map((start) => periodLabel(reference(from, start.value), settings, words.periods.month));
  const undated = on.values.filter((day, row) => typeof day !== "number" && typeof answers.score[row] === "number").length;
  const table = reportTable(periodsName, headers.no, [
    figures(headers.label, "text", labels, "label"), ...made.columns,
    figures(headers.from, "day", starts), figures(headers.to, "day", ends), fixed(headers.no, "count", starts.map((_, at) => at + 1)),
  ]);
  return {
    blocks: [title, table, ...(undated > 0 ? [grid([[show("note", words.undated.replace("{n}", String(undated)), { across })]], [18])] : [])],
    rules: scoreRules(periodsName, settings, answers, context),
  };
}

function periodStart(asOf: Term<number>, settings: LoyaltySettings, length: number, back: number, month: string): Term<number> {
  const isMonth = `${settings.period.text}=${literalText(month)}`;
  const day = asOf.value as Day;
  const first = addMonths(monthStart(day), -((calendarOf(day).month - 1) % length));
  return call(`EDATE(DATE(YEAR(${asOf.text}),MONTH(${asOf.text})-IF(${isMonth},0,MOD(MONTH(${asOf.text})-1,3)),1),-${back}*IF(${isMonth},1,3))`, addMonths(first, -back * length) as number);
}

/** `2026-11` or `2026-Q4`. */
function periodLabel(from: Term<number>, settings: LoyaltySettings, month: string): Term<string> {
  const { year, month: number } = calendarOf(from.value as Day);
  const shown = monthText(from);
  return call(`IF(${settings.period.text}=${literalText(month)},${shown.text},YEAR(${from.text})&"-Q"&ROUNDUP(MONTH(${from.text})/3,0))`, settings.isMonth ? shown.value : `${year}-Q${Math.ceil(number / 3)}`);
}

/** Segments with most answers first. */
export function segmentPart(answers: Answers, settings: LoyaltySettings, context: SheetContext, across: number): Part {
  const words = context.text.loyalty;
  const headers = words.answers;
  const segment = answers.field("segment");
  const title = grid([[show("section", words.segmentTitle, { across })]], [24]);
  if (!segment) return { blocks: [title, grid([[show("note", words.noSegments, { across })]], [18])], rules: [] };
  const found = new Map<string, { name: string; count: number }>();
  segment.values.forEach((value, row) => {
    const name = String(value ?? "");
    if (name === "" || typeof answers.score[row] !== "number") return;
    const one = found.get(name.toLowerCase()) ?? { name, count: 0 };
    found.set(name.toLowerCase(), { name: one.name, count: one.count + 1 });
  });
  const names = [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
  if (names.length === 0) return { blocks: [title, grid([[show("note", words.noSegments, { across })]], [18])], rules: [] };
  const shown = names.slice(0, mostSegments);
  const conditions = shown.map((name) => [equals(segment, reference(thisRow(segmentsName, headers.label), name))]);
  const made = answerColumns(segmentsName, conditions, answers, settings.fewAnswers, context);
  const note = words.segmentNote.replace("{n}", String(shown.length)).replace("{all}", String(names.length));
  return {
    blocks: [title, grid([[show("note", note, { across })]], [18]), reportTable(segmentsName, headers.label, [fixed(headers.label, "text", shown, "label"), ...made.columns])],
    rules: scoreRules(segmentsName, settings, answers, context),
  };
}

/** At the target or above it good, below 0 bad. */
function scoreRules(table: string, settings: LoyaltySettings, answers: Answers, { text }: SheetContext): readonly RuleSpec[] {
  if (!hasMeasure(answers, "nps")) return [];
  const column = text.loyalty.answers.nps;
  const first = `⟦${table}.${column}⟧`;
  const rule = (test: string, tone: "good" | "bad"): RuleSpec => ({ kind: "formula", area: { table, column }, formula: `AND(ISNUMBER(${first}),${first}${test})`, tone });
  return [rule(`>=${settings.npsTarget.text}`, "good"), rule("<0", "bad")];
}

/** NPS as columns and CSAT as a line, over the periods. */
export function periodChart(answers: Answers, { text }: SheetContext, across: number): Block {
  const { answers: headers, npsChart, npsAlt } = text.loyalty;
  const of = (column: string) => ({ table: periodsName, column });
  const [hasNps, hasCsat] = [hasMeasure(answers, "nps"), hasMeasure(answers, "csat")];
  const series: SeriesSpec[] = [
    ...(hasNps ? [{ name: headers.nps, categories: of(headers.label), values: of(headers.nps), colour: "teal", draw: "bar", labels: true } as const] : []),
    ...(hasCsat ? [{ name: headers.csat, categories: of(headers.label), values: of(headers.csat), colour: "amber", draw: "line", axis: hasNps ? "second" : "first" } as const] : []),
  ];
  return { kind: "chart", across, down: 15, chart: { name: "LoyaltyByPeriod", kind: hasNps && hasCsat ? "combo" : hasNps ? "column" : "line", title: npsChart, alt: npsAlt, legend: hasNps && hasCsat, format: hasNps ? "score" : "percent", series } };
}

/** The form of surveys: what counts as what. */
export function surveysBlock(answers: Answers, context: SheetContext, across: number): Block[] {
  const { text } = context;
  const words = text.loyalty;
  const { surveys: headers, prompts } = words;
  const { rows, rowOf, score, kindName } = answers;
  const typed = (field: "lowest" | "best" | "satisfiedFrom"): ColumnSpec => ({ name: headers[field], owner: "user", format: "general", look: "input", contents: rows.map((row) => row[field]), allowed: { kind: "number", min: 0, max: 1000, whole: false, prompt: prompts.scale } });
  const own = (field: keyof typeof headers) => thisRow(surveysName, headers[field]);
  const member = kindName ? `(${kindName}=${own("survey")})` : "1";
  const isNumber = `ISNUMBER(${answers.scoreText})`;
  const count = (at: number, test: (value: number) => boolean) => score.filter((value, row) => rowOf[row] === at && typeof value === "number" && test(value)).length;
  const onScale = `SUMPRODUCT(${member}*${isNumber}*(${answers.scoreText}>=${own("lowest")})*(${answers.scoreText}<=${own("best")}))`;
  return [
    gap(), grid([[show("section", words.surveysTitle, { across })], [show("note", words.surveysNote, { across })]], [24, 18]),
    {
      kind: "table",
      table: {
        name: surveysName, kind: "form", key: [headers.survey], filter: false, style: "form",
        columns: [
          fixed(headers.survey, "text", rows.map(({ survey }) => survey), "label"),
          { name: headers.measure, owner: "user", format: "text", look: "choice", contents: rows.map(({ measure }) => words.measures[measure]), allowed: { kind: "list", items: Object.values(words.measures), prompt: prompts.measure } },
          typed("lowest"), typed("best"), typed("satisfiedFrom"),
          figures(headers.answers, "count", rows.map((_, at) => call(`SUMPRODUCT(${member}*${isNumber})`, count(at, () => true)))),
          figures(headers.counted, "count", rows.map((row, at) => call(onScale, count(at, (value) => value >= Number(row.lowest ?? 0) && value <= Number(row.best ?? 0))))),
        ],
      },
    },
  ];
}
