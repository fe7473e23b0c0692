// What may be typed where.

import { areaReference } from "../../sheets/address";
import { listText } from "../../sheets/limits";
import type { ValidationPlan } from "../../sheets/plan";
import { lastDay } from "../../values";
import { xmlAttribute, xmlText } from "./xml";

export function validationsXml(validations: readonly ValidationPlan[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml(validation: ValidationPlan): string {
  const { prompt, error, area } = validation;
  const texts = `${error ? ` error="${xmlAttribute(error)}"` : ""}${prompt ? ` prompt="${xmlAttribute(prompt)}"` : ""}`;
  const { type, formulas } = conditionOf(validation);
  const shown = `allowBlank="1" showInputMessage="1" showErrorMessage="1"${texts} sqref="${areaReference(area)}"`;
  return `<dataValidation ${type} ${shown}>${formulas.map((text, at) => `<formula${at + 1}>${xmlText(text)}</formula${at + 1}>`).join("")}</dataValidation>`;
}

function conditionOf(validation: ValidationPlan): { type: string; formulas: readonly string[] } {
  switch (validation.kind) {
    case "list":
      return { type: 'type="list"', formulas: [listText(validation.items)] };
    case "listOf":
      return { type: 'type="list"', formulas: [validation.formula] };
    case "number":
      return { type: `type="${validation.whole ? "whole" : "decimal"}" operator="between"`, formulas: [String(validation.min), String(validation.max)] };
    case "day":
      return { type: 'type="date" operator="between"', formulas: [String(firstDay), String(lastDay)] };
  }
}

/** 1901-01-01: years before 1901 are typing slips. */
const firstDay = 367;
