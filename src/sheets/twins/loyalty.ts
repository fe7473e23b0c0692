// Survey scores, retention and churn as names with LAMBDA.

import { csat, nps } from "../../metrics/nps";
import { churn, netRevenueRetention, retention } from "../../metrics/retention";
import { eachCell, named, namedColumn, unlessOmitted } from "./steps";
import type { Twin } from "./twin";

/** Of functions on loyalty. */
export const loyaltyTwins: readonly Twin[] = [
  {
    id: "NPS",
    parameters: [{ name: "scores" }],
    steps: [["wrong", "SUMPRODUCT(ISNUMBER(scores)*((scores<0)+(scores>10)+(scores<>INT(scores))))"]],
    result: `IF(wrong>0,"",${nps(namedColumn("scores")).text})`,
  },
  {
    id: "CSAT",
    parameters: [{ name: "scores" }, { name: "satisfiedFrom", isOptional: true }, { name: "best", isOptional: true }],
    steps: [
      ["top", unlessOmitted("best", "5")],
      ["least", unlessOmitted("satisfiedFrom", "top-1")],
      ["wrong", "SUMPRODUCT(ISNUMBER(scores)*((scores<IF(top<10,1,0))+(scores>top)))"],
    ],
    result: `IF((wrong>0)+(top<3)+(least<1)+(least>top)>0,"",${csat(namedColumn("scores"), named("least")).text})`,
  },
  {
    id: "RETENTION",
    parameters: [{ name: "start" }, { name: "end", isOptional: true }, { name: "newCustomers", isOptional: true }],
    steps: [["after", unlessOmitted("end", '""')], ["added", unlessOmitted("newCustomers", "0")]],
    result: eachCell(["start", "after", "added"], ["start<0", "after<0", "added<0", "added>after", "after>start+added"], retention(named("start"), named("after"), named("added")).text),
  },
  {
    id: "CHURN",
    parameters: [{ name: "start" }, { name: "lost", isOptional: true }],
    steps: [["gone", unlessOmitted("lost", '""')]],
    result: eachCell(["start", "gone"], ["start<0", "gone<0", "gone>start"], churn(named("start"), named("gone")).text),
  },
  {
    id: "NRR",
    parameters: [{ name: "start" }, { name: "expansion" }, { name: "contraction" }, { name: "churned" }],
    steps: [],
    result: eachCell(["start", "expansion", "contraction", "churned"],
      ["start<0", "expansion<0", "contraction<0", "churned<0", "contraction>start+expansion", "churned>start+expansion-contraction"],
      netRevenueRetention(named("start"), named("expansion"), named("contraction"), named("churned")).text),
  },
];
