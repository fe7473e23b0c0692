// Progress, pace and status of goals as names with LAMBDA, from the formulas of the Goals sheet.

import { levelOf, progressOf, type Goal } from "../../metrics/goal";
import { elapsedOf, firstPaceLimits, paceOf, statusOf } from "../../metrics/goal-pace";
import { literalText, type Term } from "../../formula/term";
import { goalWords } from "../../text/en/goal-words";
import type { Day } from "../../values";
import { attainment, eachCell, named, unlessOmitted } from "./steps";
import type { Twin, TwinParameter } from "./twin";

const { directions: words, statuses } = goalWords;
/** Only the texts of its terms are used: the values are known in a call. */
const goal: Goal = {
  actual: named("actual"), target: named("target"), baseline: named("before"), upper: named("most"), direction: named("said"),
  start: named("first"), deadline: named("last"), asOf: named("now") as unknown as Term<Day>, words,
};
const [level, progress, elapsed, pace] = ["level", "progress", "elapsed", "pace"].map(named) as [Term<number>, Term<number>, Term<number>, Term<number>];

const what: readonly TwinParameter[] = [{ name: "actual" }, { name: "target" }];
const when: readonly TwinParameter[] = [{ name: "startDate" }, { name: "deadline" }, { name: "asOf" }];
const how: readonly TwinParameter[] = [{ name: "baseline", isOptional: true }, { name: "direction", isOptional: true }, { name: "upper", isOptional: true }];

const wayDone: Twin["steps"] = [
  ["before", unlessOmitted("baseline", '""')],
  ["most", unlessOmitted("upper", '""')],
  ["wanted", unlessOmitted("direction", '""')],
  ["said", `IF(wanted="",IF(ISNUMBER(before)*(target<before)>0,${literalText(words.reduceTo)},${literalText(words.raiseTo)}),wanted)`],
  ["level", levelOf(goal).text],
  ["progress", progressOf(goal, level).text],
];
const timeGone: Twin["steps"] = [["first", "INT(startDate)"], ["last", "INT(deadline)"], ["now", "INT(asOf)"], ["elapsed", elapsedOf(goal).text], ["pace", paceOf(goal, progress, elapsed).text]];
const refused = ['(wanted="")*(most<>"")', `(said=${literalText(words.raiseByPercent)})*(target>=2)`, `(said=${literalText(words.reduceByPercent)})*(target>1)`];
const given = ["actual", "target"];
const dated = [...given, "startDate", "deadline", "asOf"];

/** Of functions on goals. */
export const goalTwins: readonly Twin[] = [
  { id: "GOALPROGRESS", parameters: [...what, ...how], steps: wayDone, result: eachCell(given, refused, "progress") },
  { id: "GOALPACE", parameters: [...what, ...when, ...how], steps: [...wayDone, ...timeGone], result: eachCell(dated, refused, "pace") },
  {
    id: "GOALSTATUS",
    parameters: [...what, ...when, ...how, { name: "thresholds", isOptional: true }],
    steps: [
      ...wayDone, ...timeGone,
      ["risky", unlessOmitted("thresholds", String(firstPaceLimits.atRisk), attainment("INDEX(thresholds,1)"))],
      ["off", unlessOmitted("thresholds", String(firstPaceLimits.offTrack), attainment("INDEX(thresholds,2)"))],
    ],
    result: eachCell(dated, [...refused, "off>risky"],
      `IF((progress="")+(elapsed="")>0,"",${statusOf(goal, progress, elapsed, pace, { atRisk: named("risky"), offTrack: named("off") }, statuses).text})`),
  },
];
