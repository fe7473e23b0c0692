// NPS and CSAT of some answers as columns of a table: the same for all answers, by period and by segment.

import { thisRow } from "../../formula/column";
import { call, literal, literalText, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { csatFrom, npsFrom, npsMargin } from "../../metrics/nps";
import type { SurveyMeasure } from "../../metrics/survey-kind";
import type { ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import { figures } from "../report-table";
import { countAnswers, sumAnswers, type Condition } from "./counting";
import { surveyColumn, type Answers } from "./surveys";

/** What the columns show in each row. */
interface AnswerFigures {
  readonly columns: readonly ColumnSpec[];
  readonly nps: readonly Term<Figure>[];
  readonly csat: readonly Term<Figure>[];
  readonly margin: readonly Term<Figure>[];
}

export function hasMeasure({ rows }: Answers, measure: SurveyMeasure): boolean {
  return rows.some((row) => row.measure === measure);
}

/** Columns of the measures that surveys count as, then a remark; `ids` start the ids of the first row's cells. */
export function answerColumns(table: string, conditions: readonly (readonly Condition[])[], answers: Answers, few: Term<number>, context: SheetContext, ids?: string): AnswerFigures {
  const { text } = context;
  const headers = text.loyalty.answers;
  const own = <V extends Figure>(key: keyof typeof headers, value: V) => reference<V>(thisRow(table, headers[key]), value);
  const rows = conditions.map((where) => {
    const count = (measure: SurveyMeasure, counted: Parameters<typeof countAnswers>[2]) => countAnswers(answers, measure, counted, where, text);
    const [all, promoters, detractors] = [count("nps", "answers"), count("nps", "promoters"), count("nps", "detractors")];
    const [n, up, down] = [own("npsAnswers", all.value), own("promoters", promoters.value), own("detractors", detractors.value)];
    const [asked, satisfied] = [count("csat", "answers"), count("csat", "satisfied")];
    const csatCount = own("csatAnswers", asked.value);
    return {
      all, promoters, detractors, passives: subtract(subtract(n, up), down), nps: npsFrom(up, down, n), margin: npsMargin(up, down, n),
      asked, satisfied, csat: csatFrom(own("satisfied", satisfied.value), csatCount), mean: meanAnswer(answers, where, csatCount, context), remark: remark(n, csatCount, few, answers, context),
    };
  });
  const of = (key: keyof typeof headers, format: "count" | "score" | "decimal" | "percent" | "text", terms: readonly Term[]): ColumnSpec =>
    ({ ...figures(headers[key], format, terms), ...(ids ? { ids: [`${ids}.${key}`] } : {}) });
  return {
    nps: rows.map(({ nps }) => nps), csat: rows.map(({ csat }) => csat), margin: rows.map(({ margin }) => margin),
    columns: [
      ...(hasMeasure(answers, "nps") ? [
        of("npsAnswers", "count", rows.map((row) => row.all)), of("promoters", "count", rows.map((row) => row.promoters)), of("passives", "count", rows.map((row) => row.passives)),
        of("detractors", "count", rows.map((row) => row.detractors)), of("nps", "score", rows.map((row) => row.nps)), of("margin", "score", rows.map((row) => row.margin)),
      ] : []),
      ...(hasMeasure(answers, "csat") ? [
        of("csatAnswers", "count", rows.map((row) => row.asked)), of("satisfied", "count", rows.map((row) => row.satisfied)), of("csat", "percent", rows.map((row) => row.csat)), of("mean", "decimal", rows.map((row) => row.mean)),
      ] : []),
      { ...of("remark", "text", rows.map((row) => row.remark)), look: "label" },
    ],
  };
}

/** Mean answer; "" without answers, or where satisfaction is asked on several scales. */
export function meanAnswer(answers: Answers, where: readonly Condition[], count: Term<number>, { text }: SheetContext): Term<Figure> {
  const sum = sumAnswers(answers, "csat", where, text);
  const csat = answers.rows.filter(({ measure }) => measure === "csat");
  const best = Math.max(0, ...csat.map((row) => Number(row.best)));
  const word = literalText(text.loyalty.measures.csat);
  const others = csat.filter((row) => Number(row.best) !== best).length;
  const mixed = `COUNTIFS(${surveyColumn("measure", text)},${word},${surveyColumn("best", text)},"<"&SUMPRODUCT(MAX((${surveyColumn("measure", text)}=${word})*${surveyColumn("best", text)})))>0`;
  const mean = ratio(sum, count);
  return call(`IF(${mixed},"",${mean.text})`, others > 0 ? "" : mean.value);
}

/** Says where there are no answers, or so few that chance decides. */
function remark(nps: Term<number>, csat: Term<number>, few: Term<number>, answers: Answers, { text }: SheetContext): Term<string> {
  const words = text.loyalty.few;
  const shown = [...(hasMeasure(answers, "nps") ? [{ count: nps, word: words.nps }] : []), ...(hasMeasure(answers, "csat") ? [{ count: csat, word: words.csat }] : [])];
  if (shown.length === 0) return literal("");
  const parts = shown.map(({ count, word }) => `IF(AND(${count.text}>0,${count.text}<${few.text}),${literalText(words.separator + word)},"")`).join("&");
  const none = shown.map(({ count }) => count.text).join("+");
  const said = shown.filter(({ count }) => count.value > 0 && count.value < few.value).map(({ word }) => word).join(words.separator);
  const isNone = shown.every(({ count }) => count.value === 0);
  return call(`IF(${none}=0,${literalText(words.none)},MID(${parts},${words.separator.length + 1},99))`, isNone ? words.none : said);
}
