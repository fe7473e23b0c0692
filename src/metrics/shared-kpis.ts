// How many customers stay, and does a figure all departments answer for reach its target?

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is } from "../formula/criteria";
import { roundHalf } from "../formula/round";
import { add, call, literal, operand, ratio, type Figure, type Term } from "../formula/term";
import type { Words } from "./model";

/** Customers not marked as lost ÷ customers marked either way; no date field. Source: product research §8 (retention), over all customers of the export. */
export function keptShare(churned: Column, words: Pick<Words, "yes" | "no">): Term<Figure> {
  const kept = countifs(is(churned, literal(words.no)));
  return ratio(kept, add(kept, countifs(is(churned, literal(words.yes)))));
}

export const kpiStatuses = ["reached", "close", "behind", "noActual", "noTarget"] as const;
export type KpiStatus = (typeof kpiStatuses)[number];

/** A KPI as its cells: two figures, whether the actual must stay under the target (a test and what it says now), and the share of the target that is still close. */
interface KpiCells {
  readonly actual: Term<Figure>;
  readonly target: Term<Figure>;
  readonly atMost: Term<boolean>;
  readonly close: Term<number>;
}

/** Reached at or better than the target; close within a share of it; compared to nine digits, since 0.1 + 0.2 is a hair above 0.3. */
export function kpiStatus({ actual, target, atMost, close }: KpiCells, words: Readonly<Record<KpiStatus, string>>): Term<string> {
  const said = (status: KpiStatus) => literal(words[status]).text;
  const better = `IF(${atMost.text},${operand(target)}-${operand(actual)},${operand(actual)}-${operand(target)})`;
  const known = `IF(ROUND(${better},9)>=0,${said("reached")},IF(ROUND(${better}+${operand(close)}*ABS(${target.text}),9)>=0,${said("close")},${said("behind")}))`;
  return call(`IF(NOT(ISNUMBER(${target.text})),${said("noTarget")},IF(NOT(ISNUMBER(${actual.text})),${said("noActual")},${known}))`, words[statusNow(actual.value, target.value, atMost.value, close.value)]);
}

function statusNow(actual: Figure, target: Figure, atMost: boolean, close: number): KpiStatus {
  if (target === "") return "noTarget";
  if (actual === "") return "noActual";
  const better = atMost ? target - actual : actual - target;
  const isAtLeastZero = (value: number) => roundHalf(value, 9) >= 0;
  if (isAtLeastZero(better)) return "reached";
  return isAtLeastZero(better + close * Math.abs(target)) ? "close" : "behind";
}
