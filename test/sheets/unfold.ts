// A call of a name with LAMBDA as plain formulas, for spreadsheets that have no LAMBDA.

import { replaceNames, type Twin } from "../../src/sheets/twins/twin";

/** A call as formulas without LAMBDA and LET that any spreadsheet computes: the long steps each in a cell, then the result, "" where the name shows #N/A. */
interface Unfolded {
  readonly steps: readonly string[];
  readonly result: string;
}

/** Unfolds a call; null is an argument left out. `cellOf` tells where a step stands. */
export function unfolded(twin: Twin, given: readonly (string | null)[], cellOf: (step: number) => string): Unfolded {
  const values = new Map(twin.parameters.map(({ name }, at): [string, string] => [name, given[at] ?? '""']));
  const expand = (formula: string) => replaceNames(omissions(formula, twin, given), (name) => values.get(name) ?? name);
  const steps: string[] = [];
  for (const [name, formula] of twin.steps) {
    const step = expand(formula);
    // A short one stays where it is used: in a cell of its own a blank would become 0.
    values.set(name, step.length > 300 ? cellOf(steps.push(step) - 1) : `(${step})`);
  }
  return { steps, result: expand(twin.result) };
}

/** The formula with what it asks of left out arguments answered. */
function omissions(formula: string, { parameters }: Twin, given: readonly (string | null)[]): string {
  return formula.replace(/ISOMITTED\((\w+)\)/g, (_, name: string) => ((given[parameters.findIndex((one) => one.name === name)] ?? null) === null ? "TRUE" : "FALSE"));
}
