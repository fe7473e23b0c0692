// How far is each dimension, and all of it? Progress weighted over goals that have data, and goals by status.

import { column, thisRow } from "../../formula/column";
import { call, cell, isNumber, literalText, type Figure, type Term } from "../../formula/term";
import { percentText, numberText, sentence } from "../../formula/sentence";
import { goalStatuses, type GoalStatus } from "../../metrics/goal-pace";
import type { WholeText } from "../../text/whole";
import type { ColumnSpec, TableSpec } from "../block";
import type { GoalTerms } from "./formulas";
import { dimensions, goalsTableName, type GoalRow } from "./row";

export const rollupTableName = "GoalRollup";

/** The roll-up of all goals and the sentence that says it. */
export function allRow(rows: readonly GoalRow[], terms: readonly GoalTerms[], text: WholeText): { readonly headline: Term<string> } {
  const progress = cell("goals.all.progress", weightedProgress(rows, terms));
  const elapsedValues = terms.flatMap(({ elapsed }) => (elapsed.value === "" ? [] : [elapsed.value]));
  const elapsed = column(goalsTableName, text.goals.columns.elapsed, []).text;
  const time = call(`IF(COUNT(${elapsed})=0,0,AVERAGE(${elapsed}))`, elapsedValues.length === 0 ? 0 : elapsedValues.reduce((sum, value) => sum + value, 0) / elapsedValues.length);
  const known = typeof progress.value === "number";
  const shown: Term<number> = { ...progress, value: known ? (progress.value as number) : 0 };
  const counts = Object.fromEntries(goalStatuses.map((status) => [status, numberText(cell(`goals.all.${status}`, countOf(terms, status, text)))]));
  const said = sentence(text.goals.headline, { progress: percentText(shown), time: percentText(time), ...counts });
  const noData = text.goals.headlineNoData;
  return { headline: call(`IF(${isNumber(progress).text},${said.text},${literalText(noData)})`, known ? said.value : noData) };
}

export function rollupTable(rows: readonly GoalRow[], terms: readonly GoalTerms[], text: WholeText): TableSpec {
  const headers = text.goals.rollup;
  const names = dimensions.map((dimension) => text.goals.dimensions[dimension]);
  const within = (name: string) => rows.map((row, index) => ({ row, term: terms[index] })).filter(({ row }) => String(row.dimension ?? "").toLowerCase() === name.toLowerCase());
  const parts = names.map((name) => {
    const found = within(name);
    return { rows: found.map(({ row }) => row), terms: found.flatMap(({ term }) => (term ? [term] : [])) };
  });
  const all = { rows, terms };
  const last = (id: string) => [...names.map((name) => `goals.${name}.${id}`), `goals.all.${id}`];
  const dimensionColumn = column(goalsTableName, text.goals.columns.dimension, []).text;
  const own = thisRow(rollupTableName, headers.dimension);
  const counts = goalStatuses.map((status): ColumnSpec => ({
    name: text.goals.statuses[status], owner: "formula", format: "count", ids: last(status),
    contents: [
      ...parts.map((part): Term => call(`COUNTIFS(${dimensionColumn},${own},${statusColumn(text)},${literalText(text.goals.statuses[status])})`, countOf(part.terms, status, text))),
      call(`COUNTIFS(${statusColumn(text)},${literalText(text.goals.statuses[status])})`, countOf(terms, status, text)),
    ],
  }));
  return {
    name: rollupTableName, kind: "mirror", key: [headers.dimension], filter: false, style: "report",
    columns: [
      { name: headers.dimension, owner: "crm", format: "text", look: "label", contents: [...names, headers.all] },
      {
        name: headers.progress, owner: "formula", format: "percent", ids: last("progress"),
        contents: [
          ...parts.map((part): Term => call(progressText(text, `(${dimensionColumn}=${own})*`), weightedProgress(part.rows, part.terms), { array: true })),
          call(progressText(text, ""), weightedProgress(all.rows, all.terms), { array: true }),
        ],
      },
      ...counts,
    ],
  };
}

/** Σ weight × progress held between 0 and 1 ÷ Σ weight, over goals with both; "" without any. */
function weightedProgress(rows: readonly GoalRow[], terms: readonly GoalTerms[]): Figure {
  let sum = 0;
  let weights = 0;
  rows.forEach((row, index) => {
    const progress = terms[index]?.progress.value;
    if (typeof row.weight !== "number" || typeof progress !== "number") return;
    sum += row.weight * Math.min(1, Math.max(0, progress));
    weights += row.weight;
  });
  return weights === 0 ? "" : sum / weights;
}

function progressText(text: WholeText, only: string): string {
  const { columns } = text.goals;
  const progress = column(goalsTableName, columns.progress, []).text;
  const weight = column(goalsTableName, columns.weight, []).text;
  const counts = `${only}ISNUMBER(${progress})*ISNUMBER(${weight})`;
  const held = `IF(${progress}>1,1,IF(${progress}<0,0,${progress}))`;
  return `IF(SUM(IF(${counts},${weight},0))=0,"",SUM(IF(${counts},${weight}*${held},0))/SUM(IF(${counts},${weight},0)))`;
}

function statusColumn(text: WholeText): string {
  return column(goalsTableName, text.goals.columns.status, []).text;
}

function countOf(terms: readonly GoalTerms[], status: GoalStatus, text: WholeText): number {
  return terms.filter((term) => term.status.value === text.goals.statuses[status]).length;
}
