// The grades to type, and how many leads have each.

import { column, thisRow } from "../../formula/column";
import { countifs, sumifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { literal, ratio, reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { figures } from "../report-table";
import { gradesTableName, gradeStepsName } from "./names";
import { atLeast, type GradeColumn } from "./grade-rows";
import { leadScoring } from "./model";

export function gradesTable(context: SheetContext): TableSpec {
  const { text } = context;
  const { grades: rows } = leadScoring(context);
  const words = text.scoring.grades;
  const typed = (name: GradeColumn, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: words[name], owner: "user", format, look: "input", contents: rows.map((row): CellValue => row[name]), ...more });
  const choice = (items: readonly string[]): Partial<ColumnSpec> => ({ look: "choice", allowed: { kind: "list", items } });
  const at = { grade: thisRow(gradesTableName, words.grade), from: thisRow(gradesTableName, words.from), sign: thisRow(gradesTableName, words.sign) };
  return {
    name: gradesTableName, kind: "form", key: [words.grade], filter: false, style: "form",
    columns: [
      typed("grade", "text"),
      typed("from", "general", { allowed: { kind: "number", min: -100_000, max: 100_000, whole: false, prompt: text.scoring.gradePrompt } }),
      typed("sign", "text", choice(Object.values(text.scoring.signs))),
      typed("action", "text", choice(Object.values(text.scoring.actions))),
      typed("practice", "text", { look: "inputWrapped" }),
      { name: words.atLeast, owner: "formula", format: "general", contents: rows.map((row): Term => atLeast(row, at, text)) },
    ],
  };
}

/** The steps from the highest down, which the scores look at, with their leads. */
export function gradeCounts(context: SheetContext): TableSpec {
  const { text } = context;
  const { steps, columns, count } = leadScoring(context);
  const words = text.scoring.steps;
  const own = steps.map(({ label }) => reference(thisRow(gradeStepsName, words.grade), label.value));
  const { yes } = text.tables;
  const leads = own.map((label) => (count === 0 ? literal(0) : countifs(is(columns.grade, label))));
  const converted = own.map((label) => (count === 0 ? literal(0) : countifs(is(columns.grade, label), is(columns.converted, literal(yes)))));
  const open = own.map((label) => (count === 0 ? literal(0) : countifs(is(columns.grade, label), is(columns.converted, literal(text.tables.no)))));
  return {
    name: gradeStepsName, kind: "mirror", key: [], filter: false, style: "report",
    columns: [
      { ...figures(words.grade, "text", steps.map(({ label }) => label), "label"), ids: steps.map((_, at) => `score.grade.${at + 1}.label`) },
      { ...figures(words.from, "general", steps.map(({ from }) => from), "centred"), ids: steps.map((_, at) => `score.grade.${at + 1}.from`) },
      figures(words.leads, "count", leads),
      figures(words.open, "count", open),
      figures(words.rate, "percent", converted.map((one, at) => ratio(one, reference(thisRow(gradeStepsName, words.leads), leads[at]!.value))), "centred"),
      figures(words.then, "text", steps.map(({ then }) => then)),
    ],
  };
}

/** The labels of the steps whose action is one, for lists and counts. */
export function gradesThat(context: SheetContext, action: "handOver" | "nurture"): ReadonlySet<string> {
  return new Set(leadScoring(context).steps.filter((step) => step.action === action).map(({ label }) => label.value.toLowerCase()));
}

/** Leads not converted whose grade says so. */
export function openLeadsTo(context: SheetContext, action: "handOver" | "nurture"): Term<number> {
  const { text } = context;
  const { steps, grade, converted, records } = leadScoring(context);
  const open = (label: string) => grade.reduce((sum, one, at) => sum + (one.value.toLowerCase() === label.toLowerCase() && converted[at] === text.tables.no ? (records?.values[at] ?? 1) : 0), 0);
  const words = text.scoring.steps;
  const opens = column(gradeStepsName, words.open, steps.map(({ label }) => open(label.value)));
  return sumifs(opens, is(column(gradeStepsName, words.then, steps.map(({ then }) => then.value)), literal(text.scoring.actions[action])));
}
