// The diagnosis: questions with scores and targets, the gap of each, and what the data say beside it.

import { column, thisRow } from "../../formula/column";
import { reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { formColumn, madeColumn, oneOf, oneOfList, typedColumn, typedRows, type Form, type FormRow } from "../form";
import { chosenMeasure, measureNamed, measureWord, type ListedMeasure } from "../measure-list";
import type { Memory } from "../memory";

export const diagnosisTableName = "Diagnosis";
export const diagnosisMeasuresName = "DiagnosisMeasures";

export const roadmapDimensions = ["goals", "processes", "capability", "tools", "collaboration"] as const;

const fields = ["dimension", "question", "score", "evidence", "target", "measure"] as const;
type Field = (typeof fields)[number];
type Header = Field | "gap" | "value";
export type Question = FormRow<Field>;

export const diagnosisForm: Form<Header, Field> = {
  table: diagnosisTableName,
  headers: ({ roadmap }) => roadmap.diagnosis,
  fields,
  words: {
    dimension: oneOf(({ roadmap }) => roadmap.dimensions),
    question: oneOfList(({ roadmap }) => roadmap.seeds.questions.map(({ question }) => question)),
    measure: measureWord,
  },
};

/** The target of a question until someone sets another. */
const firstTarget = 4;

/** Questions typed before, else ours without scores. */
export function questionsOf(memory: Memory, measures: readonly ListedMeasure[], text: WholeText): readonly Question[] {
  const { seeds, dimensions } = text.roadmap;
  return typedRows(diagnosisForm, memory, text) ?? seeds.questions.map(({ dimension, question, measure }) => ({
    dimension: dimensions[dimension], question, score: null, evidence: null, target: firstTarget, measure: measures.find(({ id }) => id === measure)?.name ?? null,
  }));
}

/** Target − score of a question. */
function gapOf({ score, target }: Question, text: WholeText): Term<Figure> {
  const cell = (field: "score" | "target", value: Question[Field]): Term<Figure> => reference(thisRow(diagnosisTableName, text.roadmap.diagnosis[field]), typeof value === "number" ? value : "");
  return whenNumbers([cell("target", target), cell("score", score)], subtract);
}

export function diagnosisTable(rows: readonly Question[], measures: readonly ListedMeasure[], { text }: SheetContext): TableSpec {
  const words = text.roadmap.diagnosis;
  const typed = (field: Field, format: "text" | "score", more = {}) => typedColumn(diagnosisForm, field, rows, text, format, more);
  const points = { allowed: { kind: "number", min: 1, max: 5, whole: true, prompt: words.prompts.score } } as const;
  const chosen = rows.map(({ measure }) => measure);
  const values = chosen.map((measure) => chosenMeasure(diagnosisMeasuresName, reference(thisRow(diagnosisTableName, words.measure), measure), chosen, measures, text));
  return {
    name: diagnosisTableName, kind: "form", key: [words.question], filter: false, style: "form",
    columns: [
      typed("dimension", "text", { look: "choice", allowed: { kind: "list", items: roadmapDimensions.map((one) => text.roadmap.dimensions[one]) } }),
      typed("question", "text"),
      typed("score", "score", points),
      typed("evidence", "text"),
      typed("target", "score", points),
      madeColumn(words.gap, "score", rows.map((row) => gapOf(row, text)), { look: "value" }),
      madeColumn(words.value, "general", values, { look: "value", formats: rows.map((row) => measureNamed(row.measure, measures)?.format ?? "general") }),
      typed("measure", "text", { allowed: { kind: "listOf", table: diagnosisMeasuresName, column: text.goals.sources.measure, prompt: words.prompts.measure } }),
    ],
  };
}

/** The columns other blocks look at. */
export function diagnosisColumns(rows: readonly Question[], text: WholeText) {
  return {
    dimension: formColumn(diagnosisForm, "dimension", rows, text),
    question: formColumn(diagnosisForm, "question", rows, text),
    score: formColumn(diagnosisForm, "score", rows, text),
    target: formColumn(diagnosisForm, "target", rows, text),
    gap: column<Figure>(diagnosisTableName, text.roadmap.diagnosis.gap, rows.map((row) => gapOf(row, text).value)),
  };
}
