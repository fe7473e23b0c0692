// Why a lead has its score: what each rule that fired gave.

import { thisRow } from "../../formula/column";
import { roundHalf } from "../../formula/round";
import { call, literal, type Term } from "../../formula/term";
import { scoresTableName } from "./names";
import { type CountedRule, type ScoreGroup } from "./score-parts";

/** `Target industry +15; Webinar +20` for each lead: what each rule that fired gave, to two decimals, and what caps took off. */
export function reasonsOf(counted: readonly CountedRule[], groups: readonly ScoreGroup[], count: number): readonly Term<string>[] {
  const first = counted[0]?.head.said.value;
  if (first === undefined) return Array.from({ length: count }, () => literal(""));
  const parts = [...counted.map(ruleReason), ...groups.map(capReason)];
  // The separator in front of the first reason goes.
  const skip = first.length - first.replace(/^[;；]\s*/, "").length;
  const text = `MID(${parts.map((part) => part.text).join("&")},${skip + 1},${longest})`;
  return Array.from({ length: count }, (_, row) => call(text, parts.map(({ valueAt }) => valueAt(row)).join("").slice(skip, skip + longest)));
}

const longest = 500;

interface Reason {
  readonly text: string;
  readonly valueAt: (row: number) => string;
}

function ruleReason({ code, earned, head }: CountedRule): Reason {
  const at = thisRow(scoresTableName, code);
  const shown = head.fade ? `ROUND(${at},2)` : at;
  return {
    text: `IF(${at}="","",${head.cells.said.text}&${shown})`,
    valueAt: (row) => {
      const { value } = earned[row]!;
      return value === "" ? "" : `${head.said.value}${head.fade ? roundHalf(value, 2) : value}`;
    },
  };
}

function capReason({ code, cuts, said, saidCell }: ScoreGroup): Reason {
  const at = thisRow(scoresTableName, code);
  return {
    text: `IF(${at}=0,"",${saidCell.text}&ROUND(${at},2))`,
    valueAt: (row) => (cuts[row]!.value === 0 ? "" : `${said.value}${roundHalf(cuts[row]!.value, 2)}`),
  };
}
