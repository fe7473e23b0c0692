// Win rate, sales cycle, velocity and grades as names with LAMBDA.

import { gradeThresholds, grade } from "../../metrics/lead-grade";
import { velocityPerDay } from "../../metrics/velocity";
import { shareWon } from "../../metrics/win-rate";
import { eachCell, named, share, unlessOmitted } from "./steps";
import type { Twin } from "./twin";

const bothDays = "ISNUMBER(created)*ISNUMBER(closed)";

/** Of functions on deals and leads. */
export const dealTwins: readonly Twin[] = [
  {
    id: "LEADGRADE",
    parameters: [{ name: "score" }, { name: "thresholds", isOptional: true }],
    steps: [],
    result: eachCell(["score"], [], unlessOmitted("thresholds", grade(named("score"), gradeThresholds.default).text, "LOOKUP(score,INDEX(thresholds,0,1),INDEX(thresholds,0,2))")),
  },
  {
    id: "WINRATE",
    parameters: [{ name: "outcomes" }, { name: "amounts", isOptional: true }],
    steps: [["lost", unlessOmitted("amounts", '""')]],
    result: eachCell(["outcomes", "lost"], ["outcomes<0", "lost<0"], shareWon(named("outcomes"), named("lost")).text),
  },
  {
    id: "SALESCYCLE",
    parameters: [{ name: "created" }, { name: "closed" }],
    steps: [["known", `SUM(${bothDays})`], ["reversed", `SUM(IF(${bothDays},IF(INT(closed)<INT(created),1,0),0))`]],
    result: `IF(known=0,"",IF(reversed>0,"",SUM(IF(${bothDays},INT(closed)-INT(created),0))/known))`,
  },
  {
    id: "SALESVELOCITY",
    parameters: [{ name: "openDeals" }, { name: "winRate" }, { name: "averageAmount" }, { name: "cycleDays" }],
    steps: [["rate", share("winRate")]],
    result: eachCell(["openDeals", "winRate", "averageAmount", "cycleDays"], ["openDeals<0", "rate<0", "rate>1", "cycleDays<0"],
      velocityPerDay(named("openDeals"), named("rate"), named("averageAmount"), named("cycleDays")).text),
  },
];
