// Conversion and scores by grade.

import { thisRow } from "../../formula/column";
import { averageifs, countifs } from "../../formula/aggregate";
import { is, rowsWhere, type Criterion } from "../../formula/criteria";
import { call, literal, ratio, reference, type Figure, type Term } from "../../formula/term";
import type { Block } from "../block";
import { figures, reportTable } from "../report-table";
import type { ReviewParts } from "./parts";

const gradeReviewName = "ScoreGradeReview";

export function gradeReview({ words, scoring, guard, counted, context }: ReviewParts): Block {
  const { grade, converted, score } = scoring.columns;
  const header = words.grades;
  const own = scoring.steps.map(({ labelCell }) => reference(thisRow(gradeReviewName, header.grade), labelCell.value));
  const criteria = own.map((label) => [is(grade, label), ...guard]);
  const leads = criteria.map((each) => countifs(...each));
  const won = criteria.map((each) => countifs(...each, is(converted, literal(context.text.tables.yes))));
  const cellOf = (name: string, value: Figure) => reference(thisRow(gradeReviewName, name), value);
  const rates = leads.map((one, at) => ratio(cellOf(header.converted, won[at]!.value), cellOf(header.leads, one.value)));
  const overall = ratio(counted.converted, counted.leads);
  return reportTable(gradeReviewName, header.grade, [
    figures(header.grade, "text", scoring.steps.map(({ labelCell }) => call(`${labelCell.text}&""`, labelCell.value)), "label"),
    figures(header.leads, "count", leads),
    figures(header.share, "percent", leads.map((one) => ratio(cellOf(header.leads, one.value), counted.leads))),
    figures(header.converted, "count", won),
    figures(header.rate, "percent", rates),
    figures(header.lift, "ratio", rates.map((rate) => ratio(cellOf(header.rate, rate.value), overall))),
    figures(header.lowest, "general", criteria.map((each) => extreme("MIN", each, score)), "centred"),
    figures(header.mean, "decimal", criteria.map((each) => averageifs(score, ...each))),
    figures(header.highest, "general", criteria.map((each) => extreme("MAX", each, score)), "centred"),
  ]);
}

/** MIN or MAX of the scores of such leads; "" without any. */
function extreme(which: "MIN" | "MAX", criteria: readonly Criterion[], score: ReviewParts["scoring"]["columns"]["score"]): Term<Figure> {
  const rows = rowsWhere(criteria);
  let value: Figure = "";
  for (const row of rows) {
    const one = score.values[row];
    if (typeof one === "number" && (value === "" || (which === "MIN" ? one < value : one > value))) value = one;
  }
  return call(`IF(${countifs(...criteria).text}=0,"",${which}(IF(${criteria.map(({ array }) => array).join("*")},${score.text})))`, value, { array: true });
}
