// Which values does the cell of a rule list?

import { numberIn } from "../../crm/readers/sure";
import type { Condition, Operator } from "./condition";

/** One for most operators, two of `5;10`, `5 - 10` or `5 至 10`, as many as a list has. */
export function valuesOf(operator: Operator, cell: string | number | boolean): Condition["values"] {
  if (typeof cell !== "string") return [cell];
  if (operator === "between") return parted(cell.replace(/^\s*([\d.,]+)\s*-\s*([\d.,]+)\s*$/, "$1;$2"), /[;；、|~～至]|\sto\s/);
  if (operator !== "in" && operator !== "not in") return [cell];
  const parts = parted(cell, /[;；、|\r\n]/);
  // Commas part a list only where they are no thousands: `1,000;5,000` is two numbers, `100,200` could be one or two.
  if (parts.length === 1 && /[,，]/.test(cell) && numberIn(cell) !== null) return [];
  return parts.flatMap((part) => (numberIn(part) === null ? parted(part, /[,，]/) : [part]));
}

function parted(text: string, separator: RegExp): readonly string[] {
  return text.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}
