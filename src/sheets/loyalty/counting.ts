// How many answers of a kind meet conditions, as formulas over the Surveys table and the form of surveys.

import { call, literalText, type Term } from "../../formula/term";
import type { SurveyMeasure } from "../../metrics/survey-kind";
import type { WholeText } from "../../text/whole";
import { surveyColumn, type Answers, type SurveyRow } from "./surveys";

/** A condition on answers, as an array for SUMPRODUCT and as a test of the row. */
export interface Condition {
  readonly array: string;
  readonly test: (row: number) => boolean;
}

type Counted = "answers" | "promoters" | "detractors" | "satisfied";

/** Answers of the measure within the scale of their survey: all, or those that say so. */
export function countAnswers(answers: Answers, measure: SurveyMeasure, counted: Counted, conditions: readonly Condition[], text: WholeText): Term<number> {
  const all = [...within(answers, measure, text), ...saying(answers, counted, text), ...conditions];
  return call(`SUMPRODUCT(${all.map(({ array }) => array).join("*")})`, rowsOf(answers, all).length);
}

/** Their sum. */
export function sumAnswers(answers: Answers, measure: SurveyMeasure, conditions: readonly Condition[], text: WholeText): Term<number> {
  const all = [...within(answers, measure, text), ...conditions];
  const sum = rowsOf(answers, all).reduce((total, row) => total + Number(answers.score[row]), 0);
  return call(`SUMPRODUCT(${all.map(({ array }) => array).join("*")},${answers.scoreText})`, sum);
}

/** Equal text, whatever it looks like. */
export function equals(column: { readonly text: string; readonly values: readonly unknown[] }, operand: Term<string>): Condition {
  const wanted = operand.value.toLowerCase();
  return { array: `(${column.text}=${operand.text})`, test: (row) => String(column.values[row] ?? "").toLowerCase() === wanted };
}

/** From a day to a day, both included. */
export function between(column: { readonly text: string; readonly values: readonly unknown[] }, from: Term<number>, to: Term<number>): Condition {
  return {
    array: `ISNUMBER(${column.text})*(${column.text}>=${from.text})*(${column.text}<=${to.text})`,
    test: (row) => {
      const day = column.values[row];
      return typeof day === "number" && day >= from.value && day <= to.value;
    },
  };
}

/** Numbers of surveys that count as the measure, on their scale. */
function within(answers: Answers, measure: SurveyMeasure, text: WholeText): readonly Condition[] {
  const { scoreText, kindText, rows, rowOf, score } = answers;
  const word = literalText(text.loyalty.measures[measure]);
  const member = kindText
    ? `COUNTIFS(${surveyColumn("survey", text)},${kindText},${surveyColumn("measure", text)},${word})`
    : `(INDEX(${surveyColumn("measure", text)},1)=${word})`;
  const row = (at: number): SurveyRow | undefined => rows[rowOf[at] ?? -1];
  return [
    { array: member, test: (at) => row(at)?.measure === measure },
    { array: `ISNUMBER(${scoreText})`, test: (at) => typeof score[at] === "number" },
    { array: `(${scoreText}>=${ofKind(answers, "lowest", text)})`, test: (at) => Number(score[at]) >= Number(row(at)?.lowest ?? 0) },
    { array: `(${scoreText}<=${ofKind(answers, "best", text)})`, test: (at) => Number(score[at]) <= Number(row(at)?.best ?? 0) },
  ];
}

function saying(answers: Answers, counted: Counted, text: WholeText): readonly Condition[] {
  const { scoreText, score, rows, rowOf } = answers;
  switch (counted) {
    case "answers": return [];
    case "promoters": return [{ array: `(${scoreText}>=9)`, test: (at) => Number(score[at]) >= 9 }];
    case "detractors": return [{ array: `(${scoreText}<=6)`, test: (at) => Number(score[at]) <= 6 }];
    case "satisfied": return [{ array: `(${scoreText}>=${ofKind(answers, "satisfiedFrom", text)})`, test: (at) => Number(score[at]) >= Number(rows[rowOf[at] ?? -1]?.satisfiedFrom ?? 0) }];
  }
}

/** What the form says of the survey of each answer. */
function ofKind({ kindText }: Answers, field: "lowest" | "best" | "satisfiedFrom", text: WholeText): string {
  return kindText ? `SUMIF(${surveyColumn("survey", text)},${kindText},${surveyColumn(field, text)})` : `INDEX(${surveyColumn(field, text)},1)`;
}

function rowsOf({ count }: Answers, conditions: readonly Condition[]): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if (conditions.every(({ test }) => test(row))) rows.push(row);
  return rows;
}
