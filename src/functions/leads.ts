// Custom functions that score and grade leads.

import { gradeOf, type Threshold } from "../metrics/lead-grade";
import { refuse } from "../metrics/refusal";
import { firedText, firing, scoreOf, tidied } from "../metrics/rules/score";
import { leadWords as en } from "../text/en/functions/words";
import { leadWords as zh } from "../text/zh/functions/words";
import { optional, type Answer, type Cells } from "./given/cells";
import { days, numbers } from "./given/figures";
import { cellByCell, single } from "./given/grid";
import { articleTable, pointRules } from "./given/points";
import { eachRecord } from "./given/rules";
import { isChinese, table } from "./given/table";
import { thresholdsAsked, thresholdsIn } from "./given/thresholds";

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
  const words = isChinese(given) ? zh : en;
  const points = pointRules(optional("rules", rules) ? table("rules", rules) : articleTable(given), given, words.cap);
  const day = single(days("asOf", asOf), null);
  if (day === null && points.rules.some(({ fading }) => fading)) refuse("needed-with", "asOf", { expected: "decay" });
  const grades = thresholdsAsked("explain", explain);
  const fire = firing(points.rules, points.caps, day ?? 0);
  return eachRecord(given, grades ? 3 : 1, (row) => {
    const fired = fire(row);
    const score = scoreOf(fired);
    return grades ? [score, grade(score, grades, given.name), firedText(fired, row) || words.nothing] : [score];
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
  return cellByCell([numbers("score", score)], (value) => grade(tidied(value), grades, "score"));
}

function grade(score: number, grades: readonly Threshold[], argument: string): string {
  const { minimum, isIncluded } = grades.at(-1)!;
  return gradeOf(score, grades) ?? refuse("out-of-range", argument, { found: score, expected: `${isIncluded ? "≥" : ">"} ${minimum}` });
}
