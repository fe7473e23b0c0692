// Which surveys count as what, on which scale: proposed from their names and answers, corrected by the user.

import { column } from "../../formula/column";
import { isOdd } from "../../formula/criteria";
import { literalText } from "../../formula/term";
import { asItself } from "../../formula/wildcards";
import { surveyKinds, type SurveyMeasure } from "../../metrics/survey-kind";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable } from "../any-language";
import type { SheetContext } from "../context";
import type { Memory } from "../memory";
import { surveysName } from "./names";

/** A row of the form. */
export interface SurveyRow {
  /** As the export names it; the word for answers without a name. */
  readonly survey: string;
  readonly measure: SurveyMeasure;
  readonly lowest: CellValue;
  readonly best: CellValue;
  readonly satisfiedFrom: CellValue;
}

export interface Answers {
  readonly count: number;
  readonly rows: readonly SurveyRow[];
  readonly score: readonly CellValue[];
  /** For each answer the row of its survey. */
  readonly rowOf: readonly number[];
  readonly field: (field: string) => { readonly text: string; readonly values: readonly CellValue[] } | null;
  /** `Surveys[Score]`. */
  readonly scoreText: string;
  /** The survey of each answer as a criterion; null where the export does not name surveys. */
  readonly kindText: string | null;
  /** The same as a text. */
  readonly kindName: string | null;
}

/** The form's rows, and which of them is that of a survey named so in the export. */
interface Surveys {
  readonly rows: readonly SurveyRow[];
  readonly placeOf: (kind: CellValue | undefined) => number;
}

const known = new WeakMap<SheetContext, Surveys>();

/** What each survey measures, as every sheet takes it: as the user corrected it, else by its name and answers. Worked out once a build: several sheets look at it. */
export function surveysIn(context: SheetContext): Surveys {
  const surveys = known.get(context) ?? surveysOf(context);
  known.set(context, surveys);
  return surveys;
}

function surveysOf({ data, memory, text }: SheetContext): Surveys {
  const fields = data.get("survey")?.fields;
  const kinds = fields?.get("kind") ?? null;
  const words = text.loyalty;
  const named = (kind: string) => (kind !== "" ? kind : kinds ? words.unnamed : words.allAnswers);
  const typed = typedRows(memory, text);
  const found = surveyKinds(kinds?.values ?? null, fields?.get("score")?.values ?? []).map(({ kind, measure, best, satisfiedFrom }): SurveyRow =>
    typed.find(({ survey }) => same(survey, named(kind))) ?? { survey: named(kind), measure, lowest: best === 5 || best === 7 ? 1 : 0, best, satisfiedFrom });
  const rows = [...found, ...typed.filter(({ survey }) => !found.some((one) => same(one.survey, survey)))];
  const places = new Map(rows.map(({ survey }, at) => [survey.toLowerCase(), at]));
  return { rows, placeOf: (kind) => (kinds ? (places.get(named(String(kind ?? "").trim()).toLowerCase()) ?? -1) : 0) };
}

/** Null without survey answers. */
export function answersIn(context: SheetContext): Answers | null {
  const table = context.data.get("survey");
  const score = table?.fields.get("score");
  if (!table || !score || !score.values.some((value) => typeof value === "number")) return null;
  const kinds = table.fields.get("kind") ?? null;
  const words = context.text.loyalty;
  const { rows, placeOf } = surveysIn(context);
  return {
    count: score.values.length, rows, score: score.values, rowOf: score.values.map((_, row) => placeOf(kinds?.values[row])), scoreText: score.text,
    field: (field) => {
      const one = table.fields.get(field);
      return one?.values.some((value) => value !== null && value !== "") ? one : null;
    },
    ...(kinds ? kindsOf(kinds.text, kinds.values, words.unnamed) : { kindText: null, kindName: null }),
  };
}

/** `"="&Surveys[Kind]`: equal to it, whatever it looks like; answers without a survey's name get a word for it. */
function kindsOf(kind: string, values: readonly CellValue[], unnamed: string): Pick<Answers, "kindText" | "kindName"> {
  const texts = values.map((value) => String(value ?? ""));
  const blank = texts.some((one) => one === "") ? `&REPT(${literalText(unnamed)},(LEN(${kind})=0)*1)` : "";
  const odd = texts.some((one) => one !== "" && isOdd(one));
  const literally = odd ? asItself(kind) : kind;
  return { kindText: `"="&${literally}${blank}`, kindName: kind + blank };
}

function typedRows({ tables }: Memory, text: WholeText): readonly SurveyRow[] {
  const table = readTable(tables.get(surveysName), ({ loyalty }) => loyalty.surveys);
  return table.rows.flatMap((row): SurveyRow[] => {
    const survey = table.value(row, "survey");
    if (!row.some(isTyped) || survey === null) return [];
    return [{
      survey: ourWord(String(survey), text), measure: keyOfWord(table.value(row, "measure"), ({ loyalty }) => loyalty.measures) ?? "other",
      lowest: table.value(row, "lowest"), best: table.value(row, "best"), satisfiedFrom: table.value(row, "satisfiedFrom"),
    }];
  });
}

/** The words for answers without a survey's name, in the language of the workbook. */
function ourWord(survey: string, text: WholeText): string {
  const key = keyOfWord(survey, ({ loyalty: { unnamed, allAnswers } }) => ({ unnamed, allAnswers }));
  return key === null ? survey : text.loyalty[key];
}

/** A column of the form as formulas see it. */
export function surveyColumn(field: keyof WholeText["loyalty"]["surveys"], text: WholeText): string {
  return column(surveysName, text.loyalty.surveys[field], []).text;
}

function same(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
