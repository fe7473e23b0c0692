// Lifetime value, acquisition cost and bonus as names with LAMBDA.

import { literal } from "../../formula/term";
import { articleWeights, bonus } from "../../metrics/bonus";
import { cac, ltv, ltvToCac, payback } from "../../metrics/ltv";
import { attainment, eachCell, named, openScore, score, share } from "./steps";
import type { Twin } from "./twin";

/** Of functions on value and bonus. */
export const valueTwins: readonly Twin[] = [
  {
    id: "LTV",
    parameters: [{ name: "revenuePerPeriod" }, { name: "grossMargin" }, { name: "churn" }, { name: "discountRate", isOptional: true }, { name: "method", isOptional: true }],
    steps: [
      ["margin", share("grossMargin")],
      ["loss", share("churn")],
      ["discount", `IF(ISOMITTED(discountRate),0,${share("discountRate")})`],
      ["chosen", 'IF(ISOMITTED(method),IF(ISOMITTED(discountRate),"margin-churn","discounted"),method)'],
    ],
    result: eachCell(["revenuePerPeriod", "grossMargin", "churn"], ["revenuePerPeriod<0", "margin>1", "churn<0", "(chosen<>\"lifetime\")*(churn=1)", "discount<0", "discount=1", '(chosen<>"lifetime")*(loss>1)', '(1-ISOMITTED(discountRate))*(chosen<>"discounted")'],
      `IF(chosen="lifetime",${ltvText("lifetime", "churn")},IF(chosen="discounted",${ltvText("discounted", "loss")},IF(chosen="margin-churn",${ltvText("margin-churn", "loss")},"")))`),
  },
  {
    id: "CAC",
    parameters: [{ name: "spend" }, { name: "newCustomers" }],
    steps: [["spent", "IF(ROWS(newCustomers)*COLUMNS(newCustomers)=1,IF(COUNT(spend)=0,\"\",SUM(spend)),spend)"]],
    result: eachCell(["spent", "newCustomers"], ["spent<0", "newCustomers<0"], cac(named("spent"), named("newCustomers")).text),
  },
  {
    id: "LTVCAC",
    parameters: [{ name: "ltv" }, { name: "cac" }],
    steps: [],
    result: eachCell(["ltv", "cac"], ["cac<0"], ltvToCac(named("ltv"), named("cac")).text),
  },
  {
    id: "PAYBACK",
    parameters: [{ name: "cac" }, { name: "revenuePerPeriod" }, { name: "grossMargin" }],
    steps: [["margin", share("grossMargin")]],
    result: eachCell(["cac", "revenuePerPeriod", "grossMargin"], ["cac<0", "margin>1"], payback(named("cac"), named("revenuePerPeriod"), named("margin")).text),
  },
  {
    id: "BONUS",
    parameters: [
      { name: "base" }, { name: "attainment" }, { name: "satisfaction" }, { name: "process" }, { name: "weights", isOptional: true },
      { name: "floor", isOptional: true }, { name: "cap", isOptional: true }, { name: "accelerator", isOptional: true },
    ],
    steps: [
      ["attained", attainment("attainment")],
      ["satisfied", score("satisfaction")],
      ["processed", score("process")],
      ...articleWeights.map((weight, at) => [`weight_${"abc"[at]!}`, `IF(ISOMITTED(weights),${weight},${share(`INDEX(weights,${at + 1})`)})`] as const),
      ["least", `IF(ISOMITTED(floor),0,${attainment("floor")})`],
      ["most", `IF(ISOMITTED(cap),1E+99,${attainment("cap")})`],
      ["faster", `IF(ISOMITTED(accelerator),1,${attainment("accelerator")})`],
    ],
    result: eachCell(["base", "attainment", "satisfaction", "process"], ["base<0", "attained<0", "satisfied<0", "processed<0", openScore("satisfaction"), openScore("process"), "ABS(weight_a+weight_b+weight_c-1)>1E-9"],
      bonus(named("base"), named("attained"), named("satisfied"), named("processed"),
        { attainment: named("weight_a"), satisfaction: named("weight_b"), process: named("weight_c") },
        { floor: named("least"), cap: named("most"), accelerator: named("faster") }).text),
  },
];

function ltvText(method: "lifetime" | "discounted" | "margin-churn", loss: string): string {
  return ltv(method, named("revenuePerPeriod"), named("margin"), named(loss), method === "discounted" ? named("discount") : literal(0)).text;
}
