// Why a lead has its score: what each rule that fired gave.

import { thisRow } from "../../formula/column";
import { call, literal, type Term } from "../../formula/term";
import { scoresTableName } from "./names";
import { rounded, type CountedRule, type ScoreGroup } from "./score-parts";

/** `Target industry +15; Webinar +20`: what each rule that fired gave, to two decimals, and what caps took off. */
export function whyOf(counted: readonly CountedRule[], groups: readonly ScoreGroup[], row: number): Term<string> {
  if (counted.length === 0) return literal("");
  const fired = [
    ...counted.map(({ code, earned, head }) => {
      const at = thisRow(scoresTableName, code);
      const value = earned[row]!.value;
      return head.fade
        ? { text: `IF(${at}="","",${head.cells.said.text}&ROUND(${at},2))`, value: value === "" ? "" : `${head.said.value}${rounded(value, 2)}` }
        : { text: `IF(${at}="","",${head.cells.said.text}&${at})`, value: value === "" ? "" : `${head.said.value}${value}` };
    }),
    ...groups.map(({ code, cuts, saidCell, said }) => {
      const at = thisRow(scoresTableName, code);
      return { text: `IF(${at}=0,"",${saidCell.text}&ROUND(${at},2))`, value: cuts[row]!.value === 0 ? "" : `${said.value}${rounded(cuts[row]!.value, 2)}` };
    }),
  ];
  const first = counted[0]!.head.said.value;
  const skip = first.length - first.replace(/^[;；]\s*/, "").length;
  return call(`MID(${fired.map(({ text }) => text).join("&")},${skip + 1},500)`, fired.map(({ value }) => value).join("").slice(skip, skip + 500));
}
