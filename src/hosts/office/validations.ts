// What may be typed where.

import type { ValidationPlan } from "../../sheets/plan";
import { rangeAt } from "./patch";
import { bytesOf, costs, operation, type Operation } from "./request";

export function validationOperations(sheet: string, validations: readonly ValidationPlan[]): readonly Operation[] {
  return validations.map((plan) => {
    const rule = ruleOf(plan);
    return operation(costs.range + costs.object + costs.property * 5 + bytesOf(plan), (context) => setValidation(rangeAt(context, sheet, plan.area).dataValidation, rule, plan));
  });
}

/** Longest title and message Excel takes. */
const longest = 255;

function setValidation(validation: Excel.DataValidation, rule: Excel.DataValidationRule, { prompt, error }: ValidationPlan): void {
  validation.clear();
  validation.rule = rule;
  validation.ignoreBlanks = true;
  if (prompt) validation.prompt = { title: "", message: prompt.slice(0, longest), showPrompt: true };
  validation.errorAlert = { title: "", message: (error ?? "").slice(0, longest), showAlert: true, style: "Stop" };
}

function ruleOf(plan: ValidationPlan): Excel.DataValidationRule {
  switch (plan.kind) {
    case "list": return { list: { inCellDropDown: true, source: plan.items.join(",") } };
    case "listOf": return { list: { inCellDropDown: true, source: `=${plan.formula}` } };
    case "number": {
      const bounds = { formula1: plan.min, formula2: plan.max, operator: "Between" } as const;
      return plan.whole ? { wholeNumber: bounds } : { decimal: bounds };
    }
    case "day": return { date: { formula1: "1901-01-01", formula2: "9999-12-31", operator: "Between" } };
  }
}
