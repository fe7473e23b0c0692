// Pieces that names with LAMBDA share. All of them work cell by cell, so a name takes whole columns.

import type { Column } from "../../formula/column";
import { reference, type Term } from "../../formula/term";

/** A parameter or step in a formula; what it holds is known only in a call. */
export function named(name: string): Term<number> {
  return reference(name, 1);
}

/** A parameter taken as a whole. */
export function namedColumn(name: string): Column {
  return { text: name, values: [1], isArray: true };
}

/** An argument, or another value where it was left out. */
export function unlessOmitted(name: string, otherwise: string, value = name): string {
  return `IF(ISOMITTED(${name}),${otherwise},${value})`;
}

/** A share as the functions read it: up to 1 a ratio, above it hundredths. */
export function share(name: string): string {
  return `IF(${name}>1,${name}/100,${name})`;
}

/** An attainment as the functions read it: up to 5 a ratio, above it hundredths. */
export function attainment(name: string): string {
  return `IF(${name}>5,${name}/100,${name})`;
}

/** A score as the functions read it: up to 1.5 a ratio, above it hundredths. */
export function score(name: string): string {
  return `IF(${name}>1.5,${name}/100,${name})`;
}

/** Whether a score is one the functions do not read: 4.5 could be out of 5 or of 10. */
export function openScore(name: string): string {
  return `(${name}>1.5)*(${name}<=10)`;
}

/** The result where no needed cell is blank and nothing is out of range, else "". */
export function eachCell(needed: readonly string[], refused: readonly string[], result: string): string {
  const blank = needed.map((name) => `(${name}="")`).join("+");
  const wrong = refused.map((test) => `(${test})`).join("+");
  return `IF(${blank}>0,"",${wrong === "" ? result : `IF(${wrong}>0,"",${result})`})`;
}
