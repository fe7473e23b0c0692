// Custom functions that score and grade leads.

import { gradeOf, type Threshold } from "../metrics/lead-grade";
import { Refusal } from "../metrics/refusal";
import { firedText } from "../metrics/rules/fired";
import { plainFlag } from "../metrics/rules/reading";
import { score, tidied, type Scored } from "../metrics/rules/score";
import { leadWords as en } from "../text/en/functions/words";
import { leadWords as zh } from "../text/zh/functions/words";
import { isBlank, isErrorCell, optional, type Answer, type Cells } from "./given/cells";
import { days, numbers } from "./given/figures";
import { eachCell, single } from "./given/grid";
import { needed } from "./given/needed";
import { articlePoints, pointRules, type PointTable } from "./given/points";
import { isChinese, table, type Table } from "./given/table";
import { thresholdsIn } from "./given/thresholds";

/**
 * Scores leads by rules: the points of all rules that fit, one score a row. Enter it beside the first lead.
 * @customfunction LEADSCORE
 * @param leads Leads with their headings, one row a lead
 * @param [rules] Rules with headings: field, operator, value, points; if need be group, cap, decay per month or half-life, date field. The article's rules if left out
 * @param [asOf] Day of the score, needed where points decay
 * @param [explain] TRUE adds the grade and the rules that fired; thresholds as in LEADGRADE do so too
 * @returns A row for each lead: the score, with explain also grade and rules
 */
export function LEADSCORE(leads: Cells, rules: Cells, asOf: Cells, explain: Cells): Answer {
  const given = table("leads", leads);
  const points = optional("rules", rules) ? pointRules(table("rules", rules), given) : articlePoints(given);
  const day = single(days("asOf", asOf), null);
  if (day === null && points.rules.some(({ decay }) => decay)) throw new Refusal("no-as-of", { argument: "asOf" });
  const grades = gradesToExplain(explain);
  const scored = score(given.rows, points.rules, points.caps, day, "leads", 2, grades !== null);
  return grades ? explained(given, points, scored, grades) : given.rows.map((row, at) => [row.every(isBlank) ? "" : (scored.refused.get(at) ?? scored.scores[at]!)]);
}

/** The thresholds of the grade column; null where nothing is to be explained. */
function gradesToExplain(explain: Cells): readonly Threshold[] | null {
  const given = optional("explain", explain);
  if (!given) return null;
  const only = given.rows.length === 1 && given.rows[0]!.length === 1 ? given.rows[0]![0] : null;
  if (isErrorCell(only)) throw new Refusal("error-cell", { argument: "explain", row: 1, found: only.code });
  const flag = isBlank(only) ? null : only === 1 ? true : only === 0 ? false : plainFlag(only);
  if (flag === false) return null;
  return thresholdsIn("explain", flag === true ? null : explain);
}

function explained(leads: Table, { rules, caps }: PointTable, { scores, refused, counted }: Scored, grades: readonly Threshold[]): Answer {
  const words = isChinese(leads) ? zh : en;
  return leads.rows.map((row, at) => {
    if (row.every(isBlank)) return ["", "", ""];
    const refusal = refused.get(at);
    if (refusal) return [refusal, refusal, refusal];
    const value = scores[at]!;
    return [value, gradeOf(value, grades) ?? belowAll("leads", at + 2, value, grades), firedText(rules, caps, counted, row, at, words)];
  });
}

/**
 * Grade of a lead's score: SQL from 50, MQL from 30, else Lead, or by your own thresholds.
 * @customfunction LEADGRADE
 * @param score Score, or a range of scores
 * @param [thresholds] Labels and minimums (a blank minimum is everything else), or "article" or "article-prose" for the article's own
 * @returns The label of each score
 */
export function LEADGRADE(score: Cells, thresholds: Cells): Answer {
  const grades = thresholdsIn("thresholds", thresholds);
  return eachCell({ score: numbers("score", score) }, (values, row) =>
    needed(values, row, ({ score: value }) => gradeOf(tidied(value), grades) ?? belowAll("score", row, value, grades)));
}

function belowAll(argument: string, row: number, found: number, grades: readonly Threshold[]): Refusal {
  return new Refusal("below-thresholds", { argument, row, found, expected: grades.at(-1)!.minimum ?? "" });
}
